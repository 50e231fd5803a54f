import type { Guard } from "./guard.ts";

const decide = "modules/order/checkout/decide-checkouts.ts";
const decideTest = "modules/order/checkout/decide-checkouts.test.ts";
const reserve = "modules/order/checkout/reserve.ts";
const settle = "modules/order/checkout/settle-order.ts";
const limits = "modules/order/checkout/purchase-limit.ts";
const carts = "modules/order/cart/lock-carts.ts";
const agreed = "modules/order/checkout/agreed-price.ts";
const orderTables = "modules/order/migrations/0001_order.sql";
/** Replaces the index of stock moves that 0001_order.sql made. */
const stockMoveIndex = "modules/order/migrations/0009_verify.sql";
const checkoutRaces = "tests/races/checkout.test.ts";
const moneyRaces = "tests/races/money.test.ts";
const orders = "tests/acceptance/orders.test.ts";
const purchaseLimit = "tests/security/purchase-limit.test.ts";

export const checkoutGuards: readonly Guard[] = [
  {
    name: "Changes of a cart wait for each other (advisory lock)",
    edits: [{ file: carts, find: "SELECT pg_advisory_xact_lock(key)", replace: "SELECT count(key)::int" }],
    test: { file: checkoutRaces, only: "carts grown at once" },
  },
  {
    name: "A cart that is being paid for is not paid for again (look for its pending order)",
    edits: [
      {
        file: carts,
        find: "status = 'PENDING' AND from_cart`",
        replace: "status = 'PENDING' AND from_cart AND false`",
      },
      {
        file: orderTables,
        find: "CREATE UNIQUE INDEX orders_pending_cart",
        replace: "CREATE INDEX orders_pending_cart",
      },
    ],
    together: "the look under the cart's lock, the unique index",
    test: { file: moneyRaces, only: "paid at both instances at once" },
  },
  {
    name: "An order is seen as pending or as paid, never as neither (pending look in the statement that takes paid lines out)",
    edits: [
      {
        file: carts,
        find: "     SELECT buyer_id FROM orders WHERE buyer_id = ANY ($1::uuid[]) AND status = 'PENDING' AND from_cart`,\n    [buyers],\n",
        replace: "     SELECT 1`,\n    [buyers],\n",
      },
      {
        file: carts,
        find: "  const pending = await transaction.query<{ buyer_id: string }>(\n    `WITH due",
        replace: "  await transaction.query(\n    `WITH due",
      },
      {
        file: carts,
        find: "  return new Set(pending",
        replace:
          "  const pending = await transaction.query<{ buyer_id: string }>(`SELECT buyer_id FROM orders WHERE buyer_id = ANY ($1::uuid[]) AND status = 'PENDING' AND from_cart`, [buyers]);\n  return new Set(pending",
      },
    ],
    test: { file: "modules/order/cart/lock-carts.test.ts", only: "becomes paid while carts are being locked" },
  },
  {
    name: "A second pending order of one cart cannot be stored (unique index)",
    edits: [
      {
        file: orderTables,
        find: "CREATE UNIQUE INDEX orders_pending_cart",
        replace: "CREATE INDEX orders_pending_cart",
      },
    ],
    test: { file: "tests/database/rules.test.ts", only: "one cart has one pending order" },
  },
  {
    name: "Of two payments of one cart in a batch, the second is refused",
    edits: [
      {
        file: decide,
        find: "fromCart && buying.has(command.buyerId)",
        replace: "false && buying.has(command.buyerId)",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "What was paid leaves the cart (paid lines are taken out)",
    edits: [{ file: carts, find: "AND cart_due RETURNING", replace: "AND cart_due AND false RETURNING" }],
    test: { file: orders, only: "buys the cart" },
  },
  {
    name: "What was added to a cart while it was paid for stays in it",
    edits: [
      { file: carts, find: "AND c.quantity <= b.quantity\n", replace: "\n" },
      { file: carts, find: "AND c.quantity > b.quantity\n", replace: "AND false\n" },
    ],
    test: { file: moneyRaces, only: "what is added while a cart" },
  },
  {
    name: "Buying named items leaves the cart alone",
    edits: [{ file: settle, find: "cart_due = from_cart", replace: "cart_due = true" }],
    test: { file: orders, only: "buying named items leaves the cart alone" },
  },
  {
    name: "No more is sold than there is (stock check under the items' locks)",
    edits: [{ file: decide, find: "if (quantity > available)", replace: "if (quantity < 0)" }],
    test: { file: decideTest },
  },
  {
    name: "Two lines of one item count together",
    edits: [{ file: decide, find: "(wanted.get(itemId) ?? 0) + quantity", replace: "quantity" }],
    test: { file: decideTest },
  },
  {
    name: "Earlier checkouts of a batch take stock from later ones",
    edits: [
      {
        file: decide,
        find: "for (const [itemId, quantity] of wanted) stock.set(itemId, stock.get(itemId)! - quantity);",
        replace: "",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "Stock that is decided on does not change meanwhile (items are locked)",
    edits: [{ file: reserve, find: "ORDER BY i.id FOR NO KEY UPDATE OF i`", replace: "ORDER BY i.id`" }],
    test: { file: moneyRaces, only: "price that changes while a checkout waits" },
  },
  {
    name: "Checkouts lock items in the order of their ids",
    edits: [
      {
        file: reserve,
        find: "ORDER BY i.id FOR NO KEY UPDATE OF i`",
        replace: "ORDER BY i.id DESC FOR NO KEY UPDATE OF i`",
      },
    ],
    test: { file: moneyRaces, only: "orders of two sellers are bought" },
  },
  {
    name: "Returned stock locks items in the order of their ids",
    edits: [
      {
        file: settle,
        find: "     ORDER BY id FOR NO KEY UPDATE`",
        replace: "     ORDER BY id DESC FOR NO KEY UPDATE`",
      },
    ],
    test: { file: moneyRaces, only: "orders of two sellers are bought" },
  },
  {
    name: "No buyer has more units of a product than its purchase limit",
    edits: [{ file: decide, find: "if (before + units > limit)", replace: "if (before + units < 0)" }],
    test: { file: purchaseLimit, only: "line 35" },
  },
  {
    name: "Orders of one buyer for options of one limited product wait for each other (advisory lock)",
    edits: [{ file: limits, find: "SELECT pg_advisory_xact_lock(key)", replace: "SELECT count(key)::int" }],
    test: { file: purchaseLimit, only: "at two instances at once" },
  },
  {
    name: "Earlier checkouts of a batch count for a purchase limit",
    edits: [
      {
        file: decide,
        find: "    bought.set(name, (bought.get(name) ?? 0) + units);\n",
        replace: "    bought.get(name);\n",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "A purchase limit counts what was bought before",
    edits: [{ file: limits, find: "AND l.product_id = w.product_id", replace: "AND l.product_id = w.buyer_id" }],
    test: { file: purchaseLimit, only: "for each buyer alone" },
  },
  {
    name: "A buyer pays no other total than the one that was shown",
    edits: [{ file: decide, find: "total !== command.expectedTotal", replace: "total < 0" }],
    test: { file: decideTest },
  },
  {
    name: "An agreed price holds once (in a batch)",
    edits: [
      {
        file: decide,
        find: "for (const agreement of agreed.values()) agreements.delete(agreementName(agreement));",
        replace: "",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "An agreed price holds once (an order uses it up)",
    edits: [
      {
        file: reserve,
        find: "UPDATE agreed_price SET order_id = u.order_id",
        replace: "UPDATE agreed_price SET order_id = NULL",
      },
    ],
    test: { file: moneyRaces, only: "the lower price wins" },
  },
  {
    name: "An agreement above the list price is not charged",
    edits: [{ file: decide, find: "agreement && agreement.price < item.price", replace: "agreement !== undefined" }],
    test: { file: moneyRaces, only: "the lower price wins" },
  },
  {
    name: "An agreement that has expired is not used",
    edits: [
      {
        file: agreed,
        find: "a.order_id IS NULL AND a.expires_at > now()\n     ORDER BY",
        replace: "a.order_id IS NULL\n     ORDER BY",
      },
    ],
    test: { file: moneyRaces, only: "the lower price wins" },
  },
  {
    name: "An agreement is free again when its order was cancelled unpaid",
    edits: [{ file: settle, find: "  await freeAgreedPrices(transaction, orderIds);\n", replace: "" }],
    test: { file: "tests/acceptance/chat.test.ts", only: "an agreement that could not be paid" },
  },
  {
    name: "A checkout key is not used for another request",
    edits: [
      {
        file: decide,
        find: "known.requestHash === command.requestHash || known.requestHash === command.oldRequestHash()",
        replace: "known !== undefined",
      },
    ],
    test: { file: orders, only: "a key buys once" },
  },
  {
    name: "A checkout key buys once",
    edits: [
      {
        file: reserve,
        find: "WHERE (scope, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))",
        replace: "WHERE (scope, key) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND false",
      },
      {
        file: reserve,
        find: "$6::jsonb[]) ORDER BY 1, 2",
        replace: "$6::jsonb[]) ORDER BY 1, 2 ON CONFLICT DO NOTHING",
      },
    ],
    test: { file: orders, only: "a key buys once" },
    together: "the look for known keys, their primary key",
  },
  {
    name: "A checkout key buys once (twice in one batch)",
    edits: [
      {
        file: decide,
        find: "keys.set(name, { requestHash: command.requestHash, orderId: command.orderId, status: null, body: null });",
        replace: "",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "An order that was settled before is not marked as paid again",
    edits: [
      {
        file: settle,
        find: "WHERE id = ANY ($1::uuid[]) AND status = 'PENDING' ORDER BY id FOR UPDATE",
        replace: "WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE",
      },
    ],
    test: { file: moneyRaces, only: "settled at the same moment" },
  },
  {
    name: "An order that was cancelled before returns its stock once",
    edits: [
      {
        file: settle,
        find: "WHERE orders.id = r.id AND status = 'PENDING' RETURNING",
        replace: "WHERE orders.id = r.id RETURNING",
      },
      {
        file: stockMoveIndex,
        find: "CREATE UNIQUE INDEX stock_move_once",
        replace: "CREATE INDEX stock_move_once",
      },
    ],
    test: { file: moneyRaces, only: "cancelled at the same moment" },
    together: "the look at the status, the unique index of stock moves",
  },
  {
    name: "A sale and a return of an order line are stored once (unique index)",
    edits: [
      { file: stockMoveIndex, find: "CREATE UNIQUE INDEX stock_move_once", replace: "CREATE INDEX stock_move_once" },
    ],
    test: { file: "tests/database/rules.test.ts", only: "stock of an order line" },
  },
  {
    name: "Stock is never below zero (constraint)",
    edits: [{ file: orderTables, find: "CHECK (stock >= 0)", replace: "CHECK (true)" }],
    test: { file: "tests/database/rules.test.ts", only: "stock never falls below zero" },
  },
  {
    name: "An order left pending is cancelled only when the ledger promises never to pay it",
    edits: [
      {
        file: "modules/order/checkout/checkout.ts",
        find: "results.map((result, index) => paidOrder(orders[index]!, result))",
        replace: 'results.map((_, index) => ({ ...orders[index]!, refusal: "ORDER_VOIDED" }))',
      },
    ],
    test: { file: "tests/database/void.test.ts", only: "pending for ten minutes" },
  },
  {
    name: "A payment is repeated under the order's id",
    edits: [
      {
        file: "modules/order/checkout/checkout.ts",
        find: "        purchases: batch.map(({ orderId, buyerId, parts }) => ({\n          orderId,",
        replace: "        purchases: batch.map(({ buyerId, parts }) => ({\n          orderId: crypto.randomUUID(),",
      },
      {
        file: "modules/order/checkout/checkout.ts",
        find: '  if (result.orderId !== purchase.orderId) throw new Error("the ledger answered for another order");\n',
        replace: "",
      },
    ],
    test: { file: "tests/database/void.test.ts", only: "pending for a minute" },
    together: "the key of the call, the comparison of its response",
  },
];
