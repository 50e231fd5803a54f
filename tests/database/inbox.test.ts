import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { AccountChanged } from "@jangteo/contracts/events.ts";
import { type Database, openDatabase, type Transaction } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { consume, createInbox } from "@jangteo/kernel/events/inbox.ts";
import { outboxEvent } from "@jangteo/kernel/events/outbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const log = silentLogger();
const open: Database[] = [];
after(() => Promise.all(open.map((database) => database.close())));

/** An inbox whose consumer calls `handle` for each event of a batch, then notes it in the table `heard`. */
async function inboxWith(
  handle: (version: number, transaction: Transaction) => Promise<void> | void,
  prepare?: (messages: { version: number }[]) => Promise<undefined>,
) {
  const url = await createDatabase();
  await provision(url, { name: "hearer", migrations: new URL("./fixtures/", import.meta.url) });
  const database = openDatabase({
    url,
    module: "hearer",
    role: moduleRole("hearer"),
    poolMax: 5,
    queueMax: 100,
    waitMs: 2_000,
    statementTimeoutMs: 100,
    idleTransactionTimeoutMs: 3_000,
    log,
  });
  open.push(database);
  const calls = { count: 0 };
  const consumers = [
    consume(
      AccountChanged,
      async (events, transaction) => {
        calls.count++;
        for (const { version, accountId } of events) {
          await handle(version, transaction);
          await transaction.query("INSERT INTO heard (key, version) VALUES ($1, $2)", [accountId, version]);
        }
      },
      prepare,
    ),
  ];
  const inbox = createInbox({ database, consumers, attemptsMax: 4, pollMs: 50, log });
  const versions = async (sql: string) =>
    (await database.query<{ version: number }>(sql)).map(({ version }) => version);
  return {
    inbox,
    calls,
    heard: () => versions("SELECT version FROM heard ORDER BY version"),
    waiting: () => versions("SELECT (payload->>'version')::int AS version FROM inbox_waiting"),
    parked: () => versions("SELECT (payload->>'version')::int AS version FROM parked_event"),
  };
}

const events = (count: number) =>
  Array.from({ length: count }, (_, version) => {
    const accountId = randomUUID();
    const { payload, ...event } = outboxEvent(AccountChanged, accountId, { accountId, version });
    return { ...event, payloadJson: JSON.stringify(payload) };
  });
const upTo = (count: number, without: number) =>
  Array.from({ length: count }, (_, n) => n).filter((n) => n !== without);

test("whatever error one event of a batch throws, it alone waits, and the others have their effect", async () => {
  for (const error of [new TypeError("no such function"), fail("NOT_FOUND"), "not even an error"]) {
    const { inbox, calls, heard, waiting } = await inboxWith((version) => {
      if (version === 3) throw error;
    });
    await inbox.take(events(20));
    assert.deepEqual(await heard(), upTo(20, 3));
    assert.deepEqual(await waiting(), [3]);
    assert.equal(calls.count, 21, "once together, once for each");
  }
});

test("while the database is unavailable a batch is refused at once, not tried event by event", async () => {
  let isAvailable = false;
  const { inbox, calls, heard, waiting } = await inboxWith(() => {
    if (!isAvailable) throw fail("UNAVAILABLE");
  });
  const batch = events(500);
  for (let delivery = 1; delivery <= 5; delivery++) {
    await assert.rejects(inbox.take(batch), { code: "UNAVAILABLE" });
    assert.equal(calls.count, delivery);
  }
  isAvailable = true;
  await inbox.take(batch);
  assert.equal((await heard()).length, 500);
  assert.deepEqual(await waiting(), []);
});

test("a batch that takes too long is refused at once; an event that always does is found by itself", async () => {
  const { inbox, calls, heard, waiting } = await inboxWith(async (version, transaction) => {
    if (version === 7) await transaction.query("SELECT pg_sleep(1)");
  });
  const batch = events(20);
  for (const count of [1, 2]) {
    await assert.rejects(inbox.take(batch), { code: "DEADLINE_EXCEEDED" });
    assert.equal(calls.count, count);
  }
  await assert.rejects(inbox.take(batch), { code: "DEADLINE_EXCEEDED" });
  assert.deepEqual(await waiting(), [7]);
  await inbox.take(batch);
  assert.deepEqual(await heard(), upTo(20, 7));
});

test("what another module is asked for comes before the transaction; while it is away the event waits, alone and unparked", async () => {
  let isAway = true;
  let asked = 0;
  const prepare = async (messages: { version: number }[]) => {
    asked++;
    if (isAway && messages.some(({ version }) => version === 3)) throw fail("UNAVAILABLE");
    return undefined;
  };
  const { inbox, heard, waiting, parked } = await inboxWith(() => undefined, prepare);
  await inbox.take(events(5));
  assert.deepEqual([await heard(), await waiting()], [upTo(5, 3), [3]]);
  const worker = inbox.start();
  // More tries than an event has before it is parked (4).
  await until(() => asked > 10, { timeoutMs: 30_000 });
  assert.deepEqual([await waiting(), await parked()], [[3], []]);
  isAway = false;
  await until(async () => (await heard()).length === 5, { timeoutMs: 60_000 });
  await worker.stop();
});

test("an event whose question is refused is parked like any other that fails", async () => {
  const refuse = () => Promise.reject(fail("INVALID_INPUT"));
  const { inbox, parked } = await inboxWith(() => undefined, refuse);
  await inbox.take(events(1));
  const worker = inbox.start();
  await until(async () => (await parked()).length === 1, { timeoutMs: 20_000 });
  await worker.stop();
});
