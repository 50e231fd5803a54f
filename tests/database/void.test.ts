import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { AccountService, PurchaseOutcome } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed } from "../../apps/server/compose.ts";
import type { Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();

const openLedger = async () =>
  hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => market.own.databaseUrl, events: "direct", livePush: "none" },
  });

test("a purchase that arrives after its void is refused, and a void after its purchase changes nothing", async () => {
  const [buyer, seller] = [await market.api.customer(100), await market.api.seller()];
  const host = await openLedger();
  const ledger = host.client(AccountService);
  const orderId = randomUUID();
  const purchase = { orderId, buyerId: buyer.id, parts: [{ partId: randomUUID(), sellerId: seller.id, amount: 30n }] };
  const voided = await ledger.voidPurchases({ orderIds: [orderId] });
  assert.equal(voided.results[0]!.outcome, PurchaseOutcome.VOIDED);
  assert.equal((await ledger.purchase({ purchases: [purchase] })).results[0]!.outcome, PurchaseOutcome.VOIDED);
  assert.equal(await market.api.balance(buyer), 100);

  const product = await market.api.product(seller, [[30, 3]]);
  const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 30);
  const late = await ledger.voidPurchases({ orderIds: [order.id, orderId] });
  assert.deepEqual(
    late.results.map((result) => result.outcome),
    [PurchaseOutcome.PURCHASED, PurchaseOutcome.VOIDED],
  );
  assert.deepEqual([await market.api.balance(buyer), await market.api.balance(seller)], [70, 30]);
  assert.equal((await market.api.get(`/customer/orders/${order.id}`, buyer.token)).body.status, "PAID");
  await host.close();
});

/** An order as an instance leaves it that ended after step 1, so many minutes ago. */
async function leavePending(minutes: number, order: { id: string; partId: string }, buyer: Person, seller: Person) {
  const product = await market.api.product(seller, [[30, 3]]);
  const itemId = product.items[0].id as string;
  const client = new pg.Client({ connectionString: market.own.databaseUrl, options: '-c search_path="order"' });
  await client.connect();
  await client.query("BEGIN");
  await client.query(
    `INSERT INTO orders (id, buyer_id, status, total, from_cart, lease_until, created_at)
     VALUES ($1, $2, 'PENDING', 30, false, now() - $3 * interval '1 minute', now() - $3 * interval '1 minute')`,
    [order.id, buyer.id, minutes],
  );
  await client.query(
    "INSERT INTO order_part (id, order_id, seller_id, seller_name, subtotal) VALUES ($1, $2, $3, 's', 30)",
    [order.partId, order.id, seller.id],
  );
  await client.query(
    "INSERT INTO order_line (part_id, item_id, order_id, product_id, product_name, item_name, price, quantity) VALUES ($1, $2, $3, $4, 'p', 'i', 30, 1)",
    [order.partId, itemId, order.id, product.id],
  );
  await client.query("INSERT INTO stock_move (item_id, order_id, kind, quantity) VALUES ($1, $2, 'sale', -1)", [
    itemId,
    order.id,
  ]);
  await client.query("UPDATE item SET stock = stock - 1 WHERE id = $1", [itemId]);
  await client.query("COMMIT");
  return {
    /** The order's status once it is not pending any more, and the units in stock. */
    async outcome(): Promise<[string, number]> {
      const status = async () =>
        (await market.api.get(`/customer/orders/${order.id}`, buyer.token)).body.status as string;
      try {
        await until(async () => (await status()) !== "PENDING");
        const { rows } = await client.query<{ stock: number }>("SELECT stock FROM item WHERE id = $1", [itemId]);
        return [await status(), rows[0]!.stock];
      } finally {
        await client.end();
      }
    },
  };
}

test("an order left pending for minutes is called off, and its stock goes back once the ledger has promised", async () => {
  const [buyer, seller] = [await market.api.customer(100), await market.api.seller()];
  const left = await leavePending(10, { id: randomUUID(), partId: randomUUID() }, buyer, seller);
  assert.deepEqual(await left.outcome(), ["CANCELLED", 3]);
  assert.equal(await market.api.balance(buyer), 100);
});

for (const [what, minutes] of [
  ["pending for a minute", 1],
  ["pending for ten minutes", 10],
] as const)
  test(`an order left ${what} that is paid in the ledger becomes paid, and is paid once`, async () => {
    const [buyer, seller] = [await market.api.customer(100), await market.api.seller()];
    const host = await openLedger();
    const order = { id: randomUUID(), partId: randomUUID() };
    const parts = [{ partId: order.partId, sellerId: seller.id, amount: 30n }];
    await host.client(AccountService).purchase({ purchases: [{ orderId: order.id, buyerId: buyer.id, parts }] });
    await host.close();
    const left = await leavePending(minutes, order, buyer, seller);
    assert.deepEqual(await left.outcome(), ["PAID", 2]);
    assert.deepEqual([await market.api.balance(buyer), await market.api.balance(seller)], [70, 30]);
  });
