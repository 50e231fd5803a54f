import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, describe, test } from "node:test";
import { ensureLogin, loginRole, moduleUrl } from "@jangteo/kernel/database/logins.ts";
import { provision } from "@jangteo/kernel/database/provision.ts";
import pg from "pg";
import { createDatabase } from "../harness/marketplace.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();
const modules = ["account", "order", "chat"] as const;

const clients: pg.Client[] = [];
after(async () => {
  for (const client of clients) await client.end().catch(() => undefined);
});

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  clients.push(client);
  return client;
}

/** The role by which a module's running queries came. */
async function roleOf(module: string): Promise<string> {
  const admin = await connect(market.own.databaseUrl);
  const { rows } = await admin.query<{ role: string }>(
    "SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
    [`jangteo ${module}`],
  );
  assert.equal(rows.length, 1, JSON.stringify(rows));
  return rows[0]!.role;
}

/** A connection as the module's own, on which somebody can send whatever SQL there is. */
async function hostile(module: string): Promise<pg.Client> {
  const url = new URL(market.own.databaseUrl.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)\//, "$1socket/"));
  url.username = await roleOf(module);
  url.password = "trusted here";
  const client = await connect(url.href.replace("socket/", "/"));
  await client.query(`SET search_path = "${module}"`);
  return client;
}

async function refused(client: pg.Client, sql: string): Promise<void> {
  await assert.rejects(client.query(sql), (error: { code?: string; message: string }) => {
    assert.ok(
      ["42501", "0LP01", "22023", "42704"].includes(error.code ?? ""),
      `${sql}: ${error.code} ${error.message}`,
    );
    return true;
  });
}

describe("arbitrary SQL of a module's role", () => {
  for (const module of modules)
    test(`${module}: becomes nobody else, and changes neither tables nor functions`, async () => {
      const client = await hostile(module);
      const others = [
        "postgres",
        `jangteo_${module}_owner`,
        ...modules.filter((each) => each !== module).map((each) => `jangteo_${each}`),
      ];
      for (const role of others) await refused(client, `SET ROLE ${role}`);
      await refused(client, "SET SESSION AUTHORIZATION postgres");
      for (const reset of ["RESET ROLE", "SET ROLE NONE", "RESET SESSION AUTHORIZATION"]) {
        await client.query(reset);
        await refused(client, "UPDATE audit_entry SET reason = ''");
        await refused(client, "DELETE FROM audit_entry");
      }
      const table = { account: "transfer", order: "orders", chat: "event" }[module];
      for (const sql of [
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE balance (account_id uuid, posted bigint)",
        "CREATE SCHEMA mine",
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        "ALTER TABLE audit_entry DISABLE TRIGGER refuse_audit_change",
        `DROP TABLE ${table}`,
        `TRUNCATE ${table}`,
        "SET session_replication_role = replica",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "COPY audit_entry TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "CREATE EXTENSION dblink",
      ])
        await refused(client, sql);
      for (const other of modules) if (other !== module) await refused(client, `SELECT 1 FROM "${other}".outbox`);
    });

  test("account: makes no points and takes none, whatever it makes functions see", async () => {
    const client = await hostile("account");
    for (const sql of [
      "UPDATE balance SET posted = posted + 1",
      "INSERT INTO balance (account_id, posted) VALUES (gen_random_uuid(), 1)",
      "UPDATE transfer SET amount = 1",
      "DELETE FROM transfer",
      "INSERT INTO entry (account_id, seq, transfer_id, amount, balance_after) VALUES (gen_random_uuid(), 1, gen_random_uuid(), 1, 1)",
      "DELETE FROM purchase",
    ])
      await refused(client, sql);
    const buyer = await market.api.customer(100);
    // Points out of nothing: no account may go below its floor.
    const other = await market.api.customer();
    await assert.rejects(
      client.query(
        "INSERT INTO transfer (id, debit_id, credit_id, amount, kind) VALUES ($1, $2, $3, 101, 'purchase')",
        [randomUUID(), buyer.id, other.id],
      ),
    );
    assert.equal(await market.api.balance(buyer), 100);
  });

  test("functions with their owner's rights look at temporary tables last", async () => {
    const admin = await connect(market.own.databaseUrl);
    const { rows } = await admin.query<{ name: string; path: string | null }>(
      `SELECT p.oid::regprocedure::text AS name,
         (SELECT c FROM unnest(p.proconfig) AS c WHERE c LIKE 'search_path=%') AS path
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname IN ('account', 'order', 'chat')`,
    );
    assert.ok(rows.length >= 3);
    for (const { name, path } of rows) assert.match(path ?? "", /, pg_temp$/, name);
  });
});

describe("logins of modules", () => {
  test("a new secret is a new login; the old one is closed once nobody uses it", async () => {
    const url = await createDatabase();
    await provision(url, { name: "hearer", migrations: new URL("./fixtures/", import.meta.url) });
    const admin = await connect(url);
    const { rows } = await admin.query<{ name: string }>("SELECT current_database() AS name");
    const canLogIn = async (secret: string) =>
      (
        await admin.query<{ can: boolean }>("SELECT rolcanlogin AS can FROM pg_roles WHERE rolname = $1", [
          loginRole("hearer", rows[0]!.name, secret),
        ])
      ).rows[0]?.can;
    await ensureLogin(url, "hearer", "first secret");
    const running = new pg.Client({ connectionString: moduleUrl(url, "hearer", "first secret") });
    await running.connect();
    await ensureLogin(url, "hearer", "second secret");
    assert.deepEqual([await canLogIn("first secret"), await canLogIn("second secret")], [true, true]);
    await running.end();
    await ensureLogin(url, "hearer", "third secret");
    assert.deepEqual(await Promise.all(["first secret", "second secret", "third secret"].map(canLogIn)), [
      false,
      false,
      true,
    ]);
  });
});
