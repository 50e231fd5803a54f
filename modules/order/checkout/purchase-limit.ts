import type { Transaction } from "@jangteo/kernel/database/database.ts";

/** A buyer and a product that has a purchase limit. */
export type LimitedPurchase = { buyerId: string; productId: string };

/** Units by buyer and product (see `purchaseName`). */
export type UnitsBought = ReadonlyMap<string, number>;

/** The name of a buyer and a product in `UnitsBought`. */
export function purchaseName({ buyerId, productId }: LimitedPurchase): string {
  return `${buyerId} ${productId}`;
}

/** Units that one order takes of each product with a limit, all its options together. Unknown items do not count. Pure. */
export function limitedUnits(
  wanted: ReadonlyMap<string, number>,
  items: ReadonlyMap<string, { productId: string; purchaseLimit: number | null }>,
): Map<string, { limit: number; units: number }> {
  const products = new Map<string, { limit: number; units: number }>();
  for (const [itemId, quantity] of wanted) {
    const item = items.get(itemId);
    if (!item || item.purchaseLimit === null) continue;
    const before = products.get(item.productId)?.units ?? 0;
    products.set(item.productId, { limit: item.purchaseLimit, units: before + quantity });
  }
  return products;
}

/**
 * Locks buyers' purchases of products with a limit, in key order: two orders of one buyer for different options of one
 * product share no item, and are decided one after the other by this lock.
 */
export async function lockLimitedPurchases(
  transaction: Transaction,
  purchases: readonly LimitedPurchase[],
): Promise<void> {
  if (purchases.length === 0) return;
  await transaction.query(
    `SELECT pg_advisory_xact_lock(key)
     FROM (SELECT DISTINCT hashtextextended(name, 2) AS key FROM unnest($1::text[]) AS name ORDER BY key) AS ordered`,
    [purchases.map(purchaseName)],
    "lock-limited-purchases",
  );
}

/**
 * Units, of all options, that buyers have of these products in orders that are neither cancelled nor refunded, those that
 * are being paid included. Under the lock of `lockLimitedPurchases` no further ones appear.
 */
export async function countBought(
  transaction: Transaction,
  purchases: readonly LimitedPurchase[],
): Promise<UnitsBought> {
  if (purchases.length === 0) return new Map();
  const rows = await transaction.query<LimitedPurchase & { units: number }>(
    `SELECT w.buyer_id AS "buyerId", w.product_id AS "productId", sum(l.quantity) AS units
     FROM unnest($1::uuid[], $2::uuid[]) AS w (buyer_id, product_id)
     JOIN orders o ON o.buyer_id = w.buyer_id AND o.status <> 'CANCELLED'
     JOIN order_line l ON l.order_id = o.id AND l.product_id = w.product_id
     JOIN order_part p ON p.id = l.part_id AND p.status NOT IN ('CANCELLED', 'REFUNDED')
     GROUP BY 1, 2`,
    [purchases.map(({ buyerId }) => buyerId), purchases.map(({ productId }) => productId)],
    "count-bought",
  );
  return new Map(rows.map((row) => [purchaseName(row), row.units]));
}
