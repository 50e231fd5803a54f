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
import { corruptions } from "./corruptions.ts";

let healthyUrl: string;
before(async () => {
  healthyUrl = await makeEventfulDatabase();
});

/** The services on a copy of the healthy marketplace, and a superuser's connection to it. */
async function onCopy<T>(work: (host: ModuleHost, client: pg.Client) => Promise<T>): Promise<T> {
  const healthy = nameOf(healthyUrl);
  const copy = `${healthy}_copy`;
  await onServer(`CREATE DATABASE ${copy} TEMPLATE ${healthy}`);
  const url = healthyUrl.replace(`/${healthy}?`, `/${copy}?`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order", "chat"]),
    settings: readSettings({ JANGTEO_STEP_LEASE_MS: "1000" }),
    log: silentLogger(),
    topology: { databaseUrl: () => url, events: "direct", livePush: "none" },
  });
  try {
    return await work(host, client);
  } finally {
    await host.close();
    await client.end();
    await onServer(`DROP DATABASE ${copy} WITH (FORCE)`);
  }
}

const nameOf = (url: string): string => /\/(\w+)\?/.exec(url)![1]!;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const atOnce = { pause: async () => undefined };
const namesOff = async (host: ModuleHost): Promise<string[]> =>
  (await verifyMarketplace(host, atOnce))
    .filter((check) => check.count > 0)
    .map((check) => `${check.module}: ${check.name}`)
    .sort();

describe("verify sees each corruption, and nothing else", () => {
  test("a healthy marketplace has every state, and nothing is off", async () => {
    await onCopy(async (host, client) => {
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
    const invariants = await onCopy(listInvariants);
    assert.deepEqual(
      Object.keys(corruptions).sort(),
      invariants.map(({ module, name }) => `${module}: ${name}`).sort(),
    );
  });

  for (const [name, variants] of Object.entries(corruptions))
    for (const [index, sql] of variants.entries())
      test(`${name}${variants.length > 1 ? ` (${index + 1})` : ""}`, async () => {
        await onCopy(async (host, client) => {
          await client.query(sql);
          assert.deepEqual(await namesOff(host), [name]);
        });
      });
});

describe("verify", () => {
  test("finds the same in ranges of one row as in one range, and reaches the end of each", async () => {
    await onCopy(async (host, client) => {
      await client.query(`
        SET session_replication_role = replica;
        UPDATE account.entry SET balance_after = balance_after + seq;
        UPDATE "order".stock_move SET quantity = quantity - 1 WHERE kind = 'sale';
        UPDATE "order".order_line SET part_id = gen_random_uuid()`);
      for (const service of [host.client(AccountService), host.client(OrderService)])
        for (const { name: walk } of (await service.reconcile({})).walks) {
          const count = new Map<string, number>();
          const { checks } = await service.reconcile({ walk });
          for (let after = "", ended = false; !ended; ) {
            const one = await service.reconcile({ walk, after, limit: 1 });
            for (const { name, count: off } of one.checks) count.set(name, (count.get(name) ?? 0) + Number(off));
            ended = one.next === "";
            assert.ok(
              ended || one.next > after || /^\d+$/.test(one.next),
              `${walk} goes on from ${after} to ${one.next}`,
            );
            after = one.next;
          }
          assert.deepEqual(count, new Map(checks.map(({ name, count }) => [name, Number(count)])), walk);
        }
    });
  });

  test("reports only what stays off", async () => {
    await onCopy(async (host, client) => {
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

  test("counts all rows that are off and names 20 of them", async () => {
    await onCopy(async (host, client) => {
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
    await onCopy(async (host, client) => {
      await client.query(`
        UPDATE account.order_money SET confirmed_at = now(), before_confirmations = true
        WHERE confirmed_at IS NULL AND refunded = 0 AND settled > 0`);
      assert.deepEqual(await namesOff(host), []);
    });
  });

  test("excuses a part whose money is on its way, for ten minutes", async () => {
    await onCopy(async (host, client) => {
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
    const page = await onCopy(async (host) => renderInvariants(await listInvariants(host)));
    assert.equal(readFileSync("docs/invariants.md", "utf8"), `${page}\n`);
  });
});

after(async () => {
  if (healthyUrl) await onServer(`DROP DATABASE ${nameOf(healthyUrl)} WITH (FORCE)`);
});
