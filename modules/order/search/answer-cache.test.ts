import assert from "node:assert/strict";
import { test } from "node:test";
import { createAnswerCache } from "./answer-cache.ts";

/** Answers that the test completes one by one; `asked` holds those that were requested. */
function maker() {
  const asked: { resolve(body: unknown): void; reject(error: Error): void }[] = [];
  return { asked, make: () => new Promise<unknown>((resolve, reject) => asked.push({ resolve, reject })) };
}

test("a question is answered once for all who ask it meanwhile and soon after", async () => {
  const cache = createAnswerCache(10, 60_000);
  const { asked, make } = maker();
  const both = Promise.all([cache.get("q", make), cache.get("q", make)]);
  asked[0]!.resolve({ found: 1 });
  assert.deepEqual(
    (await both).map(({ body }) => body),
    ['{"found":1}', '{"found":1}'],
  );
  assert.equal((await cache.get("q", make)).body, '{"found":1}');
  assert.equal(asked.length, 1);
});

test("a failure reaches the requests that were waiting, not later ones", async () => {
  const cache = createAnswerCache(10, 60_000);
  const { asked, make } = maker();
  const failed = Promise.allSettled([cache.get("q", make), cache.get("q", make)]);
  asked[0]!.reject(new Error("away"));
  assert.deepEqual(
    (await failed).map(({ status }) => status),
    ["rejected", "rejected"],
  );
  const again = cache.get("q", make);
  asked[1]!.resolve({ found: 2 });
  assert.equal((await again).body, '{"found":2}');
});

test("what was being made when the catalog changed is not kept", async () => {
  const cache = createAnswerCache(10, 60_000);
  const { asked, make } = maker();
  const old = cache.get("q", make);
  cache.forgetAll();
  const fresh = cache.get("q", make);
  asked[1]!.resolve({ found: 2 });
  asked[0]!.resolve({ found: 1 });
  assert.deepEqual([(await old).body, (await fresh).body], ['{"found":1}', '{"found":2}']);
  assert.equal((await cache.get("q", make)).body, '{"found":2}');
});

test("answers are kept for a time, and no more of them than have room", async () => {
  const short = createAnswerCache(10, 0);
  const first = maker();
  for (const count of [1, 2]) {
    const answer = short.get("q", first.make);
    first.asked.at(-1)!.resolve({ count });
    assert.equal((await answer).body, JSON.stringify({ count }));
  }
  const cache = createAnswerCache(1_000, 60_000);
  let made = 0;
  const long = async () => {
    made++;
    return "x".repeat(1_048_576);
  };
  for (let question = 0; question < 20; question++) await cache.get(`q${question}`, long);
  await cache.get("q0", long);
  assert.equal(made, 21);
  await cache.get("q19", long);
  assert.equal(made, 21);
});
