import type { Database } from "../database/database.ts";
import { fail } from "../rpc/service-error.ts";

/** A row of an export, as JSON, and where the next page of its section begins. */
export type ExportedRow = { position: string; row: unknown };

/** What a module holds of a person, one kind of rows. */
export type ExportSection = {
  /** Names the rows in the file. */
  readonly kind: string;
  /** At most `limit` rows of the account after a position, which is empty at first. */
  readonly read: (accountId: string, after: string, limit: number) => Promise<readonly ExportedRow[]>;
};

/** SQL of "after the position of the page before", for rows in the order of a uuid. */
export const afterPosition = (id: string) => `($2 = '' OR ${id} > nullif($2, '')::uuid)`;

/** A section of SQL: `$1` is the account, `$2` the position, `$3` the rows at most; it selects `position` (text) and `row`. */
export function exportedRows(database: Database, kind: string, sql: string): ExportSection {
  return { kind, read: (accountId, after, limit) => database.query<ExportedRow>(sql, [accountId, after, limit]) };
}

export type ExportPage = {
  /** JSON objects with a `kind`. */
  lines: string[];
  /** Where the next page begins; empty after the last one. */
  next: string;
};

const pageMax = 500;

/** Reads what a module holds of an account, page by page: bounded, whatever there is. Throws INVALID_INPUT. */
export function createExport(
  sections: readonly ExportSection[],
): (request: { accountId: string; after: string }) => Promise<ExportPage> {
  return async ({ accountId, after }) => {
    const [index, position] = parseCursor(after);
    const section = sections[index];
    if (!section) throw fail("INVALID_INPUT");
    const rows = await section.read(accountId, position, pageMax);
    const lines = rows.map(({ row }) => JSON.stringify({ kind: section.kind, ...(row as object) }));
    const last = rows.at(-1);
    if (last && rows.length === pageMax) return { lines, next: `${index} ${last.position}` };
    return { lines, next: index + 1 < sections.length ? `${index + 1} ` : "" };
  };
}

function parseCursor(cursor: string): [section: number, position: string] {
  const [, index = "0", position = ""] = /^(\d{1,3}) (.*)$/s.exec(cursor) ?? [];
  return [Number(index), position];
}

/** All lines of a module's export. */
export async function* exportedLines(
  read: (after: string) => Promise<{ lines: readonly string[]; next: string }>,
): AsyncGenerator<string> {
  for (let after = ""; ; ) {
    const { lines, next } = await read(after);
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
    if (next === "") return;
    after = next;
  }
}
