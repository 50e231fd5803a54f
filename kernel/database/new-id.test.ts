import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "./new-id.ts";

test("ids are UUIDs of version 7 with the time, each greater than the one before, none twice", () => {
  const startedAt = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  const endedAt = Date.now();
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids, ids.toSorted());
  for (const id of ids) {
    assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const at = Number.parseInt(id.slice(0, 13).replace("-", ""), 16);
    assert.ok(at >= startedAt && at <= endedAt, id);
  }
  // What follows the time and the sequence is random.
  assert.equal(new Set(ids.map((id) => id.slice(-8))).size > 19_900, true);
});
