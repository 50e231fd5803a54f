import { type Check, runChecks } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";

/** The ledger's own checks: each query gives the ids of what is off. */
const queries: Record<string, string> = {
  "balance differs from the sum of its transfers": `
    SELECT account_id AS id FROM balance b
    LEFT JOIN (SELECT account_id, sum(change) AS total FROM (
        SELECT debit_id AS account_id, -amount AS change FROM transfer
        UNION ALL SELECT credit_id, amount FROM transfer) e GROUP BY account_id) s USING (account_id)
    WHERE posted <> coalesce(total, 0)`,
  "sum of all entries is not zero": `
    SELECT 'all' AS id FROM (
      SELECT sum(change) AS total FROM (SELECT -amount AS change FROM transfer UNION ALL SELECT amount FROM transfer) e) s
    WHERE total <> 0`,
  "customer or seller without a balance": `
    SELECT a.id FROM ledger_account a LEFT JOIN balance b ON b.account_id = a.id
    WHERE a.kind IN ('customer', 'seller', 'fee') AND b.account_id IS NULL`,
  "account without a ledger account": `
    SELECT a.id FROM account a LEFT JOIN ledger_account l USING (id) WHERE a.role <> 'ADMIN' AND l.id IS NULL`,
  "balance below its floor": "SELECT account_id AS id FROM balance WHERE posted < floor",
  "refunded differs from the sum of refunds": `
    SELECT order_part AS id FROM order_money
    LEFT JOIN (SELECT order_part, sum(amount) AS total FROM transfer WHERE kind = 'refund' GROUP BY 1) r USING (order_part)
    WHERE refunded <> coalesce(total, 0)`,
  "order part without exactly one purchase": `
    SELECT coalesce(m.order_part, t.order_part) AS id FROM order_money m
    FULL JOIN (SELECT order_part, count(*) AS times, sum(amount) AS amount FROM transfer WHERE kind = 'purchase' GROUP BY 1) t
      ON t.order_part = m.order_part
    WHERE m.order_part IS NULL OR t.times IS DISTINCT FROM 1 OR t.amount <> m.paid`,
  "paid order without parts, or parts of an unpaid order": `
    SELECT coalesce(p.order_id, m.order_id) AS id FROM (SELECT order_id FROM purchase WHERE outcome = 'PURCHASED') p
    FULL JOIN (SELECT DISTINCT order_id FROM order_money) m ON m.order_id = p.order_id
    WHERE p.order_id IS NULL OR m.order_id IS NULL`,
  "escrow differs from paid - refunded - settled": `
    SELECT 'escrow' AS id FROM
      (SELECT coalesce(sum(paid - refunded - settled), 0) AS held FROM order_money) m,
      (SELECT coalesce(sum(CASE WHEN credit_id = '00000000-0000-7000-8000-000000000002' THEN amount ELSE -amount END), 0) AS held
       FROM transfer WHERE '00000000-0000-7000-8000-000000000002' IN (debit_id, credit_id)) t
    WHERE m.held <> t.held`,
  "captured deposit without its transfer": `
    SELECT d.id FROM deposit d LEFT JOIN transfer t ON t.id = d.id
    WHERE (d.state = 'CAPTURED') <> (t.id IS NOT NULL)`,
  "payout whose transfers do not fit its state": `
    SELECT p.id FROM payout p LEFT JOIN transfer t ON t.id = p.id
    WHERE t.id IS NULL OR t.amount <> p.amount`,
  "outbox event older than a minute": `
    SELECT id FROM outbox WHERE at < now() - interval '1 minute'
    UNION ALL SELECT id FROM outbox_waiting WHERE at < now() - interval '1 minute'`,
  "parked event": "SELECT id FROM parked_event",
};

export function reconcile(database: Database): Promise<Check[]> {
  return runChecks(database, queries);
}

/** Paid parts in id order, for the comparison with the order module. */
export function listPaidParts(database: Database, after: string, limit: number) {
  return database.query<{ partId: string; orderId: string; paid: number; refunded: number }>(
    `SELECT order_part AS "partId", order_id AS "orderId", paid, refunded FROM order_money
     WHERE order_part > $1 ORDER BY order_part LIMIT $2`,
    [after || "00000000-0000-0000-0000-000000000000", limit],
  );
}
