import assert from "node:assert/strict";
import { test } from "node:test";
import { createBoundedCache } from "./bounded-cache.ts";

const cacheOf = (entriesMax: number, lengthMax: number) =>
  createBoundedCache<string>({ entriesMax, lengthMax, lengthOf: (text) => text.length });
const held = (cache: { get(key: string): string | undefined }, ...keys: string[]) => keys.map((key) => cache.get(key));

test("keeps so many entries, the newest", () => {
  const cache = cacheOf(2, 100);
  for (const key of ["a", "b", "a", "c"]) cache.set(key, `of ${key}`);
  assert.deepEqual(held(cache, "a", "b", "c"), ["of a", undefined, "of c"]);
});

test("keeps entries of so much length together, whatever is replaced, deleted and cleared", () => {
  const cache = cacheOf(100, 10);
  cache.set("a", "xxxx");
  cache.set("b", "xxxx");
  cache.set("a", "xx");
  cache.set("c", "xxxx");
  assert.deepEqual(held(cache, "a", "b", "c"), ["xx", "xxxx", "xxxx"]);
  cache.set("d", "x");
  assert.deepEqual(held(cache, "a", "b", "c", "d"), ["xx", undefined, "xxxx", "x"]);
  cache.delete("c");
  cache.delete("c");
  cache.set("e", "xxxxxxx");
  assert.deepEqual(held(cache, "a", "d", "e"), ["xx", "x", "xxxxxxx"]);
  cache.clear();
  cache.set("f", "xxxxxxxxxx");
  assert.deepEqual(held(cache, "a", "f"), [undefined, "xxxxxxxxxx"]);
});

test("keeps nothing that is longer than all of it, and nothing at all without room", () => {
  const cache = cacheOf(100, 10);
  cache.set("a", "xx");
  cache.set("b", "xxxxxxxxxxx");
  assert.deepEqual(held(cache, "a", "b"), ["xx", undefined]);
  const none = cacheOf(0, 10);
  none.set("a", "x");
  assert.equal(none.get("a"), undefined);
});
