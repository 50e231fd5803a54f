import type { Transaction } from "@jangteo/kernel/database/database.ts";

/**
 * Locks carts, in key order, and takes out what was paid since: the one lock that every change of a cart and every
 * payment of a cart takes first. Returns the buyers whose cart is being paid for.
 *
 * One statement, after the locks, both takes out the lines of paid orders and finds the pending ones: it sees each order
 * either as pending or as paid, so no order slips through between two looks.
 */
export async function lockCarts(transaction: Transaction, buyerIds: readonly string[]): Promise<Set<string>> {
  if (buyerIds.length === 0) return new Set();
  const buyers = [...new Set(buyerIds)];
  await transaction.query(
    `SELECT pg_advisory_xact_lock(key)
     FROM (SELECT DISTINCT hashtextextended(id, 1) AS key FROM unnest($1::text[]) AS id ORDER BY key) AS ordered`,
    [buyers],
    "lock-carts",
  );
  const pending = await transaction.query<{ buyer_id: string }>(
    `WITH due AS (
       UPDATE orders SET cart_due = false WHERE buyer_id = ANY ($1::uuid[]) AND cart_due RETURNING id, buyer_id
     ), bought AS (
       SELECT due.buyer_id, line.item_id, sum(line.quantity)::int AS quantity
       FROM due JOIN order_line line ON line.order_id = due.id GROUP BY 1, 2
     ), taken AS (
       DELETE FROM cart_line c USING bought b
       WHERE c.buyer_id = b.buyer_id AND c.item_id = b.item_id AND c.quantity <= b.quantity
     ), reduced AS (
       UPDATE cart_line c SET quantity = c.quantity - b.quantity FROM bought b
       WHERE c.buyer_id = b.buyer_id AND c.item_id = b.item_id AND c.quantity > b.quantity
     )
     SELECT buyer_id FROM orders WHERE buyer_id = ANY ($1::uuid[]) AND status = 'PENDING' AND from_cart`,
    [buyers],
    "take-paid-lines-out",
  );
  return new Set(pending.map((row) => row.buyer_id));
}
