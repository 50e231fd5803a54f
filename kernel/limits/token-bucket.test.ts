import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bucket, takeToken } from "./token-bucket.ts";

test("a burst, then so many a second, and no more saved up than the burst", () => {
  const bucket: Bucket = { tokens: 3, at: 0 };
  const taken = (now: number, times: number) =>
    Array.from({ length: times }, () => takeToken(bucket, 2, 3, now)).filter(Boolean).length;
  assert.equal(taken(0, 10), 3);
  assert.equal(taken(500, 10), 1);
  assert.equal(taken(60_000, 10), 3);
});
