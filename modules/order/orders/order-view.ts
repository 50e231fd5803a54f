import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { Id, lastId, Time } from "@jangteo/kernel/http/list.ts";
import { Type } from "typebox";
import type { NewOrder } from "../checkout/decide-checkouts.ts";

export const partStatuses = [
  "PAID",
  "PREPARING",
  "SHIPPED",
  "DELIVERED",
  "CONFIRMED",
  "CANCELLED",
  "REFUNDED",
] as const;
export type PartStatus = (typeof partStatuses)[number];
export type OrderStatus = PartStatus | "PENDING";

const Optional = Type.Union([Type.String(), Type.Null()]);

export const Order = Type.Object({
  id: Id,
  status: Type.String({ description: "PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED" }),
  total: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      itemId: Id,
      productId: Id,
      sellerId: Id,
      productName: Type.String(),
      itemName: Type.String(),
      price: Type.Integer(),
      quantity: Type.Integer(),
    }),
  ),
  sellers: Type.Array(
    Type.Object({
      sellerId: Id,
      sellerName: Type.String(),
      status: Type.String(),
      subtotal: Type.Integer(),
      carrier: Optional,
      trackingNumber: Optional,
      dispute: Type.Union([
        Type.Object({
          state: Type.String({ description: "OPEN, REFUNDED, DISMISSED, WITHDRAWN" }),
          reason: Type.String(),
          answer: Optional,
          decisionReason: Optional,
        }),
        Type.Null(),
      ]),
      timeline: Type.Array(Type.Object({ status: Type.String(), at: Time, reason: Optional })),
    }),
  ),
  createdAt: Time,
});

export type PartView = {
  sellerId: string;
  sellerName: string;
  status: PartStatus;
  subtotal: number;
  carrier: string | null;
  trackingNumber: string | null;
  dispute: { state: string; reason: string; answer: string | null; decisionReason: string | null } | null;
  timeline: { status: string; at: string; reason: string | null }[];
};
export type LineView = {
  itemId: string;
  productId: string;
  sellerId: string;
  productName: string;
  itemName: string;
  price: number;
  quantity: number;
};
export type OrderView = {
  id: string;
  status: OrderStatus;
  total: number;
  lines: LineView[];
  sellers: PartView[];
  createdAt: string;
};

/** A stored order, with why it was called off unpaid, if it was. */
export type StoredOrder = OrderView & { refusal: string | null };

/** The order as it is right after it was paid, without reading it. */
export function paidOrderView(order: NewOrder, createdAt: Date): OrderView {
  const at = createdAt.toISOString();
  const sellerOf = new Map(order.parts.map((part) => [part.partId, part.sellerId]));
  return {
    id: order.orderId,
    status: "PAID",
    total: order.total,
    lines: order.lines.map(({ partId, ...line }) => ({ ...line, sellerId: sellerOf.get(partId)! })),
    sellers: order.parts.map(({ sellerId, sellerName, subtotal }) => ({
      sellerId,
      sellerName,
      status: "PAID",
      subtotal,
      carrier: null,
      trackingNumber: null,
      dispute: null,
      timeline: [{ status: "PAID", at, reason: null }],
    })),
    createdAt: at,
  };
}

/** A stored order as its checkout was answered first, whatever has happened since. */
export function asFirstAnswered({ refusal: _, ...order }: StoredOrder): OrderView {
  const sellers = order.sellers.map(
    (part): PartView => ({
      ...part,
      status: "PAID",
      carrier: null,
      trackingNumber: null,
      dispute: null,
      timeline: part.timeline.slice(0, 1),
    }),
  );
  return { ...order, status: "PAID", sellers };
}

/**
 * One word for an order of many parts: how far the slowest part is that is still on its way; when none is, whether
 * anything was sold at all.
 */
export function overallStatus(parts: readonly PartStatus[]): PartStatus {
  const going = ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED"] as const;
  return going.find((status) => parts.includes(status)) ?? (parts.includes("REFUNDED") ? "REFUNDED" : "CANCELLED");
}

type Row = {
  id: string;
  status: "PENDING" | "PAID" | "CANCELLED";
  total: number;
  refusal: string | null;
  created_at: Date;
  parts: (Omit<PartView, "timeline"> & { events: { status: string; at: string; reason: string | null }[] | null })[];
  lines: LineView[];
};

/** Orders with their parts and lines; `$1` narrows both to one seller's, or is null. */
const selectOrders = `
  SELECT o.id, o.status, o.total, o.refusal, o.created_at,
    (SELECT json_agg(json_build_object('sellerId', p.seller_id, 'sellerName', p.seller_name, 'status', p.status,
        'subtotal', p.subtotal, 'carrier', p.carrier, 'trackingNumber', p.tracking_number,
        'dispute', (SELECT json_build_object('state', d.state, 'reason', d.reason, 'answer', d.answer,
                      'decisionReason', d.decision_reason) FROM dispute d WHERE d.part_id = p.id),
        'events', (SELECT json_agg(json_build_object('status', e.status, 'at', e.at, 'reason', e.reason) ORDER BY e.id)
                   FROM order_part_event e WHERE e.part_id = p.id)) ORDER BY p.id)
     FROM order_part p WHERE p.order_id = o.id AND ($1::uuid IS NULL OR p.seller_id = $1)) AS parts,
    (SELECT json_agg(json_build_object('itemId', l.item_id, 'productId', l.product_id, 'sellerId', p.seller_id,
        'productName', l.product_name, 'itemName', l.item_name, 'price', l.price, 'quantity', l.quantity) ORDER BY p.id, l.item_id)
     FROM order_line l JOIN order_part p ON p.id = l.part_id
     WHERE l.order_id = o.id AND ($1::uuid IS NULL OR p.seller_id = $1)) AS lines
  FROM orders o`;

function orderView(row: Row, forSeller: boolean): StoredOrder {
  const createdAt = row.created_at.toISOString();
  const sellers = row.parts.map(({ events, ...part }): PartView => {
    const moved = (events ?? []).map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
    return { ...part, timeline: [{ status: "PAID", at: createdAt, reason: null }, ...moved] };
  });
  return {
    id: row.id,
    status: row.status === "PAID" ? overallStatus(sellers.map((part) => part.status)) : row.status,
    total: forSeller ? sellers.reduce((sum, part) => sum + part.subtotal, 0) : row.total,
    lines: row.lines,
    sellers: row.status === "PAID" ? sellers : sellers.map((part) => ({ ...part, timeline: [] })),
    createdAt,
    refusal: row.refusal,
  };
}

/** An order by its id alone, for our own use. */
export async function findOrder(queryable: Queryable, id: string): Promise<StoredOrder | undefined> {
  const rows = await queryable.query<Row>(`${selectOrders} WHERE o.id = $2`, [null, id], "find-order");
  return rows[0] && orderView(rows[0], false);
}

/** A buyer's own order. */
export async function findBuyersOrder(
  queryable: Queryable,
  id: string,
  buyerId: string,
): Promise<OrderView | undefined> {
  const rows = await queryable.query<Row>(
    `${selectOrders} WHERE o.id = $2 AND o.buyer_id = $3`,
    [null, id, buyerId],
    "find-buyers-order",
  );
  return rows[0] && orderView(rows[0], false);
}

/** A seller's part of a paid order. */
export async function findSellersOrder(
  queryable: Queryable,
  id: string,
  sellerId: string,
): Promise<OrderView | undefined> {
  const rows = await queryable.query<Row>(
    `${selectOrders} WHERE o.id = $2 AND o.status = 'PAID'
       AND EXISTS (SELECT 1 FROM order_part p WHERE p.order_id = o.id AND p.seller_id = $1)`,
    [sellerId, id],
    "find-sellers-order",
  );
  return rows[0] && orderView(rows[0], true);
}

/** A buyer's orders, newest first, without those that were never paid; one more than `limit` where more follow. */
export async function listBuyersOrders(
  queryable: Queryable,
  buyerId: string,
  limit: number,
  before = lastId,
): Promise<OrderView[]> {
  const rows = await queryable.query<Row>(
    `${selectOrders} WHERE o.buyer_id = $2 AND o.status <> 'CANCELLED' AND o.id < $3 ORDER BY o.id DESC LIMIT $4`,
    [null, buyerId, before, limit + 1],
    "list-buyers-orders",
  );
  return rows.map((row) => orderView(row, false));
}

/** A seller's parts of paid orders, newest first; one more than `limit` where more follow. */
export async function listSellersOrders(
  queryable: Queryable,
  sellerId: string,
  limit: number,
  before = lastId,
  status: PartStatus | "DISPUTED" | null = null,
): Promise<OrderView[]> {
  const rows = await queryable.query<Row>(
    `${selectOrders} JOIN order_part mine ON mine.order_id = o.id AND mine.seller_id = $1
     WHERE mine.seller_id = $1 AND mine.order_id < $2 AND o.status = 'PAID' AND ($4::text IS NULL OR mine.status = $4
         OR $4 = 'DISPUTED' AND EXISTS (SELECT 1 FROM dispute d WHERE d.part_id = mine.id AND d.state = 'OPEN'))
     ORDER BY mine.order_id DESC LIMIT $3`,
    [sellerId, before, limit + 1, status],
    "list-sellers-orders",
  );
  return rows.map((row) => orderView(row, true));
}
