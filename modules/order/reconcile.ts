import { type Check, runChecks } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";

/** This module's own checks: each query gives the ids of what is off. */
function queries(stepLeaseMs: number): Record<string, string> {
  return {
    "stock differs from the sum of its moves": `
      SELECT i.id FROM item i LEFT JOIN (SELECT item_id, sum(quantity) AS total FROM stock_move GROUP BY 1) m ON m.item_id = i.id
      WHERE i.stock <> coalesce(m.total, 0)`,
    "stock below zero": "SELECT id FROM item WHERE stock < 0",
    "order total differs from its parts and lines": `
      SELECT o.id FROM orders o
      LEFT JOIN (SELECT order_id, sum(subtotal) AS total FROM order_part GROUP BY 1) p ON p.order_id = o.id
      LEFT JOIN (SELECT order_id, sum(price * quantity) AS total FROM order_line GROUP BY 1) l ON l.order_id = o.id
      WHERE o.total IS DISTINCT FROM p.total OR o.total IS DISTINCT FROM l.total`,
    "line whose stock was not taken, or not put back as it should": `
      SELECT l.order_id::text || ' ' || l.item_id AS id
      FROM order_line l JOIN orders o ON o.id = l.order_id JOIN order_part p ON p.id = l.part_id
      LEFT JOIN stock_move sale ON sale.order_id = l.order_id AND sale.item_id = l.item_id AND sale.kind = 'sale'
      LEFT JOIN stock_move back ON back.order_id = l.order_id AND back.item_id = l.item_id AND back.kind = 'return'
      WHERE sale.quantity IS DISTINCT FROM -l.quantity
         OR (back.id IS NOT NULL AND back.quantity <> l.quantity)
         OR (o.status = 'CANCELLED' AND back.id IS NULL)
         OR (o.status = 'PAID' AND p.status = 'CANCELLED' AND back.id IS NULL)
         OR (o.status <> 'CANCELLED' AND p.status NOT IN ('CANCELLED', 'REFUNDED') AND back.id IS NOT NULL)`,
    "sale without its line": `
      SELECT m.id FROM stock_move m LEFT JOIN order_line l ON l.order_id = m.order_id AND l.item_id = m.item_id
      WHERE m.kind IN ('sale', 'return') AND l.order_id IS NULL`,
    "order pending long after its lease": `
      SELECT id FROM orders WHERE status = 'PENDING' AND created_at < now() - ${stepLeaseMs * 10} * interval '1 millisecond'`,
    "money of a part still due long after its lease": `
      SELECT id FROM order_part WHERE money_due IS NOT NULL AND lease_until < now() - ${stepLeaseMs * 10} * interval '1 millisecond'`,
    "outbox event older than a minute": `
      SELECT id FROM outbox WHERE at < now() - interval '1 minute'
      UNION ALL SELECT id FROM outbox_waiting WHERE at < now() - interval '1 minute'`,
    "parked event": "SELECT id FROM parked_event",
  };
}

export function reconcile(database: Database, stepLeaseMs: number): Promise<Check[]> {
  return runChecks(database, queries(stepLeaseMs));
}

/** Parts of orders that were not called off unpaid, in id order, for the comparison with the ledger. */
export function listPaidParts(database: Database, after: string, limit: number) {
  return database.query<{ partId: string; orderId: string; paid: number; refunded: number; pending: boolean }>(
    `SELECT p.id AS "partId", p.order_id AS "orderId", p.subtotal AS paid,
       CASE WHEN p.status IN ('CANCELLED', 'REFUNDED') THEN p.subtotal ELSE 0 END AS refunded,
       o.status = 'PENDING' OR p.money_due IS NOT NULL AS pending
     FROM order_part p JOIN orders o ON o.id = p.order_id
     WHERE p.id > $1 AND o.status <> 'CANCELLED' ORDER BY p.id LIMIT $2`,
    [after || "00000000-0000-0000-0000-000000000000", limit],
  );
}
