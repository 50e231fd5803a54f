import assert from "node:assert/strict";
import { test } from "node:test";
import { type ActiveKey, planKeys } from "./key-rows.ts";

const key = (id: string, state: "used" | "stale" | "unused" = "used"): ActiveKey => ({
  id,
  sealedPrivateJwk: "",
  isStale: state !== "used",
  isUnused: state === "unused",
});
const opensOnly =
  (...ids: string[]) =>
  ({ id }: ActiveKey) =>
    ids.includes(id);

test("an instance signs with the newest key that it can open, and makes one where it can open none", () => {
  assert.equal(planKeys([key("b"), key("a")], opensOnly("a", "b")).sign?.id, "b");
  assert.equal(planKeys([key("b"), key("a")], opensOnly("a")).sign?.id, "a");
  assert.equal(planKeys([key("b"), key("a")], opensOnly()).sign, undefined);
  assert.equal(planKeys([], opensOnly()).sign, undefined);
});

test("its key is noted as used, and is not retired, however long it was not used", () => {
  assert.deepEqual(planKeys([key("a", "used")], opensOnly("a")), { sign: key("a"), note: false, retire: [] });
  for (const state of ["stale", "unused"] as const)
    assert.deepEqual(planKeys([key("a", state)], opensOnly("a")), { sign: key("a", state), note: true, retire: [] });
});

test("a key of another secret is retired once no instance uses it, never while one does", () => {
  assert.deepEqual(planKeys([key("b"), key("a")], opensOnly("b")).retire, []);
  assert.deepEqual(planKeys([key("b"), key("a", "stale")], opensOnly("b")).retire, []);
  assert.deepEqual(planKeys([key("b"), key("a", "unused")], opensOnly("b")).retire, ["a"]);
  assert.deepEqual(planKeys([key("b", "unused"), key("a", "unused")], opensOnly()).retire, ["b", "a"]);
});
