import pg from "pg";
import type { Marketplace } from "./marketplace.ts";
import { until } from "./until.ts";

export type HeldLock = {
  /** Runs more statements in the transaction that holds the lock. */
  query(sql: string): Promise<void>;
  /** Waits until some connection waits for a lock. */
  isWaitedFor(): Promise<void>;
  /** Commits, so that whoever waits goes on. */
  release(): Promise<void>;
};

/**
 * Holds what `sql` locks in a module's database from a connection of its own, so that a test decides in which order
 * requests get on. Release it in any case.
 */
export async function holdLock(
  market: Pick<Marketplace, "databaseOf">,
  module: "account" | "order" | "chat",
  sql: string,
): Promise<HeldLock> {
  const connectionString = await market.databaseOf(module);
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("BEGIN");
  await client.query(sql);
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const holder = rows[0]!.pid;
  return {
    async query(more) {
      await client.query(more);
    },
    async isWaitedFor() {
      await until(async () => {
        // A connection of its own: activity is a snapshot per transaction.
        const watcher = new pg.Client({ connectionString });
        await watcher.connect();
        const waiting = await watcher.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY (pg_blocking_pids(pid))",
          [holder],
        );
        await watcher.end();
        return waiting.rows.length > 0;
      });
    },
    async release() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}
