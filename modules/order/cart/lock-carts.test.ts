import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { holdLock } from "../../../tests/harness/locks.ts";
import { createDatabase } from "../../../tests/harness/marketplace.ts";
import { settleOrders } from "../checkout/settle-order.ts";
import { lockCarts } from "./lock-carts.ts";

async function openOrders() {
  const url = await createDatabase();
  await provision(url, { name: "order", migrations: new URL("../migrations/", import.meta.url) });
  const database = openDatabase({
    url,
    module: "order",
    role: moduleRole("order"),
    poolMax: 2,
    queueMax: 10,
    waitMs: 2_000,
    statementTimeoutMs: 10_000,
    idleTransactionTimeoutMs: 10_000,
    log: silentLogger(),
  });
  const [productId, itemId] = [randomUUID(), randomUUID()];
  await database.query(
    `INSERT INTO product (id, seller_id, name, description, price_from, search_grams) VALUES ($1, $1, 'p', '', 1000, '{}')`,
    [productId],
  );
  await database.query("INSERT INTO item (id, product_id, name, price, stock) VALUES ($1, $2, 'i', 1000, 8)", [
    itemId,
    productId,
  ]);

  /** A buyer with one line in the cart, which is being paid for. */
  async function startPayment(): Promise<{ orderId: string; buyerId: string }> {
    const [orderId, buyerId] = [randomUUID(), randomUUID()];
    await database.query(
      `INSERT INTO cart_line (buyer_id, item_id, quantity, seen_price, seen_product_name, seen_item_name)
       VALUES ($1, $2, 1, 1000, 'p', 'i')`,
      [buyerId, itemId],
    );
    await database.query(
      `INSERT INTO orders (id, buyer_id, status, total, from_cart, created_at) VALUES ($1, $2, 'PENDING', 1000, true, now())`,
      [orderId, buyerId],
    );
    await database.query(
      `INSERT INTO order_line (part_id, item_id, order_id, product_id, product_name, item_name, price, quantity)
       VALUES ($1, $2, $3, $4, 'p', 'i', 1000, 1)`,
      [randomUUID(), itemId, orderId, productId],
    );
    return { orderId, buyerId };
  }

  const pay = (order: { orderId: string; buyerId: string }) =>
    settleOrders(database, [{ ...order, total: 1_000, parts: [] }]);
  const lock = (...orders: { buyerId: string }[]) =>
    database.transaction((transaction) =>
      lockCarts(
        transaction,
        orders.map(({ buyerId }) => buyerId),
      ),
    );
  const linesOf = async ({ buyerId }: { buyerId: string }) =>
    (await database.query("SELECT FROM cart_line WHERE buyer_id = $1", [buyerId])).length;
  return { url, database, startPayment, pay, lock, linesOf };
}

test("an order that becomes paid while carts are being locked is seen as pending, and the next one takes its lines out", async (t) => {
  const { url, database, startPayment, pay, lock, linesOf } = await openOrders();
  t.after(() => database.close());
  const [early, late] = [await startPayment(), await startPayment()];
  await pay(early);
  // Taking the paid line of the first cart out has to wait; meanwhile the order of the second cart becomes paid.
  const line = await holdLock(
    { databaseOf: async () => url },
    "order",
    `SELECT FROM "order".cart_line WHERE buyer_id = '${early.buyerId}' FOR UPDATE`,
  );
  const locking = lock(early, late);
  await line.isWaitedFor();
  await pay(late);
  await line.release();
  assert.deepEqual([await locking, await linesOf(early), await linesOf(late)], [new Set([late.buyerId]), 0, 1]);
  assert.deepEqual([await lock(late), await linesOf(late)], [new Set(), 0]);
});
