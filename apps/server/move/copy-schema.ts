import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

type Table = { readonly name: string; readonly columns: readonly string[] };
export type TableSum = { readonly table: string; readonly rows: number; readonly hash: string };

/** Written by the migrations themselves, on either side. */
const ownTables = new Set(["migration", "migration_lock"]);

/**
 * Copies all rows of a module's schema into the same tables of another database, in place of what is there, with the
 * positions of its sequences. Needs a superuser on the target: triggers must not act on what happened long ago.
 */
export async function copyRows(source: pg.Client, target: pg.Client, schema: string): Promise<void> {
  const tables = await tablesOf(source, schema);
  await target.query("BEGIN");
  try {
    await target.query("SET LOCAL session_replication_role = replica");
    const names = tables.map(({ name }) => quoted(schema, name)).join(", ");
    if (tables.length > 0) await target.query(`TRUNCATE ${names}`);
    for (const { name, columns } of tables) {
      const list = columns.map((column) => `"${column}"`).join(", ");
      await pipeline(
        source.query(copyTo(`COPY (SELECT ${list} FROM ${quoted(schema, name)}) TO STDOUT (FORMAT binary)`)),
        target.query(copyFrom(`COPY ${quoted(schema, name)} (${list}) FROM STDIN (FORMAT binary)`)),
      );
    }
    await copySequences(source, target, schema);
    await target.query("COMMIT");
  } catch (error) {
    await target.query("ROLLBACK");
    throw error;
  }
  await target.query("ANALYZE");
}

/** Rows of every table and a hash over all of them, for a comparison of two sides. */
export async function sumTables(client: pg.Client, schema: string): Promise<TableSum[]> {
  const sums: TableSum[] = [];
  for (const { name, columns } of await tablesOf(client, schema)) {
    const row = columns.map((column) => `"${column}"`).join(", ");
    const { rows } = await client.query<{ rows: string; hash: string }>(
      `SELECT count(*)::text AS rows, coalesce(sum(hashtextextended(ROW(${row})::text, 0)::numeric), 0)::text AS hash
       FROM ${quoted(schema, name)}`,
    );
    sums.push({ table: name, rows: Number(rows[0]!.rows), hash: rows[0]!.hash });
  }
  return sums;
}

/** Tables by name, with the columns that hold something of their own. */
async function tablesOf(client: pg.Client, schema: string): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname = $1 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [schema],
  );
  return rows.filter(({ name }) => !ownTables.has(name));
}

async function copySequences(source: pg.Client, target: pg.Client, schema: string): Promise<void> {
  const { rows } = await source.query<{ name: string; value: string | null }>(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = $1",
    [schema],
  );
  for (const { name, value } of rows)
    if (value !== null) await target.query("SELECT setval($1, $2)", [quoted(schema, name), value]);
}

function quoted(schema: string, name: string): string {
  return `"${schema}"."${name}"`;
}
