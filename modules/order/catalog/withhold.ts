import type { Transaction } from "@jangteo/kernel/database/database.ts";

/** Takes products off sale without their seller: by an administrator, or because the seller is suspended or gone. */
async function withhold(transaction: Transaction, by: "ADMIN" | "SELLER", which: string, id: string) {
  const products = await transaction.query<{ id: string }>(
    `UPDATE product SET deleted_at = now(), withheld = $2
     WHERE id IN (SELECT id FROM product WHERE ${which} = $1 AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE) RETURNING id`,
    [id, by],
    `withhold-by-${which}`,
  );
  // Those who lock an item to buy it meet the deletion there.
  await transaction.query(
    `UPDATE item SET deleted_at = now() WHERE id IN
       (SELECT id FROM item WHERE product_id = ANY ($1::uuid[]) AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE)`,
    [products.map((product) => product.id)],
    "withhold-items",
  );
  return products.map((product) => product.id);
}

/** Puts products on sale again, unless their seller has another one of that name by now, or may not sell. */
async function restore(transaction: Transaction, by: "ADMIN" | "SELLER", which: string, id: string) {
  const products = await transaction.query<{ id: string }>(
    `SELECT p.id FROM product p WHERE p.${which} = $1 AND p.withheld = $2 AND NOT EXISTS
       (SELECT 1 FROM product other WHERE other.seller_id = p.seller_id AND other.name = p.name AND other.deleted_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM seller s WHERE s.id = p.seller_id AND s.status <> 'ACTIVE')
     ORDER BY p.id FOR NO KEY UPDATE`,
    [id, by],
    `lock-withheld-by-${which}`,
  );
  const ids = products.map((product) => product.id);
  await transaction.query(
    "SELECT FROM item WHERE product_id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
    [ids],
    "lock-withheld-items",
  );
  // Items that the seller had deleted before stay so.
  await transaction.query(
    `UPDATE item SET deleted_at = NULL FROM product p
     WHERE item.product_id = p.id AND p.id = ANY ($1::uuid[]) AND item.deleted_at = p.deleted_at`,
    [ids],
    "restore-items",
  );
  await transaction.query(
    "UPDATE product SET deleted_at = NULL, withheld = NULL WHERE id = ANY ($1::uuid[])",
    [ids],
    "restore-products",
  );
  return ids;
}

/** Each answers the products that moved. */
export const withholdProduct = (transaction: Transaction, id: string) => withhold(transaction, "ADMIN", "id", id);
export const restoreProduct = (transaction: Transaction, id: string) => restore(transaction, "ADMIN", "id", id);
export const withholdSeller = (transaction: Transaction, id: string) =>
  withhold(transaction, "SELLER", "seller_id", id);
export const restoreSeller = (transaction: Transaction, id: string) => restore(transaction, "SELLER", "seller_id", id);
