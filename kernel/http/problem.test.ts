import assert from "node:assert/strict";
import { test } from "node:test";
import { fail } from "../rpc/service-error.ts";
import { languageOf, problemOf, retryAfterSeconds } from "./problem.ts";

test("the reader's language follows Accept-Language, Korean otherwise", () => {
  for (const [header, language] of [
    [undefined, "ko"],
    ["en", "en"],
    ["en-US,en;q=0.9,ko;q=0.8", "en"],
    ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    ["fr", "ko"],
    ["fr,en;q=0.5", "en"],
    ["en;q=0", "ko"],
    ["*", "ko"],
  ] as const)
    assert.equal(languageOf(header), language, header);
});

test("a problem fills the braces of its text and shows its details", () => {
  const problem = problemOf(fail("CART_FULL", { limit: 100 }), "en");
  assert.equal(problem.detail, "A cart takes at most 100 lines.");
  assert.equal(problem.status, 409);
  assert.equal((problem as { limit?: number }).limit, 100);
});

test("details never replace what a problem says of itself", () => {
  assert.equal(problemOf(fail("CART_EMPTY", { code: "X", status: 200 }), "en").code, "CART_EMPTY");
});

test("503, 429 and keys in flight tell when to come again", () => {
  assert.equal(retryAfterSeconds(fail("UNAVAILABLE")), 1);
  assert.equal(retryAfterSeconds(fail("TOO_MANY_REQUESTS", { retryAfterSeconds: 30 })), 30);
  assert.equal(retryAfterSeconds(fail("IDEMPOTENCY_KEY_IN_FLIGHT")), 1);
  assert.equal(retryAfterSeconds(fail("CART_EMPTY")), undefined);
});
