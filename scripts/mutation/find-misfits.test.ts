import assert from "node:assert/strict";
import { test } from "node:test";
import { guards } from "../../tests/mutations/guards.ts";
import { findMisfits } from "./find-misfits.ts";

const root = new URL("../../", import.meta.url).pathname;

test("the text of every guard is in the code, exactly once", () => {
  assert.deepEqual(findMisfits(root, guards), []);
  const [guard] = guards;
  const edits = [{ ...guard!.edits[0]!, find: "a text that is nowhere" }];
  assert.equal(findMisfits(root, [{ ...guard!, edits }]).length, 1);
});
