/** An order as responses show it. */
export type OrderBody = {
  id: string;
  total: number;
  lines: { itemId: string; sellerId: string; price: number; quantity: number }[];
  sellers: { sellerId: string; status: string; subtotal: number; timeline: { status: string }[] }[];
};

/** A seller's part of an order, by the definite responses about it. */
export type BookedPart = {
  seller: string;
  paid: number;
  isConfirmed: boolean;
  /** CANCELLED or REFUNDED. */
  end: string | undefined;
};
export type BookedOrder = {
  id: string;
  buyer: string;
  total: number;
  parts: BookedPart[];
  lines: { item: string; seller: string; price: number; quantity: number }[];
};
export type Offer = { itemId: string; quantity: number; price: number };

export type Books = {
  readonly orders: ReadonlyMap<string, BookedOrder>;
  /** What the marketplace should never have answered. */
  readonly wrong: string[];
  /** Ids of accounts. */
  readonly suspended: Set<string>;
  /** An order that is under way, by a number from 0 to 1. */
  someOpen(at: number): BookedOrder | undefined;
  deposited(buyer: string, amount: number): void;
  bought(buyer: string, expectedTotal: number, order: OrderBody): void;
  /** A step was answered with 200; of one seller's part where it is named. */
  moved(step: string, order: OrderBody, seller?: string): void;
  paidOut(seller: string, amount: number): void;
  restocked(item: string, difference: number): void;
  offered(buyer: string, offer: Offer): void;
  /** Points that each buyer and seller should have. */
  balances(): Map<string, number>;
  /** Units that each item should have. */
  stock(): Map<string, number>;
  /** Lines below the list price that no offer explains, each offer for one order; nothing where all is well. */
  unexplainedPrices(): string[];
  /** The fee of a seller's part. */
  feeOf(part: { paid: number }): number;
};

export type BooksOptions = {
  buyers: readonly { id: string }[];
  sellers: readonly { id: string }[];
  items: readonly { id: string; price: number; stock: number }[];
  settlement: "on-purchase" | "on-confirmation";
  feeBasisPoints: number;
  /** Points that each buyer has at the start. */
  startPoints?: number;
};

/** Under way at most; then the oldest stay as they are. */
const openMax = 400;

/** What points and stock should be, according to the definite responses alone. */
export function createBooks(options: BooksOptions): Books {
  const { buyers, sellers, items, settlement, feeBasisPoints, startPoints = 0 } = options;
  const orders = new Map<string, BookedOrder>();
  const open: BookedOrder[] = [];
  const wrong: string[] = [];
  const points = new Map([
    ...buyers.map(({ id }) => [id, startPoints] as const),
    ...sellers.map(({ id }) => [id, 0] as const),
  ]);
  const units = new Map(items.map(({ id, stock }) => [id, stock]));
  const listPrice = new Map(items.map(({ id, price }) => [id, price]));
  const offers = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, number: number) => map.set(key, (map.get(key) ?? 0) + number);
  const feeOf = ({ paid }: { paid: number }) => Math.floor((paid * feeBasisPoints) / 10_000);
  const offerName = (buyer: string, item: string, quantity: number, price: number) =>
    `${buyer} ${item} ${quantity} ${price}`;

  /** Each part ends once, and its stock returns unless it was shipped. */
  function end(order: BookedOrder, part: BookedPart, shown: OrderBody["sellers"][number]): void {
    if (part.end !== undefined) {
      if (part.end !== shown.status) wrong.push(`${order.id} is ${part.end} and then ${shown.status}`);
      return;
    }
    part.end = shown.status;
    if (shown.timeline.some(({ status }) => status === "SHIPPED")) return;
    for (const { item, seller, quantity } of order.lines) if (seller === part.seller) add(units, item, quantity);
  }

  return {
    orders,
    wrong,
    suspended: new Set(),
    feeOf,
    someOpen: (at) => open[Math.floor(at * open.length)],
    deposited: (buyer, amount) => void add(points, buyer, amount),
    bought(buyer, expectedTotal, { id, total, lines, sellers: parts }) {
      // The same order again: the response to a repeated request.
      if (orders.has(id)) return;
      if (total !== expectedTotal) wrong.push(`${id} costs ${total} instead of ${expectedTotal}`);
      if (total !== parts.reduce((sum, { subtotal }) => sum + subtotal, 0))
        wrong.push(`${id} is not the sum of its parts`);
      const order: BookedOrder = {
        id,
        buyer,
        total,
        parts: parts.map(({ sellerId, subtotal }) => ({
          seller: sellerId,
          paid: subtotal,
          isConfirmed: false,
          end: undefined,
        })),
        lines: lines.map(({ itemId, sellerId, price, quantity }) => ({
          item: itemId,
          seller: sellerId,
          price,
          quantity,
        })),
      };
      orders.set(id, order);
      open.push(order);
      if (open.length > openMax) open.shift();
      for (const { item, quantity } of order.lines) add(units, item, -quantity);
    },
    moved(step, body, seller) {
      const order = orders.get(body.id);
      if (!order) return void wrong.push(`${step} of ${body.id}, which nobody bought`);
      for (const shown of body.sellers) {
        if (seller !== undefined && seller !== shown.sellerId) continue;
        const part = order.parts.find((each) => each.seller === shown.sellerId)!;
        // Of several parts, a response also shows those that other requests have moved.
        if (step === "confirm" && shown.status === "CONFIRMED") part.isConfirmed = true;
        if (step === "cancel" && shown.status === "CANCELLED") end(order, part, shown);
        if (step === "refund" && shown.status === "REFUNDED") end(order, part, shown);
      }
      if (order.parts.every((part) => part.end !== undefined) && open.includes(order))
        open.splice(open.indexOf(order), 1);
    },
    paidOut: (seller, amount) => void add(points, seller, -amount),
    restocked: (item, difference) => void add(units, item, difference),
    offered: (buyer, { itemId, quantity, price }) => void add(offers, offerName(buyer, itemId, quantity, price), 1),
    balances() {
      const balances = new Map(points);
      for (const { buyer, parts } of orders.values())
        for (const part of parts) {
          if (part.end !== undefined) continue;
          add(balances, buyer, -part.paid);
          if (settlement === "on-purchase" || part.isConfirmed) add(balances, part.seller, part.paid - feeOf(part));
        }
      return balances;
    },
    stock: () => new Map(units),
    unexplainedPrices() {
      const left = new Map(offers);
      const unexplained: string[] = [];
      for (const { id, buyer, lines } of orders.values())
        for (const { item, quantity, price } of lines) {
          if (price === listPrice.get(item)) continue;
          const name = offerName(buyer, item, quantity, price);
          if (!left.get(name)) unexplained.push(`${id}: ${quantity} of ${item} for ${price}`);
          add(left, name, -1);
        }
      return unexplained;
    },
  };
}
