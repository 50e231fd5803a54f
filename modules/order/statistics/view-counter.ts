import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";

export type ViewCounter = {
  /** Somebody looked at the product's page. */
  count(productId: string): void;
  /** Writes down what was counted. */
  flush(): Promise<void>;
  start(): Worker;
};

const flushEveryMs = 1_000;
/** Of so many products at a time; those beyond are not counted until the next flush. */
const productsMax = 10_000;

/**
 * Counts looks at product pages in memory, and adds them up in the database once a second: a page that everyone looks at
 * must not be a row that everyone waits for. A crash loses a second of counts.
 */
export function createViewCounter(database: Database, log: Logger): ViewCounter {
  let counted = new Map<string, number>();

  async function flush(): Promise<void> {
    if (counted.size === 0) return;
    const views = [...counted].sort(([a], [b]) => (a < b ? -1 : 1));
    counted = new Map();
    await database.query(
      `INSERT INTO product_view AS v (product_id, day, views)
       SELECT id, (now() AT TIME ZONE 'Asia/Seoul')::date, views FROM unnest($1::uuid[], $2::int[]) AS c (id, views)
       WHERE EXISTS (SELECT 1 FROM product WHERE product.id = c.id) ORDER BY id
       ON CONFLICT (product_id, day) DO UPDATE SET views = v.views + excluded.views`,
      [views.map(([id]) => id), views.map(([, count]) => count)],
      "add-views",
    );
  }

  return {
    count(productId) {
      const known = counted.get(productId);
      if (known !== undefined || counted.size < productsMax) counted.set(productId, (known ?? 0) + 1);
    },
    flush,
    start() {
      const timer = setInterval(() => {
        flush().catch((error: unknown) => log.warn({ err: error }, "views could not be counted"));
      }, flushEveryMs);
      return {
        async stop() {
          clearInterval(timer);
        },
      };
    },
  };
}
