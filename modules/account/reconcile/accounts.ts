import type { Walk } from "@jangteo/kernel/database/checks.ts";

/** Every account that has points has a ledger account and a balance. */
export const accounts: Walk = {
  name: "accounts",
  table: "account",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT a.id, a.role, l.id AS ledger_id FROM account a LEFT JOIN ledger_account l ON l.id = a.id WHERE ${within("a.id")}`,
  invariants: [
    {
      name: "account without a ledger account",
      off: "role <> 'ADMIN' AND ledger_id IS NULL",
      protects: "Every buyer and seller can hold points.",
    },
  ],
};

export const ledgerAccounts: Walk = {
  name: "ledger accounts",
  table: "ledger_account",
  key: { id: "uuid" },
  rows: (within) => `
    SELECT l.id, l.kind, a.role, a.status, b.account_id, b.posted, b.floor, b.last_seq, last.balance_after AS last_balance
    FROM ledger_account l
    LEFT JOIN account a ON a.id = l.id
    LEFT JOIN balance b ON b.account_id = l.id
    LEFT JOIN entry last ON last.account_id = l.id AND last.seq = b.last_seq
    WHERE ${within("l.id")}`,
  invariants: [
    {
      name: "balance differs from the sum of its entries",
      // Each entry holds the sum up to it: see the walk over entries.
      off: "posted IS DISTINCT FROM CASE WHEN last_seq = 0 THEN 0 ELSE last_balance END AND account_id IS NOT NULL",
      protects: "A balance is exactly what its statement adds up to; no point appears or disappears.",
    },
    {
      name: "customer or seller without a balance, or another account with one",
      off: "(kind IN ('customer', 'seller')) <> (account_id IS NOT NULL)",
      protects:
        "What a customer or seller pays and receives is counted; the sums of other accounts follow from transfers.",
    },
    {
      name: "ledger account of nobody, or of an account of another role",
      off: "kind IN ('customer', 'seller') AND role IS DISTINCT FROM upper(kind)",
      protects: "All points belong to somebody.",
    },
    {
      name: "balance below its floor, or with another floor than its kind's",
      off: "posted < floor OR floor <> CASE kind WHEN 'customer' THEN 0 ELSE -9000000000000000 END",
      protects: "Buyers spend no more than they have.",
    },
    {
      name: "balance above the ceiling",
      off: "posted > 9000000000000000",
      protects: "No client rounds a balance, since all stay below 2^53.",
    },
    {
      name: "closed account with points",
      off: "status = 'CLOSED' AND posted > 0",
      protects: "Nobody loses points by closing an account: they are spent, paid out, given up or kept in suspense.",
    },
    {
      name: "closed account that owes points",
      off: "kind = 'seller' AND status = 'CLOSED' AND posted < 0",
      protects:
        "No debt is left that nobody will ever pay: what a seller who is gone would owe, the marketplace has paid.",
    },
  ],
};
