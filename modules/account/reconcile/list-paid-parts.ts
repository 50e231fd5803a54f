import { readRange } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";

type PaidPart = {
  partId: string;
  orderId: string;
  buyerId: string;
  sellerId: string;
  paid: number;
  refunded: number;
  confirmed: boolean;
  confirmedEarly: boolean;
};

/** Paid parts in id order, or those of `only`, for the comparison with the order module. */
export function listPaidParts(
  database: Database,
  { after, limit, only }: { after: string; limit: number; only: readonly string[] },
): Promise<PaidPart[]> {
  return readRange(database, (transaction) =>
    transaction.query<PaidPart>(
      `SELECT order_part AS "partId", order_id AS "orderId", buyer_id AS "buyerId", seller_id AS "sellerId", paid, refunded,
       confirmed_at IS NOT NULL AS confirmed,
       before_confirmations AND (SELECT true FROM transfer t WHERE t.order_part = m.order_part AND t.kind = 'settle' LIMIT 1) IS NULL
         AS "confirmedEarly"
     FROM order_money m
     WHERE ${only.length > 0 ? "order_part = ANY ($1::uuid[])" : "order_part > $1"} ORDER BY order_part LIMIT $2`,
      only.length > 0 ? [only, only.length] : [after || "00000000-0000-0000-0000-000000000000", limit],
    ),
  );
}
