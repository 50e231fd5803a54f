import assert from "node:assert/strict";
import { test } from "node:test";
import { chunkMin, nextChunkSize } from "./chunk-size.ts";

test("a chunk that took too long is followed by one of half its size, never below the minimum", () => {
  assert.equal(nextChunkSize(1_000, 101, 100, 2_000), 500);
  assert.equal(nextChunkSize(15, 101, 100, 2_000), chunkMin);
  assert.equal(nextChunkSize(1_000, 5_000, 100, 2_000), 500);
});

test("a quick one is followed by one of twice its size, never above the maximum", () => {
  assert.equal(nextChunkSize(500, 24, 100, 2_000), 1_000);
  assert.equal(nextChunkSize(1_500, 24, 100, 2_000), 2_000);
});

test("in between the size stays", () => {
  assert.equal(nextChunkSize(500, 25, 100, 2_000), 500);
  assert.equal(nextChunkSize(500, 100, 100, 2_000), 500);
});

test("a maximum below the minimum holds", () => {
  assert.equal(nextChunkSize(5, 500, 100, 5), 5);
});
