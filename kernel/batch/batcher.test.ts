import assert from "node:assert/strict";
import { test } from "node:test";
import { fail } from "../rpc/service-error.ts";
import { createBatcher, isWorthRetryingAlone } from "./batcher.ts";

type Gate = { open: () => void; opened: Promise<void> };
function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
const ok = (answer: number) => ({ ok: true, answer }) as const;

test("what arrives while a batch is under way forms the next one", async () => {
  const batches: number[][] = [];
  const first = gate();
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    retryAlone: () => false,
    run: async (commands) => {
      batches.push([...commands]);
      if (batches.length === 1) await first.opened;
      return commands.map((command) => ok(command * 2));
    },
  });
  const one = batcher.submit(1);
  await new Promise((resolve) => setImmediate(resolve));
  const rest = [2, 3, 4].map((number) => batcher.submit(number));
  first.open();
  assert.deepEqual(await Promise.all([one, ...rest]), [2, 4, 6, 8]);
  assert.deepEqual(batches, [[1], [2, 3, 4]]);
});

test("a batch holds at most `max`, the queue at most `queueMax`", async () => {
  const sizes: number[] = [];
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 2,
    queueMax: 5,
    retryAlone: () => false,
    run: async (commands) => {
      sizes.push(commands.length);
      return commands.map(ok);
    },
  });
  const sent = [1, 2, 3, 4, 5, 6].map((number) => batcher.submit(number));
  await assert.rejects(sent[5]!, { code: "OVERLOADED" });
  await Promise.all(sent.slice(0, 5));
  assert.deepEqual(sizes, [2, 2, 1]);
});

test("one bad command fails alone, by its outcome or when the whole batch throws", async () => {
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    retryAlone: (error) => (error as Error).message === "constraint",
    run: async (commands) => {
      if (commands.includes(13)) throw new Error("constraint");
      return commands.map((command) => (command === 7 ? { ok: false, error: new Error("seven") } : ok(command)));
    },
  });
  const results = await Promise.allSettled([1, 7, 13, 4].map((number) => batcher.submit(number)));
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : (result.reason as Error).message)),
    [1, "seven", "constraint", 4],
  );
});

test("an error that is not worth trying alone is everyone's, and the next batch runs", async () => {
  let broken = true;
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    retryAlone: () => false,
    run: async (commands) => {
      if (broken) throw new Error("connection lost");
      return commands.map(ok);
    },
  });
  const lost = await Promise.allSettled([1, 2].map((number) => batcher.submit(number)));
  assert.ok(lost.every((result) => result.status === "rejected"));
  broken = false;
  assert.equal(await batcher.submit(3), 3);
  await batcher.idle();
});

test("one that meets another copy's doing is tried again, but not for ever", async () => {
  const attempts = new Map<number, number>();
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    retryAlone: () => true,
    run: async (commands) => {
      for (const command of commands) attempts.set(command, (attempts.get(command) ?? 0) + 1);
      if (commands.includes(13)) throw new Error("constraint");
      if (attempts.get(commands[0]!)! < 3) throw new Error("someone else was faster");
      return commands.map(ok);
    },
  });
  assert.equal(await batcher.submit(1), 1);
  assert.equal(attempts.get(1), 3);
  await assert.rejects(batcher.submit(13), { message: "constraint" });
  assert.equal(attempts.get(13), 3);
});

test("by default every error is worth a retry alone but those of an unknown or shared outcome", () => {
  const constraint = Object.assign(new Error("duplicate key"), { code: "23505" });
  for (const error of [new TypeError("x is undefined"), constraint, fail("INTERNAL"), fail("INVALID_INPUT"), "text"])
    assert.equal(isWorthRetryingAlone(error), true, String(error));
  for (const code of ["UNAVAILABLE", "DEADLINE_EXCEEDED", "OVERLOADED"] as const)
    assert.equal(isWorthRetryingAlone(fail(code)), false, code);
});

test("a batch that fails for an unforeseen reason fails only the command at fault, with its own error", async () => {
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    run: async (commands) => {
      if (commands.length > 1 && commands.includes(13)) throw new TypeError("the batch's");
      if (commands.includes(13)) throw new TypeError("its own");
      return commands.map(ok);
    },
  });
  const results = await Promise.allSettled([1, 13, 4].map((number) => batcher.submit(number)));
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : (result.reason as Error).message)),
    [1, "its own", 4],
  );
});

test("an error that all share, met by a command alone, ends the retries of its batch", async () => {
  let runs = 0;
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    run: async (commands) => {
      runs++;
      if (commands.length > 1) throw new TypeError("the batch's");
      if (commands[0] === 2) throw fail("UNAVAILABLE");
      return commands.map(ok);
    },
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map((number) => batcher.submit(number)));
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : (result.reason as { code: string }).code)),
    [1, "UNAVAILABLE", "UNAVAILABLE", "UNAVAILABLE"],
  );
  assert.equal(runs, 3);
});

test("retries alone end after a time: what is left of the batch fails with the batch's error", async () => {
  let now = 0;
  const alone: number[] = [];
  const batcher = createBatcher<number, number>({
    name: "test",
    max: 10,
    queueMax: 100,
    retryAloneMaxMs: 1_000,
    clock: () => now,
    run: async (commands) => {
      if (commands.length > 1) throw new TypeError("the batch's");
      alone.push(commands[0]!);
      now += 400;
      throw new TypeError(`of ${commands[0]}`);
    },
  });
  const results = await Promise.allSettled([1, 2, 3].map((number) => batcher.submit(number)));
  assert.deepEqual(
    results.map((result) => (result as PromiseRejectedResult).reason.message),
    ["of 1", "the batch's", "the batch's"],
  );
  assert.deepEqual(alone, [1, 1, 1]);
});
