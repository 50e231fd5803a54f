import type { Walk } from "@jangteo/kernel/database/checks.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";

const { escrow, suspense } = systemAccounts;

/** A kind's transfers of an order part: how many, their sum, and the first one's accounts. */
const of = (kind: string, name: string) => `
  count(*) FILTER (WHERE kind = '${kind}') AS ${name}_count,
  sum(amount) FILTER (WHERE kind = '${kind}') AS ${name}_amount,
  (array_agg(debit_id) FILTER (WHERE kind = '${kind}'))[1] AS ${name}_from,
  (array_agg(credit_id) FILTER (WHERE kind = '${kind}'))[1] AS ${name}_to`;

/** Where the money of each order part is, beside its transfers. */
export const orderMoney: Walk = {
  name: "order money",
  table: "order_money",
  key: { order_part: "uuid" },
  rows: (within) => `
    SELECT m.*, p.outcome, t.*, m.buyer_id AS buyer, m.seller_id AS seller, '${escrow}'::uuid AS escrow, '${suspense}'::uuid AS suspense
    FROM order_money m
    LEFT JOIN purchase p ON p.order_id = m.order_id
    LEFT JOIN LATERAL (
      SELECT ${of("purchase", "purchase")}, ${of("fee", "fee")}, ${of("settle", "settle")}, ${of("refund", "refund")},
        ${of("fee_refund", "fee_refund")},
        sum(CASE '${escrow}'::uuid WHEN credit_id THEN amount WHEN debit_id THEN -amount ELSE 0 END) AS held
      FROM transfer WHERE order_part = m.order_part) t ON true
    WHERE ${within("m.order_part")}`,
  invariants: [
    {
      name: "order money of an order that is not purchased",
      off: "outcome IS DISTINCT FROM 'PURCHASED'",
      protects: "An order that was refused or voided is never paid.",
    },
    {
      name: "order money without exactly one purchase of its amount",
      off: "purchase_count <> 1 OR purchase_amount <> paid",
      protects: "An order part is paid once, in full.",
    },
    {
      name: "purchase from somebody else than the buyer, or to somebody else than the seller or escrow",
      off: "purchase_from <> buyer OR purchase_to NOT IN (seller, escrow)",
      protects: "The buyer pays, and the seller gets it.",
    },
    {
      name: "refunded differs from the sum of refunds",
      off: "refunded <> coalesce(refund_amount, 0)",
      protects: "A part is refunded once, and never more than was paid.",
    },
    {
      name: "refund from somebody else than who held the points, or to somebody else than the buyer",
      off: `refund_from <> CASE WHEN purchase_to = escrow AND settle_count = 0 THEN escrow ELSE seller END OR refund_to NOT IN (buyer, suspense)`,
      protects: "A refund goes to whoever paid, from whoever has it.",
    },
    {
      name: "fee that is missing, taken twice, or differs from the part's",
      off: `fee_count <> (fee > 0 AND (purchase_to = seller OR settle_count > 0))::int OR fee_amount <> fee OR fee_from <> coalesce(settle_to, seller)`,
      protects: "The marketplace earns its fee once for what a seller was paid.",
    },
    {
      name: "fee that is kept after a refund, or returned without one",
      off: `fee_refund_count <> (refund_count > 0 AND fee_count > 0)::int OR fee_refund_amount <> fee OR fee_refund_to <> seller`,
      protects: "A seller pays no fee for what was refunded.",
    },
    {
      name: "settlement out of escrow without confirmation, or confirmation without settlement",
      off: `purchase_to = seller AND settle_count > 0
        OR purchase_to = escrow AND (settle_count <> (confirmed_at IS NOT NULL)::int OR settle_amount <> paid OR settle_to NOT IN (seller, suspense))`,
      protects: "A seller is paid out of escrow when, and only when, the buyer has confirmed.",
    },
    {
      name: "escrow differs from paid - refunded - settled",
      off: "held <> paid - refunded - settled",
      protects: "Escrow holds exactly what was paid and is neither refunded nor settled.",
    },
  ],
};

/** What became of each order's payment. */
export const purchases: Walk = {
  name: "purchases",
  table: "purchase",
  key: { order_id: "uuid" },
  rows: (within) => `
    SELECT p.order_id, p.outcome, (SELECT true FROM order_money m WHERE m.order_part = p.any_part AND m.order_id = p.order_id) AS has_money
    FROM purchase p WHERE ${within("p.order_id")}`,
  invariants: [
    {
      name: "purchased order without order money",
      off: "outcome = 'PURCHASED' AND has_money IS NULL",
      protects: "An order counts as paid only when points have moved.",
    },
  ],
};
