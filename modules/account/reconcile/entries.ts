import type { Walk } from "@jangteo/kernel/database/checks.ts";

/**
 * Entries beside the one before them. By induction from the first one, `balance_after` of the last one is the sum of all:
 * no statement has to be added up at once, however long it is.
 */
export const entries: Walk = {
  name: "entries",
  table: "entry",
  key: { account_id: "uuid", seq: "bigint" },
  rows: (within) => `
    SELECT e.account_id, e.seq, e.amount, e.balance_after, b.last_seq,
      previous.seq AS previous_seq, previous.balance_after AS previous_balance,
      CASE e.account_id WHEN t.debit_id THEN -t.amount WHEN t.credit_id THEN t.amount END AS moved
    FROM entry e
    LEFT JOIN entry previous ON previous.account_id = e.account_id AND previous.seq = e.seq - 1
    LEFT JOIN balance b ON b.account_id = e.account_id
    LEFT JOIN transfer t ON t.id = e.transfer_id
    WHERE ${within("e.account_id", "e.seq")}`,
  invariants: [
    {
      name: "entry that is not numbered after the one before it",
      off: "seq < 1 OR seq > 1 AND previous_seq IS NULL OR last_seq IS NULL OR seq > last_seq",
      protects: "Statements are complete: entries are numbered from 1 to the balance's last one, without gaps.",
    },
    {
      name: "entry whose balance is not the sum of the entries up to it",
      off: "balance_after <> CASE WHEN seq = 1 THEN 0 ELSE previous_balance END + amount",
      protects: "The balance that a statement shows beside each entry is right.",
    },
    {
      name: "entry without its transfer, or of another amount",
      off: "amount IS DISTINCT FROM moved",
      protects: "A balance changes by transfers only.",
    },
  ],
};
