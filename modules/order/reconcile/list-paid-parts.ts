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
  /** A step of it is under way, so the ledger may differ; one that takes more than ten minutes is no excuse. */
  pending: boolean;
};

/** Parts of orders that were not cancelled unpaid, in id order, or those of `only`, for the comparison with the ledger. */
export function listPaidParts(
  database: Database,
  { after, limit, only }: { after: string; limit: number; only: readonly string[] },
): Promise<PaidPart[]> {
  return readRange(database, (transaction) =>
    transaction.query<PaidPart>(
      `SELECT p.id AS "partId", p.order_id AS "orderId", o.buyer_id AS "buyerId", p.seller_id AS "sellerId", p.subtotal AS paid,
       CASE WHEN p.status IN ('CANCELLED', 'REFUNDED') THEN p.subtotal ELSE 0 END AS refunded,
       p.status = 'CONFIRMED' AS confirmed,
       o.status = 'PENDING'
         OR p.money_due IS NOT NULL AND coalesce(p.money_due_since, p.lease_until) > now() - interval '10 minutes' AS pending
     FROM order_part p JOIN orders o ON o.id = p.order_id
     WHERE ${only.length > 0 ? "p.id = ANY ($1::uuid[])" : "p.id > $1"} AND o.status <> 'CANCELLED' ORDER BY p.id LIMIT $2`,
      only.length > 0 ? [only, only.length] : [after || "00000000-0000-0000-0000-000000000000", limit],
    ),
  );
}
