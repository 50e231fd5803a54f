import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import type { Marketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";
import type { Books } from "./traffic-books.ts";

type Amounts = Record<string, number>;

/** Runs one query in a module's database: one statement is one snapshot. */
export async function query<Row extends object>(
  own: Marketplace,
  module: "account" | "order",
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: await own.databaseOf(module) });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** All points there are: of everybody with a balance, and of the accounts whose sum follows from their transfers. */
export async function sumOfAllPoints(own: Marketplace): Promise<number> {
  const [row] = await query<{ sum: number }>(
    own,
    "account",
    `WITH without_balance AS (SELECT id FROM account.ledger_account WHERE kind NOT IN ('customer', 'seller'))
     SELECT ((SELECT coalesce(sum(posted), 0) FROM account.balance)
       + (SELECT coalesce(sum(amount), 0) FROM account.transfer WHERE credit_id IN (SELECT id FROM without_balance))
       - (SELECT coalesce(sum(amount), 0) FROM account.transfer WHERE debit_id IN (SELECT id FROM without_balance)))::float8 AS sum`,
  );
  return row!.sum;
}

/** Deadlocks that PostgreSQL has broken, in all databases. */
export async function countDeadlocks(own: Marketplace): Promise<number> {
  const [row] = await query<{ deadlocks: number }>(
    own,
    "account",
    "SELECT coalesce(sum(deadlocks), 0)::int AS deadlocks FROM pg_stat_database",
  );
  return row!.deadlocks;
}

/** What differs between the books and the marketplace once nothing is under way; nothing where all is well. */
export async function checkBooks(own: Marketplace, books: Books): Promise<string[]> {
  const differences = [...books.wrong, ...books.unexplainedPrices()];
  const compare = (what: string, found: Amounts, expected: Amounts) => {
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)]))
      if (found[key] !== expected[key]) differences.push(`${what} ${key}: ${found[key]} instead of ${expected[key]}`);
  };
  const people = books.balances();
  const balances = await query<{ id: string; points: number }>(
    own,
    "account",
    "SELECT account_id AS id, posted::float8 AS points FROM account.balance WHERE account_id = ANY ($1::uuid[])",
    [[...people.keys()]],
  );
  compare("balance of", amounts(balances), Object.fromEntries(people));

  // Exactly one charge per order that was answered with 201, and none for any other order of these buyers.
  const charges = await query<{ id: string; points: number }>(
    own,
    "account",
    `SELECT concat(order_id, ' by ', debit_id, ', ', count(*), ' charges') AS id, sum(amount)::float8 AS points
     FROM account.transfer WHERE kind = 'purchase' AND debit_id = ANY ($1::uuid[]) GROUP BY order_id, debit_id`,
    [[...people.keys()]],
  );
  const bought = [...books.orders.values()].map(({ id, buyer, parts, total }): [string, number] => [
    `${id} by ${buyer}, ${parts.length} charges`,
    total,
  ]);
  compare("charge of", amounts(charges), Object.fromEntries(bought));

  const stock = books.stock();
  const items = await query<{ id: string; points: number }>(
    own,
    "order",
    'SELECT id, stock AS points FROM "order".item WHERE id = ANY ($1::uuid[])',
    [[...stock.keys()]],
  );
  compare("stock of", amounts(items), Object.fromEntries(stock));
  differences.push(...(await checkOrders(own, books)));
  const sum = await sumOfAllPoints(own);
  if (sum !== 0) differences.push(`all points sum to ${sum}`);
  return differences;
}

function amounts(rows: { id: string; points: number }[]): Amounts {
  return Object.fromEntries(rows.map(({ id, points }) => [id, points]));
}

/** Each order has ended as the responses said, and its products are on sale again where their seller was reinstated. */
async function checkOrders(own: Marketplace, books: Books): Promise<string[]> {
  const rows = await query<{ name: string; status: string }>(
    own,
    "order",
    `SELECT concat(p.order_id, ' ', p.seller_id) AS name, p.status FROM "order".order_part p
     JOIN "order".orders o ON o.id = p.order_id WHERE o.status = 'PAID' AND o.id = ANY ($1::uuid[])`,
    [[...books.orders.keys()]],
  );
  const statusOf = new Map(rows.map(({ name, status }) => [name, status]));
  const differences: string[] = [];
  for (const { id, parts } of books.orders.values())
    for (const { seller, isConfirmed, end } of parts) {
      const status = statusOf.get(`${id} ${seller}`);
      const isOver = status === "CANCELLED" || status === "REFUNDED";
      const isAsSaid = end === undefined ? !isOver && isConfirmed === (status === "CONFIRMED") : status === end;
      if (!isAsSaid)
        differences.push(`${id} of ${seller} is ${status}, not ${end ?? (isConfirmed ? "CONFIRMED" : "open")}`);
    }
  return differences;
}

/** Waits until every item is on sale again: reinstatements reach the order module as events. */
export async function untilAllOnSale(own: Marketplace, itemIds: readonly string[]): Promise<void> {
  let missing: string[] = [];
  await until(
    async () => {
      const rows = await query<{ id: string }>(
        own,
        "order",
        'SELECT id FROM "order".item WHERE id = ANY ($1::uuid[]) AND deleted_at IS NOT NULL',
        [[...itemIds]],
      );
      missing = rows.map(({ id }) => id);
      return isDeepStrictEqual(missing, []);
    },
    { timeoutMs: 30_000, everyMs: 200, why: () => `not on sale although their sellers are active: ${missing.join()}` },
  );
}
