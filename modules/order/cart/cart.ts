import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { countBought, purchaseName } from "../checkout/purchase-limit.ts";
import { lockCarts } from "./lock-carts.ts";

/** A cart line together with what its item is now. `deleted` tells whether item or product went off sale. */
export type CartRow = {
  itemId: string;
  productId: string;
  productName: string;
  itemName: string;
  /** Of one unit: as agreed with the seller for exactly this quantity, else as listed. */
  price: number;
  listPrice: number;
  stock: number;
  /** The most units of its product, of all options, that one buyer may buy; none when null. */
  purchaseLimit: number | null;
  deleted: "no" | "item" | "product";
  quantity: number;
  seenPrice: number;
  seenProductName: string;
  seenItemName: string;
};

export type NoticeCode = "PRICE_CHANGED" | "QUANTITY_REDUCED" | "ITEM_REMOVED" | "PRODUCT_REMOVED" | "NAME_CHANGED";
export type Notice = {
  code: NoticeCode;
  message: string;
  itemId: string;
  from?: string | number;
  to?: string | number;
};
export type CartLine = {
  itemId: string;
  productId: string;
  productName: string;
  itemName: string;
  price: number;
  quantity: number;
  available: boolean;
  purchaseLimit: PurchaseLimit | null;
};
/** Of a product that has one: the limit, what its buyer has bought so far, and whether this line goes beyond it. */
export type PurchaseLimit = { limit: number; bought: number; exceeded: boolean };
export type Cart = { lines: CartLine[]; total: number; notices: Notice[] };

export type CartLook = {
  cart: Cart;
  /** Lines to take out, since their item is gone. */
  removed: string[];
  /** Lines whose quantity or seen values change, as they are from now on. */
  updated: CartRow[];
};

/**
 * What a buyer sees on looking into the cart, and what changes by the look: each notice is shown once. A sold-out
 * line stays, not available and not in the total; one that asks for more than is left is reduced. A line with which its
 * product goes beyond its purchase limit stays too, not available. `bought` is by product. Pure.
 */
export function lookIntoCart(
  rows: readonly CartRow[],
  language: "ko" | "en",
  bought: ReadonlyMap<string, number> = new Map(),
): CartLook {
  const inCart = new Map<string, number>();
  const look: CartLook = { cart: { lines: [], total: 0, notices: [] }, removed: [], updated: [] };
  for (const read of rows) {
    if (read.deleted !== "no") {
      look.removed.push(read.itemId);
      look.cart.notices.push(notice(read.deleted === "product" ? "PRODUCT_REMOVED" : "ITEM_REMOVED", read, language));
      continue;
    }
    const quantity = read.stock > 0 ? Math.min(read.quantity, read.stock) : read.quantity;
    const row = { ...read, price: quantity === read.quantity ? read.price : read.listPrice };
    const notices = changesOf(row, language);
    if (notices.length > 0) {
      look.cart.notices.push(...notices);
      const { productName: seenProductName, itemName: seenItemName, price: seenPrice } = row;
      look.updated.push({ ...row, quantity, seenProductName, seenItemName, seenPrice });
    }
    const { itemId, productId, productName, itemName, price } = row;
    const purchaseLimit = limitOf(row, quantity, bought.get(productId) ?? 0, inCart);
    const available = row.stock >= quantity && !purchaseLimit?.exceeded;
    look.cart.lines.push({ itemId, productId, productName, itemName, price, quantity, available, purchaseLimit });
    if (available) look.cart.total += price * quantity;
  }
  return look;
}

/** Where a line takes its product to, with the lines before it that stay within the limit (`inCart`). */
function limitOf(
  { productId, purchaseLimit: limit }: CartRow,
  quantity: number,
  bought: number,
  inCart: Map<string, number>,
): PurchaseLimit | null {
  if (limit === null) return null;
  const units = (inCart.get(productId) ?? 0) + quantity;
  const exceeded = bought + units > limit;
  if (!exceeded) inCart.set(productId, units);
  return { limit, bought, exceeded };
}

function changesOf(row: CartRow, language: "ko" | "en"): Notice[] {
  const notices: Notice[] = [];
  if (row.price !== row.seenPrice) notices.push(notice("PRICE_CHANGED", row, language, row.seenPrice, row.price));
  const seenName = `${row.seenProductName} / ${row.seenItemName}`;
  const name = `${row.productName} / ${row.itemName}`;
  if (name !== seenName) notices.push(notice("NAME_CHANGED", row, language, seenName, name));
  if (row.stock > 0 && row.stock < row.quantity)
    notices.push(notice("QUANTITY_REDUCED", row, language, row.quantity, row.stock));
  return notices;
}

function notice(
  code: NoticeCode,
  row: CartRow,
  language: "ko" | "en",
  from?: string | number,
  to?: string | number,
): Notice {
  const name = `${row.seenProductName} / ${row.seenItemName}`;
  const number = (value: unknown) => (typeof value === "number" ? value.toLocaleString("ko-KR") : String(value));
  const texts: Record<NoticeCode, { ko: string; en: string }> = {
    PRICE_CHANGED: {
      ko: `${name}: 가격이 ${number(from)}원에서 ${number(to)}원으로 바뀌었습니다.`,
      en: `${name}: the price changed from ${number(from)} to ${number(to)}.`,
    },
    QUANTITY_REDUCED: {
      ko: `${name}: 남은 재고에 맞춰 수량을 ${number(from)}개에서 ${number(to)}개로 줄였습니다.`,
      en: `${name}: the quantity was reduced from ${number(from)} to the ${number(to)} that are left.`,
    },
    ITEM_REMOVED: {
      ko: `${name}: 판매가 끝난 옵션이라 장바구니에서 뺐습니다.`,
      en: `${name}: this option is no longer sold.`,
    },
    PRODUCT_REMOVED: {
      ko: `${name}: 판매가 끝난 상품이라 장바구니에서 뺐습니다.`,
      en: `${name}: this product is no longer sold.`,
    },
    NAME_CHANGED: { ko: `${from}: 이름이 ${to}(으)로 바뀌었습니다.`, en: `${from}: the name changed to ${to}.` },
  };
  return {
    code,
    message: texts[code][language],
    itemId: row.itemId,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

async function readRows(transaction: Transaction, buyerId: string): Promise<CartRow[]> {
  return transaction.query<CartRow>(
    `SELECT c.item_id AS "itemId", i.product_id AS "productId", p.name AS "productName", i.name AS "itemName", i.stock, i.price AS "listPrice",
       p.purchase_limit AS "purchaseLimit",
       least(i.price, (SELECT a.price FROM agreed_price a WHERE a.buyer_id = c.buyer_id AND a.item_id = c.item_id
                       AND a.quantity = c.quantity AND a.order_id IS NULL AND a.expires_at > now())) AS price,
       CASE WHEN p.deleted_at IS NOT NULL THEN 'product' WHEN i.deleted_at IS NOT NULL THEN 'item' ELSE 'no' END AS deleted,
       c.quantity, c.seen_price AS "seenPrice", c.seen_product_name AS "seenProductName", c.seen_item_name AS "seenItemName"
     FROM cart_line c JOIN item i ON i.id = c.item_id JOIN product p ON p.id = i.product_id
     WHERE c.buyer_id = $1 ORDER BY c.added_at, c.item_id`,
    [buyerId],
    "read-cart",
  );
}

/** Looks into the cart and remembers what was seen. */
export async function viewCart(transaction: Transaction, buyerId: string, language: "ko" | "en"): Promise<Cart> {
  await lockCarts(transaction, [buyerId]);
  const rows = await readRows(transaction, buyerId);
  const { cart, removed, updated } = lookIntoCart(rows, language, await boughtOf(transaction, buyerId, rows));
  if (removed.length > 0)
    await transaction.query("DELETE FROM cart_line WHERE buyer_id = $1 AND item_id = ANY ($2::uuid[])", [
      buyerId,
      removed,
    ]);
  if (updated.length > 0)
    await transaction.query(
      `UPDATE cart_line SET quantity = u.quantity, seen_price = u.price, seen_product_name = u.product, seen_item_name = u.item
       FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[]) AS u (item_id, quantity, price, product, item)
       WHERE cart_line.buyer_id = $1 AND cart_line.item_id = u.item_id`,
      [
        buyerId,
        updated.map((row) => row.itemId),
        updated.map((row) => row.quantity),
        updated.map((row) => row.seenPrice),
        updated.map((row) => row.seenProductName),
        updated.map((row) => row.seenItemName),
      ],
      "update-cart-lines",
    );
  return cart;
}

/** Units that the buyer has bought of each product in the cart that has a limit. */
async function boughtOf(transaction: Transaction, buyerId: string, rows: readonly CartRow[]) {
  const limited = new Set(rows.filter((row) => row.purchaseLimit !== null).map((row) => row.productId));
  const products = [...limited];
  const bought = await countBought(
    transaction,
    products.map((productId) => ({ buyerId, productId })),
  );
  return new Map(products.map((productId) => [productId, bought.get(purchaseName({ buyerId, productId })) ?? 0]));
}

type ItemNow = { price: number; stock: number; product_name: string; item_name: string };

async function findItem(transaction: Transaction, itemId: string): Promise<ItemNow> {
  const [item] = await transaction.query<ItemNow>(
    `SELECT i.price, i.stock, p.name AS product_name, i.name AS item_name FROM item i JOIN product p ON p.id = i.product_id
     WHERE i.id = $1 AND i.deleted_at IS NULL AND p.deleted_at IS NULL`,
    [itemId],
    "find-item-for-cart",
  );
  if (!item) throw fail("NOT_FOUND_ITEM");
  return item;
}

/**
 * Puts an item into the cart, on top of what is there of it. Throws NOT_FOUND_ITEM, ITEM_COUNT_NOT_ENOUGH, CART_FULL.
 */
export async function addToCart(
  transaction: Transaction,
  buyerId: string,
  itemId: string,
  quantity: number,
  limits: { linesMax: number; quantityMax: number },
): Promise<void> {
  await lockCarts(transaction, [buyerId]);
  const item = await findItem(transaction, itemId);
  const [cart] = await transaction.query<{ lines: number; quantity: number }>(
    `SELECT count(*)::int AS lines, coalesce(max(quantity) FILTER (WHERE item_id = $2), 0)::int AS quantity
     FROM cart_line WHERE buyer_id = $1`,
    [buyerId, itemId],
    "count-cart",
  );
  if (cart!.quantity === 0 && cart!.lines >= limits.linesMax) throw fail("CART_FULL", { limit: limits.linesMax });
  const wanted = cart!.quantity + quantity;
  if (wanted > item.stock || wanted > limits.quantityMax)
    throw fail("ITEM_COUNT_NOT_ENOUGH", {
      itemId,
      available: Math.max(0, Math.min(item.stock, limits.quantityMax) - cart!.quantity),
    });
  await transaction.query(
    `INSERT INTO cart_line AS c (buyer_id, item_id, quantity, seen_price, seen_product_name, seen_item_name)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (buyer_id, item_id) DO UPDATE SET quantity = $3`,
    [buyerId, itemId, wanted, item.price, item.product_name, item.item_name],
    "add-to-cart",
  );
}

/** Sets a line's quantity. Throws NOT_FOUND_ITEM (no such line), ITEM_COUNT_NOT_ENOUGH. */
export async function setQuantity(
  transaction: Transaction,
  buyerId: string,
  itemId: string,
  quantity: number,
): Promise<void> {
  await lockCarts(transaction, [buyerId]);
  const item = await findItem(transaction, itemId);
  if (quantity > item.stock) throw fail("ITEM_COUNT_NOT_ENOUGH", { itemId, available: item.stock });
  const rows = await transaction.query(
    "UPDATE cart_line SET quantity = $3 WHERE buyer_id = $1 AND item_id = $2 RETURNING item_id",
    [buyerId, itemId, quantity],
    "set-cart-quantity",
  );
  if (rows.length === 0) throw fail("NOT_FOUND_ITEM");
}

/** Takes a line out. Throws NOT_FOUND_ITEM (no such line). */
export async function removeFromCart(transaction: Transaction, buyerId: string, itemId: string): Promise<void> {
  await lockCarts(transaction, [buyerId]);
  const rows = await transaction.query("DELETE FROM cart_line WHERE buyer_id = $1 AND item_id = $2 RETURNING item_id", [
    buyerId,
    itemId,
  ]);
  if (rows.length === 0) throw fail("NOT_FOUND_ITEM");
}

/** Takes all lines out. */
export async function emptyCart(transaction: Transaction, buyerId: string): Promise<void> {
  await lockCarts(transaction, [buyerId]);
  await transaction.query("DELETE FROM cart_line WHERE buyer_id = $1", [buyerId]);
}
