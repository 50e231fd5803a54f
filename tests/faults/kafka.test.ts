import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { AccountChanged } from "@jangteo/contracts/events.ts";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { consume, createInbox } from "@jangteo/kernel/events/inbox.ts";
import { connectionOptions, eventTopic, type KafkaSettings } from "@jangteo/kernel/events/kafka/connection.ts";
import { kafkaDelivery } from "@jangteo/kernel/events/kafka/kafka-delivery.ts";
import { startKafkaIntake } from "@jangteo/kernel/events/kafka/kafka-intake.ts";
import { ensureTopics } from "@jangteo/kernel/events/kafka/topics.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { startRelay } from "@jangteo/kernel/events/relay.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import { type Logger, silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { registry } from "@jangteo/kernel/telemetry/metrics.ts";
import { Admin, findErrorBy } from "@platformatic/kafka";
import { type KafkaCluster, startKafkaCluster } from "../harness/kafka-cluster.ts";
import { createDatabase } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";

const silent = silentLogger();
const flowsWithinMs = 90_000;

/** A logger that remembers its warnings and errors. */
function rememberingLogger(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const note = (details: { err?: Error }, line: string) =>
    void lines.push(details.err ? `${line}: ${details.err.message}` : line);
  return { log: { ...silent, warn: note, error: note } as unknown as Logger, lines };
}

describe("three Kafka brokers", { skip: await withoutJava() }, () => {
  let cluster: KafkaCluster;
  const open: Database[] = [];
  const workers: Worker[] = [];
  before(async () => {
    cluster = await startKafkaCluster(3);
  });
  after(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await Promise.all(open.map((database) => database.close()));
    await cluster?.stop();
  });

  const settingsWith = (shape: Partial<KafkaSettings> = {}): KafkaSettings => ({
    brokers: cluster.addresses,
    login: cluster.login,
    prefix: `test-${randomUUID()}`,
    partitions: 6,
    replicas: 3,
    minInSyncReplicas: 2,
    retentionMs: 86_400_000,
    ...shape,
  });

  async function moduleDatabase(name: "teller" | "hearer"): Promise<Database> {
    const url = await createDatabase();
    await provision(url, { name, migrations: new URL("../database/fixtures/", import.meta.url) });
    const database = openDatabase({
      url,
      module: name,
      role: moduleRole(name),
      poolMax: 5,
      queueMax: 100,
      waitMs: 2_000,
      statementTimeoutMs: 5_000,
      idleTransactionTimeoutMs: 3_000,
      log: silent,
    });
    open.push(database);
    return database;
  }

  function relay(settings: KafkaSettings, database: Database, log = silent) {
    const delivery = kafkaDelivery(settings, "teller", log);
    const started = startRelay({ database, delivery, batchMax: 100, pollMs: 100, leaseMs: 30_000, log });
    const worker = {
      nudge: started.nudge,
      async stop() {
        await started.stop();
        await delivery.stop();
      },
    };
    workers.push(worker);
    return worker;
  }

  function intake(settings: KafkaSettings, database: Database, log = silent): Worker {
    const consumers = [
      consume(AccountChanged, async (events, transaction) => {
        for (const { accountId, version } of events)
          await transaction.query("INSERT INTO heard (key, version) VALUES ($1, $2)", [accountId, version]);
      }),
    ];
    const inbox = createInbox({ database, consumers, attemptsMax: 4, pollMs: 100, log });
    const worker = startKafkaIntake({ settings, module: "hearer", publishers: ["teller"], inbox, batchMax: 100, log });
    workers.push(worker);
    return worker;
  }

  const tell = (database: Database, key: string, version: number) =>
    database.transaction((transaction) =>
      publish(transaction, [outboxEvent(AccountChanged, key, { accountId: key, version })]),
    );
  const heard = async (database: Database) =>
    (await database.query<{ count: number }>("SELECT count(*) AS count FROM heard"))[0]!.count;

  async function withAdmin<T>(settings: KafkaSettings, work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = new Admin({ ...connectionOptions(settings, "test"), strict: false });
    try {
      return await work(admin);
    } finally {
      await admin.close();
    }
  }

  /** The fewest replicas in sync of a partition of events. */
  const inSync = (settings: KafkaSettings) =>
    withAdmin(settings, async (admin) => {
      const topic = eventTopic(settings, "teller");
      const { partitions } = (await admin.metadata({ topics: [topic] })).topics.get(topic)!;
      return Math.min(...partitions.map(({ isr }) => isr.length));
    });

  test("a topic made with less than the settings want is raised, and what cannot be raised is named", async () => {
    const before_ = settingsWith({ partitions: 2, replicas: 1, minInSyncReplicas: 1, retentionMs: 3_600_000 });
    await ensureTopics(before_, ["teller"]);
    const { log, lines } = rememberingLogger();
    const settings = { ...settingsWith(), prefix: before_.prefix };
    const database = await moduleDatabase("teller");
    const worker = relay(settings, database, log);
    await tell(database, "a", 1);
    await until(async () => (await database.query("SELECT 1 FROM outbox")).length === 0);
    await worker.stop();
    const topic = eventTopic(settings, "teller");
    const all = lines.join("\n");
    assert.match(all, new RegExp(`${topic} has 1 replicas, the settings want 3`));
    assert.match(all, new RegExp(`${topic} has 2 partitions, the settings want 6`));
    assert.match(all, new RegExp(`${topic} had retention.ms 3600000; it was raised to 86400000`));
    const again = rememberingLogger();
    const second = relay(settings, database, again.log);
    await tell(database, "b", 1);
    await until(async () => (await database.query("SELECT 1 FROM outbox")).length === 0);
    await second.stop();
    assert.ok(!again.lines.join().includes("retention.ms"), "it is raised once");
  });

  test("events that the brokers deleted while the consumer was stopped are logged and counted; it goes on after them", async () => {
    const settings = settingsWith({ partitions: 1 });
    const [teller, hearer] = [await moduleDatabase("teller"), await moduleDatabase("hearer")];
    relay(settings, teller);
    for (let version = 1; version <= 5; version++) await tell(teller, "a", version);
    const first = intake(settings, hearer);
    await until(async () => (await heard(hearer)) === 5, { timeoutMs: 30_000 });
    await first.stop();
    for (let version = 6; version <= 16; version++) await tell(teller, "a", version);
    await until(async () => (await teller.query("SELECT 1 FROM outbox")).length === 0);
    const topic = eventTopic(settings, "teller");
    await withAdmin(settings, (admin) =>
      admin.deleteRecords({ topics: [{ name: topic, partitions: [{ partition: 0, offset: 12n }] }] }),
    );
    const { log, lines } = rememberingLogger();
    intake(settings, hearer, log);
    await until(async () => (await heard(hearer)) === 9, { timeoutMs: 30_000 });
    await until(() => lines.some((line) => line.startsWith(`7 events of partition 0 of ${topic} were deleted`)), {
      why: () => lines.join("\n"),
    });
    assert.match(await registry.metrics(), /jangteo_events_lost_total\{module="hearer"\} 7/);
    await tell(teller, "a", 17);
    await until(async () => (await heard(hearer)) === 10, { timeoutMs: 30_000 });
    assert.equal(lines.filter((line) => line.includes("were deleted")).length, 1, "reported once");
  });

  test("a partition without its only replica holds up its own keys alone", async () => {
    const settings = settingsWith({ replicas: 1, minInSyncReplicas: 1 });
    const teller = await moduleDatabase("teller");
    const worker = relay(settings, teller);
    await tell(teller, "first", 1);
    await until(async () => (await teller.query("SELECT 1 FROM outbox")).length === 0);
    const topic = eventTopic(settings, "teller");
    const leadersOf = (name: string) =>
      withAdmin(settings, async (admin) =>
        (await admin.metadata({ topics: [name] })).topics.get(name)!.partitions.map(({ leader }) => leader),
      ).catch((error: Error) => {
        if (findErrorBy(error, "apiId", "LEADER_NOT_AVAILABLE")) return [-1];
        throw error;
      });
    const leaders = await leadersOf(topic);
    const victim = leaders[0]!;
    const sick = leaders.flatMap((leader, partition) => (leader === victim ? [`partition ${partition}`] : []));
    assert.ok(sick.length > 0 && sick.length < 6, `leaders ${leaders.join()}`);
    await cluster.kill(victim);
    try {
      const keys = Array.from({ length: 60 }, () => randomUUID());
      for (const key of keys) await tell(teller, key, 1);
      worker.nudge();
      const waiting = () => teller.query<{ destination: string }>("SELECT destination FROM outbox_waiting");
      await until(
        async () =>
          (await teller.query("SELECT 1 FROM outbox")).length === 0 &&
          (await waiting()).every(({ destination }) => sick.includes(destination)),
        { timeoutMs: 60_000 },
      );
      const stuck = (await waiting()).length;
      assert.ok(stuck > 0 && stuck < 60, `${stuck} of 60 wait`);
      // From now on the brokers know themselves that the partitions have no leader.
      await until(async () => (await leadersOf(topic)).includes(-1), { timeoutMs: 30_000 });
      for (const key of keys) await tell(teller, key, 2);
      worker.nudge();
      await until(async () => (await teller.query("SELECT 1 FROM outbox")).length === 0);
      await until(async () => (await waiting()).every(({ destination }) => sick.includes(destination)));
      assert.equal((await waiting()).length, stuck * 2);
    } finally {
      await cluster.start(victim);
    }
    await until(async () => (await teller.query("SELECT 1 FROM outbox_waiting")).length === 0, { timeoutMs: 60_000 });
  });

  test("one of three brokers killed: events keep flowing, each once and in order, also when another topic has no leader", async (t) => {
    const settings = settingsWith();
    await ensureTopics(settingsWith({ replicas: 1, minInSyncReplicas: 1 }), ["teller"]);
    const [teller, hearer] = [await moduleDatabase("teller"), await moduleDatabase("hearer")];
    const { log, lines } = rememberingLogger();
    const worker = relay(settings, teller, log);
    intake(settings, hearer, log);
    const keys = Array.from({ length: 12 }, () => randomUUID());
    let version = 0;
    const round = async () => {
      version++;
      for (const key of keys) await tell(teller, key, version);
      worker.nudge();
    };
    await round();
    await until(async () => (await heard(hearer)) === 12, { timeoutMs: 30_000 });
    for (const victim of [1, 2, 3]) {
      await cluster.kill(victim);
      const killedAt = performance.now();
      for (let count = 0; count < 5; count++) await round();
      let state = "";
      await until(
        async () => {
          const counts = await teller.query(`SELECT 'outbox' AS destination, count(*) AS count FROM outbox
            UNION ALL SELECT destination, count(*) FROM outbox_waiting GROUP BY destination`);
          state = JSON.stringify({ victim, heard: await heard(hearer), of: version * 12, counts });
          return (await heard(hearer)) === version * 12;
        },
        { timeoutMs: flowsWithinMs, why: () => `${state}\n${lines.join("\n")}` },
      );
      t.diagnostic(`node ${victim} killed: all events there after ${Math.round(performance.now() - killedAt)} ms`);
      await cluster.start(victim);
      await until(async () => (await inSync(settings)) === 3, { timeoutMs: 60_000 });
    }
    for (const key of keys) {
      const rows = await hearer.query<{ version: number }>("SELECT version FROM heard WHERE key = $1 ORDER BY id", [
        key,
      ]);
      assert.deepEqual(
        rows.map((row) => row.version),
        Array.from({ length: version }, (_, index) => index + 1),
      );
    }
  });
});
