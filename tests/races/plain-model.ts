/**
 * The marketplace as it should be: plain numbers that change one request at a time. Points and units of stock are
 * integers. It knows nothing of keys, events, instances or databases: whatever the marketplace does with those, the
 * numbers must be these.
 */
export type Policy = {
  settlement: "on-purchase" | "on-confirmation";
  /** In 1/10,000 of the price. */
  feeBasisPoints: number;
};

export type Status = "PAID" | "PREPARING" | "SHIPPED" | "DELIVERED" | "CONFIRMED" | "CANCELLED" | "REFUNDED";
/** Items, buyers and sellers are named by their index. */
export type Line = { item: number; quantity: number };
export type Item = { seller: number; price: number; stock: number };
export type SellerOrder = {
  seller: number;
  lines: Line[];
  paid: number;
  fee: number;
  status: Status;
  /** The seller has the points, less the fee. */
  settled: boolean;
  /** The seller may pay them out. */
  confirmed: boolean;
  dispute: null | "OPEN" | "REFUNDED" | "DISMISSED" | "WITHDRAWN";
};
export type Order = { buyer: number; parts: SellerOrder[] };
export type Account = { balance: number; suspended: boolean };
export type Model = {
  policy: Policy;
  buyers: Account[];
  sellers: Account[];
  items: Item[];
  /** Per buyer: quantity by item. */
  carts: Map<number, number>[];
  /** Open agreements: price of a unit by `agreementOf`. */
  agreements: Map<string, number>;
  orders: Order[];
};

/** The error code of a refusal; `undefined` when the request has its effect. */
export type Refusal = string | undefined;

export function createModel(policy: Policy, buyers: number[], sellers: number, items: Item[]): Model {
  return {
    policy,
    buyers: buyers.map((balance) => ({ balance, suspended: false })),
    sellers: Array.from({ length: sellers }, () => ({ balance: 0, suspended: false })),
    items: items.map((item) => ({ ...item })),
    carts: buyers.map(() => new Map()),
    agreements: new Map(),
    orders: [],
  };
}

const agreementOf = (buyer: number, { item, quantity }: Line) => `${buyer} ${item} ${quantity}`;

/** The products of a suspended seller are off sale. */
export function isOnSale(model: Model, item: number): boolean {
  return !model.sellers[model.items[item]!.seller]!.suspended;
}

/** The price of a unit: as agreed for exactly this quantity where that is lower, else as listed. */
function priceOf(model: Model, buyer: number, line: Line): number {
  const { price } = model.items[line.item]!;
  return Math.min(price, model.agreements.get(agreementOf(buyer, line)) ?? price);
}

/** The buyer and the seller agree on a price; the lower one stays. */
export function agree(model: Model, buyer: number, line: Line, price: number): void {
  const name = agreementOf(buyer, line);
  model.agreements.set(name, Math.min(price, model.agreements.get(name) ?? price));
}

/** Whether this price is lower than an open agreement, so that it replaces it. */
export function isBetter(model: Model, buyer: number, line: Line, price: number): boolean {
  return price < (model.agreements.get(agreementOf(buyer, line)) ?? Number.POSITIVE_INFINITY);
}

export type CartView = {
  lines: { item: number; quantity: number; price: number; available: boolean }[];
  total: number;
};

/** Reading a cart removes what is off sale and reduces what exceeds the stock, unless nothing is left of it. */
export function viewCart(model: Model, buyer: number): CartView {
  const cart = model.carts[buyer]!;
  const view: CartView = { lines: [], total: 0 };
  for (const [item, wanted] of cart) {
    if (!isOnSale(model, item)) {
      cart.delete(item);
      continue;
    }
    const { stock, price: listPrice } = model.items[item]!;
    const quantity = stock > 0 ? Math.min(wanted, stock) : wanted;
    // The agreement was for the quantity before.
    const price = quantity === wanted ? priceOf(model, buyer, { item, quantity }) : listPrice;
    cart.set(item, quantity);
    const available = stock >= quantity;
    view.lines.push({ item, quantity, price, available });
    if (available) view.total += price * quantity;
  }
  view.lines.sort((a, b) => a.item - b.item);
  return view;
}

export function addToCart(model: Model, buyer: number, { item, quantity }: Line): Refusal {
  if (!isOnSale(model, item)) return "NOT_FOUND_ITEM";
  const wanted = (model.carts[buyer]!.get(item) ?? 0) + quantity;
  if (wanted > model.items[item]!.stock) return "ITEM_COUNT_NOT_ENOUGH";
  model.carts[buyer]!.set(item, wanted);
  return undefined;
}

export function setInCart(model: Model, buyer: number, { item, quantity }: Line): Refusal {
  if (!isOnSale(model, item)) return "NOT_FOUND_ITEM";
  if (quantity > model.items[item]!.stock) return "ITEM_COUNT_NOT_ENOUGH";
  if (!model.carts[buyer]!.has(item)) return "NOT_FOUND_ITEM";
  model.carts[buyer]!.set(item, quantity);
  return undefined;
}

export function removeFromCart(model: Model, buyer: number, item: number): Refusal {
  return model.carts[buyer]!.delete(item) ? undefined : "NOT_FOUND_ITEM";
}

/** What these items cost this buyer now, two lines of one item together. */
export function totalOf(model: Model, buyer: number, lines: readonly Line[]): number {
  return summed(lines).reduce((sum, line) => sum + priceOf(model, buyer, line) * line.quantity, 0);
}

function summed(lines: readonly Line[]): Line[] {
  const quantities = new Map<number, number>();
  for (const { item, quantity } of lines) quantities.set(item, (quantities.get(item) ?? 0) + quantity);
  return [...quantities].map(([item, quantity]) => ({ item, quantity }));
}

/** Buys these items, or the cart: its lines that are off sale are left out, and stay until the cart is read. */
export function buy(model: Model, buyer: number, items: readonly Line[] | undefined, expectedTotal: number): Refusal {
  const cart = [...model.carts[buyer]!].map(([item, quantity]) => ({ item, quantity }));
  const all = summed(items ?? cart);
  if (all.length === 0) return "CART_EMPTY";
  const wanted = all.filter(({ item }) => isOnSale(model, item));
  if (items && wanted.length < all.length) return "NOT_FOUND_ITEM";
  if (wanted.some(({ item, quantity }) => quantity > model.items[item]!.stock)) return "ITEM_COUNT_NOT_ENOUGH";
  const total = totalOf(model, buyer, wanted);
  if (total !== expectedTotal) return "PRICE_CHANGED";
  if (model.buyers[buyer]!.suspended) return "ACCOUNT_SUSPENDED";
  if (total > model.buyers[buyer]!.balance) return "NOT_ENOUGH_BALANCE";
  model.orders.push(pay(model, buyer, wanted));
  if (!items) for (const { item } of wanted) model.carts[buyer]!.delete(item);
  return undefined;
}

function pay(model: Model, buyer: number, wanted: readonly Line[]): Order {
  const atOnce = model.policy.settlement === "on-purchase";
  const parts = new Map<number, SellerOrder>();
  for (const line of wanted) {
    const item = model.items[line.item]!;
    const price = priceOf(model, buyer, line);
    const part: SellerOrder = parts.get(item.seller) ?? {
      seller: item.seller,
      lines: [],
      paid: 0,
      fee: 0,
      status: "PAID",
      settled: atOnce,
      confirmed: false,
      dispute: null,
    };
    parts.set(item.seller, part);
    part.lines.push(line);
    part.paid += price * line.quantity;
    item.stock -= line.quantity;
    if (price < item.price) model.agreements.delete(agreementOf(buyer, line));
  }
  for (const part of parts.values()) {
    part.fee = Math.floor((part.paid * model.policy.feeBasisPoints) / 10_000);
    model.buyers[buyer]!.balance -= part.paid;
    if (atOnce) model.sellers[part.seller]!.balance += part.paid - part.fee;
  }
  return { buyer, parts: [...parts.values()] };
}

function partsOf(model: Model, account: { buyer: number } | { seller: number }): SellerOrder[] {
  if ("seller" in account)
    return model.orders.flatMap(({ parts }) => parts).filter(({ seller }) => seller === account.seller);
  return model.orders.filter(({ buyer }) => buyer === account.buyer).flatMap(({ parts }) => parts);
}

const isOver = ({ status }: SellerOrder) => status === "CANCELLED" || status === "REFUNDED";

/** Points in escrow, of a buyer or a seller. */
export function held(model: Model, account: { buyer: number } | { seller: number }): number {
  return partsOf(model, account)
    .filter((part) => !part.settled && !isOver(part))
    .reduce((sum, { paid }) => sum + paid, 0);
}

/** What a seller has without the sales that are not confirmed yet. */
export function withdrawable(model: Model, seller: number): number {
  const unconfirmed = partsOf(model, { seller })
    .filter((part) => part.settled && !part.confirmed && !isOver(part))
    .reduce((sum, { paid, fee }) => sum + paid - fee, 0);
  return Math.max(0, model.sellers[seller]!.balance - unconfirmed);
}

/** The marketplace's fees, and what is in escrow, of all orders. */
export function marketplaceHas(model: Model): { fee: number; escrow: number } {
  const alive = model.orders.flatMap(({ parts }) => parts).filter((part) => !isOver(part));
  return {
    fee: alive.filter(({ settled }) => settled).reduce((sum, { fee }) => sum + fee, 0),
    escrow: alive.filter(({ settled }) => !settled).reduce((sum, { paid }) => sum + paid, 0),
  };
}

/** Who takes a seller order on, from which statuses. */
export const steps: Record<string, { by: "buyer" | "seller"; from: readonly Status[]; to: Status }> = {
  cancel: { by: "buyer", from: ["PAID"], to: "CANCELLED" },
  prepare: { by: "seller", from: ["PAID"], to: "PREPARING" },
  ship: { by: "seller", from: ["PREPARING"], to: "SHIPPED" },
  deliver: { by: "seller", from: ["SHIPPED"], to: "DELIVERED" },
  confirm: { by: "buyer", from: ["DELIVERED"], to: "CONFIRMED" },
  refund: { by: "seller", from: ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED"], to: "REFUNDED" },
};

/** Moves those of the seller orders that the step may move. */
export function move(model: Model, order: Order, parts: readonly SellerOrder[], step: string): Refusal {
  const { from, to } = steps[step]!;
  const moving = parts.filter(({ status }) => from.includes(status));
  if (moving.length === 0) return "ILLEGAL_TRANSITION";
  for (const part of moving) {
    // Sellers refund what is confirmed out of what they could pay out.
    if (part.status === "CONFIRMED" && withdrawable(model, part.seller) < part.paid - part.fee)
      return "NOT_ENOUGH_BALANCE";
    if (to === "CANCELLED" || to === "REFUNDED") giveBack(model, order, part, to);
    else if (to === "CONFIRMED") confirm(model, part);
    else part.status = to;
  }
  return undefined;
}

function confirm(model: Model, part: SellerOrder): void {
  if (!part.settled) model.sellers[part.seller]!.balance += part.paid - part.fee;
  Object.assign(part, { status: "CONFIRMED", settled: true, confirmed: true });
  if (part.dispute === "OPEN") part.dispute = "WITHDRAWN";
}

/** Stock returns too, unless it has left the seller. */
function giveBack(model: Model, order: Order, part: SellerOrder, to: "CANCELLED" | "REFUNDED"): void {
  model.buyers[order.buyer]!.balance += part.paid;
  if (part.settled) model.sellers[part.seller]!.balance -= part.paid - part.fee;
  if (part.status === "PAID" || part.status === "PREPARING")
    for (const { item, quantity } of part.lines) model.items[item]!.stock += quantity;
  part.status = to;
  if (part.dispute === "OPEN") part.dispute = "REFUNDED";
}

/** Opens a dispute for each of the seller orders that are not over, or for none. */
export function openDisputes(parts: readonly SellerOrder[]): Refusal {
  const open = parts.filter((part) => !isOver(part));
  if (open.length === 0) return "ILLEGAL_TRANSITION";
  if (open.some(({ dispute }) => dispute !== null)) return "ALREADY_DISPUTED";
  for (const part of open) part.dispute = "OPEN";
  return undefined;
}

/** An administrator decides; a refund may take the seller below zero. */
export function decideDispute(model: Model, order: Order, part: SellerOrder, refund: boolean): Refusal {
  if (part.dispute !== "OPEN") return "ALREADY_DECIDED";
  if (refund) giveBack(model, order, part, "REFUNDED");
  else part.dispute = "DISMISSED";
  return undefined;
}

/** The status of the whole order: of the seller order that is furthest behind; else how it ended. */
export function overallStatus({ parts }: Order): Status {
  const going = ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED", "REFUNDED"] as const;
  return going.find((status) => parts.some((part) => part.status === status)) ?? "CANCELLED";
}
