import type { Walk } from "@jangteo/kernel/database/checks.ts";

export const disputes: Walk = {
  name: "disputes",
  table: "dispute",
  key: { id: "uuid" },
  // A buyer may open a dispute after confirmation, but confirming withdraws one that is open.
  rows: (within) => `
    SELECT d.id, d.state, p.status,
      d.order_id IS DISTINCT FROM p.order_id OR d.seller_id IS DISTINCT FROM p.seller_id OR d.buyer_id IS DISTINCT FROM o.buyer_id AS differs,
      (SELECT true FROM order_part_event e WHERE e.part_id = d.part_id AND e.status = 'CONFIRMED' AND e.at > d.opened_at LIMIT 1) AS confirmed_since
    FROM dispute d
    LEFT JOIN order_part p ON p.id = d.part_id
    LEFT JOIN orders o ON o.id = p.order_id
    WHERE ${within("d.id")}`,
  invariants: [
    {
      name: "open dispute about a part that is over",
      off: "state = 'OPEN' AND (status IN ('CANCELLED', 'REFUNDED') OR status = 'CONFIRMED' AND confirmed_since)",
      protects: "Administrators see only what is still to be decided.",
    },
    {
      name: "dispute of another order, buyer or seller than its part's",
      off: "differs",
      protects: "Only the two sides of a sale see and answer its dispute.",
    },
  ],
};
