import { OrderPaid } from "@jangteo/contracts/events.ts";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { outboxEvent } from "@jangteo/kernel/events/outbox.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { freeAgreedPrices } from "./agreed-price.ts";

/** How the ledger answered for an order. */
export type PaidOrder = {
  orderId: string;
  buyerId: string;
  total: number;
  parts: readonly { partId: string; sellerId: string; subtotal: number; productIds: string[] }[];
  refusal?: string | undefined;
};

/**
 * Step 3 of checkout, for many at once: paid orders become PAID and OrderPaid goes into the outbox, in one statement;
 * refused ones become CANCELLED and their stock goes back. An order that was settled before is left as it is. Carts are
 * not touched: a payment that is done neither waits for a cart nor fails because of it (see cart/lock-carts.ts).
 */
export async function settleOrders(database: Database, orders: readonly PaidOrder[]): Promise<void> {
  crashPoint("checkout.before-settle");
  const paid = orders.filter((order) => order.refusal === undefined);
  const refused = orders.filter((order) => order.refusal !== undefined);
  if (paid.length > 0) await markPaid(database, paid);
  if (refused.length > 0) await database.transaction((transaction) => cancelUnpaid(transaction, refused));
  crashPoint("checkout.after-settle");
}

async function markPaid(database: Database, orders: readonly PaidOrder[]): Promise<void> {
  const events = orders.map(({ orderId, buyerId, total, parts }) =>
    outboxEvent(OrderPaid, orderId, {
      orderId,
      buyerId,
      total: BigInt(total),
      sellerIds: parts.map((part) => part.sellerId),
      parts: parts.map((part) => ({ ...part, subtotal: BigInt(part.subtotal) })),
    }),
  );
  await database.query(
    `WITH locked AS MATERIALIZED (
       SELECT id FROM orders WHERE id = ANY ($1::uuid[]) AND status = 'PENDING' ORDER BY id FOR UPDATE
     ), paid AS (
       UPDATE orders o SET status = 'PAID', lease_until = NULL, cart_due = from_cart FROM locked WHERE o.id = locked.id
       RETURNING o.id
     )
     INSERT INTO outbox (id, type, key, payload)
     SELECT e.id, '${OrderPaid.name}', e.key, e.payload
     FROM unnest($2::uuid[], $3::text[], $4::json[]) AS e (id, key, payload) JOIN paid ON paid.id = e.key::uuid`,
    [
      orders.map((order) => order.orderId),
      events.map((event) => event.id),
      events.map((event) => event.key),
      events.map((event) => JSON.stringify(event.payload)),
    ],
    "mark-orders-paid",
  );
}

async function cancelUnpaid(transaction: Transaction, orders: readonly PaidOrder[]): Promise<void> {
  await transaction.query(
    "SELECT FROM orders WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE",
    [orders.map((order) => order.orderId)],
    "lock-unpaid-orders",
  );
  const cancelled = await transaction.query<{ id: string }>(
    `UPDATE orders SET status = 'CANCELLED', lease_until = NULL, refusal = r.refusal
     FROM unnest($1::uuid[], $2::text[]) AS r (id, refusal) WHERE orders.id = r.id AND status = 'PENDING' RETURNING orders.id`,
    [orders.map((order) => order.orderId), orders.map((order) => order.refusal)],
    "cancel-orders",
  );
  const orderIds = cancelled.map((row) => row.id);
  if (orderIds.length === 0) return;
  await returnStock(transaction, { orderIds, reason: "CANCELLED" });
  await freeAgreedPrices(transaction, orderIds);
}

/**
 * Returns the stock of whole orders, or of some of their parts, once per order and item. All that one transaction returns
 * goes in one call: the items are locked in id order, as everyone locks them.
 */
export async function returnStock(
  transaction: Transaction,
  lines: { orderIds: readonly string[]; partIds?: readonly string[]; reason: string; authorId?: string | undefined },
): Promise<void> {
  const { orderIds, partIds, reason, authorId } = lines;
  if (orderIds.length === 0 || partIds?.length === 0) return;
  await transaction.query(
    `SELECT id FROM item WHERE id IN (
       SELECT item_id FROM order_line WHERE order_id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR part_id = ANY ($2)))
     ORDER BY id FOR NO KEY UPDATE`,
    [orderIds, partIds ?? null],
    "lock-returned-items",
  );
  await transaction.query(
    `WITH returned AS (
       INSERT INTO stock_move (item_id, order_id, kind, quantity, reason, author_id)
       SELECT item_id, order_id, 'return', quantity, $3, $4::uuid FROM order_line
       WHERE order_id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR part_id = ANY ($2))
       RETURNING item_id, quantity)
     UPDATE item SET stock = stock + r.quantity
     FROM (SELECT item_id, sum(quantity)::int AS quantity FROM returned GROUP BY item_id) r WHERE item.id = r.item_id`,
    [orderIds, partIds ?? null, reason, authorId ?? null],
    "return-stock",
  );
}
