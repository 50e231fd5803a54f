import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import pg from "pg";
import { createDatabase, runCommand } from "../harness/marketplace.ts";
import { processesOf } from "../harness/process-table.ts";
import { until } from "../harness/until.ts";

const homes: string[] = [];
after(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** Starts what cannot start; answers what it said. Nothing may be left of it. */
async function failToStart(stage: string, env: Record<string, string>, exitCode = 1): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "jangteo-failing-"));
  homes.push(home);
  const { code, output } = await runCommand(["start", "--stage", stage], {
    JANGTEO_HOME: home,
    JANGTEO_DEMO: "off",
    JANGTEO_PAGES: "off",
    PORT: "0",
    ...env,
  });
  assert.equal(code, exitCode, output);
  assert.ok(!/\n\s+at .*\.[jt]s:/.test(output), `no stack trace:\n${output}`);
  await until(() => processesOf(home).length === 0, {
    why: () =>
      `still running: ${processesOf(home)
        .map(({ pid }) => pid)
        .join()}`,
  });
  return output;
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client);
  await client.end();
}

function hold(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
const portOf = (server: Server) => (server.address() as { port: number }).port;

describe("a start that fails says what, where and what to do, and leaves nothing running", () => {
  test("a taken port of the gateway", async () => {
    const server = await hold(0);
    const port = portOf(server);
    const output = await failToStart("multi-module", {
      DATABASE_URL: await createDatabase(),
      JANGTEO_API_PORTS: "off",
      PORT: String(port),
    });
    server.close();
    assert.match(output, new RegExp(`Port ${port}.*of the gateway, is taken.*PORT=`));
  });

  test("a taken port of one of the APIs", async () => {
    const server = await hold(8085).catch(() => undefined);
    const free = await hold(0);
    const port = portOf(free);
    await new Promise((resolve) => free.close(resolve));
    const output = await failToStart("multi-module", { DATABASE_URL: await createDatabase(), PORT: String(port) });
    server?.close();
    assert.match(output, /Port 80\d\d .*of (account|order|chat)-api, is taken.*JANGTEO_API_PORTS=off/);
  });

  test("a broker that is not there", async () => {
    const output = await failToStart("microservices", {
      DATABASE_URL: await createDatabase(),
      KAFKA_BROKERS: "127.0.0.1:1",
    });
    assert.match(
      output,
      /Kafka brokers of KAFKA_BROKERS \(127\.0\.0\.1:1\) cannot be reached.*leave KAFKA_BROKERS out/,
    );
  });

  test("a database server that stays unreachable, after a wait; the password is not shown", async () => {
    for (const [stage, waitMs, host] of [
      ["monolith", 0, "127.0.0.1:1"],
      ["monolith", 300, "127.0.0.1:1"],
      ["monolith", 300, "db.invalid:5432"],
      ["microservices", 300, "127.0.0.1:1"],
    ] as const) {
      const output = await failToStart(stage, {
        DATABASE_URL: `postgresql://shop:hunter2@${host}/shop`,
        JANGTEO_DATABASE_START_WAIT_MS: String(waitMs),
      });
      assert.match(output, /The database of DATABASE_URL .*cannot be used/);
      const waits = output.match(/Waiting for PostgreSQL at .*/g) ?? [];
      assert.equal(waits.length, waitMs > 0 ? 1 : 0, output);
      for (const line of waits) assert.match(line, new RegExp(`at ${host}: (connection refused|host name .*)$`));
      assert.ok(!output.includes("hunter2"));
    }
  });

  test("a process of a stage waits for its database too", async () => {
    const { code, output } = await runCommand(["serve", "--stage", "multi-module", "--process", "order-api"], {
      DATABASE_URL: "postgresql://shop:hunter2@127.0.0.1:1/shop",
      JANGTEO_DATABASE_START_WAIT_MS: "300",
      JANGTEO_PAGES: "off",
    });
    assert.equal(code, 1);
    assert.match(output, /Waiting for PostgreSQL at 127\.0\.0\.1:1: connection refused/);
    assert.ok(!output.includes("hunter2"));
  });

  test("a database that does not exist, at once", async () => {
    const url = (await createDatabase()).replace(/\/test_\w+\?/, "/nowhere?");
    const output = await failToStart("monolith", { DATABASE_URL: url });
    assert.match(output, /The database of DATABASE_URL .*cannot be used: database "nowhere" does not exist/);
    assert.ok(!output.includes("Waiting"));
  });

  test("a schema of somebody else's, and a migration that something stands in the way of", async () => {
    const foreign = await createDatabase();
    await withClient(foreign, (client) => client.query('CREATE SCHEMA "order"'));
    const ours = await createDatabase();
    assert.equal((await runCommand(["verify"], { DATABASE_URL: ours })).code, 0);
    await withClient(ours, (client) => client.query(`DELETE FROM "order".migration WHERE name LIKE '0002%'`));
    for (const stage of ["monolith", "multi-module"]) {
      const taken = await failToStart(stage, { DATABASE_URL: foreign });
      assert.match(taken, /a schema "order" already, which belongs to postgres and is not ours/);
      const failed = await failToStart(stage, { DATABASE_URL: ours });
      assert.match(failed, /Migration 0002\S* of module order failed: .*already exists.*then start again/);
    }
  });

  test("an unknown stage, and a certificate without its key", async () => {
    const stage = await failToStart("cloud", {}, 2);
    assert.match(stage, /The stages are: monolith, multi-module, microservices/);
    const tls = await failToStart("multi-module", { JANGTEO_TLS_CERT_FILE: "x.pem" }, 2);
    assert.match(tls, /JANGTEO_TLS_KEY_FILE/);
  });
});
