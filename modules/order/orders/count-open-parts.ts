import type { Database } from "@jangteo/kernel/database/database.ts";

/** Stands for that or more. */
const countMax = 1_000;

/** How many order parts of a buyer or a seller are still under way: not confirmed, not called off, or in dispute. */
export async function countOpenParts(database: Database, accountId: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM (
         SELECT o.status AS order_status, p.id, p.status, p.money_due
         FROM orders o JOIN order_part p ON p.order_id = o.id WHERE o.buyer_id = $1
         UNION ALL
         SELECT o.status, p.id, p.status, p.money_due
         FROM order_part p JOIN orders o ON o.id = p.order_id WHERE p.seller_id = $1) part
       WHERE order_status = 'PENDING' OR order_status = 'PAID' AND
         (status NOT IN ('CONFIRMED', 'CANCELLED', 'REFUNDED') OR money_due IS NOT NULL
          OR EXISTS (SELECT 1 FROM dispute d WHERE d.part_id = part.id AND d.state = 'OPEN'))
       LIMIT ${countMax}) open`,
    [accountId],
    "count-open-parts",
  );
  return row!.count;
}
