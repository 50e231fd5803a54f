import assert from "node:assert/strict";
import { test } from "node:test";
import { contactWarnings } from "./contact-warnings.ts";

for (const [text, warnings] of [
  ["안녕하세요, 재고 있나요?", []],
  ["가격은 1,234,567원이고 2026-11-22에 보냅니다", []],
  ["운송장은 6834 2211 9087 입니다", []],
  ["010-1234-5678로 연락 주세요", ["PHONE_NUMBER"]],
  ["０１０ １２３４ ５６７８", ["PHONE_NUMBER"]],
  ["공일공 일이삼사 오육칠팔", ["PHONE_NUMBER"]],
  ["O1O.1234.5678", ["PHONE_NUMBER"]],
  ["+82 10-1234-5678", ["PHONE_NUMBER"]],
  ["국민은행 123456-01-234567 홍길동", ["ACCOUNT_NUMBER"]],
  ["카카오뱅크 3333012345678로 입금해 주세요", ["ACCOUNT_NUMBER"]],
  ["110-123-456789", ["ACCOUNT_NUMBER"]],
  ["카톡 아이디 jangteo 로 주세요", ["MESSENGER_ID"]],
  ["https://open.kakao.com/o/abc", ["MESSENGER_ID"]],
  ["신한 110-123-456789, 010-2222-3333, 텔레그램", ["PHONE_NUMBER", "ACCOUNT_NUMBER", "MESSENGER_ID"]],
] as const)
  test(`${text} → ${warnings.join(", ") || "nothing"}`, () => assert.deepEqual(contactWarnings(text), warnings));
