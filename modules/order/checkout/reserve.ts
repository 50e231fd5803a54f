import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import type { Language } from "@jangteo/kernel/http/problem.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { ServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import { lockCarts } from "../cart/lock-carts.ts";
import { lockAgreedPrices, type WantedItem } from "./agreed-price.ts";
import {
  type Cart,
  type CheckoutCommand,
  type CheckoutDecision,
  decideCheckouts,
  type KnownKey,
  keyName,
  type LockedItem,
  type NewOrder,
  wantedQuantities,
} from "./decide-checkouts.ts";
import {
  countBought,
  type LimitedPurchase,
  limitedUnits,
  lockLimitedPurchases,
  purchaseName,
  type UnitsBought,
} from "./purchase-limit.ts";

/** A decision, and for a new order when it was made. */
export type Reservation = CheckoutDecision & { createdAt: Date };

/** What a refusal is stored as, so that the same request gets it again. */
export type RenderRefusal = (error: ServiceError, language: Language) => { status: number; body: unknown };

/**
 * Step 1 of checkout, for many at once in one transaction: finds what their keys are known for, locks the carts, then the
 * items, then the buyers' purchases of products with a limit, each in order, decides on what it reads under these locks,
 * and writes orders, stock and keys. After the commit the stock is taken and the orders are PENDING.
 */
export async function reserve(
  database: Database,
  leaseMs: number,
  commands: readonly CheckoutCommand[],
  renderRefusal: RenderRefusal,
): Promise<Reservation[]> {
  crashPoint("checkout.before-reserve");
  const reservations = await database.transaction(async (transaction) => {
    const { known, bargainers } = await findKnown(transaction, commands);
    const carts = await lockAndReadCarts(transaction, commands);
    const items = await lockItems(transaction, commands, carts);
    const bought = await lockAndCountLimited(transaction, commands, carts, items);
    const agreements = await lockAgreedPrices(transaction, wantedBy(bargainers, commands, carts));
    const decisions = decideCheckouts(commands, items, carts, known, agreements, bought);
    const createdAt = await write(transaction, leaseMs, commands, decisions, renderRefusal);
    crashPoint("checkout.before-reserve-commit");
    return decisions.map((decision): Reservation => ({ ...decision, createdAt }));
  });
  crashPoint("checkout.after-reserve");
  return reservations;
}

/** What the keys are known for, and which buyers hold a valid agreement about a price: one query, since most hold none. */
async function findKnown(
  transaction: Transaction,
  commands: readonly CheckoutCommand[],
): Promise<{ known: Map<string, KnownKey>; bargainers: Set<string> }> {
  const rows = await transaction.query<KnownKey & { scope: string; key: string; bargainer: string | null }>(
    `SELECT scope, key, request_hash AS "requestHash", ref AS "orderId", status, body, NULL::uuid AS bargainer FROM idempotency
     WHERE (scope, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))
     UNION ALL
     SELECT NULL, NULL, NULL, NULL, NULL, NULL, buyer_id FROM unnest($3::uuid[]) AS buyer_id
     WHERE EXISTS (SELECT FROM agreed_price a WHERE a.buyer_id = buyer_id.buyer_id AND a.order_id IS NULL AND a.expires_at > now())`,
    [
      commands.map((command) => command.scope),
      commands.map((command) => command.key),
      [...new Set(commands.map((command) => command.buyerId))],
    ],
    "find-checkout-keys",
  );
  return {
    known: new Map(rows.filter((row) => row.bargainer === null).map((row) => [keyName(row), row])),
    bargainers: new Set(rows.flatMap((row) => row.bargainer ?? [])),
  };
}

/** Locks the carts that are bought, and reads their lines under the locks. */
async function lockAndReadCarts(
  transaction: Transaction,
  commands: readonly CheckoutCommand[],
): Promise<Map<string, Cart>> {
  const buyers = [
    ...new Set(commands.filter((command) => command.items === undefined).map((command) => command.buyerId)),
  ];
  const carts = new Map<string, Cart>();
  if (buyers.length === 0) return carts;
  const inFlight = await lockCarts(transaction, buyers);
  const rows = await transaction.query<{ buyerId: string; itemId: string; quantity: number }>(
    `SELECT buyer_id AS "buyerId", item_id AS "itemId", quantity FROM cart_line WHERE buyer_id = ANY ($1::uuid[])
     ORDER BY added_at`,
    [buyers],
    "read-carts",
  );
  for (const buyerId of buyers) carts.set(buyerId, { lines: [], inFlight: inFlight.has(buyerId) });
  for (const row of rows) carts.get(row.buyerId)!.lines.push(row);
  return carts;
}

/** The items and quantities that buyers with agreements want, two lines of one item together. */
function wantedBy(
  bargainers: ReadonlySet<string>,
  commands: readonly CheckoutCommand[],
  carts: ReadonlyMap<string, Cart>,
): WantedItem[] {
  return commands
    .filter((command) => bargainers.has(command.buyerId))
    .flatMap(({ buyerId, items }) =>
      [...wantedQuantities(items ?? carts.get(buyerId)?.lines ?? [])].map(([itemId, quantity]) => ({
        buyerId,
        itemId,
        quantity,
      })),
    );
}

async function lockItems(
  transaction: Transaction,
  commands: readonly CheckoutCommand[],
  carts: ReadonlyMap<string, Cart>,
): Promise<Map<string, LockedItem>> {
  const ids = new Set<string>();
  for (const command of commands)
    for (const { itemId } of command.items ?? carts.get(command.buyerId)?.lines ?? []) ids.add(itemId);
  if (ids.size === 0) return new Map();
  const rows = await transaction.query<LockedItem>(
    `SELECT i.id AS "itemId", i.product_id AS "productId", i.name AS "itemName", i.price, i.stock,
       i.deleted_at IS NOT NULL AS deleted, p.purchase_limit AS "purchaseLimit", p.name AS "productName", p.seller_id AS "sellerId", coalesce(s.name, '') AS "sellerName"
     FROM item i JOIN product p ON p.id = i.product_id LEFT JOIN seller s ON s.id = p.seller_id
     WHERE i.id = ANY ($1::uuid[]) ORDER BY i.id FOR NO KEY UPDATE OF i`,
    [[...ids]],
    "lock-items",
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** What the buyers have bought of the products with a limit that they want, under locks. Without a limit: no statement. */
async function lockAndCountLimited(
  transaction: Transaction,
  commands: readonly CheckoutCommand[],
  carts: ReadonlyMap<string, Cart>,
  items: ReadonlyMap<string, LockedItem>,
): Promise<UnitsBought> {
  if (![...items.values()].some(({ purchaseLimit }) => purchaseLimit !== null)) return new Map();
  const purchases = new Map<string, LimitedPurchase>();
  for (const { buyerId, items: named } of commands)
    for (const productId of limitedUnits(wantedQuantities(named ?? carts.get(buyerId)?.lines ?? []), items).keys())
      purchases.set(purchaseName({ buyerId, productId }), { buyerId, productId });
  const limited = [...purchases.values()];
  await lockLimitedPurchases(transaction, limited);
  return countBought(transaction, limited);
}

const writeSql = `
  WITH new_key AS (
    INSERT INTO idempotency (scope, key, request_hash, ref, status, body)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::jsonb[]) ORDER BY 1, 2
  ), new_order AS (
    INSERT INTO orders (id, buyer_id, status, total, from_cart, lease_until, created_at)
    SELECT id, buyer_id, 'PENDING', total, from_cart, now() + $7 * interval '1 millisecond', now()
    FROM unnest($8::uuid[], $9::uuid[], $10::bigint[], $11::boolean[]) AS o (id, buyer_id, total, from_cart)
  ), new_part AS (
    INSERT INTO order_part (id, order_id, seller_id, seller_name, subtotal)
    SELECT * FROM unnest($12::uuid[], $13::uuid[], $14::uuid[], $15::text[], $16::bigint[])
  ), new_line AS (
    INSERT INTO order_line (order_id, part_id, item_id, product_id, product_name, item_name, price, quantity)
    SELECT * FROM unnest($17::uuid[], $18::uuid[], $19::uuid[], $20::uuid[], $21::text[], $22::text[], $23::bigint[], $24::int[])
  ), sale AS (
    INSERT INTO stock_move (item_id, order_id, kind, quantity, author_id)
    SELECT item_id, order_id, 'sale', -quantity, buyer_id
    FROM unnest($19::uuid[], $17::uuid[], $24::int[], $27::uuid[]) AS l (item_id, order_id, quantity, buyer_id)
  ), taken AS (
    UPDATE item SET stock = stock - t.quantity
    FROM (SELECT item_id, sum(quantity)::int AS quantity FROM unnest($19::uuid[], $24::int[]) AS l (item_id, quantity) GROUP BY item_id) t
    WHERE item.id = t.item_id
  ), agreement AS (
    UPDATE agreed_price SET order_id = u.order_id
    FROM unnest($25::uuid[], $26::uuid[]) AS u (offer_id, order_id) WHERE agreed_price.offer_id = u.offer_id
  )
  SELECT now() AS created_at`;

async function write(
  transaction: Transaction,
  leaseMs: number,
  commands: readonly CheckoutCommand[],
  decisions: readonly CheckoutDecision[],
  renderRefusal: RenderRefusal,
): Promise<Date> {
  const keys: unknown[][] = [[], [], [], [], [], []];
  const orders: NewOrder[] = [];
  for (const [index, decision] of decisions.entries()) {
    const command = commands[index]!;
    if (decision.kind === "known") continue;
    // A key that is refused for its other body stays with its first request.
    if (decision.kind === "refused" && decision.code === "IDEMPOTENCY_KEY_REUSED") continue;
    const answer =
      decision.kind === "refused"
        ? renderRefusal(new ServiceError(decision.code, decision.details), command.language)
        : undefined;
    if (decision.kind === "reserved") orders.push(decision.order);
    const row = [
      command.scope,
      command.key,
      command.requestHash,
      command.orderId,
      answer?.status ?? null,
      answer ? JSON.stringify(answer.body) : null,
    ];
    for (const [column, value] of row.entries()) keys[column]!.push(value);
  }
  if (keys[0]!.length === 0) return new Date();
  const parts = orders.flatMap((order) => order.parts.map((part) => ({ ...part, orderId: order.orderId })));
  const lines = orders.flatMap((order) =>
    order.lines.map((line) => ({ ...line, orderId: order.orderId, buyerId: order.buyerId })),
  );
  const used = orders.flatMap((order) => order.offerIds.map((offerId) => ({ offerId, orderId: order.orderId })));
  const [row] = await transaction.query<{ created_at: Date }>(
    writeSql,
    [
      ...keys,
      leaseMs,
      orders.map((order) => order.orderId),
      orders.map((order) => order.buyerId),
      orders.map((order) => order.total),
      orders.map((order) => order.fromCart),
      parts.map((part) => part.partId),
      parts.map((part) => part.orderId),
      parts.map((part) => part.sellerId),
      parts.map((part) => part.sellerName),
      parts.map((part) => part.subtotal),
      lines.map((line) => line.orderId),
      lines.map((line) => line.partId),
      lines.map((line) => line.itemId),
      lines.map((line) => line.productId),
      lines.map((line) => line.productName),
      lines.map((line) => line.itemName),
      lines.map((line) => line.price),
      lines.map((line) => line.quantity),
      used.map((each) => each.offerId),
      used.map((each) => each.orderId),
      lines.map((line) => line.buyerId),
    ],
    "reserve",
  );
  return row!.created_at;
}
