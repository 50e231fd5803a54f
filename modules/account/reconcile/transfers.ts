import type { Walk } from "@jangteo/kernel/database/checks.ts";

/** Which kinds of accounts each kind of transfer connects. */
const connects = `CASE kind
  WHEN 'deposit' THEN debit_kind = 'external' AND credit_kind IN ('customer', 'suspense')
  WHEN 'purchase' THEN debit_kind = 'customer' AND credit_kind IN ('seller', 'escrow')
  WHEN 'fee' THEN debit_kind IN ('seller', 'suspense') AND credit_kind = 'fee'
  WHEN 'settle' THEN debit_kind = 'escrow' AND credit_kind IN ('seller', 'suspense')
  WHEN 'refund' THEN debit_kind IN ('seller', 'escrow') AND credit_kind IN ('customer', 'suspense')
  WHEN 'fee_refund' THEN debit_kind = 'fee' AND credit_kind = 'seller'
  WHEN 'payout' THEN debit_kind = 'seller' AND credit_kind = 'external'
  WHEN 'payout_reversal' THEN debit_kind = 'external' AND credit_kind IN ('seller', 'suspense')
  WHEN 'forfeit' THEN debit_kind IN ('customer', 'seller') AND credit_kind = 'fee'
  WHEN 'cover' THEN debit_kind = 'fee' AND credit_kind = 'seller' END`;

/** Every transfer has its entries and what it was made for. A payout's reversal names the payout in its memo. */
export const transfers: Walk = {
  name: "transfers",
  table: "transfer",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT t.id, t.kind, t.order_id, t.order_part, t.for_id,
      d.kind AS debit_kind, c.kind AS credit_kind,
      coalesce(cardinality(array_positions(e.accounts, t.debit_id)), 0) AS debit_entries,
      coalesce(cardinality(array_positions(e.accounts, t.credit_id)), 0) AS credit_entries,
      m.order_id AS money_order,
      deposit.state AS deposit_state, payout.state AS payout_state,
      giver.status AS giver_status,
      CASE t.kind WHEN 'deposit' THEN deposit.account_id WHEN 'payout_reversal' THEN payout.account_id
        WHEN 'settle' THEN m.seller_id WHEN 'refund' THEN m.buyer_id END AS owner
    FROM transfer t
    LEFT JOIN ledger_account d ON d.id = t.debit_id
    LEFT JOIN ledger_account c ON c.id = t.credit_id
    LEFT JOIN LATERAL (SELECT array_agg(account_id) AS accounts FROM entry WHERE transfer_id = t.id) e ON true
    LEFT JOIN order_money m ON m.order_part = t.order_part
    LEFT JOIN deposit ON deposit.id = CASE WHEN t.kind = 'deposit' THEN t.id END
    LEFT JOIN payout ON payout.id = CASE t.kind WHEN 'payout' THEN t.id
      WHEN 'payout_reversal' THEN CASE WHEN t.memo ~ '^[0-9a-f-]{36}$' THEN t.memo::uuid END END
    LEFT JOIN account giver ON giver.id = CASE t.kind WHEN 'forfeit' THEN t.debit_id WHEN 'cover' THEN t.credit_id END
    WHERE ${within("t.id")}`,
  invariants: [
    {
      name: "transfer without exactly one entry for each balance that it changes",
      off: `debit_entries <> (debit_kind IN ('customer', 'seller'))::int OR credit_entries <> (credit_kind IN ('customer', 'seller'))::int`,
      protects: "What one account pays, another receives: the sum over all accounts is zero.",
    },
    {
      name: "transfer between accounts that its kind does not connect",
      off: `${connects} IS NOT TRUE`,
      protects: "Points move only along the ways that the rules name, and none leaves the marketplace but by a payout.",
    },
    {
      name: "transfer of an order part that has no order money, or of another order's",
      off: `kind IN ('purchase', 'fee', 'settle', 'refund', 'fee_refund') AND (money_order IS NULL OR money_order IS DISTINCT FROM order_id)`,
      protects: "All points of orders are accounted for by order part.",
    },
    {
      name: "deposit in the ledger that was not captured",
      off: "kind = 'deposit' AND deposit_state IS DISTINCT FROM 'CAPTURED'",
      protects: "Points come in only when the payment provider has charged the buyer.",
    },
    {
      name: "payout in the ledger that nobody asked for",
      off: "kind = 'payout' AND payout_state IS NULL",
      protects: "Points go out only to a seller who asked for it.",
    },
    {
      name: "reversal of a payout that has not failed",
      off: "kind = 'payout_reversal' AND payout_state IS DISTINCT FROM 'FAILED'",
      protects: "A seller does not get points back that the bank has paid out.",
    },
    {
      name: "points in suspense without their owner",
      off: `(credit_kind = 'suspense') <> (for_id IS NOT NULL) OR credit_kind = 'suspense' AND for_id IS DISTINCT FROM owner`,
      protects: "Points that could not be credited name whose they are, so that they can be handed over.",
    },
    {
      name: "points given up by an account that is open",
      off: "kind = 'forfeit' AND giver_status IS DISTINCT FROM 'CLOSED'",
      protects: "Only somebody who leaves gives points to the marketplace.",
    },
    {
      name: "debt that the marketplace paid for a seller who is open",
      off: "kind = 'cover' AND giver_status IS DISTINCT FROM 'CLOSED'",
      protects: "The marketplace pays for sellers who are gone, and for nobody else.",
    },
  ],
};
