import { fail } from "../rpc/service-error.ts";
import type { Database, Transaction } from "./database.ts";

/** A fact about stored data that always holds. */
export type Invariant = {
  name: string;
  /** SQL over the columns of the walk's rows: true for a row that breaks it. */
  off: string;
  /** What it protects, in one sentence. */
  protects: string;
};

/** Limits columns to the range that is examined: `within("t.order_part")`. Their types are those of the walk's key. */
export type Within = (...columns: string[]) => string;

type KeyType = "uuid" | "bigint" | "text";
const keyPatterns: Record<KeyType, RegExp> = { uuid: /^[0-9a-f-]{36}$/, bigint: /^-?\d{1,18}$/, text: /^\S{1,500}$/ };

/** Rows that are examined together, range by range in the order of their key, and what must hold for each. */
export type Walk = {
  name: string;
  table: string;
  /** Columns of a unique index, with their types. A text holds no spaces. */
  key: Readonly<Record<string, KeyType>>;
  /**
   * SELECTs the key's columns, by their names, and what the invariants look at. A row must cost a bounded number of index
   * look-ups, since the program examines thousands of rows in a short transaction: a subquery that may find many
   * rows ends with LIMIT 1 rather than being an EXISTS, which the planner may answer by reading the whole table.
   */
  rows: (within: Within) => string;
  invariants: readonly Invariant[];
};

export type ReconcileRequest = {
  readonly walk: string;
  readonly after: string;
  readonly limit: number;
  readonly only: readonly string[];
};
export type ReconcileResponse = {
  checks?: { name: string; count: bigint; examples: string[] }[];
  next?: string;
  walks?: { name: string; rows: bigint; invariants: { name: string; protects: string }[] }[];
};

const rangeMax = 50_000;
const onlyMax = 1_000;
const examplesMax = 100;
/** A range that takes longer is cancelled (DEADLINE_EXCEEDED): the caller asks for fewer rows. */
const rangeTimeoutMs = 4_000;

/** What holds for the events of every module. */
const eventWalks: readonly Walk[] = [
  {
    name: "outbox",
    table: "outbox",
    key: { id: "uuid" },
    rows: (within) => `SELECT id, at FROM outbox WHERE ${within("id")}`,
    invariants: [
      {
        name: "event not delivered for more than a minute",
        off: "at < now() - interval '1 minute'",
        protects: "What happens in one module reaches the others within a minute.",
      },
    ],
  },
  {
    name: "outbox of unavailable destinations",
    table: "outbox_waiting",
    key: { destination: "text", id: "uuid" },
    rows: (within) => `SELECT destination, id, at FROM outbox_waiting WHERE ${within("destination", "id")}`,
    invariants: [
      {
        name: "event that waits for its destination for more than a minute",
        off: "at < now() - interval '1 minute'",
        protects: "A destination that cannot be reached is noticed.",
      },
    ],
  },
  {
    name: "retry queue",
    table: "inbox_waiting",
    key: { id: "uuid" },
    rows: (within) => `SELECT id, at FROM inbox_waiting WHERE ${within("id")}`,
    invariants: [
      {
        name: "event in the retry queue for more than an hour",
        off: "at < now() - interval '1 hour'",
        protects:
          "An event that fails is retried until it succeeds or becomes a dead letter; none is forgotten in between.",
      },
    ],
  },
  {
    name: "dead letters",
    table: "parked_event",
    key: { id: "uuid" },
    rows: (within) => `SELECT id, parked_at FROM parked_event WHERE ${within("id")}`,
    invariants: [
      {
        name: "dead letter older than a day",
        off: "parked_at < now() - interval '1 day'",
        protects: "An administrator retries or drops each dead letter within a day.",
      },
    ],
  },
];

/**
 * A module's `Reconcile` method over its own walks and those of its events. Each call examines one range in one
 * read-only transaction, so what is found is off in a single snapshot. Throws INVALID_INPUT, or DEADLINE_EXCEEDED for
 * a range with too many rows.
 */
export function createReconcile(
  database: Database,
  ownWalks: readonly Walk[],
): (request: ReconcileRequest) => Promise<ReconcileResponse> {
  const walks = new Map([...ownWalks, ...eventWalks].map((walk) => [walk.name, walk]));
  return async ({ walk: name, after, limit, only }) => {
    if (name === "") return { walks: await listWalks(database, [...walks.values()]) };
    const walk = walks.get(name);
    if (!walk || limit < 0 || limit > rangeMax || only.length > onlyMax) throw fail("INVALID_INPUT");
    return readRange(database, async (transaction) => {
      if (only.length > 0) return { checks: await findOff(transaction, walk, theseRows(walk, only)) };
      const lower = after === "" ? undefined : parsePosition(walk, after);
      const upper = await findUpperBound(transaction, walk, lower, limit || rangeMax);
      const checks = await findOff(transaction, walk, rowsBetween(walk, lower, upper));
      return { checks, next: upper ? upper.join(" ") : "" };
    });
  };
}

async function listWalks(database: Database, walks: readonly Walk[]) {
  const estimates = await database.query<{ name: string; rows: number }>(
    `SELECT relname AS name, greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = ANY ($1::regclass[])`,
    [walks.map((walk) => walk.table)],
  );
  const rowsOf = new Map(estimates.map(({ name, rows }) => [name, rows]));
  return walks.map(({ name, table, invariants }) => ({
    name,
    rows: BigInt(rowsOf.get(table) ?? 0),
    invariants: invariants.map(({ name, protects }) => ({ name, protects })),
  }));
}

/**
 * One snapshot for the range; and nothing but look-ups by index for each row, whose cost follows from the range and not from
 * the tables: the planner does not know how few rows are between two keys of several columns.
 */
export async function readRange<T>(database: Database, read: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    await transaction.query(
      `SELECT set_config('statement_timeout', $1, true), set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true),
         set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
      [String(rangeTimeoutMs)],
    );
    return read(transaction);
  });
}

type Position = readonly string[];
type Range = { within: Within; values: unknown[] };

function parsePosition(walk: Walk, text: string): Position {
  const position = text.split(" ");
  const types = Object.values(walk.key);
  const fits =
    position.length === types.length && position.every((part, index) => keyPatterns[types[index]!].test(part));
  if (!fits) throw fail("INVALID_INPUT");
  return position;
}

/** The key of the range's last row, if more rows follow. */
async function findUpperBound(
  transaction: Transaction,
  walk: Walk,
  lower: Position | undefined,
  limit: number,
): Promise<Position | undefined> {
  const { within, values } = rowsBetween(walk, lower, undefined);
  const columns = Object.keys(walk.key);
  const [row] = await transaction.query<{ key: string[] }>(
    `SELECT ARRAY[${columns.map((column) => `${column}::text`).join(", ")}] AS key FROM ${walk.table}
     WHERE ${within(...columns)} ORDER BY ${columns.join(", ")} OFFSET ${limit - 1} LIMIT 1`,
    values,
  );
  return row?.key;
}

/** After `lower`, up to and with `upper`. */
function rowsBetween(walk: Walk, lower: Position | undefined, upper: Position | undefined): Range {
  const types = Object.values(walk.key);
  const values = [...(lower ?? []), ...(upper ?? [])];
  const parameters = (first: number) => types.map((type, index) => `$${first + index}::${type}`).join(", ");
  return {
    values,
    within: (...columns) => {
      const row = `(${columns.join(", ")})`;
      const bounds = [
        ...(lower ? [`${row} > (${parameters(1)})`] : []),
        ...(upper ? [`${row} <= (${parameters(lower ? types.length + 1 : 1)})`] : []),
      ];
      return bounds.length > 0 ? `(${bounds.join(" AND ")})` : "true";
    },
  };
}

function theseRows(walk: Walk, ids: readonly string[]): Range {
  const types = Object.values(walk.key);
  const positions = ids.map((id) => parsePosition(walk, id));
  const arrays = types.map((type, index) => `$${index + 1}::${type}[]`);
  return {
    values: types.map((_, index) => positions.map((position) => position[index])),
    within: (...columns) =>
      columns.length === 1
        ? `${columns[0]} = ANY (${arrays[0]})`
        : `(${columns.join(", ")}) IN (SELECT * FROM unnest(${arrays.join(", ")}))`,
  };
}

/** The invariants of the walk that rows of the range break. */
async function findOff(transaction: Transaction, walk: Walk, { within, values }: Range) {
  const id = Object.keys(walk.key)
    .map((column) => `${column}::text`)
    .join(" || ' ' || ");
  const found = await transaction.query<{ invariant: number; count: number; examples: string[] }>(
    `SELECT invariant, count(*) AS count, (array_agg(id))[1:${examplesMax}] AS examples FROM (
       SELECT ${id} AS id, unnest(ARRAY[${walk.invariants.map(({ off }, index) => `CASE WHEN ${off} THEN ${index} END`).join(", ")}]) AS invariant
       FROM (${walk.rows(within)}) AS examined) AS rows
     WHERE invariant IS NOT NULL GROUP BY invariant`,
    values,
  );
  return found.map(({ invariant, count, examples }) => ({
    name: walk.invariants[invariant]!.name,
    count: BigInt(count),
    examples,
  }));
}
