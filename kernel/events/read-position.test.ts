import assert from "node:assert/strict";
import { test } from "node:test";
import { firstId, positionAfter } from "./read-position.ts";

test("a reader goes on from a minute before the last id", () => {
  assert.equal(positionAfter("018bcfe5-6800-7abc-8def-0123456789ab"), "018bcfe4-7da0-0000-0000-000000000000");
  assert.ok(positionAfter("018bcfe5-6800-7abc-8def-0123456789ab") < "018bcfe4-7da0-7000-8000-000000000000");
});

test("a reader of ids without a time goes on from the start", () => {
  assert.equal(positionAfter("00000000-1234-4abc-8def-0123456789ab"), firstId);
});
