import assert from "node:assert/strict";
import { test } from "node:test";
import { createTurns } from "./turns.ts";

const nobody = () => false;

test("healthy ones in turn; with none healthy, all of them in turn", () => {
  const candidates = ["a", "b", "c"].map((name) => ({ name, healthy: true }));
  const next = createTurns<(typeof candidates)[number]>();
  const names = (count: number) => Array.from({ length: count }, () => next(candidates, nobody)!.name).join("");
  assert.equal(names(6), "abcabc");
  candidates[1]!.healthy = false;
  assert.equal(names(4), "acac");
  for (const candidate of candidates) candidate.healthy = false;
  assert.equal([...names(300)].filter((name) => name === "b").length, 100);
  assert.equal(next(candidates, ({ name }) => name !== "c")!.name, "c");
  assert.equal(
    next(candidates, () => true),
    undefined,
  );
  assert.equal(next([], nobody), undefined);
});
