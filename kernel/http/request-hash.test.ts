import assert from "node:assert/strict";
import { createHmac, hash, hkdfSync } from "node:crypto";
import { test } from "node:test";
import { createRequestHash, oldRequestHash } from "./request-hash.ts";

const requestHash = createRequestHash("the secret of all instances");
const request = (body: unknown, params: unknown = {}, query: unknown = {}) => ({ body, params, query });

test("body, path values and query values make two requests the same, whatever the order of their keys", () => {
  const first = requestHash(request({ a: 1, b: [{ c: 2, d: 3 }] }, { id: "1" }, { limit: 2 }));
  assert.equal(requestHash(request({ b: [{ d: 3, c: 2 }], a: 1 }, { id: "1" }, { limit: 2 })), first);
  for (const other of [
    request({ a: 1, b: [{ c: 2, d: 4 }] }, { id: "1" }, { limit: 2 }),
    request({ a: 1, b: [{ c: 2, d: 3 }] }, { id: "2" }, { limit: 2 }),
    request({ a: 1, b: [{ c: 2, d: 3 }] }, { id: "1" }, { limit: 3 }),
    request({ a: "1", b: [{ c: 2, d: 3 }] }, { id: "1" }, { limit: 2 }),
  ])
    assert.notEqual(requestHash(other), first);
});

test("secrets of the body count by their presence alone, at any depth", () => {
  for (const name of ["password", "currentPassword", "token", "refreshToken"]) {
    const at = (value: unknown) => requestHash(request({ email: "a@b.c", list: [{ deep: { [name]: value } }] }));
    assert.equal(at("one"), at("two"), name);
    assert.notEqual(at("one"), requestHash(request({ email: "a@b.c", list: [{ deep: {} }] })), name);
  }
});

test("the hash is keyed with the secret, and no plain hash with a known prefix", () => {
  const body = request({ value: "x" });
  assert.match(requestHash(body), /^2:[\w-]{43}$/);
  assert.equal(createRequestHash("the secret of all instances")(body), requestHash(body));
  assert.notEqual(createRequestHash("another")(body), requestHash(body));
  assert.ok(!requestHash(body).includes(oldRequestHash(body)));
});

test("the old hash is that of earlier releases", () => {
  const expected = hash("sha256", '[{"password":"p"},{},{}]', "base64url");
  assert.equal(oldRequestHash(request({ password: "p" })), expected);
});

test("the hash is HMAC-SHA256 under a key derived from the secret, whatever was hashed before", () => {
  const key = Buffer.from(hkdfSync("sha256", "the secret of all instances", "", "jangteo request hashes", 64));
  for (const value of ["가", "가".repeat(5_000), "x", "가".repeat(1_360), "😀".repeat(1_022)]) {
    const expected = createHmac("sha256", key).update(`[{"value":"${value}"},{},{}]`).digest("base64url");
    assert.equal(requestHash(request({ value })), `2:${expected}`);
  }
});
