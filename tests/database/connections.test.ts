import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
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
