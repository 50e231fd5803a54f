import { type Transaction, violates } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { searchGramsOf } from "../search/search-text.ts";

export type NewItem = { name: string; price: number; stock: number };
export type NewProduct = {
  name: string;
  description: string;
  categoryId?: string | undefined;
  images?: string[] | undefined;
  /** The most units, of all its items, that one buyer may buy; none when null. */
  purchaseLimit?: number | null | undefined;
  items: NewItem[];
};
/**
 * A change of an item. Stock changes by a difference (`stockChange`), or to a number: then with `expectedStock` only if
 * that is what there is, so that a form never restores units that were sold while it was open.
 */
export type ItemChange = {
  id: string;
  name?: string | undefined;
  price?: number | undefined;
  stock?: number | undefined;
  expectedStock?: number | undefined;
  stockChange?: number | undefined;
  /** Why the stock changes, in the seller's words. */
  reason?: string | undefined;
};
/** The most units of one item. */
export const stockMax = 1_000_000_000;
/** The highest purchase limit, in units. */
export const purchaseLimitMax = 9_999;

/** Adds products of one seller in one statement each for products, items and stock; answers their ids in order. */
export async function addProducts(
  transaction: Transaction,
  sellerId: string,
  products: readonly NewProduct[],
): Promise<string[]> {
  for (const product of products) refuseSameItemNames(product.items);
  const rows = products.map((product) => ({
    id: newId(),
    seller_id: sellerId,
    name: product.name.trim(),
    description: product.description,
    category_id: product.categoryId ?? null,
    images: product.images ?? [],
    purchase_limit: product.purchaseLimit ?? null,
    price_from: Math.min(...product.items.map((item) => item.price)),
    search_grams: searchGramsOf(product.name),
  }));
  await known(async () => {
    await transaction.query(
      `INSERT INTO product (id, seller_id, name, description, category_id, images, purchase_limit, price_from, search_grams)
       SELECT id, seller_id, name, description, category_id, images, purchase_limit, price_from, search_grams
       FROM jsonb_to_recordset($1) AS p (id uuid, seller_id uuid, name text, description text, category_id text, images text[],
         purchase_limit int, price_from bigint, search_grams int[])`,
      [JSON.stringify(rows)],
      "add-products",
    );
  });
  const items = products.flatMap((product, index) =>
    product.items.map((item) => ({ id: newId(), product_id: rows[index]!.id, ...item, name: item.name.trim() })),
  );
  await insertItems(transaction, sellerId, items);
  return rows.map((row) => row.id);
}

type ItemRow = NewItem & { id: string; product_id: string };

async function insertItems(transaction: Transaction, sellerId: string, items: readonly ItemRow[]): Promise<void> {
  await known(async () => {
    await transaction.query(
      `WITH added AS (
         INSERT INTO item (id, product_id, name, price, stock)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::int[]) RETURNING id, stock)
       INSERT INTO stock_move (item_id, kind, quantity, author_id)
       SELECT id, 'initial', stock, $6::uuid FROM added WHERE stock > 0`,
      [
        items.map((item) => item.id),
        items.map((item) => item.product_id),
        items.map((item) => item.name),
        items.map((item) => item.price),
        items.map((item) => item.stock),
        sellerId,
      ],
      "add-items",
    );
  });
}

/**
 * Changes a product and those of its items that are named, adds items and takes others off sale, all or nothing. Throws
 * NOT_FOUND_PRODUCT, NOT_FOUND_ITEM, TOO_MANY_ITEMS, SAME_… .
 */
export async function changeProduct(
  transaction: Transaction,
  sellerId: string,
  change: Partial<Omit<NewProduct, "items">> & {
    id: string;
    items?: ItemChange[] | undefined;
    addItems?: NewItem[] | undefined;
    removeItemIds?: string[] | undefined;
  },
  itemsMax: number,
): Promise<void> {
  await lockProduct(transaction, sellerId, change.id);
  const name = change.name?.trim();
  await known(async () => {
    await transaction.query(
      `UPDATE product SET name = coalesce($2, name), description = coalesce($3, description),
         category_id = coalesce($4, category_id), images = coalesce($5, images), updated_at = now(),
         search_grams = coalesce($6, search_grams), purchase_limit = CASE WHEN $7 THEN $8::int ELSE purchase_limit END
       WHERE id = $1`,
      [
        change.id,
        name ?? null,
        change.description ?? null,
        change.categoryId ?? null,
        change.images ?? null,
        name === undefined ? null : searchGramsOf(name),
        change.purchaseLimit !== undefined,
        change.purchaseLimit ?? null,
      ],
      "change-product",
    );
  });
  await lockItems(transaction, [...(change.removeItemIds ?? []), ...(change.items ?? []).map((item) => item.id)]);
  // In this order, so that a new item may take the name of one that is removed.
  await takeItemsOff(transaction, change.id, change.removeItemIds ?? []);
  await changeItems(transaction, sellerId, [change.id], change.items ?? []);
  await addItems(transaction, sellerId, change.id, change.addItems ?? [], itemsMax);
  await refreshProducts(transaction, [change.id]);
}

/** Changes items of any of the seller's products, all or nothing; answers the products. Throws NOT_FOUND_ITEM, SAME_… . */
export async function changeManyItems(
  transaction: Transaction,
  sellerId: string,
  changes: readonly ItemChange[],
): Promise<string[]> {
  const rows = await transaction.query<{ id: string; product_id: string }>(
    `SELECT i.id, i.product_id FROM item i JOIN product p ON p.id = i.product_id
     WHERE i.id = ANY ($1::uuid[]) AND i.deleted_at IS NULL AND p.seller_id = $2 AND p.deleted_at IS NULL
     ORDER BY i.product_id`,
    [changes.map((change) => change.id), sellerId],
    "find-items",
  );
  const productOf = new Map(rows.map((row) => [row.id, row.product_id]));
  const stranger = changes.find((change) => !productOf.has(change.id));
  if (stranger) throw fail("NOT_FOUND_ITEM", { itemId: stranger.id });
  const products = [...new Set(rows.map((row) => row.product_id))];
  await lockProducts(transaction, sellerId, products);
  await lockItems(transaction, [...productOf.keys()]);
  await changeItems(transaction, sellerId, products, changes);
  await refreshProducts(transaction, products);
  return products;
}

/** Before several items change: in id order, as checkouts lock them too. */
async function lockItems(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.query(
    "SELECT 1 FROM item WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
    [ids],
    "lock-changing-items",
  );
}

/** Changes one item; answers the id of its product. */
export async function changeItem(transaction: Transaction, sellerId: string, change: ItemChange): Promise<string> {
  const productId = await lockProductOfItem(transaction, sellerId, change.id);
  await lockItems(transaction, [change.id]);
  await changeItems(transaction, sellerId, [productId], [change]);
  await refreshProducts(transaction, [productId]);
  return productId;
}

/** Changes locked items in one statement. Throws NOT_FOUND_ITEM, STOCK_CHANGED, INVALID_INPUT, SAME_ITEM_NAME. */
async function changeItems(
  transaction: Transaction,
  sellerId: string,
  productIds: readonly string[],
  changes: readonly ItemChange[],
): Promise<void> {
  if (changes.length === 0) return;
  if (new Set(changes.map((change) => change.id)).size !== changes.length) throw fail("INVALID_INPUT");
  const found = await transaction.query<{ id: string; stock: number }>(
    `SELECT id, stock FROM item
     WHERE id = ANY ($1::uuid[]) AND product_id = ANY ($2::uuid[]) AND deleted_at IS NULL`,
    [changes.map((change) => change.id), productIds],
    "read-locked-items",
  );
  const stockOf = new Map(found.map((row) => [row.id, row.stock]));
  const moves = changes.map((change) => stockMoveOf(change, stockOf.get(change.id)));
  await known(async () => {
    await transaction.query(
      `WITH change AS (
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::int[], $5::text[]) AS c (id, name, price, move, reason)
       ), moved AS (
         INSERT INTO stock_move (item_id, kind, quantity, reason, author_id)
         SELECT id, 'adjust', move, reason, $6::uuid FROM change WHERE move <> 0
       )
       UPDATE item SET name = coalesce(c.name, item.name), price = coalesce(c.price, item.price), stock = stock + c.move
       FROM change c WHERE item.id = c.id`,
      [
        changes.map((change) => change.id),
        changes.map((change) => change.name?.trim() ?? null),
        changes.map((change) => change.price ?? null),
        moves,
        changes.map((change) => change.reason ?? ""),
        sellerId,
      ],
      "change-items",
    );
  });
}

/** By how much the stock of a locked item changes. */
function stockMoveOf(change: ItemChange, stock: number | undefined): number {
  const { id: itemId, expectedStock, stockChange } = change;
  if (stock === undefined) throw fail("NOT_FOUND_ITEM", { itemId });
  if (expectedStock !== undefined && expectedStock !== stock) throw fail("STOCK_CHANGED", { itemId, stock });
  const move = stockChange ?? (change.stock === undefined ? 0 : change.stock - stock);
  if (stock + move < 0) throw fail("ITEM_COUNT_NOT_ENOUGH", { itemId, available: stock });
  if (stock + move > stockMax)
    throw fail("INVALID_INPUT", { errors: [{ path: "stockChange", message: `stock is at most ${stockMax}` }] });
  return move;
}

/** Adds an item to a product. Throws SAME_ITEM_NAME, TOO_MANY_ITEMS. */
export async function addItem(
  transaction: Transaction,
  sellerId: string,
  productId: string,
  item: NewItem,
  itemsMax: number,
): Promise<void> {
  await lockProduct(transaction, sellerId, productId);
  await addItems(transaction, sellerId, productId, [item], itemsMax);
  await refreshProducts(transaction, [productId]);
}

async function addItems(
  transaction: Transaction,
  sellerId: string,
  productId: string,
  items: readonly NewItem[],
  itemsMax: number,
): Promise<void> {
  if (items.length === 0) return;
  const [row] = await transaction.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM item WHERE product_id = $1 AND deleted_at IS NULL",
    [productId],
    "count-items",
  );
  if (row!.count + items.length > itemsMax) throw fail("TOO_MANY_ITEMS", { limit: itemsMax });
  await insertItems(
    transaction,
    sellerId,
    items.map((item) => ({ ...item, name: item.name.trim(), id: newId(), product_id: productId })),
  );
}

async function takeItemsOff(transaction: Transaction, productId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const gone = await transaction.query<{ id: string }>(
    `UPDATE item SET deleted_at = now() WHERE id = ANY ($1::uuid[]) AND product_id = $2 AND deleted_at IS NULL
     RETURNING id`,
    [itemIds, productId],
    "take-items-off",
  );
  const removed = new Set(gone.map((row) => row.id));
  const unknown = itemIds.find((itemId) => !removed.has(itemId));
  if (unknown) throw fail("NOT_FOUND_ITEM", { itemId: unknown });
}

/** Takes a product with its items off sale. Those who lock an item to buy it meet the deletion there. */
export async function deleteProduct(transaction: Transaction, sellerId: string, productId: string): Promise<void> {
  await lockProduct(transaction, sellerId, productId);
  await transaction.query(
    `UPDATE item SET deleted_at = now() WHERE id IN
       (SELECT id FROM item WHERE product_id = $1 AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE)`,
    [productId],
  );
  await transaction.query("UPDATE product SET deleted_at = now(), updated_at = now() WHERE id = $1", [productId]);
}

/** Takes one item off sale; answers the id of its product. */
export async function deleteItem(transaction: Transaction, sellerId: string, itemId: string): Promise<string> {
  const productId = await lockProductOfItem(transaction, sellerId, itemId);
  await takeItemsOff(transaction, productId, [itemId]);
  await refreshProducts(transaction, [productId]);
  return productId;
}

/** Locks the seller's own live product; another's is as good as none. */
function lockProduct(transaction: Transaction, sellerId: string, productId: string): Promise<void> {
  return lockProducts(transaction, sellerId, [productId]);
}

/** The same for several, in id order. */
async function lockProducts(transaction: Transaction, sellerId: string, productIds: readonly string[]): Promise<void> {
  const rows = await transaction.query(
    `SELECT id FROM product WHERE id = ANY ($1::uuid[]) AND seller_id = $2 AND deleted_at IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [productIds, sellerId],
    "lock-products",
  );
  if (rows.length < productIds.length) throw fail("NOT_FOUND_PRODUCT");
}

async function lockProductOfItem(transaction: Transaction, sellerId: string, itemId: string): Promise<string> {
  const [item] = await transaction.query<{ product_id: string }>(
    "SELECT product_id FROM item WHERE id = $1 AND deleted_at IS NULL",
    [itemId],
    "find-item",
  );
  if (!item) throw fail("NOT_FOUND_ITEM");
  await lockProduct(transaction, sellerId, item.product_id).catch((error: unknown) => {
    throw (error as { code?: string }).code === "NOT_FOUND_PRODUCT" ? fail("NOT_FOUND_ITEM") : error;
  });
  return item.product_id;
}

async function refreshProducts(transaction: Transaction, productIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE product SET updated_at = now(),
       price_from = coalesce((SELECT min(price) FROM item WHERE product_id = product.id AND deleted_at IS NULL), price_from)
     WHERE id = ANY ($1::uuid[])`,
    [productIds],
    "refresh-products",
  );
}

function refuseSameItemNames(items: readonly NewItem[]): void {
  if (new Set(items.map((item) => item.name.trim())).size !== items.length) throw fail("SAME_ITEM_NAME");
}

/** Gives the constraints of products and items their error codes. */
async function known(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (violates(error, "product_name")) throw fail("SAME_PRODUCT_NAME");
    if (violates(error, "item_name")) throw fail("SAME_ITEM_NAME");
    if (violates(error, "product_category_id_fkey"))
      throw fail("INVALID_INPUT", { errors: [{ path: "categoryId", message: "unknown category" }] });
    throw error;
  }
}
