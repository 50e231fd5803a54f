import type { Database } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, listOf, PageQuery, page, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { Type } from "typebox";

const tag = "Notifications";
const roles = ["CUSTOMER"] as const;
/** What a buyer is told of: what others did. */
const toldStatuses = ["PREPARING", "SHIPPED", "DELIVERED", "REFUNDED", "DISPUTE_ANSWERED", "DISPUTE_DISMISSED"];

const Notification = Type.Object({
  id: Type.String(),
  orderId: Id,
  status: Type.String({ description: "PREPARING, SHIPPED, DELIVERED, REFUNDED, DISPUTE_ANSWERED, DISPUTE_DISMISSED" }),
  sellerName: Type.String(),
  productName: Type.String({ description: "The first of the part's products" }),
  at: Time,
  isNew: Type.Boolean({ description: "Since the buyer last said that all was seen" }),
});

type Row = {
  id: number;
  orderId: string;
  status: string;
  sellerName: string;
  productName: string;
  at: Date;
  isNew: boolean;
};

/** News for a buyer: what became of the orders. */
export function notificationRoutes(http: HttpServer, database: Database): void {
  route(http, {
    method: "GET",
    url: "/customer/notifications",
    summary: "What became of the buyer's orders, newest first",
    tag,
    roles,
    query: PageQuery,
    answers: { 200: listOf(Notification) },
    handle: async ({ principal, query }) => {
      const before = decodeCursor(query.cursor, isEventPosition) ?? Number.MAX_SAFE_INTEGER;
      const rows = await database.query<Row>(
        `SELECT e.id, o.id AS "orderId", e.status, p.seller_name AS "sellerName", e.at,
           (SELECT l.product_name FROM order_line l WHERE l.part_id = p.id AND l.order_id = o.id ORDER BY l.item_id LIMIT 1)
             AS "productName",
           e.at > coalesce((SELECT seen_at FROM notification_seen WHERE account_id = $1), '-infinity') AS "isNew"
         FROM orders o JOIN order_part p ON p.order_id = o.id JOIN order_part_event e ON e.part_id = p.id
         WHERE o.buyer_id = $1 AND e.status = ANY ($2::text[]) AND e.id < $3 ORDER BY e.id DESC LIMIT $4`,
        [principal.id, toldStatuses, before, query.limit + 1],
        "list-notifications",
      );
      return {
        status: 200,
        body: page(
          rows,
          query.limit,
          (row) => ({ ...row, id: String(row.id), at: row.at.toISOString() }),
          (row) => row.id,
        ),
      };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/customer/notifications/seen",
    summary: "All that there is was seen",
    tag,
    roles,
    answers: { 204: null },
    handle: async ({ principal, transaction }) => {
      await transaction.query(
        `INSERT INTO notification_seen (account_id, seen_at) VALUES ($1, now())
         ON CONFLICT (account_id) DO UPDATE SET seen_at = greatest(notification_seen.seen_at, excluded.seen_at)`,
        [principal.id],
        "store-notifications-seen",
      );
      return { status: 204, body: null };
    },
  });
}

function isEventPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
