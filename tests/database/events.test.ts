import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { AccountChanged } from "@jangteo/contracts/events.ts";
import { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import { type Database, openDatabase, type Transaction } from "@jangteo/kernel/database/database.ts";
import { releaseLease, takeLease } from "@jangteo/kernel/database/lease.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { directDelivery } from "@jangteo/kernel/events/direct-delivery.ts";
import { consume, createInbox, eventService } from "@jangteo/kernel/events/inbox.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { startRelay } from "@jangteo/kernel/events/relay.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import { inProcessClient } from "@jangteo/kernel/rpc/in-process.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const log = silentLogger();
const open: Database[] = [];
const workers: Worker[] = [];
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await Promise.all(open.map((database) => database.close()));
});

/** A database with a module `teller` that publishes and a module `hearer` that consumes into its table `heard`. */
async function twoModules() {
  const url = await createDatabase();
  const migrations = new URL("./fixtures/", import.meta.url);
  const [teller, hearer] = await Promise.all(
    ["teller", "hearer"].map(async (module) => {
      await provision(url, { name: module, migrations });
      const database = openDatabase({
        url,
        module,
        role: moduleRole(module),
        poolMax: 5,
        queueMax: 100,
        waitMs: 2_000,
        statementTimeoutMs: 5_000,
        idleTransactionTimeoutMs: 3_000,
        log,
      });
      open.push(database);
      return database;
    }),
  );
  return { teller: teller!, hearer: hearer! };
}

const tell = (teller: Database, key: string, ...versions: number[]) =>
  teller.transaction((transaction) =>
    publish(
      transaction,
      versions.map((version) => outboxEvent(AccountChanged, key, { accountId: key, role: "SELLER", version })),
    ),
  );
const heard = async (hearer: Database, key: string) =>
  (await hearer.query<{ version: number }>("SELECT version FROM heard WHERE key = $1 ORDER BY id", [key])).map(
    (row) => row.version,
  );

const undelivered = (teller: Database) =>
  teller.query<{ id: string }>("SELECT id FROM outbox UNION ALL SELECT id FROM outbox_waiting");

function relayOf(
  teller: Database,
  hearer: Database,
  handle: (version: number, key: string, transaction: Transaction) => Promise<void>,
  strict = false,
) {
  const consumers = [
    consume(AccountChanged, async (events, transaction) => {
      for (const event of events) await handle(event.version, event.accountId, transaction);
    }),
  ];
  const inbox = createInbox({ database: hearer, consumers, attemptsMax: 4, pollMs: 50, log });
  workers.push(inbox.start());
  const client = inProcessClient(EventService, eventService(new Map([["hearer", inbox]])), {
    log,
    timeoutMs: 5_000,
    strict,
  });
  const relay = startRelay({
    database: teller,
    delivery: directDelivery([{ module: "hearer", types: new Set([AccountChanged.name]), client }]),
    batchMax: 10,
    pollMs: 50,
    leaseMs: 2_000,
    log,
  });
  workers.push(relay);
  return relay;
}
const note = (version: number, key: string, transaction: Transaction) =>
  transaction.query("INSERT INTO heard (key, version) VALUES ($1, $2)", [key, version]).then(() => undefined);

test("events arrive in order, once each, also when each is delivered twice", async () => {
  const { teller, hearer } = await twoModules();
  const key = randomUUID();
  const relay = relayOf(teller, hearer, note, true);
  for (let version = 1; version <= 25; version += 5)
    await tell(teller, key, version, version + 1, version + 2, version + 3, version + 4);
  relay.nudge();
  await until(async () => (await heard(hearer, key)).length === 25);
  await until(async () => (await teller.query("SELECT 1 FROM outbox")).length === 0);
  assert.deepEqual(
    await heard(hearer, key),
    Array.from({ length: 25 }, (_, index) => index + 1),
  );
  await relay.stop();
});

test("an event of a transaction that rolls back is never told", async () => {
  const { teller } = await twoModules();
  await assert.rejects(
    teller.transaction(async (transaction) => {
      await publish(transaction, [outboxEvent(AccountChanged, "k", { accountId: "k" })]);
      throw new Error("no");
    }),
  );
  assert.equal((await teller.query("SELECT 1 FROM outbox")).length, 0);
});

test("an event that keeps failing is parked; others, and later ones of its key, go on", async () => {
  const { teller, hearer } = await twoModules();
  const [bad, good] = [randomUUID(), randomUUID()];
  const relay = relayOf(teller, hearer, async (version, key, transaction) => {
    await note(version, key, transaction);
    if (version === 13) throw new Error("unlucky");
  });
  await tell(teller, bad, 13);
  await tell(teller, bad, 14);
  await tell(teller, good, 1);
  relay.nudge();
  await until(async () => (await heard(hearer, good)).length === 1);
  await until(async () => (await teller.query("SELECT 1 FROM outbox")).length === 0);
  assert.deepEqual(await heard(hearer, bad), [], "what comes after the failing one waits behind it");
  const parked = () => hearer.query<{ key: string; last_error: string }>("SELECT key, last_error FROM parked_event");
  await until(async () => (await parked()).length === 1, { timeoutMs: 15_000 });
  assert.deepEqual([(await parked())[0]!.key, (await parked())[0]!.last_error], [bad, "unlucky"]);
  await until(async () => (await heard(hearer, bad)).length === 1);
  assert.deepEqual(await heard(hearer, bad), [14], "the failed effect is not there");
  await relay.stop();
});

test("an event that fails for a while has its effect once, before later ones of its key", async () => {
  const { teller, hearer } = await twoModules();
  const key = randomUUID();
  let failures = 2;
  const relay = relayOf(
    teller,
    hearer,
    async (version, key, transaction) => {
      await note(version, key, transaction);
      if (version === 1 && failures-- > 0) throw new Error("not yet");
    },
    true,
  );
  await tell(teller, key, 1, 2);
  await tell(teller, key, 3);
  relay.nudge();
  await until(async () => (await heard(hearer, key)).length === 3);
  assert.deepEqual(await heard(hearer, key), [1, 2, 3]);
  assert.equal((await hearer.query("SELECT 1 FROM inbox_waiting")).length, 0);
  await relay.stop();
});

test("a consumer that is away is not in the way of another one, and nothing is parked for its absence", async () => {
  const { teller, hearer } = await twoModules();
  const key = randomUUID();
  let isAway = true;
  const consumers = [
    consume(AccountChanged, async (events, transaction) => {
      for (const { version } of events) await note(version, key, transaction);
    }),
  ];
  const inbox = createInbox({ database: hearer, consumers, attemptsMax: 2, pollMs: 50, log });
  const call = { log, timeoutMs: 5_000, strict: false };
  const here = inProcessClient(EventService, eventService(new Map([["hearer", inbox]])), call);
  let asked = 0;
  const types = new Set([AccountChanged.name]);
  const subscribers = [
    { module: "hearer", types, client: here },
    {
      module: "other",
      types,
      client: {
        async deliver(request: Parameters<typeof here.deliver>[0]) {
          asked++;
          if (isAway) throw fail("UNAVAILABLE");
          return here.deliver(request);
        },
      },
    },
  ];
  const relay = startRelay({
    database: teller,
    delivery: directDelivery(subscribers),
    batchMax: 10,
    pollMs: 50,
    leaseMs: 2_000,
    log,
  });
  workers.push(relay);
  for (let version = 1; version <= 30; version++) await tell(teller, randomUUID(), version);
  await until(async () => (await heard(hearer, key)).length === 30);
  await until(() => asked > 3, { why: () => `asked ${asked} times` });
  assert.equal((await undelivered(teller)).length, 30);
  isAway = false;
  await until(async () => (await undelivered(teller)).length === 0);
  assert.equal((await heard(hearer, key)).length, 30);
  await relay.stop();
});

test("an event that was not delivered is not overtaken: later ones of its key wait until it is delivered", async () => {
  const { teller, hearer } = await twoModules();
  const key = randomUUID();
  const consumers = [
    consume(AccountChanged, async (events, transaction) => {
      for (const { version } of events) await note(version, key, transaction);
    }),
  ];
  const inbox = createInbox({ database: hearer, consumers, attemptsMax: 2, pollMs: 50, log });
  const call = { log, timeoutMs: 5_000, strict: false };
  const here = inProcessClient(EventService, eventService(new Map([["hearer", inbox]])), call);
  let refusals = 0;
  const client = {
    async deliver(request: Parameters<typeof here.deliver>[0]) {
      if (refusals++ < 4) throw fail("UNAVAILABLE");
      return here.deliver(request);
    },
  };
  const relay = startRelay({
    database: teller,
    delivery: directDelivery([{ module: "hearer", types: new Set([AccountChanged.name]), client }]),
    batchMax: 10,
    pollMs: 50,
    leaseMs: 2_000,
    log,
  });
  workers.push(relay);
  await tell(teller, key, 1);
  await until(() => refusals >= 3);
  await tell(teller, key, 2);
  relay.nudge();
  await until(async () => (await heard(hearer, key)).length === 2);
  assert.deepEqual(await heard(hearer, key), [1, 2]);
  await relay.stop();
});

test("a lease has one holder until it runs out or is released", async () => {
  const { teller } = await twoModules();
  const take = (holder: string, ttlMs = 60_000) => takeLease(teller, "work", holder, ttlMs);
  assert.deepEqual([await take("a"), await take("b"), await take("a")], [true, false, true]);
  await releaseLease(teller, "work", "b");
  assert.equal(await take("b"), false, "only its holder releases it");
  await releaseLease(teller, "work", "a");
  assert.deepEqual([await take("b", 1), await take("b", 1)], [true, true]);
  await until(() => take("c"));
});

test("of two relays one is active; when it stops, the other takes over", async () => {
  const { teller, hearer } = await twoModules();
  const [first, second] = [relayOf(teller, hearer, note), relayOf(teller, hearer, note)];
  const key = randomUUID();
  await tell(teller, key, 1);
  await until(async () => (await heard(hearer, key)).length === 1);
  await first.stop();
  await tell(teller, key, 2);
  await until(async () => (await heard(hearer, key)).length === 2);
  await second.stop();
});
