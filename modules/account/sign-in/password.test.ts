import assert from "node:assert/strict";
import { test } from "node:test";
import { createPasswords } from "./password.ts";

test("few passwords are hashed at once, and what is over the queue is refused before it is hashed", async () => {
  // One at once and two that wait.
  const passwords = createPasswords(1, 2);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) => passwords.verify(null, "guess", `203.0.113.${index}`)),
  );
  const refused = outcomes.filter((each) => each.status === "rejected");
  assert.equal(refused.length, 9);
  for (const { reason } of refused) assert.equal((reason as { code: string }).code, "OVERLOADED");
});
