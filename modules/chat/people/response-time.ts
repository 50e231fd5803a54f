import type { Database } from "@jangteo/kernel/database/database.ts";

export type ResponseTime = { medianSeconds: number; answers: number };

const answersMax = 50;

/** How long these sellers took to answer lately; one who never answered is left out. */
export async function readResponseTimes(
  database: Database,
  sellers: readonly string[],
): Promise<Map<string, ResponseTime>> {
  if (sellers.length === 0) return new Map();
  const rows = await database.query<ResponseTime & { seller: string }>(
    `SELECT s.id AS seller, percentile_disc(0.5) WITHIN GROUP (ORDER BY r.seconds)::int AS "medianSeconds", count(*)::int AS answers
     FROM unnest($1::uuid[]) AS s (id) CROSS JOIN LATERAL
       (SELECT seconds FROM reply_time WHERE seller_id = s.id ORDER BY at DESC LIMIT ${answersMax}) r
     GROUP BY s.id`,
    [sellers],
    "read-response-times",
  );
  return new Map(rows.map(({ seller, ...time }) => [seller, time]));
}
