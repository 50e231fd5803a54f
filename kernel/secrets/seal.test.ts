import assert from "node:assert/strict";
import { hkdfSync } from "node:crypto";
import { test } from "node:test";
import { deriveKey } from "./derive-key.ts";
import { createSeal, isSealed, sealedPattern } from "./seal.ts";

const secret = "the secret of a marketplace";
const phones = createSeal({ purpose: "phone numbers", secret });

test("a sealed value opens in its own row alone, and no two are alike", () => {
  for (const text of ["010-1234-5678", "", "국민 123-45-678901", "x".repeat(1_000)]) {
    const value = phones.seal(text, "row 1");
    assert.equal(phones.open(value, "row 1"), text);
    assert.equal(phones.open(value, "row 2"), undefined);
    assert.notEqual(phones.seal(text, "row 1"), value);
    if (text) assert.ok(!value.includes(text));
  }
});

test("another purpose, another secret and a changed byte open nothing", () => {
  const value = phones.seal("010-1234-5678", "row");
  assert.equal(createSeal({ purpose: "bank accounts", secret }).open(value, "row"), undefined);
  assert.equal(createSeal({ purpose: "phone numbers", secret: "another" }).open(value, "row"), undefined);
  const start = "v1:12345678:".length;
  // The last character holds bits that are not part of a byte.
  for (let at = start; at < value.length - 1; at++) {
    const changed = value.slice(0, at) + (value[at] === "A" ? "B" : "A") + value.slice(at + 1);
    assert.equal(phones.open(changed, "row"), undefined, `character ${at}`);
  }
  for (const end of [start, start + 10, start + 30]) assert.equal(phones.open(value.slice(0, end), "row"), undefined);
});

test("the id of another purpose's key does not make its value open", () => {
  const [, id] = phones.seal("", "row").split(":");
  const foreign = createSeal({ purpose: "bank accounts", secret }).seal("110-1", "row").split(":");
  assert.equal(phones.open(`v1:${id}:${foreign[2]}`, "row"), undefined);
});

test("values of the previous secret open and are recognised; nothing is sealed with it", () => {
  const old = phones.seal("010-1234-5678", "row");
  const next = createSeal({ purpose: "phone numbers", secret: "the next secret", previousSecret: secret });
  assert.equal(next.open(old, "row"), "010-1234-5678");
  assert.equal(next.open(old, "another row"), undefined);
  assert.deepEqual([next.isPrevious(old), phones.isPrevious(old)], [true, false]);
  const again = next.seal("010-1234-5678", "row");
  assert.equal(next.isPrevious(again), false);
  assert.equal(phones.open(again, "row"), undefined);
  assert.equal(createSeal({ purpose: "phone numbers", secret, previousSecret: secret }).isPrevious(old), false);
});

test("sealed values are recognised by their form, in SQL as well", () => {
  for (const plain of [
    "",
    "010-1234-5678",
    "v1:",
    "v1:110-222-333",
    "v1:12345678:",
    "v1:12345678:a b",
    "v2:12345678:ab",
  ]) {
    assert.equal(isSealed(plain), false, plain);
    assert.equal(new RegExp(sealedPattern).test(plain), false, plain);
    assert.equal(phones.open(plain, "row"), undefined);
  }
  const value = phones.seal("1", "row");
  assert.deepEqual([isSealed(value), new RegExp(sealedPattern).test(value)], [true, true]);
});

test("each purpose has a key of its own, derived by HKDF-SHA256", () => {
  const purposes = ["signing key", "request hashes", "service tokens", "phone numbers", "bank accounts"] as const;
  assert.equal(new Set(purposes.map((purpose) => deriveKey(secret, purpose).toString("hex"))).size, purposes.length);
  for (const purpose of purposes)
    assert.deepEqual(
      deriveKey(secret, purpose, 64),
      Buffer.from(hkdfSync("sha256", secret, "", `jangteo ${purpose}`, 64)),
    );
});
