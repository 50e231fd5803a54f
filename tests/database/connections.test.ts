import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Database, openDatabase, type Transaction } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { createDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const open: Database[] = [];
after(async () => {
  await Promise.all(open.map((database) => database.close()));
});

/** The database of a module with a table `heard (id, key, version)`, and a connection of the server's superuser. */
async function openModule(idleTransactionTimeoutMs = 3_000) {
  const url = await createDatabase();
  await provision(url, { name: "hearer", migrations: new URL("./fixtures/", import.meta.url) });
  const database = openDatabase({
    url,
    module: "hearer",
    role: moduleRole("hearer"),
    poolMax: 4,
    queueMax: 100,
    waitMs: 2_000,
    statementTimeoutMs: 5_000,
    idleTransactionTimeoutMs,
    log: silentLogger(),
  });
  open.push(database);
  return { url, database };
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const backend = async (database: Pick<Database, "query">) =>
  (await database.query<{ pid: number }>("SELECT pg_backend_pid() AS pid"))[0]!.pid;

test("a transaction that stays idle longer than its timeout is ended, answers UNAVAILABLE and releases its locks", async () => {
  const { url, database } = await openModule(500);
  await asSuperuser(url, async (observer) => {
    const isRunning = async (pid: number) =>
      (await observer.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1", [pid])).rowCount === 1;
    const idle = database.transaction(async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock(42)");
      const pid = await backend(transaction);
      await until(async () => !(await isRunning(pid)), { timeoutMs: 3_000 });
      await transaction.query("SELECT 1");
    });
    await assert.rejects(idle, { code: "UNAVAILABLE" });
    const { rows } = await observer.query<{ free: boolean }>("SELECT pg_try_advisory_lock(42) AS free");
    assert.equal(rows[0]!.free, true);
  });
  assert.equal((await database.query("SELECT 1")).length, 1);
});

test("a suspended instance's transaction that waits behind another one of its own does not get the lock", async () => {
  const { url, database } = await openModule(1_000);
  const holdLock = (onceLocked: () => void) =>
    database.transaction(async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock(42)");
      onceLocked();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
    });
  await asSuperuser(url, async (observer) => {
    const startedAt = performance.now();
    let first!: Promise<void>;
    await new Promise<void>((locked) => {
      first = holdLock(locked);
    });
    const second = holdLock(() => assert.fail("the second transaction got the lock"));
    const others = observer.query("SELECT pg_advisory_xact_lock(42)").then(() => performance.now() - startedAt);
    await Promise.all([
      assert.rejects(first, { code: "UNAVAILABLE" }),
      assert.rejects(second, { code: "UNAVAILABLE" }),
      others.then((waitedMs) => assert.ok(waitedMs < 1_800, `others waited ${waitedMs} ms`)),
    ]);
  });
});

test("errors of a server that stops, starts or takes no writes answer UNAVAILABLE and drop the connection", async () => {
  const { database } = await openModule();
  const codes = ["25006", "25P03", "25P04", "57P01", "57P02", "57P03", "08000", "08003", "08006", "08P01"];
  for (const code of codes) {
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END $$`;
    const before = await backend(database);
    await assert.rejects(database.query(raise), { code: "UNAVAILABLE" }, code);
    const between = await backend(database);
    assert.notEqual(between, before, `${code}, a query`);
    await assert.rejects(
      database.transaction((transaction) => transaction.query(raise)),
      { code: "UNAVAILABLE" },
      code,
    );
    assert.notEqual(await backend(database), between, `${code}, a transaction`);
  }
});

test("a transaction over the server's transaction_timeout answers UNAVAILABLE", async () => {
  const { database } = await openModule();
  const before = await backend(database);
  const long = database.transaction(async (transaction) => {
    await transaction.query("SET LOCAL transaction_timeout = 200");
    await transaction.query("SELECT pg_sleep(4)");
  });
  await assert.rejects(long, { code: "UNAVAILABLE" });
  assert.notEqual(await backend(database), before);
});

test("once one write has met a read-only server, no connection that was made before is used again", async () => {
  const { url, database } = await openModule();
  await setReadOnly(url, true);
  const readers = await fourAtOnce(database, backend);
  assert.equal(new Set(readers).size, 4);
  await setReadOnly(url, false);
  const write = (queryable: Pick<Database, "query">) =>
    queryable.query("INSERT INTO heard (key, version) VALUES ('x', 1)");
  await assert.rejects(write(database), { code: "UNAVAILABLE" });
  await fourAtOnce(database, write);
});

async function setReadOnly(url: string, isReadOnly: boolean): Promise<void> {
  await asSuperuser(url, async (client) => {
    await client.query("SET default_transaction_read_only = off");
    await client.query(`ALTER DATABASE ${client.database} SET default_transaction_read_only = ${isReadOnly}`);
  });
}

/** Runs `work` in four transactions that are open at the same time. */
function fourAtOnce<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T[]> {
  let arrived = 0;
  const allThere = Promise.withResolvers<void>();
  const one = () =>
    database.transaction(async (transaction) => {
      const result = await work(transaction);
      if (++arrived === 4) allThere.resolve();
      await allThere.promise;
      return result;
    });
  return Promise.all([one(), one(), one(), one()]);
}
