import type { Database } from "../database/database.ts";

/** What a chunk did. `more`: rows that are due may be left. `position`: where the next chunk of the round starts. */
export type Chunk = { removed: number; more: boolean; position?: string | undefined };

/**
 * How long rows of one kind are kept, and how they are removed or erased after that. A module declares its rules; the
 * kernel runs them (see run-rules.ts).
 */
export type RetentionRule = {
  /** Unique within the module: the label of its metrics and log lines. */
  readonly name: string;
  /** Fewer rows in a chunk than the setting `retentionChunkMax`, where a row costs more than others. */
  readonly chunkMax?: number;
  /**
   * Removes at most about `limit` rows that are due, in a transaction of its own that an index bounds. It skips rows that
   * others have locked. A chunk after a crash removes what the one before did not: there is no state but the rows.
   */
  readonly removeChunk: (database: Database, limit: number, position: string | undefined) => Promise<Chunk>;
};

type OldRows = {
  name: string;
  table: string;
  /** The time from which a row's period is counted: a column or an expression, and the first column of an index. */
  since: string;
  /** Days after `since`; fractions are allowed. */
  keepDays: number;
  /** A condition that a row must meet besides; where few rows do, the index must be partial on it. */
  where?: string;
};

/** Deletes rows whose `since` is more than `keepDays` ago. */
export function deleteOldRows(rows: OldRows): RetentionRule {
  return oldRows(rows, `DELETE FROM ${rows.table}`);
}

/**
 * Overwrites columns of rows whose `since` is more than `keepDays` ago: `set` is SQL such as `memo = ''`. `where` must no
 * longer hold for a row once it is erased.
 */
export function eraseOldColumns(rows: OldRows & { set: string; where: string }): RetentionRule {
  return oldRows(rows, `UPDATE ${rows.table} SET ${rows.set}`);
}

/**
 * The rows of a chunk are found by the index from the position on, so that a chunk never walks the dead entries that the
 * ones before it left, and are locked before they change, so that a row that is needed again meanwhile stays.
 */
function oldRows({ name, table, since, keepDays, where }: OldRows, change: string): RetentionRule {
  const sql = `
    WITH changed AS (
      ${change} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${table}
        WHERE ${since} < now() - $1::float8 * interval '1 day' AND ${since} >= $3::text::timestamptz${where ? ` AND ${where}` : ""}
        ORDER BY ${since} LIMIT $2::int FOR UPDATE SKIP LOCKED))
      RETURNING ${since} AS since)
    SELECT count(*)::int AS removed, max(since)::text AS position FROM changed`;
  return {
    name,
    async removeChunk(database, limit, position = "-infinity") {
      const [row] = await database.query<{ removed: number; position: string | null }>(sql, [
        keepDays,
        limit,
        position,
      ]);
      const { removed } = row!;
      return { removed, more: removed === limit, position: row!.position ?? position };
    },
  };
}
