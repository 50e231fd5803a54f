import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isServiceError } from "../rpc/service-error.ts";
import { createFairQueue } from "./fair-queue.ts";

/** A queue whose works end when the test says so. */
function setUp(options: { atOnce: number; waitingMax: number }) {
  const queue = createFairQueue(options);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const works: Promise<unknown>[] = [];
  const add = (key: string, count = 1) => {
    for (let index = 0; index < count; index++)
      works.push(
        queue
          .run(key, () => {
            started.push(key);
            return new Promise<void>((resolve) => ends.push(resolve));
          })
          .catch((error: unknown) => {
            assert.ok(isServiceError(error) && error.code === "OVERLOADED");
            refused.push(key);
          }),
      );
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  /** Ends what runs, one after the other, until nothing is left. */
  const finish = async () => {
    await settle();
    while (ends.length > 0) {
      ends.shift()!();
      await settle();
    }
    await Promise.all(works);
  };
  return { add, started, refused, finish, settle, running: () => ends.length };
}

describe("a fair queue", () => {
  test("runs so many at once", async () => {
    const { add, running, settle, started, finish } = setUp({ atOnce: 2, waitingMax: 10 });
    add("a", 5);
    await settle();
    assert.equal(running(), 2);
    await finish();
    assert.equal(started.length, 5);
  });

  test("lets keys take turns: one with much waiting does not delay one with little", async () => {
    const { add, started, finish } = setUp({ atOnce: 1, waitingMax: 100 });
    add("attacker", 50);
    add("owner", 2);
    await finish();
    assert.deepEqual(started.slice(0, 5), ["attacker", "attacker", "owner", "attacker", "owner"]);
    assert.equal(started.length, 52);
  });

  test("full of one key, still takes others, in place of its last", async () => {
    const { add, started, refused, finish } = setUp({ atOnce: 1, waitingMax: 20 });
    add("attacker", 260);
    add("owner", 6);
    await finish();
    assert.equal(started.filter((key) => key === "owner").length, 6);
    assert.equal(refused.filter((key) => key === "owner").length, 0);
    assert.ok(started.indexOf("owner") <= 3, started.join());
    assert.equal(started.length + refused.length, 266);
  });

  test("full of many keys with one each, refuses the next", async () => {
    const { add, refused, finish } = setUp({ atOnce: 1, waitingMax: 5 });
    for (let key = 0; key < 10; key++) add(`key ${key}`);
    await finish();
    assert.equal(refused.length, 4);
  });

  test("goes on after a work that fails", async () => {
    const queue = createFairQueue({ atOnce: 1, waitingMax: 5 });
    const failing = queue.run("a", () => Promise.reject(new Error("no")));
    const next = queue.run("b", async () => "done");
    await assert.rejects(failing, /no/);
    assert.equal(await next, "done");
  });
});
