import type { Database } from "@jangteo/kernel/database/database.ts";
import { lastId } from "@jangteo/kernel/http/list.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";

/** The points an account can spend, and those of its orders that are held until confirmation. */
export async function readBalance(database: Database, accountId: string): Promise<{ balance: number; held: number }> {
  const [row] = await database.query<{ balance: number; held: number }>(
    `SELECT posted AS balance,
       (SELECT coalesce(sum(paid - refunded - settled), 0)::bigint FROM order_money
        WHERE (buyer_id = $1 OR seller_id = $1) AND refunded + settled < paid) AS held
     FROM balance WHERE account_id = $1`,
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
  id: string;
  at: Date;
  kind: string;
  amount: number;
  order_id: string | null;
  memo: string;
  posted: number;
};

/**
 * One page of an account's entries, newest first, each with the balance after it. The position of the next page
 * carries the running balance, so no page has to add up those before it.
 */
export async function readStatement(
  database: Database,
  accountId: string,
  limit: number,
  position: readonly [id: string, balance: number] | undefined,
): Promise<{ entries: StatementEntry[]; next: { id: string; balance: number } | undefined }> {
  const rows = await database.query<Row>(
    `SELECT t.id, t.at, t.kind, t.order_id, t.memo, t.change AS amount, b.posted
     FROM balance b CROSS JOIN LATERAL (
       (SELECT id, at, kind, order_id, memo, -amount AS change FROM transfer
        WHERE debit_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3)
       UNION ALL
       (SELECT id, at, kind, order_id, memo, amount FROM transfer
        WHERE credit_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3)
       ORDER BY id DESC LIMIT $3) t
     WHERE b.account_id = $1`,
    [accountId, position?.[0] ?? lastId, limit + 1],
    "read-statement",
  );
  let balance = position?.[1] ?? rows[0]?.posted ?? 0;
  const entries = rows.slice(0, limit).map((row): StatementEntry => {
    const entry = {
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      amount: row.amount,
      balanceAfter: balance,
      ...(row.order_id && { orderId: row.order_id }),
      memo: row.memo,
    };
    balance -= row.amount;
    return entry;
  });
  const last = entries[entries.length - 1];
  return { entries, next: rows.length > limit && last ? { id: last.id, balance } : undefined };
}
