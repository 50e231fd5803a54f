import type { Walk } from "@jangteo/kernel/database/checks.ts";

export const agreements: Walk = {
  name: "agreed prices",
  table: "agreed_price",
  key: { offer_id: "uuid" },
  rows: (within) => `
    SELECT a.offer_id, a.order_id, o.status,
      o.buyer_id IS DISTINCT FROM a.buyer_id OR l.price IS DISTINCT FROM a.price OR l.quantity IS DISTINCT FROM a.quantity AS differs,
      a.order_id IS NULL AND (
        SELECT true FROM agreed_price other WHERE other.buyer_id = a.buyer_id AND other.item_id = a.item_id
          AND other.quantity = a.quantity AND other.order_id IS NULL AND other.offer_id <> a.offer_id LIMIT 1) AS doubled
    FROM agreed_price a
    LEFT JOIN orders o ON o.id = a.order_id
    LEFT JOIN order_line l ON l.order_id = a.order_id AND l.item_id = a.item_id
    WHERE ${within("a.offer_id")}`,
  invariants: [
    {
      name: "agreed price used by an order that does not exist or was cancelled unpaid",
      off: "order_id IS NOT NULL AND (status IS NULL OR status = 'CANCELLED')",
      protects: "A buyer can use an agreement until an order was paid with it.",
    },
    {
      name: "agreed price that differs from the line bought with it",
      off: "status <> 'CANCELLED' AND differs",
      protects: "A buyer pays the price agreed on, for the item and the quantity agreed on.",
    },
    {
      name: "two open agreements about one item and quantity",
      off: "doubled",
      protects: "It is never in doubt which price was agreed on.",
    },
  ],
};
