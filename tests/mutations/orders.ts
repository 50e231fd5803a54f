import type { Guard } from "./guard.ts";

const movePart = "modules/order/orders/move-part.ts";
const moveMoney = "modules/order/orders/move-money.ts";
const disputes = "modules/order/disputes/routes.ts";
const changes = "modules/order/catalog/change-products.ts";
const orders = "tests/acceptance/orders.test.ts";
const checkoutRaces = "tests/races/checkout.test.ts";
const moneyRaces = "tests/races/money.test.ts";

export const orderGuards: readonly Guard[] = [
  {
    name: "An order moves from the right status only",
    edits: [
      {
        file: movePart,
        find: "from.includes(part.status) && isFree(part)",
        replace: "isFree(part)",
      },
    ],
    test: { file: orders, only: "steps may not be skipped" },
  },
  {
    name: "An order whose money is still to be moved does not move on",
    edits: [
      {
        file: movePart,
        find: "from.includes(part.status) && isFree(part)",
        replace: "from.includes(part.status)",
      },
    ],
    test: { file: moneyRaces, only: "money is still to be moved" },
  },
  {
    name: "Of two who move an order at once, one wins (the seller orders are locked)",
    edits: [{ file: movePart, find: "ORDER BY p.id FOR UPDATE OF p`", replace: "ORDER BY p.id`" }],
    test: { file: checkoutRaces, only: "cancel against prepare" },
  },
  {
    name: "All that one transaction returns to stock is locked in one call",
    edits: [
      {
        file: movePart,
        find: "    await returnStock(transaction, {\n      orderIds: [parts[0]!.order_id],\n      partIds: moving.filter((part) => stillHere.includes(part.status)).map((part) => part.id),\n      reason: to,\n      authorId: options.by,\n    });",
        replace:
          "    for (const part of moving.filter((part) => stillHere.includes(part.status)))\n      await returnStock(transaction, { orderIds: [part.order_id], partIds: [part.id], reason: to, authorId: options.by });",
      },
    ],
    test: { file: moneyRaces, only: "orders of two sellers are bought" },
  },
  {
    name: "What was shipped is not returned to stock",
    edits: [{ file: movePart, find: "moving.filter((part) => stillHere.includes(part.status))", replace: "moving" }],
    test: { file: orders, only: "what was shipped stays out of stock" },
  },
  {
    name: "A buyer moves only orders of their own",
    edits: [{ file: movePart, find: "($2::uuid IS NULL OR o.buyer_id = $2)", replace: "($2::uuid IS NULL OR true)" }],
    test: { file: orders, only: "orders of others are not there", counts: "cancel answered 500" },
  },
  {
    name: "A seller moves only seller orders of their own",
    edits: [{ file: movePart, find: "($3::uuid IS NULL OR p.seller_id = $3)", replace: "($3::uuid IS NULL OR true)" }],
    test: { file: orders, only: "each part moves alone" },
  },
  {
    name: "A dispute that was opened meanwhile stops automatic confirmation",
    edits: [{ file: moveMoney, find: "if (disputed.length > 0) return [];", replace: "" }],
    test: { file: moneyRaces, only: "automatic confirmation does not override" },
  },
  {
    name: "A dispute is decided once",
    edits: [
      {
        file: disputes,
        find: "WHERE id = $1 AND state = 'OPEN' RETURNING id",
        replace: "WHERE id = $1 RETURNING id",
      },
    ],
    test: { file: "tests/acceptance/disputes.test.ts", only: "decided with a refund once|that are dismissed" },
  },
  {
    name: "A stale form does not restore sold units (expected stock)",
    edits: [
      {
        file: changes,
        find: "expectedStock !== undefined && expectedStock !== stock",
        replace: "expectedStock === -1",
      },
    ],
    test: { file: moneyRaces, only: "a stale form does not restore" },
  },
  {
    name: "Stock changes by what was meant (items are locked)",
    edits: [
      {
        file: changes,
        find: '"SELECT 1 FROM item WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE"',
        replace: '"SELECT 1 FROM item WHERE id = ANY ($1::uuid[]) ORDER BY id"',
      },
    ],
    test: { file: moneyRaces, only: "a number against a purchase" },
  },
  {
    name: "Sellers change products of their own only",
    edits: [
      {
        file: changes,
        find: "AND seller_id = $2 AND deleted_at IS NULL\n     ORDER BY id FOR NO KEY UPDATE",
        replace: "AND $2::uuid IS NOT NULL AND deleted_at IS NULL\n     ORDER BY id FOR NO KEY UPDATE",
      },
    ],
    test: { file: "tests/acceptance/products.test.ts", only: "another seller's product" },
  },
  {
    name: "Sellers change many items of their own only",
    edits: [
      { file: changes, find: "AND p.seller_id = $2 AND p.deleted_at IS NULL", replace: "AND $2::uuid IS NOT NULL" },
      {
        file: changes,
        find: "AND seller_id = $2 AND deleted_at IS NULL\n     ORDER BY id FOR NO KEY UPDATE",
        replace: "AND $2::uuid IS NOT NULL AND deleted_at IS NULL\n     ORDER BY id FOR NO KEY UPDATE",
      },
    ],
    test: { file: "tests/acceptance/statistics.test.ts", only: "never another's" },
    together: "the look for the items, the lock of their products",
  },
  {
    name: "A suspended seller puts no product on sale",
    edits: [
      {
        file: "modules/order/sellers/sellers.ts",
        find: 'if (seller && seller.status !== "ACTIVE")',
        replace: "if (seller && seller.status === undefined)",
      },
    ],
    test: { file: "tests/database/suspended.test.ts", only: "puts no product on sale" },
  },
  {
    name: "A late event about a seller does not replace a newer one",
    edits: [
      {
        file: "modules/order/sellers/sellers.ts",
        find: "     WHERE s.version < excluded.version RETURNING id",
        replace: "     RETURNING id",
      },
    ],
    test: { file: "tests/database/late-events.test.ts", only: "an older version of a seller" },
  },
];
