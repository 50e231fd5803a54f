import pg from "pg";
import type { Behind } from "./marketplace.ts";
import { until } from "./until.ts";

/**
 * Holds rows of a module from a second connection while requests are sent, and lets go once the server waits for them: so they
 * really do meet, and do not just happen to come one after the other.
 */
export async function meetAt<T>(
  behind: Pick<Behind, "databaseOf">,
  module: string,
  lockSql: string,
  send: () => Promise<T>[],
): Promise<T[]> {
  const connectionString = await behind.databaseOf(module);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(lockSql);
    const sent = send();
    await until(async () => {
      // A connection of its own: activity is a snapshot per transaction.
      const watcher = new pg.Client({ connectionString });
      await watcher.connect();
      const { rows } = await watcher.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      await watcher.end();
      return rows.length > 0;
    });
    // Give the rest of the requests the moment they need to arrive: the first is known to wait.
    await Promise.race([Promise.all(sent), new Promise((resolve) => setTimeout(resolve, 150))]);
    await client.query("COMMIT");
    return await Promise.all(sent);
  } finally {
    await client.end();
  }
}
