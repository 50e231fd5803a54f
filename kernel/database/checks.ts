import type { Database } from "./database.ts";

/** What a check of stored data found: how many are off, and up to 20 of their ids. */
export type Check = { name: string; count: number; examples: string[] };

/** Runs queries that each give the ids of what is off, in one snapshot; each must count 0. */
export async function runChecks(database: Database, checks: Record<string, string>): Promise<Check[]> {
  return database.transaction(async (transaction) => {
    await transaction.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    await transaction.query("SET LOCAL statement_timeout = 0");
    const results: Check[] = [];
    for (const [name, sql] of Object.entries(checks)) {
      const [row] = await transaction.query<{ count: number; examples: string[] | null }>(
        `SELECT count(*)::int AS count, (array_agg(id::text))[1:20] AS examples FROM (${sql}) AS off`,
      );
      results.push({ name, count: row!.count, examples: row!.examples ?? [] });
    }
    return results;
  });
}
