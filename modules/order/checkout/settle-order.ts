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
 * Step 3 of checkout, for many at once: paid orders become PAID, what was bought leaves the cart and OrderPaid goes
 * into the outbox, in one statement; refused ones become CANCELLED and their stock goes back. An order that was
 * settled before is left as it is.
 */
export async function settleOrders(database: Database, orders: readonly PaidOrder[]): Promise<void> {
  crashPoint("checkout.before-settle");
  const paid = orders.filter((order) => order.refusal === undefined);
  const refused = orders.filter((order) => order.refusal !== undefined);
  if (paid.length > 0) await markPaid(database, paid);
  if (refused.length > 0) await database.transaction((transaction) => callOff(transaction, refused));
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
    `WITH paid AS (
       UPDATE orders SET status = 'PAID', lease_until = NULL WHERE id = ANY ($1::uuid[]) AND status = 'PENDING'
       RETURNING id, buyer_id, from_cart
     ), bought AS (
       SELECT paid.buyer_id, line.item_id, sum(line.quantity)::int AS quantity
       FROM paid JOIN order_line line ON line.order_id = paid.id WHERE paid.from_cart GROUP BY 1, 2
     ), taken AS (
       DELETE FROM cart_line c USING bought b
       WHERE c.buyer_id = b.buyer_id AND c.item_id = b.item_id AND c.quantity <= b.quantity
     ), reduced AS (
       UPDATE cart_line c SET quantity = c.quantity - b.quantity FROM bought b
       WHERE c.buyer_id = b.buyer_id AND c.item_id = b.item_id AND c.quantity > b.quantity
     )
     INSERT INTO outbox (id, type, key, payload)
     SELECT e.id, '${OrderPaid.name}', e.key, e.payload
     FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS e (id, key, payload) JOIN paid ON paid.id = e.key::uuid`,
    [
      orders.map((order) => order.orderId),
      events.map((event) => event.id),
      events.map((event) => event.key),
      events.map((event) => JSON.stringify(event.payload)),
    ],
    "mark-orders-paid",
  );
}

async function callOff(transaction: Transaction, orders: readonly PaidOrder[]): Promise<void> {
  const cancelled = await transaction.query<{ id: string }>(
    `UPDATE orders SET status = 'CANCELLED', lease_until = NULL, refusal = r.refusal
     FROM unnest($1::uuid[], $2::text[]) AS r (id, refusal) WHERE orders.id = r.id AND status = 'PENDING' RETURNING orders.id`,
    [orders.map((order) => order.orderId), orders.map((order) => order.refusal)],
    "cancel-orders",
  );
  const orderIds = cancelled.map((row) => row.id);
  await returnStock(transaction, { orderIds });
  if (orderIds.length > 0) await freeAgreedPrices(transaction, orderIds);
}

/** Puts the stock of whole orders, or of some of their parts, back; once per order and item. */
export async function returnStock(
  transaction: Transaction,
  lines: { orderIds: string[]; partId?: string },
): Promise<void> {
  if (lines.orderIds.length === 0) return;
  await transaction.query(
    `SELECT id FROM item WHERE id IN (
       SELECT item_id FROM order_line WHERE order_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR part_id = $2))
     ORDER BY id FOR UPDATE`,
    [lines.orderIds, lines.partId ?? null],
    "lock-returned-items",
  );
  await transaction.query(
    `WITH returned AS (
       INSERT INTO stock_move (item_id, order_id, kind, quantity)
       SELECT item_id, order_id, 'return', quantity FROM order_line
       WHERE order_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR part_id = $2)
       RETURNING item_id, quantity)
     UPDATE item SET stock = stock + r.quantity
     FROM (SELECT item_id, sum(quantity)::int AS quantity FROM returned GROUP BY item_id) r WHERE item.id = r.item_id`,
    [lines.orderIds, lines.partId ?? null],
    "return-stock",
  );
}
