import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import type { Language } from "@jangteo/kernel/http/problem.ts";
import type { AgreedPrice, WantedItem } from "./agreed-price.ts";
import { limitedUnits, purchaseName, type UnitsBought } from "./purchase-limit.ts";

/** One buyer's wish to pay. Without `items` the cart is bought. */
export type CheckoutCommand = {
  orderId: string;
  buyerId: string;
  /** Scope, key and hash of the Idempotency-Key. */
  scope: string;
  key: string;
  requestHash: string;
  /** The hash that an earlier release stored. */
  oldRequestHash: () => string;
  expectedTotal: number;
  /** Of the refusal that is stored, if there is one. */
  language: Language;
  items?: readonly { itemId: string; quantity: number }[] | undefined;
};

/** An item as it is locked: its price and stock cannot change before the decision is written. */
export type LockedItem = {
  itemId: string;
  productId: string;
  sellerId: string;
  sellerName: string;
  productName: string;
  itemName: string;
  price: number;
  stock: number;
  /** The most units of its product, of all options, that one buyer may buy; none when null. */
  purchaseLimit: number | null;
  deleted: boolean;
};

export type NewLine = {
  partId: string;
  itemId: string;
  productId: string;
  productName: string;
  itemName: string;
  price: number;
  quantity: number;
};
export type NewPart = {
  partId: string;
  sellerId: string;
  sellerName: string;
  subtotal: number;
  productIds: string[];
};
export type NewOrder = {
  orderId: string;
  buyerId: string;
  total: number;
  fromCart: boolean;
  parts: NewPart[];
  lines: NewLine[];
  /** The agreements about prices that it uses up. */
  offerIds: string[];
  /** Whether an item is sold out by it. */
  tookTheLast: boolean;
};

/** What an Idempotency-Key is known for already. */
export type KnownKey = { requestHash: string; orderId: string; status: number | null; body: unknown };

export type CheckoutDecision =
  | { kind: "reserved"; order: NewOrder }
  | { kind: "refused"; code: ErrorCode; details: Record<string, unknown> }
  | { kind: "known"; known: KnownKey };

/** What is in a buyer's cart, and whether it is being paid for already. */
export type Cart = { lines: { itemId: string; quantity: number }[]; inFlight: boolean };

const totalMax = 1_000_000_000_000;

/**
 * Decides checkouts in order of arrival against locked items: each takes its stock whole or not at all, and one that
 * is refused changes nothing for the next. Two lines of one item count together; a cart that is being paid for is not
 * bought again; an agreed price holds for exactly the quantity agreed on, once, and only where it is lower than the listed
 * one; a product's purchase limit counts what the buyer has bought (`bought`) and earlier orders of the batch. Pure but for
 * the ids it draws.
 */
export function decideCheckouts(
  commands: readonly CheckoutCommand[],
  items: ReadonlyMap<string, LockedItem>,
  carts: ReadonlyMap<string, Cart>,
  knownKeys: ReadonlyMap<string, KnownKey>,
  agreements: readonly AgreedPrice[] = [],
  bought: UnitsBought = new Map(),
): CheckoutDecision[] {
  const stock = new Map<string, number>();
  for (const item of items.values()) stock.set(item.itemId, item.stock);
  const units = new Map(bought);
  const keys = new Map(knownKeys);
  const buying = new Set<string>();
  const free = new Map(agreements.map((agreement) => [agreementName(agreement), agreement]));
  for (const [buyerId, cart] of carts) if (cart.inFlight) buying.add(buyerId);
  return commands.map((command): CheckoutDecision => {
    const name = keyName(command);
    const known = keys.get(name);
    if (known)
      return known.requestHash === command.requestHash || known.requestHash === command.oldRequestHash()
        ? { kind: "known", known }
        : { kind: "refused", code: "IDEMPOTENCY_KEY_REUSED", details: {} };
    const fromCart = command.items === undefined;
    const decision: CheckoutDecision =
      fromCart && buying.has(command.buyerId)
        ? { kind: "refused", code: "CHECKOUT_IN_FLIGHT", details: {} }
        : decide(command, items, stock, carts.get(command.buyerId)?.lines ?? [], free, units);
    if (fromCart && decision.kind === "reserved") buying.add(command.buyerId);
    // The same key again in this batch is told that it is in flight.
    keys.set(name, { requestHash: command.requestHash, orderId: command.orderId, status: null, body: null });
    return decision;
  });
}

function agreementName({ buyerId, itemId, quantity }: WantedItem): string {
  return `${buyerId} ${itemId} ${quantity}`;
}

/** Units by item: two lines of one item count together. */
export function wantedQuantities(lines: readonly { itemId: string; quantity: number }[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { itemId, quantity } of lines) wanted.set(itemId, (wanted.get(itemId) ?? 0) + quantity);
  return wanted;
}

export function keyName({ scope, key }: { scope: string; key: string }): string {
  return `${scope} ${key}`;
}

function decide(
  command: CheckoutCommand,
  items: ReadonlyMap<string, LockedItem>,
  stock: Map<string, number>,
  cart: readonly { itemId: string; quantity: number }[],
  agreements: Map<string, AgreedPrice>,
  bought: Map<string, number>,
): CheckoutDecision {
  const refused = (code: ErrorCode, details: Record<string, unknown> = {}): CheckoutDecision => ({
    kind: "refused",
    code,
    details,
  });
  const { buyerId } = command;
  const fromCart = command.items === undefined;
  const wanted = wantedQuantities(command.items ?? cart);
  if (wanted.size === 0) return refused("CART_EMPTY");

  let total = 0;
  const agreed = new Map<string, AgreedPrice>();
  for (const [itemId, quantity] of wanted) {
    const item = items.get(itemId);
    if (!item || item.deleted) {
      if (!fromCart) return refused("NOT_FOUND_ITEM", { itemId });
      wanted.delete(itemId);
      continue;
    }
    const agreement = agreements.get(agreementName({ buyerId, itemId, quantity }));
    const better = agreement && agreement.price < item.price;
    if (better) agreed.set(itemId, agreement);
    total += (better ? agreement.price : item.price) * quantity;
  }
  for (const [itemId, quantity] of wanted) {
    const available = stock.get(itemId)!;
    if (quantity > available) return refused("ITEM_COUNT_NOT_ENOUGH", { itemId, available });
  }
  const limited = limitedUnits(wanted, items);
  for (const [productId, { limit, units }] of limited) {
    const before = bought.get(purchaseName({ buyerId, productId })) ?? 0;
    if (before + units > limit) return refused("PURCHASE_LIMIT", { productId, limit, bought: before });
  }
  if (total > totalMax) return refused("TOTAL_TOO_LARGE");
  if (total !== command.expectedTotal) return refused("PRICE_CHANGED", { total });
  for (const [itemId, quantity] of wanted) stock.set(itemId, stock.get(itemId)! - quantity);
  for (const [productId, { units }] of limited) {
    const name = purchaseName({ buyerId, productId });
    bought.set(name, (bought.get(name) ?? 0) + units);
  }
  for (const agreement of agreed.values()) agreements.delete(agreementName(agreement));
  const tookTheLast = [...wanted.keys()].some((itemId) => stock.get(itemId) === 0);
  return { kind: "reserved", order: { ...newOrder(command, wanted, items, agreed, fromCart), total, tookTheLast } };
}

function newOrder(
  { orderId, buyerId }: CheckoutCommand,
  wanted: ReadonlyMap<string, number>,
  items: ReadonlyMap<string, LockedItem>,
  agreed: ReadonlyMap<string, AgreedPrice>,
  fromCart: boolean,
): Omit<NewOrder, "tookTheLast" | "total"> {
  const parts = new Map<string, NewPart>();
  const lines: NewLine[] = [];
  for (const [itemId, quantity] of wanted) {
    const { sellerId, sellerName, productId, productName, itemName, ...item } = items.get(itemId)!;
    const price = agreed.get(itemId)?.price ?? item.price;
    let part = parts.get(sellerId);
    if (!part) parts.set(sellerId, (part = { partId: newId(), sellerId, sellerName, subtotal: 0, productIds: [] }));
    part.subtotal += price * quantity;
    if (!part.productIds.includes(productId)) part.productIds.push(productId);
    lines.push({ partId: part.partId, itemId, productId, productName, itemName, price, quantity });
  }
  const offerIds = [...agreed.values()].map((agreement) => agreement.offerId);
  return { orderId, buyerId, fromCart, parts: [...parts.values()], lines, offerIds };
}
