import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { hostModules, type ModuleHost } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed } from "../../apps/server/compose.ts";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { holdLock } from "../harness/locks.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Points wait in escrow until confirmation. */
const market = useMarketplace({ alone: true, env: { JANGTEO_SETTLEMENT: "on-confirmation" } });

async function sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: market.own.databaseUrl, options: "-c search_path=account" });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function sold() {
  const [seller, buyer] = [await market.api.seller(), await market.api.customer(2_000)];
  const product = await market.api.product(seller, [[2_000, 5]]);
  const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 2_000);
  const [part] = await sql<{ id: string }>("SELECT order_part AS id FROM order_money WHERE order_id = $1", [order.id]);
  return { seller, buyer, orderId: order.id as string, partId: part!.id };
}
const points = (...people: Person[]) => Promise.all(people.map((person) => market.api.balance(person)));

describe("the ledger, called again about the same part of an order", () => {
  let host: ModuleHost;
  before(async () => {
    await until(() => market.own.databaseUrl !== "");
    host = await hostModules({
      name: "test",
      modules: await modulesNamed(["account", "order"]),
      settings: readSettings({}),
      log: silentLogger(),
      topology: { databaseUrl: () => market.own.databaseUrl, events: "direct", livePush: "none" },
    });
  });
  after(() => host.close());

  test("refunds it once, also when asked by several at once, and does not settle it any more", async () => {
    const { seller, buyer, orderId, partId } = await sold();
    const ledger = host.client(AccountService);
    const refund = () => ledger.refund({ partId, memo: "" });
    const purse = await holdLock(
      market.own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${buyer.id}' FOR UPDATE`,
    );
    const refunds = [refund(), refund(), refund()];
    try {
      await until(async () => {
        const waiting = await sql(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return waiting.length >= refunds.length;
      });
    } finally {
      await purse.release();
    }
    const amounts = (await Promise.allSettled(refunds)).map((each) => each.status === "fulfilled" && each.value.amount);
    assert.deepEqual(amounts, [2_000n, 2_000n, 2_000n]);
    assert.equal((await market.api.post(`/customer/orders/${orderId}/cancel`, {}, buyer.token)).status, 200);
    assert.deepEqual(await points(buyer, seller), [2_000, 0]);
    assert.deepEqual([(await refund()).amount, (await ledger.settle({ partId })).amount], [2_000n, 0n]);
    assert.deepEqual(await points(buyer, seller), [2_000, 0]);
  });

  test("settles it once", async () => {
    const { seller, buyer, orderId, partId } = await sold();
    await market.api.confirm(orderId, seller, buyer);
    await until(async () => (await market.api.balance(seller)) === 2_000);
    const ledger = host.client(AccountService);
    assert.deepEqual(
      [(await ledger.settle({ partId })).amount, (await ledger.settle({ partId })).amount],
      [2_000n, 2_000n],
    );
    assert.deepEqual(await points(buyer, seller), [0, 2_000]);
  });
});

test("a payout that comes again, since its response was not stored, moves its points once", async () => {
  const { seller, buyer, orderId } = await sold();
  await market.api.confirm(orderId, seller, buyer);
  await until(async () => (await market.api.withdrawable(seller)) === 2_000);
  for (const [amount, bankAccount, left] of [
    [400, "fail", 2_000],
    [700, "110-222", 1_300],
  ] as const) {
    const key = randomUUID();
    const send = () => market.api.post("/accounts/seller/payouts", { amount, bankAccount }, seller.token, key);
    const first = await send();
    assert.deepEqual([first.status, await market.api.balance(seller)], [201, left]);
    // As a process leaves it that ends before it has stored the response.
    await sql("UPDATE idempotency SET status = NULL, body = NULL WHERE key = $1", [key]);
    assert.deepEqual((await send()).body, first.body);
    assert.equal(await market.api.balance(seller), left);
  }
});

test("an account with a pending deposit is not closed", async () => {
  const buyer = await market.api.customer();
  const deposit = { amount: 500, from: "timeout" };
  assertProblem(
    await market.api.post("/accounts/customer/balance", deposit, buyer.token, randomUUID()),
    503,
    "PAYMENT_PENDING",
  );
  const resumeIn = (interval: string) =>
    sql("UPDATE deposit SET lease_until = now() + $2::interval WHERE account_id = $1", [buyer.id, interval]);
  await resumeIn("1 hour");
  const close = { password: "jangteo-tester", giveUpPoints: true };
  assertProblem(await market.api.post("/accounts/customer/close", close, buyer.token), 503, "PAYMENT_PENDING");
  await resumeIn("0");
  await until(async () => (await market.api.balance(buyer)) === 500);
});

test("an account with a sale that is open in the ledger is not closed, though the order module counted none", async () => {
  const { seller, buyer, orderId } = await sold();
  await market.api.confirm(orderId, seller, buyer);
  await until(async () => (await market.api.withdrawable(seller)) === 2_000);
  const purse = await holdLock(
    market.own,
    "account",
    `SELECT FROM account.balance WHERE account_id = '${seller.id}' FOR UPDATE`,
  );
  const close = { password: "jangteo-tester", giveUpPoints: true };
  const closing = market.api.post("/accounts/seller/close", close, seller.token);
  await purse.isWaitedFor();
  // As if it had been sold since the count.
  await purse.query(`UPDATE account.order_money SET confirmed_at = NULL WHERE order_id = '${orderId}'`);
  await purse.release();
  assertProblem(await closing, 409, "ORDERS_UNDER_WAY");
  await sql("UPDATE order_money SET confirmed_at = now() WHERE order_id = $1", [orderId]);
});
