import type { Walk } from "@jangteo/kernel/database/checks.ts";

export const deposits: Walk = {
  name: "deposits",
  table: "deposit",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT d.id, d.account_id, d.amount, d.state, d.at, t.amount AS transferred, coalesce(t.for_id, t.credit_id) AS credited
    FROM deposit d LEFT JOIN transfer t ON t.id = d.id AND t.kind = 'deposit' WHERE ${within("d.id")}`,
  invariants: [
    {
      name: "captured deposit without its transfer, or with another amount or account",
      off: "state = 'CAPTURED' AND (transferred IS DISTINCT FROM amount OR credited IS DISTINCT FROM account_id)",
      protects: "Whoever was charged gets the points.",
    },
    {
      name: "deposit pending for more than a day",
      off: "state = 'PENDING' AND at < now() - interval '1 day'",
      protects: "A buyer learns what became of a charge.",
    },
  ],
};

export const payouts: Walk = {
  name: "payouts",
  table: "payout",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT p.id, p.account_id, p.amount, p.state, p.at, t.amount AS transferred, t.debit_id AS debited,
      back.count AS reversals, back.amount AS reversed, back.credited
    FROM payout p
    LEFT JOIN transfer t ON t.id = p.id AND t.kind = 'payout'
    LEFT JOIN LATERAL (
      SELECT count(*) AS count, sum(amount) AS amount, (array_agg(coalesce(for_id, credit_id)))[1] AS credited
      FROM transfer WHERE kind = 'payout_reversal' AND memo = p.id::text) back ON true
    WHERE ${within("p.id")}`,
  invariants: [
    {
      name: "payout without its transfer, or with another amount or account",
      off: "transferred IS DISTINCT FROM amount OR debited IS DISTINCT FROM account_id",
      protects: "What the bank pays out leaves the seller's balance.",
    },
    {
      name: "failed payout without exactly one reversal of its amount to its account",
      off: "state = 'FAILED' AND (reversals <> 1 OR reversed <> amount OR credited <> account_id)",
      protects: "A seller whose bank refused gets the points back, once.",
    },
    {
      name: "payout pending for more than a day",
      off: "state = 'PENDING' AND at < now() - interval '1 day'",
      protects: "A seller learns what became of a payout.",
    },
  ],
};
