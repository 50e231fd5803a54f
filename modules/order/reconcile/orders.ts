import type { Walk } from "@jangteo/kernel/database/checks.ts";

export const orders = (stepLeaseMs: number): Walk => ({
  name: "orders",
  table: "orders",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT o.id, o.status, o.total, o.created_at, p.total AS parts_total
    FROM orders o
    LEFT JOIN LATERAL (SELECT sum(subtotal) AS total FROM order_part WHERE order_id = o.id) p ON true
    WHERE ${within("o.id")}`,
  invariants: [
    {
      name: "order without parts",
      off: "parts_total IS NULL",
      protects: "Every order has a seller for what was bought.",
    },
    {
      name: "order total differs from its parts",
      off: "total <> parts_total",
      protects: "Buyers pay the sum of what the sellers get.",
    },
    {
      name: "order pending long after its lease",
      off: `status = 'PENDING' AND created_at < now() - ${stepLeaseMs * 10} * interval '1 millisecond'`,
      protects: "A checkout ends, paid or cancelled, also when a process stops halfway.",
    },
  ],
});

export const orderParts = (stepLeaseMs: number): Walk => ({
  name: "order parts",
  table: "order_part",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT p.id, p.status, p.subtotal, p.money_due, coalesce(p.money_due_since, p.lease_until) AS money_due_since,
      o.id AS order_id, o.status AS order_status, l.total AS lines_total
    FROM order_part p
    LEFT JOIN orders o ON o.id = p.order_id
    LEFT JOIN LATERAL (SELECT sum(price * quantity) AS total FROM order_line l WHERE l.order_id = p.order_id AND l.part_id = p.id) l ON true
    WHERE ${within("p.id")}`,
  invariants: [
    {
      name: "order part without its order",
      off: "order_id IS NULL",
      protects: "A seller's part belongs to an order that its buyer can see.",
    },
    {
      name: "order part that differs from its lines, or without any",
      off: "subtotal IS DISTINCT FROM lines_total",
      protects: "A seller is paid the sum of the prices that were bought at.",
    },
    {
      name: "part of an unpaid order that has moved on",
      off: "order_status <> 'PAID' AND status <> 'PAID'",
      protects: "Nothing is sent, confirmed or refunded before it is paid.",
    },
    {
      name: "refund or settlement that is due for more than ten leases",
      off: `money_due IS NOT NULL AND money_due_since < now() - ${stepLeaseMs * 10} * interval '1 millisecond'`,
      protects: "Points follow an order's status soon: no refund or settlement fails for ever unseen.",
    },
  ],
});

const moveOf = (kind: string) => `
  SELECT true AS found FROM stock_move m WHERE m.order_id = l.order_id AND m.item_id = l.item_id AND m.kind = '${kind}' LIMIT 1`;

export const orderLines: Walk = {
  name: "order lines",
  table: "order_line",
  key: { order_id: "uuid", item_id: "uuid" },
  // Goods of a refunded part go back into stock only if they had not been shipped.
  rows: (within) => `
    SELECT l.order_id, l.item_id, p.order_id AS part_order, coalesce(sale.found, false) AS taken, coalesce(back.found, false) AS put_back,
      CASE WHEN o.id IS NULL THEN NULL WHEN o.status = 'CANCELLED' OR p.status = 'CANCELLED' THEN true
        WHEN p.status = 'REFUNDED' THEN (SELECT false FROM order_part_event e WHERE e.part_id = p.id AND e.status = 'SHIPPED' LIMIT 1) IS NULL
        ELSE false END AS goes_back
    FROM order_line l
    LEFT JOIN order_part p ON p.id = l.part_id
    LEFT JOIN orders o ON o.id = p.order_id
    LEFT JOIN LATERAL (${moveOf("sale")}) sale ON true
    LEFT JOIN LATERAL (${moveOf("return")}) back ON true
    WHERE ${within("l.order_id", "l.item_id")}`,
  invariants: [
    {
      name: "order line without its part",
      off: "part_order IS DISTINCT FROM order_id",
      protects: "Everything that was bought has a seller who sends it.",
    },
    {
      name: "line whose stock was not taken, or not put back as it should",
      off: "part_order = order_id AND (NOT taken OR put_back <> goes_back)",
      protects: "Stock is taken once by an order and put back when, and only when, the goods are still there.",
    },
  ],
};
