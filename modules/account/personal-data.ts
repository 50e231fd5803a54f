import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import type { RetentionRule } from "@jangteo/kernel/retention/rule.ts";
import type { Purpose } from "@jangteo/kernel/secrets/derive-key.ts";
import { createSeal, isSealed, type Sealed, sealedPattern } from "@jangteo/kernel/secrets/seal.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";

/** A column whose values are sealed, each for its own row. */
export type SealedColumn = {
  seal(text: string, rowId: string): Sealed;
  /** The text, also of a value from before values were sealed; `undefined` where it cannot be opened, logged once. */
  open(value: string, rowId: string): string | undefined;
  /** The value sealed with the present secret, where it is plain or sealed with the previous one and can be opened. */
  sealAgain(value: string, rowId: string): Sealed | undefined;
};

/** What this module seals at rest. */
export type PersonalData = {
  readonly phones: SealedColumn;
  readonly bankAccounts: SealedColumn;
  /** What the codes of second factors are made of. */
  readonly secondFactors: SealedColumn;
};

type Secrets = Pick<Settings, "secret" | "previousSecret">;

export function createPersonalData(secrets: Secrets, log: Logger): PersonalData {
  return {
    phones: createSealedColumn("phone numbers", secrets, log),
    bankAccounts: createSealedColumn("bank accounts", secrets, log),
    secondFactors: createSealedColumn("second factors", secrets, log),
  };
}

function createSealedColumn(purpose: Purpose, { secret, previousSecret }: Secrets, log: Logger): SealedColumn {
  const seal = createSeal({ purpose, secret, previousSecret });
  let isLogged = false;

  function open(value: string, rowId: string): string | undefined {
    if (!isSealed(value)) return value;
    const text = seal.open(value, rowId);
    if (text === undefined && !isLogged) {
      isLogged = true;
      log.error(
        { rowId },
        `${purpose}: at least one value cannot be read. Was it sealed with another secret? JANGTEO_PREVIOUS_SECRET makes it readable`,
      );
    }
    return text;
  }

  return {
    seal: seal.seal,
    open,
    sealAgain(value, rowId) {
      if (isSealed(value) && !seal.isPrevious(value)) return undefined;
      const text = open(value, rowId);
      return text === undefined ? undefined : seal.seal(text, rowId);
    },
  };
}

type ColumnName = { table: string; column: string };

/**
 * The rules that seal stored values in the background: plain ones, which an index finds, and those of the previous secret,
 * for which the whole table is read, once an hour while such a secret is set.
 */
export function sealingRules(
  { phones, bankAccounts, secondFactors }: PersonalData,
  { previousSecret }: Secrets,
): RetentionRule[] {
  const columns = [
    [phones, { table: "account", column: "phone" }],
    [bankAccounts, { table: "payout", column: "bank_account" }],
  ] as const;
  const always = columns.map(([sealed, name]) => sealPlain(sealed, name));
  if (previousSecret === "") return always;
  const neverPlain = [secondFactors, { table: "second_factor", column: "secret" }] as const;
  return [...always, ...[...columns, neverPlain].map(([sealed, name]) => sealPrevious(sealed, name))];
}

function sealPlain(sealed: SealedColumn, { table, column }: ColumnName): RetentionRule {
  return {
    name: `plain values of ${table}.${column}`,
    removeChunk: (database, limit) =>
      database.transaction(async (transaction) => {
        // Locked rows are left for the next round, and no foreign key waits for this.
        const rows = await transaction.query<{ id: string; value: string }>(
          `SELECT id, ${column} AS value FROM ${table} WHERE ${column} <> '' AND ${column} !~ '${sealedPattern}'
           ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
          [limit],
        );
        const count = await writeSealed(transaction, sealed, { table, column }, rows);
        return { removed: count, more: rows.length === limit };
      }),
  };
}

const walkEveryMs = 3_600_000;

function sealPrevious(sealed: SealedColumn, { table, column }: ColumnName): RetentionRule {
  // The walk goes on where the last round stopped, so that a table of any size comes to its end.
  const first = "00000000-0000-0000-0000-000000000000";
  let after = first;
  let restUntil = 0;

  async function sealChunk(database: Database, limit: number) {
    const page = await database.query<{ id: string; value: string | null }>(
      `SELECT id, ${column} AS value FROM ${table} WHERE id > $1 ORDER BY id LIMIT $2::int`,
      [after, limit],
    );
    const found = page.filter(({ id, value }) => value !== null && sealed.sealAgain(value, id));
    const count = await database.transaction(async (transaction) => {
      const rows = await transaction.query<{ id: string; value: string }>(
        `SELECT id, ${column} AS value FROM ${table} WHERE id = ANY ($1::uuid[]) AND ${column} <> '' FOR NO KEY UPDATE SKIP LOCKED`,
        [found.map(({ id }) => id)],
      );
      return writeSealed(transaction, sealed, { table, column }, rows);
    });
    const more = page.length === limit;
    after = more ? page.at(-1)!.id : first;
    if (!more) restUntil = performance.now() + walkEveryMs;
    return { removed: count, more };
  }

  return {
    name: `values of ${table}.${column} under the previous secret`,
    removeChunk: async (database, limit) =>
      performance.now() < restUntil ? { removed: 0, more: false } : sealChunk(database, limit),
  };
}

/** Seals the values of rows that are locked; returns how many. */
async function writeSealed(
  queryable: Queryable,
  sealed: SealedColumn,
  { table, column }: ColumnName,
  rows: readonly { id: string; value: string }[],
): Promise<number> {
  const changes = rows.flatMap(({ id, value }) => {
    const again = sealed.sealAgain(value, id);
    return again === undefined ? [] : [{ id, again }];
  });
  if (changes.length === 0) return 0;
  await queryable.query(
    `UPDATE ${table} SET ${column} = sealed.value FROM unnest($1::uuid[], $2::text[]) AS sealed (id, value)
     WHERE ${table}.id = sealed.id`,
    [changes.map(({ id }) => id), changes.map(({ again }) => again)],
  );
  return changes.length;
}
