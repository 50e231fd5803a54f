import type { Walk } from "@jangteo/kernel/database/checks.ts";

export const products: Walk = {
  name: "products",
  table: "product",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT p.id, p.price_from, p.deleted_at,
      (SELECT min(price) FROM item i WHERE i.product_id = p.id AND i.deleted_at IS NULL) AS lowest
    FROM product p WHERE ${within("p.id")}`,
  invariants: [
    {
      name: "price of a product differs from its lowest item on sale",
      off: "deleted_at IS NULL AND price_from <> lowest",
      protects: "Lists and searches show the price that can be bought at.",
    },
  ],
};

/** All items, also those that are deleted. Moves of orders and moves by hand have an index each. */
export const items: Walk = {
  name: "items",
  table: "item",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT i.id, i.stock,
      (SELECT coalesce(sum(quantity), 0) FROM stock_move m WHERE m.item_id = i.id AND m.order_id IS NOT NULL)
        + (SELECT coalesce(sum(quantity), 0) FROM stock_move m WHERE m.item_id = i.id AND m.order_id IS NULL) AS moved
    FROM item i WHERE ${within("i.id")}`,
  invariants: [
    {
      name: "stock differs from the sum of its moves",
      off: "stock <> moved",
      protects: "No unit is sold twice or lost: each change of stock has its reason.",
    },
    {
      name: "stock below zero",
      off: "stock < 0",
      protects: "No more is sold than there is.",
    },
  ],
};

export const stockMoves: Walk = {
  name: "stock moves",
  table: "stock_move",
  key: { id: "bigint" },
  rows: (within) => `
    SELECT m.id, m.kind, m.quantity, l.quantity AS line_quantity, i.id AS item
    FROM stock_move m
    LEFT JOIN order_line l ON l.order_id = m.order_id AND l.item_id = m.item_id
    LEFT JOIN item i ON i.id = m.item_id
    WHERE ${within("m.id")}`,
  invariants: [
    {
      name: "sale or return without its order line, or of another quantity",
      off: `kind IN ('sale', 'return') AND quantity IS DISTINCT FROM CASE kind WHEN 'sale' THEN -line_quantity ELSE line_quantity END`,
      protects: "An order takes exactly what was bought, and puts no more back.",
    },
    {
      name: "stock move of an item that does not exist",
      off: "item IS NULL",
      protects: "Stock moves are about goods that were offered.",
    },
  ],
};
