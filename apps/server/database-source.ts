import { resolve } from "node:path";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { waitForDatabase } from "@jangteo/kernel/database/wait-for-database.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { withoutCredentials } from "@jangteo/kernel/text/without-credentials.ts";
import pg from "pg";

export type DatabaseSource = {
  url: string;
  /** Stops an embedded database. */
  stop(): Promise<void>;
  /** Stops an embedded database unless it was running before, for a marketplace that is open. */
  leave(): Promise<void>;
};

/**
 * The PostgreSQL of DATABASE_URL, or else the embedded one in the program's home. Throws when the former cannot be used;
 * one that cannot be reached yet is waited for, where `wait` says how long.
 */
export async function openDatabaseSource(
  settings: Settings,
  log: Logger,
  onProgress?: (message: string) => void,
  wait: { waitMs: number; signal?: AbortSignal | undefined } = { waitMs: 0 },
): Promise<DatabaseSource> {
  if (settings.databaseUrl) {
    await checkConnection(settings.databaseUrl, () => waitForDatabase(settings.databaseUrl, { ...wait, log }));
    return { url: settings.databaseUrl, stop: async () => undefined, leave: async () => undefined };
  }
  return startEmbeddedPostgres({ folder: resolve(settings.home, "postgres"), log, ...(onProgress && { onProgress }) });
}

async function checkConnection(url: string, wait: () => Promise<void>): Promise<void> {
  let client: pg.Client | undefined;
  try {
    // Reads the file of sslrootcert, if the address names one.
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await wait();
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    if (rows[0]!.version < 150_000) throw new Error("it is older than PostgreSQL 15");
  } catch (error) {
    throw new Error(
      `The database of DATABASE_URL (${withoutCredentials(url)}) cannot be used: ${(error as Error).message}`,
      { cause: error },
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
}
