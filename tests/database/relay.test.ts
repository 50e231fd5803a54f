import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import type { DeliveredEvent, Destination } from "@jangteo/kernel/events/delivery.ts";
import { startRelay } from "@jangteo/kernel/events/relay.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { createDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const log = silentLogger();
const open: Database[] = [];
const workers: Worker[] = [];
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await Promise.all(open.map((database) => database.close()));
});

async function publisher(url?: string): Promise<Database> {
  url ??= await createDatabase();
  await provision(url, { name: "teller", migrations: new URL("./fixtures/", import.meta.url) });
  const database = openDatabase({
    url,
    module: "teller",
    role: moduleRole("teller"),
    poolMax: 5,
    queueMax: 100,
    waitMs: 2_000,
    statementTimeoutMs: 60_000,
    idleTransactionTimeoutMs: 3_000,
    log,
  });
  open.push(database);
  return database;
}

/** A destination that notes what it receives, by key, and may be unavailable. */
function destination(name: string, wants: (event: DeliveredEvent) => boolean = () => true) {
  const received = new Map<string, string[]>();
  const state = { isAvailable: true, calls: 0, count: 0 };
  return {
    state,
    received,
    name,
    wants,
    async deliver(events: readonly DeliveredEvent[]) {
      state.calls++;
      if (!state.isAvailable) throw fail("UNAVAILABLE");
      state.count += events.length;
      for (const { key, id } of events) received.set(key, [...(received.get(key) ?? []), id]);
    },
  };
}

function relayTo(database: Database, destinations: readonly Destination[], { leaseMs = 2_000, batchMax = 500 } = {}) {
  const relay = startRelay({
    database,
    delivery: { destinations: async () => destinations, stop: async () => undefined },
    batchMax,
    pollMs: 50,
    leaseMs,
    log,
  });
  workers.push(relay);
  return relay;
}

/** Ids in order of time, as the program's are. */
const write = (database: Database, count: number, keys: number) =>
  database.query(
    `INSERT INTO outbox (id, type, key, payload)
     SELECT (lpad(to_hex(1700000000000 + n), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
       'type', 'key ' || n % $2::int, '{}' FROM generate_series(1, $1::int) n`,
    [count, keys],
  );
const add = async (database: Database, key: string) => {
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO outbox (id, type, key, payload) VALUES (uuidv7(), 'type', $1, '{}') RETURNING id`,
    [key],
  );
  return row!.id;
};
const countIn = async (database: Database, table: string) =>
  (await database.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`))[0]!.count;

async function vacuum(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("VACUUM teller.outbox, teller.outbox_waiting");
  await client.end();
}

type Plan = { "Shared Hit Blocks": number; "Shared Read Blocks": number };

/** Notes the most pages that a statement of the relay that reads touches, whenever one runs. */
function countingPages(database: Database) {
  const pages = { most: 0, statements: 0, slowestMs: 0 };
  const counting: Database = {
    ...database,
    async query<Row extends object>(sql: string, values?: readonly unknown[], name?: string) {
      if (/^\s*(SELECT|WITH RECURSIVE)/.test(sql)) {
        const [row] = await database.query<{ "QUERY PLAN": [{ Plan: Plan; "Execution Time": number }] }>(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
          values,
        );
        const { Plan: plan, "Execution Time": ms } = row!["QUERY PLAN"][0];
        pages.most = Math.max(pages.most, plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]);
        pages.slowestMs = Math.max(pages.slowestMs, ms);
        pages.statements++;
      }
      return database.query<Row>(sql, values, name);
    },
  };
  return { counting, pages };
}

const rows = Number(process.env.RELAY_ROWS ?? 60_000);
/** One batch of small rows and the way through the index to it. */
const pagesMax = 100;

for (const [name, others] of [
  ["one of two destinations is", 1],
  ["all destinations are", 0],
] as const)
  test(`while ${name} unavailable, a poll reads as many pages for ${rows} events as for a few`, async (t) => {
    const url = await createDatabase();
    const database = await publisher(url);
    const unavailable = destination("unavailable");
    unavailable.state.isAvailable = false;
    const reachable = Array.from({ length: others }, () => destination("reachable"));
    await write(database, rows, 1_000);
    const relay = relayTo(database, [unavailable, ...reachable]);
    await until(() => reachable.every(({ state }) => state.count === rows), { timeoutMs: 120_000 });
    await until(() => unavailable.state.calls > 1);
    await relay.stop();
    // What is left of deleted rows is read at most once per poll; here it should not be counted.
    await vacuum(url);
    const { counting, pages } = countingPages(database);
    const second = relayTo(counting, [unavailable, ...reachable]);
    const { calls } = unavailable.state;
    const more = await add(database, "key 1");
    await until(() => reachable.every(({ received }) => received.get("key 1")!.includes(more)));
    await until(() => unavailable.state.calls > calls + 2);
    await second.stop();
    t.diagnostic(`${pages.most} pages and ${pages.slowestMs} ms at most in ${pages.statements} statements`);
    assert.ok(pages.statements > 0);
    assert.ok(pages.most <= pagesMax, `a statement read ${pages.most} pages`);
    assert.equal(unavailable.state.count, 0);
  });

test("what a destination missed arrives once it is available again, in order by key, before later events", async () => {
  const database = await publisher();
  const [late, other] = [destination("late"), destination("other")];
  late.state.isAvailable = false;
  const sent = new Map<string, string[]>();
  const send = async (key: string) => void sent.set(key, [...(sent.get(key) ?? []), await add(database, key)]);
  const relay = relayTo(database, [late, other], { batchMax: 7 });
  for (let index = 0; index < 60; index++) {
    await send(`key ${index % 3}`);
    relay.nudge();
  }
  await until(() => other.state.count === 60);
  assert.equal(late.state.count, 0);
  late.state.isAvailable = true;
  for (let index = 0; late.state.count < 60 || index < 60; index++) {
    await send(`key ${index % 3}`);
    relay.nudge();
  }
  await until(async () => (await countIn(database, "outbox")) + (await countIn(database, "outbox_waiting")) === 0);
  assert.deepEqual(late.received, sent);
  assert.deepEqual(other.received, sent);
});

test("an event that commits late is delivered, and so is one for a destination that is no more", async () => {
  const database = await publisher();
  const [old, here] = [destination("old"), destination("here")];
  old.state.isAvailable = false;
  const first = relayTo(database, [old, here]);
  await database.transaction(async (transaction) => {
    await transaction.query(`INSERT INTO outbox (id, type, key, payload) VALUES (uuidv7(), 'type', 'late', '{}')`);
    await add(database, "soon");
    await until(() => here.received.has("soon"));
  });
  await until(() => here.received.has("late"));
  await until(async () => (await countIn(database, "outbox_waiting")) === 2);
  await first.stop();
  const [one, two] = [destination("one", ({ key }) => key === "late"), destination("two", ({ key }) => key === "soon")];
  relayTo(database, [one, two]);
  await until(() => one.state.count === 1 && two.state.count === 1);
  await until(async () => (await countIn(database, "outbox_waiting")) === 0);
});

test("a relay whose lease ran out during a delivery delivers no more, also when the clock was set back", async (t) => {
  const database = await publisher();
  let go = () => undefined as void;
  const stalled = new Promise<void>((resolve) => (go = resolve));
  const [slow, quick] = [destination("same"), destination("same")];
  let isStalled = false;
  const first = relayTo(
    database,
    [
      {
        ...slow,
        async deliver(events) {
          await slow.deliver(events);
          isStalled = true;
          await stalled;
        },
      },
    ],
    { leaseMs: 500 },
  );
  await add(database, "a");
  await until(() => isStalled);
  const now = Date.now;
  t.mock.method(Date, "now", () => now() - 3_600_000);
  const second = relayTo(database, [quick], { leaseMs: 500 });
  await until(() => quick.received.has("a"), { why: () => "the other relay takes over" });
  go();
  for (let index = 0; index < 20; index++) {
    const key = randomUUID();
    await add(database, key);
    first.nudge();
    await until(() => quick.received.has(key) || slow.received.has(key));
  }
  assert.deepEqual([...slow.received.keys()], ["a"], "only the holder of the lease delivers");
  await Promise.all([first.stop(), second.stop()]);
});

test("a relay that reaches nobody leaves its lease to one that does", async () => {
  const database = await publisher();
  const [cut, fine] = [destination("same"), destination("same")];
  cut.state.isAvailable = false;
  await add(database, "a");
  const first = relayTo(database, [cut], { leaseMs: 600_000 });
  await until(() => cut.state.calls > 0);
  const second = relayTo(database, [fine], { leaseMs: 600_000 });
  await until(() => fine.received.has("a"));
  await add(database, randomUUID());
  second.nudge();
  await until(() => fine.state.count === 2);
  await Promise.all([first.stop(), second.stop()]);
});
