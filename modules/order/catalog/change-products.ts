import { type Transaction, violates } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { v7 as uuidv7 } from "uuid";
import { searchGramsOf } from "../search/search-text.ts";

export type NewItem = { name: string; price: number; stock: number };
export type NewProduct = {
  name: string;
  description: string;
  categoryId?: string | undefined;
  images?: string[] | undefined;
  items: NewItem[];
};
export type ItemChange = {
  id: string;
  name?: string | undefined;
  price?: number | undefined;
  stock?: number | undefined;
};

/** Adds products of one seller in one statement each for products, items and stock; answers their ids in order. */
export async function addProducts(
  transaction: Transaction,
  sellerId: string,
  products: readonly NewProduct[],
): Promise<string[]> {
  for (const product of products) refuseSameItemNames(product.items);
  const rows = products.map((product) => ({
    id: uuidv7(),
    seller_id: sellerId,
    name: product.name.trim(),
    description: product.description,
    category_id: product.categoryId ?? null,
    images: product.images ?? [],
    price_from: Math.min(...product.items.map((item) => item.price)),
    search_grams: searchGramsOf(product.name),
  }));
  await known(async () => {
    await transaction.query(
      `INSERT INTO product (id, seller_id, name, description, category_id, images, price_from, search_grams)
       SELECT id, seller_id, name, description, category_id, images, price_from, search_grams
       FROM jsonb_to_recordset($1) AS p (id uuid, seller_id uuid, name text, description text, category_id text, images text[],
         price_from bigint, search_grams int[])`,
      [JSON.stringify(rows)],
      "add-products",
    );
  });
  const items = products.flatMap((product, index) =>
    product.items.map((item) => ({ id: uuidv7(), product_id: rows[index]!.id, ...item, name: item.name.trim() })),
  );
  await insertItems(transaction, items);
  return rows.map((row) => row.id);
}

type ItemRow = NewItem & { id: string; product_id: string };

async function insertItems(transaction: Transaction, items: readonly ItemRow[]): Promise<void> {
  await known(async () => {
    await transaction.query(
      `WITH added AS (
         INSERT INTO item (id, product_id, name, price, stock)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::int[]) RETURNING id, stock)
       INSERT INTO stock_move (item_id, kind, quantity) SELECT id, 'initial', stock FROM added WHERE stock > 0`,
      [
        items.map((item) => item.id),
        items.map((item) => item.product_id),
        items.map((item) => item.name),
        items.map((item) => item.price),
        items.map((item) => item.stock),
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
         search_grams = coalesce($6, search_grams)
       WHERE id = $1`,
      [
        change.id,
        name ?? null,
        change.description ?? null,
        change.categoryId ?? null,
        change.images ?? null,
        name === undefined ? null : searchGramsOf(name),
      ],
      "change-product",
    );
  });
  await lockItems(transaction, [...(change.removeItemIds ?? []), ...(change.items ?? []).map((item) => item.id)]);
  // In this order, so that a new item may take the name of one that goes.
  for (const itemId of change.removeItemIds ?? []) await takeItemOff(transaction, change.id, itemId);
  if (change.items && change.items.length > 0) await changeItems(transaction, change.id, change.items);
  for (const item of change.addItems ?? []) await insertItem(transaction, change.id, item, itemsMax);
  await refreshProduct(transaction, change.id);
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
  for (const productId of products) await lockProduct(transaction, sellerId, productId);
  await lockItems(transaction, [...productOf.keys()]);
  for (const productId of products)
    await changeItems(
      transaction,
      productId,
      changes.filter((change) => productOf.get(change.id) === productId),
    );
  return products;
}

/** Before several items change: in id order, as checkouts lock them too. */
async function lockItems(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.query(
    "SELECT 1 FROM item WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE",
    [ids],
    "lock-changing-items",
  );
}

/** Changes one item; answers the id of its product. */
export async function changeItem(transaction: Transaction, sellerId: string, change: ItemChange): Promise<string> {
  const productId = await lockProductOfItem(transaction, sellerId, change.id);
  await changeItems(transaction, productId, [change]);
  return productId;
}

async function changeItems(transaction: Transaction, productId: string, changes: readonly ItemChange[]): Promise<void> {
  if (new Set(changes.map((change) => change.id)).size !== changes.length) throw fail("INVALID_INPUT");
  const found = await transaction.query<{ id: string; stock: number }>(
    "SELECT id, stock FROM item WHERE id = ANY ($1::uuid[]) AND product_id = $2 AND deleted_at IS NULL ORDER BY id FOR UPDATE",
    [changes.map((change) => change.id), productId],
    "lock-product-items",
  );
  const stockOf = new Map(found.map((row) => [row.id, row.stock]));
  for (const change of changes) {
    const stock = stockOf.get(change.id);
    if (stock === undefined) throw fail("NOT_FOUND_ITEM", { itemId: change.id });
    await known(async () => {
      await transaction.query(
        "UPDATE item SET name = coalesce($2, name), price = coalesce($3, price), stock = coalesce($4, stock) WHERE id = $1",
        [change.id, change.name?.trim() ?? null, change.price ?? null, change.stock ?? null],
        "change-item",
      );
    });
    if (change.stock !== undefined && change.stock !== stock)
      await transaction.query("INSERT INTO stock_move (item_id, kind, quantity) VALUES ($1, 'adjust', $2)", [
        change.id,
        change.stock - stock,
      ]);
  }
  await refreshProduct(transaction, productId);
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
  await insertItem(transaction, productId, item, itemsMax);
  await refreshProduct(transaction, productId);
}

async function insertItem(transaction: Transaction, productId: string, item: NewItem, itemsMax: number): Promise<void> {
  const [row] = await transaction.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM item WHERE product_id = $1 AND deleted_at IS NULL",
    [productId],
  );
  if (row!.count >= itemsMax) throw fail("TOO_MANY_ITEMS", { limit: itemsMax });
  await insertItems(transaction, [{ ...item, name: item.name.trim(), id: uuidv7(), product_id: productId }]);
}

async function takeItemOff(transaction: Transaction, productId: string, itemId: string): Promise<void> {
  const gone = await transaction.query(
    "UPDATE item SET deleted_at = now() WHERE id = $1 AND product_id = $2 AND deleted_at IS NULL RETURNING id",
    [itemId, productId],
    "take-item-off",
  );
  if (gone.length === 0) throw fail("NOT_FOUND_ITEM", { itemId });
}

/** Takes a product with its items off sale. Those who lock an item to buy it meet the deletion there. */
export async function deleteProduct(transaction: Transaction, sellerId: string, productId: string): Promise<void> {
  await lockProduct(transaction, sellerId, productId);
  await transaction.query(
    `UPDATE item SET deleted_at = now() WHERE id IN
       (SELECT id FROM item WHERE product_id = $1 AND deleted_at IS NULL ORDER BY id FOR UPDATE)`,
    [productId],
  );
  await transaction.query("UPDATE product SET deleted_at = now(), updated_at = now() WHERE id = $1", [productId]);
}

/** Takes one item off sale; answers the id of its product. */
export async function deleteItem(transaction: Transaction, sellerId: string, itemId: string): Promise<string> {
  const productId = await lockProductOfItem(transaction, sellerId, itemId);
  await takeItemOff(transaction, productId, itemId);
  await refreshProduct(transaction, productId);
  return productId;
}

/** Locks the seller's own live product; another's is as good as none. */
async function lockProduct(transaction: Transaction, sellerId: string, productId: string): Promise<void> {
  const rows = await transaction.query(
    "SELECT id FROM product WHERE id = $1 AND seller_id = $2 AND deleted_at IS NULL FOR UPDATE",
    [productId, sellerId],
    "lock-product",
  );
  if (rows.length === 0) throw fail("NOT_FOUND_PRODUCT");
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

async function refreshProduct(transaction: Transaction, productId: string): Promise<void> {
  await transaction.query(
    `UPDATE product SET updated_at = now(),
       price_from = coalesce((SELECT min(price) FROM item WHERE product_id = $1 AND deleted_at IS NULL), price_from)
     WHERE id = $1`,
    [productId],
    "refresh-product",
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
