import assert from "node:assert/strict";
import { test } from "node:test";
import { authorName } from "./author-name.ts";

test("most of a name is hidden", () => {
  assert.equal(authorName("김단골"), "김*골");
  assert.equal(authorName(" 이산 "), "이*");
  assert.equal(authorName("Jane Doe"), "J******e");
  assert.equal(authorName(""), "*");
  assert.equal(authorName("👩‍🦰나다").includes("나"), false);
});
