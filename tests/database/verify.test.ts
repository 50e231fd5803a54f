import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { hostModules, type ModuleHost } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { renderInvariants } from "../../apps/server/commands/verify.ts";
import { modulesNamed } from "../../apps/server/compose.ts";
import { listInvariants, verifyMarketplace } from "../../apps/server/verify-marketplace.ts";
import { makeEventfulDatabase } from "../harness/eventful-marketplace.ts";
import { until } from "../harness/until.ts";
import { corruptions } from "./corruptions.ts";

type Copy = { host: ModuleHost; client: pg.Client; close(): Promise<void> };

let healthyUrl: string;
let shared: Copy;
before(async () => {
  healthyUrl = await makeEventfulDatabase();
  shared = await makeCopy("shared");
  await saveRows(shared.client);
});
after(async () => {
  await shared?.close();
});

/** The services on a copy of the healthy marketplace, and a superuser's connection to it. */
async function makeCopy(name: string, env: Record<string, string> = {}): Promise<Copy> {
  const healthy = /\/(\w+)\?/.exec(healthyUrl)![1]!;
  const copy = `${healthy}_${name}`;
  await onServer(`CREATE DATABASE ${copy} TEMPLATE ${healthy}`);
  const url = healthyUrl.replace(`/${healthy}?`, `/${copy}?`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order", "chat"]),
    settings: readSettings({ JANGTEO_STEP_LEASE_MS: "1000", ...env }),
    log: silentLogger(),
    topology: { databaseUrl: () => url, events: "direct", livePush: "none" },
  });
  return {
    host,
    client,
    async close() {
      await host.close();
      await client.end();
      await onServer(`DROP DATABASE ${copy} WITH (FORCE)`);
    },
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Runs `work` on healthy data: on a copy of its own where the schema changes, else on the shared one, which is put right after. */
async function onHealthy(
  work: (host: ModuleHost, client: pg.Client) => Promise<void>,
  { changesSchema = false } = {},
): Promise<void> {
  const { host, client, close } = changesSchema ? await makeCopy("own") : shared;
  try {
    await work(host, client);
  } finally {
    if (changesSchema) await close();
    else await restoreRows(client);
  }
}

/** A database for each corruption takes half a second of disk; to put the rows back takes some milliseconds. */
async function saveRows(client: pg.Client): Promise<void> {
  await client.query("CREATE SCHEMA saved");
  for (const { table, saved } of await listTables(client))
    await client.query(`CREATE TABLE ${saved} AS TABLE ${table}`);
}

async function restoreRows(client: pg.Client): Promise<void> {
  const restored = (await listTables(client)).map(
    ({ table, saved }) => `DELETE FROM ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE ${saved};`,
  );
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${restored.join("\n")} COMMIT;
    RESET session_replication_role`);
}

async function listTables(client: pg.Client): Promise<{ table: string; saved: string }[]> {
  const { rows } = await client.query<{ table: string; saved: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS table, format('saved.%I', schemaname || '_' || tablename) AS saved
     FROM pg_tables WHERE schemaname IN ('account', 'order', 'chat')`,
  );
  return rows;
}

const atOnce = { pause: async () => undefined };
const namesOff = async (host: ModuleHost): Promise<string[]> =>
  (await verifyMarketplace(host, atOnce))
    .filter((check) => check.count > 0)
    .map((check) => `${check.module}: ${check.name}`)
    .sort();

describe("verify sees each corruption, and nothing else", () => {
  test("a healthy marketplace has every state, and nothing is off", async () => {
    await onHealthy(async (host, client) => {
      assert.deepEqual(await namesOff(host), []);
      const { rows } = await client.query(`
        SELECT array(SELECT DISTINCT status FROM "order".order_part ORDER BY 1) AS parts,
          array(SELECT DISTINCT status FROM "order".orders ORDER BY 1) AS orders,
          array(SELECT DISTINCT kind FROM account.transfer ORDER BY 1) AS transfers,
          array(SELECT DISTINCT state FROM account.deposit ORDER BY 1) AS deposits,
          array(SELECT DISTINCT state FROM account.payout ORDER BY 1) AS payouts,
          array(SELECT DISTINCT state FROM "order".dispute ORDER BY 1) AS disputes`);
      assert.deepEqual(rows[0], {
        parts: ["CANCELLED", "CONFIRMED", "DELIVERED", "PAID", "PREPARING", "REFUNDED", "SHIPPED"],
        orders: ["CANCELLED", "PAID"],
        transfers: [
          "cover",
          "deposit",
          "fee",
          "fee_refund",
          "forfeit",
          "payout",
          "payout_reversal",
          "purchase",
          "refund",
          "settle",
        ],
        deposits: ["CAPTURED", "DECLINED"],
        payouts: ["FAILED", "PAID"],
        disputes: ["OPEN", "REFUNDED", "WITHDRAWN"],
      });
    });
  });

  test("every invariant has a corruption, and every corruption its invariant", async () => {
    const invariants = await listInvariants(shared.host);
    assert.deepEqual(
      Object.keys(corruptions).sort(),
      invariants.map(({ module, name }) => `${module}: ${name}`).sort(),
    );
  });

  for (const [name, variants] of Object.entries(corruptions))
    for (const [index, sql] of variants.entries())
      test(`${name}${variants.length > 1 ? ` (${index + 1})` : ""}`, async () => {
        await onHealthy(
          async (host, client) => {
            await client.query(sql);
            assert.deepEqual(await namesOff(host), [name]);
          },
          { changesSchema: /ALTER TABLE|DROP INDEX/.test(sql) },
        );
      });
});

describe("verify", () => {
  test("finds the same in ranges of one row as in one range, and reaches the end of each", async () => {
    await onHealthy(async (host, client) => {
      await client.query(`
        SET session_replication_role = replica;
        UPDATE account.entry SET balance_after = balance_after + seq;
        UPDATE "order".stock_move SET quantity = quantity - 1 WHERE kind = 'sale';
        UPDATE "order".order_line SET part_id = gen_random_uuid()`);
      for (const service of [host.client(AccountService), host.client(OrderService)])
        for (const { name: walk } of (await service.reconcile({})).walks) {
          const count = new Map<string, number>();
          const { checks } = await service.reconcile({ walk });
          let [after, ranges] = ["", 0];
          do {
            const one = await service.reconcile({ walk, after, limit: 1 });
            for (const { name, count: off } of one.checks) count.set(name, (count.get(name) ?? 0) + Number(off));
            after = one.next;
            assert.ok(++ranges <= 1_000, `${walk} goes on at ${after}`);
          } while (after !== "");
          assert.deepEqual(count, new Map(checks.map(({ name, count }) => [name, Number(count)])), walk);
        }
    });
  });

  test("reports only what stays off", async () => {
    await onHealthy(async (host, client) => {
      const add = (points: number) =>
        client.query(`UPDATE account.balance SET posted = posted + ${points} WHERE posted > 0`);
      await add(1);
      let pauses = 0;
      const pause = async () => {
        if (++pauses === 2) await add(-1);
      };
      const checks = await verifyMarketplace(host, { pause });
      assert.deepEqual(
        checks.filter(({ count }) => count > 0),
        [],
      );
      assert.equal(pauses, 2);
    });
  });

  test("asks for fewer rows when a range takes longer than a call may", async () => {
    const { host, client, close } = await makeCopy("slow", { JANGTEO_CALL_TIMEOUT_MS: "1000" });
    try {
      await client.query("BEGIN; LOCK TABLE account.entry IN ACCESS EXCLUSIVE MODE");
      const verified = namesOff(host);
      // The first range still waits in the database when the second, smaller one does too.
      await until(async () => {
        const { rows } = await client.query(
          `SELECT FROM pg_locks WHERE relation = 'account.entry'::regclass AND NOT granted`,
        );
        return rows.length >= 2;
      });
      await client.query("COMMIT");
      assert.deepEqual(await verified, []);
    } finally {
      await close();
    }
  });

  test("counts all rows that are off and names 20 of them", async () => {
    await onHealthy(async (host, client) => {
      await client.query(
        `INSERT INTO account.purchase (order_id, outcome) SELECT gen_random_uuid(), 'PURCHASED' FROM generate_series(1, 3000)`,
      );
      const off = (await verifyMarketplace(host, atOnce)).filter(({ count }) => count > 0);
      assert.deepEqual(
        off.map(({ count, examples }) => [count, examples.length]),
        [[3_000, 20]],
      );
    });
  });

  test("lets parts be confirmed in the ledger alone that were bought before it kept confirmations", async () => {
    await onHealthy(async (host, client) => {
      await client.query(`
        UPDATE account.order_money SET confirmed_at = now(), before_confirmations = true
        WHERE confirmed_at IS NULL AND refunded = 0 AND settled > 0`);
      assert.deepEqual(await namesOff(host), []);
    });
  });

  test("excuses a part whose money is on its way, for ten minutes", async () => {
    await onHealthy(async (host, client) => {
      const due = (since: string) =>
        client.query(`
          UPDATE "order".order_part SET money_due = 'refund', money_due_since = now() - interval '${since}',
            lease_until = now() + interval '1 second', status = 'REFUNDED' WHERE status = 'SHIPPED' OR money_due IS NOT NULL`);
      await due("5 seconds");
      assert.deepEqual(await namesOff(host), []);
      await due("11 seconds");
      assert.deepEqual(await namesOff(host), ["order: refund or settlement that is due for more than ten leases"]);
      await due("11 minutes");
      assert.deepEqual(await namesOff(host), [
        "order + account: order part refunded on one side only",
        "order: refund or settlement that is due for more than ten leases",
      ]);
    });
  });

  test("is documented: docs/invariants.md has what it checks (print it with `jangteo verify --list`)", async () => {
    const page = renderInvariants(await listInvariants(shared.host));
    assert.equal(readFileSync("docs/invariants.md", "utf8"), `${page}\n`);
  });
});
