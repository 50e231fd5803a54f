import type { Database } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { systemAccounts } from "./system-accounts.ts";

/** All in points. */
export type BalanceView = {
  /** What a buyer can spend, or what a seller has earned. */
  balance: number;
  /** Points of paid orders in escrow until confirmation; not part of the balance. */
  held: number;
  /** What a seller can pay out: the balance without sales that are not confirmed yet. Buyers have no payouts. */
  withdrawable: number;
};

/** Reads a balance. Throws NOT_FOUND_USER. */
export async function readBalance(database: Database, accountId: string): Promise<BalanceView> {
  const [row] = await database.query<BalanceView>(
    `SELECT posted AS balance,
       CASE WHEN l.kind = 'seller'
         THEN (SELECT coalesce(sum(paid) FILTER (WHERE settled = 0), 0)::bigint FROM order_money
               WHERE seller_id = $1 AND refunded = 0 AND confirmed_at IS NULL)
         ELSE (SELECT coalesce(sum(paid), 0)::bigint FROM order_money WHERE buyer_id = $1 AND refunded + settled < paid)
       END AS held,
       CASE WHEN l.kind = 'seller' THEN greatest(0, posted - unconfirmed_points($1)) ELSE 0 END AS withdrawable
     FROM balance JOIN ledger_account l ON l.id = account_id WHERE account_id = $1`,
    [accountId],
    "read-balance",
  );
  if (!row) throw fail("NOT_FOUND_USER");
  return row;
}

export type StatementEntry = {
  id: string;
  at: string;
  kind: string;
  amount: number;
  balanceAfter: number;
  orderId?: string;
  memo: string;
};

type Row = {
  seq: number;
  id: string;
  at: Date;
  kind: string;
  amount: number;
  balance_after: number;
  order_id: string | null;
  memo: string;
};

/**
 * One page of an account's entries, newest first. The database numbers entries in the order in which they changed the
 * balance and keeps the balance after each, so a page never changes once it was read.
 */
export async function readStatement(
  database: Database,
  accountId: string,
  limit: number,
  beforeSeq: number | undefined,
): Promise<{ entries: StatementEntry[]; nextSeq: number | undefined }> {
  const rows = await database.query<Row>(
    // What a depositor wrote stands in the deposit, where it can be erased.
    `SELECT e.seq, t.id, t.at, t.kind, e.amount, e.balance_after, t.order_id, coalesce(nullif(t.memo, ''), d.memo, '') AS memo
     FROM entry e JOIN transfer t ON t.id = e.transfer_id LEFT JOIN deposit d ON d.id = t.id AND t.kind = 'deposit'
     WHERE e.account_id = $1 AND ($2::bigint IS NULL OR e.seq < $2) ORDER BY e.seq DESC LIMIT $3`,
    [accountId, beforeSeq ?? null, limit + 1],
    "read-statement",
  );
  const entries = rows.slice(0, limit).map(
    (row): StatementEntry => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      amount: row.amount,
      balanceAfter: row.balance_after,
      ...(row.order_id && { orderId: row.order_id }),
      memo: row.memo,
    }),
  );
  return { entries, nextSeq: rows.length > limit ? rows[limit - 1]!.seq : undefined };
}

/** Points in the suspense account: whose they are, where they came from. */
export type SuspenseEntry = {
  id: string;
  at: string;
  kind: string;
  amount: number;
  accountId: string;
  orderId?: string;
};

/** One page of what the suspense account was credited with, newest first, and its sum. */
export async function readSuspense(
  database: Database,
  limit: number,
  before: string,
): Promise<{ balance: number; entries: SuspenseEntry[] }> {
  const [sum] = await database.query<{ balance: number }>(
    `SELECT (coalesce((SELECT sum(amount) FROM transfer WHERE for_id IS NOT NULL), 0)
       - coalesce((SELECT sum(amount) FROM transfer WHERE debit_id = '${systemAccounts.suspense}'), 0))::bigint AS balance`,
    [],
    "sum-suspense",
  );
  const rows = await database.query<{
    id: string;
    at: Date;
    kind: string;
    amount: number;
    for_id: string;
    order_id: string | null;
  }>(
    `SELECT id, at, kind, amount, for_id, order_id FROM transfer WHERE for_id IS NOT NULL AND id < $1 ORDER BY id DESC LIMIT $2`,
    [before, limit + 1],
    "list-suspense",
  );
  return {
    balance: sum!.balance,
    entries: rows.map(({ for_id, order_id, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      accountId: for_id,
      ...(order_id && { orderId: order_id }),
    })),
  };
}
