import assert from "node:assert/strict";
import { test } from "node:test";
import { createBatcher } from "./batcher.ts";

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
