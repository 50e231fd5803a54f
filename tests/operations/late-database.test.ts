import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { freePorts } from "../../apps/server/free-ports.ts";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-late-database-"));
let postgres: EmbeddedPostgres | undefined;
after(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a marketplace that starts before its PostgreSQL waits and opens; a wrong password ends the start at once", async () => {
  const [port] = await freePorts(1);
  // This database is there as soon as the server is, so that the marketplace may come as early as it can.
  const databaseUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const home = join(folder, "home");
  const starting = startMarketplace({ stage: "monolith", databaseUrl, env: { JANGTEO_HOME: home } });
  await until(() => readFileSync(join(home, "logs/server.log"), "utf8").includes("Waiting for PostgreSQL"));
  postgres = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    log: silentLogger(),
    parameters: { listen_addresses: "127.0.0.1", port: String(port) },
  });
  const market = await starting;
  try {
    assert.match(market.output(), new RegExp(`Waiting for PostgreSQL at 127\\.0\\.0\\.1:${port}: connection refused`));
    assert.equal((await market.api.get("/health/ready")).status, 200);
    await market.verify();
  } finally {
    await market.stop();
  }

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("CREATE ROLE shop LOGIN PASSWORD 'right'");
  const access = join(folder, "postgres/data/pg_hba.conf");
  writeFileSync(access, `host all shop 127.0.0.1/32 scram-sha-256\n${readFileSync(access, "utf8")}`);
  await client.query("SELECT pg_reload_conf()");
  await client.end();
  const shop = { DATABASE_URL: databaseUrl.replace("postgres@", "shop:hunter2@") };
  await until(async () => {
    const { code, output } = await runCommand(["start"], { ...shop, JANGTEO_PAGES: "off", PORT: "0" });
    assert.equal(code, 1);
    assert.match(output, /cannot be used: password authentication failed for user "shop"/);
    assert.ok(!output.includes("Waiting") && !output.includes("hunter2"));
    return true;
  });
});
