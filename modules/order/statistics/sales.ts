import type { Database } from "@jangteo/kernel/database/database.ts";

export type DayOfSales = { day: string; orders: number; units: number; sales: number; views: number };
export type ProductSales = { productId: string; name: string; units: number; sales: number; views: number };

/** What was not called off; its orders' ids grow with time, so a period is a range of the index. */
const sold = `
  SELECT p.id, p.order_id, p.subtotal, (o.created_at AT TIME ZONE 'Asia/Seoul')::date AS day
  FROM order_part p JOIN orders o ON o.id = p.order_id
  WHERE p.seller_id = $1 AND p.order_id >= $3::uuid AND o.status = 'PAID' AND p.status NOT IN ('CANCELLED', 'REFUNDED')
    AND (o.created_at AT TIME ZONE 'Asia/Seoul')::date > (now() AT TIME ZONE 'Asia/Seoul')::date - $2::int`;
const viewed = `
  SELECT v.product_id, v.day, v.views FROM product p JOIN product_view v ON v.product_id = p.id
  WHERE p.seller_id = $1 AND v.day > (now() AT TIME ZONE 'Asia/Seoul')::date - $2::int`;

/** A seller's last days in Seoul, oldest first, today the last; days without sales too. */
export async function readDays(database: Database, sellerId: string, days: number): Promise<DayOfSales[]> {
  return database.query<DayOfSales>(
    `WITH sold AS MATERIALIZED (${sold}), viewed AS MATERIALIZED (${viewed})
     SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(s.orders, 0)::int AS orders, coalesce(u.units, 0)::int AS units,
       coalesce(s.sales, 0)::bigint AS sales, coalesce(v.views, 0)::int AS views
     FROM (SELECT (now() AT TIME ZONE 'Asia/Seoul')::date - n AS day FROM generate_series(0, $2::int - 1) n) d
     LEFT JOIN (SELECT day, count(*) AS orders, sum(subtotal) AS sales FROM sold GROUP BY day) s USING (day)
     LEFT JOIN (SELECT day, sum(l.quantity) AS units FROM sold JOIN order_line l
                ON l.order_id = sold.order_id AND l.part_id = sold.id GROUP BY day) u USING (day)
     LEFT JOIN (SELECT day, sum(views) AS views FROM viewed GROUP BY day) v USING (day) ORDER BY day`,
    [sellerId, days, firstIdOf(days)],
    "sales-by-day",
  );
}

/** What sold best in these days. */
export async function readBestSellers(
  database: Database,
  sellerId: string,
  days: number,
  limit: number,
): Promise<ProductSales[]> {
  return database.query<ProductSales>(
    `WITH sold AS MATERIALIZED (${sold}), viewed AS MATERIALIZED (${viewed})
     SELECT l.product_id AS "productId", max(l.product_name) AS name, sum(l.quantity)::int AS units,
       sum(l.price * l.quantity)::bigint AS sales,
       coalesce((SELECT sum(views) FROM viewed WHERE viewed.product_id = l.product_id), 0)::int AS views
     FROM sold JOIN order_line l ON l.order_id = sold.order_id AND l.part_id = sold.id
     GROUP BY l.product_id ORDER BY sales DESC, l.product_id LIMIT $4`,
    [sellerId, days, firstIdOf(days), limit],
    "best-sellers",
  );
}

const dayMs = 86_400_000;

/** The smallest UUIDv7 that an order of these days may have; one day is to spare. */
function firstIdOf(days: number): string {
  const hex = (Date.now() - (days + 1) * dayMs).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
