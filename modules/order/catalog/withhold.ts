import type { Transaction } from "@jangteo/kernel/database/database.ts";

type Which = "id" | "seller_id";

/**
 * Locks products that are on sale or withheld, by their ids or their sellers', and then all of their items, each in id
 * order. Whoever moves several of them in one transaction locks all of them first.
 */
async function lock(transaction: Transaction, which: Which, ids: readonly string[]): Promise<void> {
  const products = await transaction.query<{ id: string }>(
    `SELECT id FROM product WHERE ${which} = ANY ($1::uuid[]) AND (deleted_at IS NULL OR withheld IS NOT NULL)
     ORDER BY id FOR NO KEY UPDATE`,
    [ids],
    `lock-products-by-${which}`,
  );
  await transaction.query(
    "SELECT FROM item WHERE product_id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
    [products.map((product) => product.id)],
    "lock-items-of-products",
  );
}

/** Takes locked products off sale without their seller: by an administrator, or because the seller is suspended or gone. */
async function withhold(transaction: Transaction, by: "ADMIN" | "SELLER", which: Which, ids: readonly string[]) {
  const products = await transaction.query<{ id: string }>(
    // An administrator's decision holds also for what is withheld because of its seller, and beyond that.
    `UPDATE product SET deleted_at = coalesce(deleted_at, now()), withheld = $2
     WHERE ${which} = ANY ($1::uuid[]) AND (deleted_at IS NULL OR $2 = 'ADMIN' AND withheld = 'SELLER') RETURNING id`,
    [ids, by],
    `withhold-by-${which}`,
  );
  // Those who lock an item to buy it meet the deletion there.
  await transaction.query(
    "UPDATE item SET deleted_at = now() WHERE product_id = ANY ($1::uuid[]) AND deleted_at IS NULL",
    [products.map((product) => product.id)],
    "withhold-items",
  );
  return products.map((product) => product.id);
}

/** Puts locked products on sale again, unless their seller has another one of that name by now, or may not sell. */
async function restore(transaction: Transaction, by: "ADMIN" | "SELLER", which: Which, ids: readonly string[]) {
  const products = await transaction.query<{ id: string }>(
    `SELECT p.id FROM product p WHERE p.${which} = ANY ($1::uuid[]) AND p.withheld = $2 AND NOT EXISTS
       (SELECT 1 FROM product other WHERE other.seller_id = p.seller_id AND other.name = p.name AND other.deleted_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM seller s WHERE s.id = p.seller_id AND s.status <> 'ACTIVE')`,
    [ids, by],
    `find-withheld-by-${which}`,
  );
  const restored = products.map((product) => product.id);
  // Items that the seller had deleted before stay so.
  await transaction.query(
    `UPDATE item SET deleted_at = NULL FROM product p
     WHERE item.product_id = p.id AND p.id = ANY ($1::uuid[]) AND item.deleted_at = p.deleted_at`,
    [restored],
    "restore-items",
  );
  await transaction.query(
    "UPDATE product SET deleted_at = NULL, withheld = NULL WHERE id = ANY ($1::uuid[])",
    [restored],
    "restore-products",
  );
  return restored;
}

/** Takes a product off sale for an administrator; returns the products that moved. */
export async function withholdProduct(transaction: Transaction, id: string): Promise<string[]> {
  await lock(transaction, "id", [id]);
  return withhold(transaction, "ADMIN", "id", [id]);
}

/** Puts a product on sale again that an administrator took off; returns the products that moved. */
export async function restoreProduct(transaction: Transaction, id: string): Promise<string[]> {
  await lock(transaction, "id", [id]);
  return restore(transaction, "ADMIN", "id", [id]);
}

/** Takes the products of suspended and closed sellers off sale, and puts those of active ones on sale again. */
export async function followSellers(
  transaction: Transaction,
  { active, gone }: { active: readonly string[]; gone: readonly string[] },
): Promise<void> {
  if (active.length + gone.length === 0) return;
  await lock(transaction, "seller_id", [...active, ...gone]);
  if (gone.length > 0) await withhold(transaction, "SELLER", "seller_id", gone);
  if (active.length > 0) await restore(transaction, "SELLER", "seller_id", active);
}
