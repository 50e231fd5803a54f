import type { Database } from "@jangteo/kernel/database/database.ts";
import { afterPosition, createExport, exportedRows } from "@jangteo/kernel/personal/export.ts";

/** What the order module holds of a buyer or a seller. */
export function createOrderExport(database: Database) {
  const rows = (kind: string, sql: string) => exportedRows(database, kind, sql);
  return createExport([
    rows(
      "order",
      `SELECT o.id::text AS position, json_build_object('id', o.id, 'status', o.status, 'total', o.total, 'at', o.created_at,
         'parts', (SELECT json_agg(json_build_object('seller', p.seller_name, 'status', p.status, 'subtotal', p.subtotal,
             'carrier', p.carrier, 'trackingNumber', p.tracking_number,
             'items', (SELECT json_agg(json_build_object('product', l.product_name, 'option', l.item_name, 'price', l.price,
                 'quantity', l.quantity)) FROM order_line l WHERE l.order_id = o.id AND l.part_id = p.id)))
           FROM order_part p WHERE p.order_id = o.id)) AS row
       FROM orders o WHERE o.buyer_id = $1 AND ${afterPosition("o.id")} ORDER BY o.id LIMIT $3`,
    ),
    rows(
      "sale",
      `SELECT p.order_id::text AS position, json_build_object('orderId', p.order_id, 'status', p.status, 'subtotal', p.subtotal,
         'carrier', p.carrier, 'trackingNumber', p.tracking_number) AS row
       FROM order_part p WHERE p.seller_id = $1 AND ${afterPosition("p.order_id")} ORDER BY p.order_id LIMIT $3`,
    ),
    rows(
      "product",
      `SELECT p.id::text AS position, json_build_object('id', p.id, 'name', p.name, 'description', p.description,
         'images', p.images, 'at', p.created_at) AS row
       FROM product p WHERE p.seller_id = $1 AND p.deleted_at IS NULL AND ${afterPosition("p.id")} ORDER BY p.id LIMIT $3`,
    ),
    rows(
      "review",
      `SELECT r.id::text AS position, json_build_object('productId', r.product_id, 'rating', r.rating, 'body', r.body,
         'author', r.author, 'at', r.created_at, 'updatedAt', r.updated_at) AS row
       FROM review r WHERE r.buyer_id = $1 AND ${afterPosition("r.id")} ORDER BY r.id LIMIT $3`,
    ),
    rows(
      "wish",
      `SELECT w.id::text AS position, json_build_object('productId', w.product_id) AS row
       FROM wish w WHERE w.buyer_id = $1 AND ${afterPosition("w.id")} ORDER BY w.id LIMIT $3`,
    ),
    rows(
      "cart",
      `SELECT c.item_id::text AS position, json_build_object('itemId', c.item_id, 'product', c.seen_product_name,
         'option', c.seen_item_name, 'quantity', c.quantity, 'at', c.added_at) AS row
       FROM cart_line c WHERE c.buyer_id = $1 AND ${afterPosition("c.item_id")} ORDER BY c.item_id LIMIT $3`,
    ),
    rows(
      "dispute",
      `SELECT d.id::text AS position, json_build_object('orderId', d.order_id, 'reason', d.reason, 'answer', d.answer,
         'state', d.state, 'decisionReason', d.decision_reason, 'at', d.opened_at) AS row
       FROM dispute d WHERE (d.buyer_id = $1 OR d.seller_id = $1) AND ${afterPosition("d.id")} ORDER BY d.id LIMIT $3`,
    ),
    rows(
      "report",
      `SELECT r.id::text AS position, json_build_object('about', r.kind, 'subjectId', r.subject_id, 'reason', r.reason,
         'decision', r.decision, 'at', r.at) AS row
       FROM report r WHERE r.reporter_id = $1 AND ${afterPosition("r.id")} ORDER BY r.id LIMIT $3`,
    ),
  ]);
}
