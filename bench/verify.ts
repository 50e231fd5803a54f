import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed } from "../apps/server/compose.ts";
import { ratio, type Section } from "./lib/table.ts";

export type VerifyBench = { databaseUrl: string; orders: number; say: (text: string) => void };

const [buyers, sellers, products] = [10_000, 1_000, 10_000];
const batch = 20_000;

/**
 * `jangteo verify` as a process of its own on a marketplace with many orders, each of two lines, with a fee, most of them
 * confirmed: its time, its longest transaction (sampled every 10 ms) and its memory.
 */
export async function benchVerify({ databaseUrl, orders, say }: VerifyBench): Promise<Section> {
  await provision(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const filledAt = performance.now();
    await fill(client, orders, say);
    say(`${orders} orders filled in ${((performance.now() - filledAt) / 1_000).toFixed(0)} s`);
    const { seconds, longestMs, memoryMb, checks } = await measure(databaseUrl, client);
    say(`${checks} checks in ${seconds.toFixed(1)} s, longest transaction ${longestMs.toFixed(0)} ms, ${memoryMb} MB`);
    return {
      title: `Verify, ${orders.toLocaleString("en-US")} orders`,
      measurements: [
        { name: `all ${checks} checks`, values: [seconds], unit: "s" },
        { name: "longest transaction", values: [longestMs], unit: "ms" },
        { name: "memory of the command, highest", values: [memoryMb], unit: "MB" },
      ],
      ratios: [
        ratio("time against 5 minutes", seconds / 300, { max: 1 }),
        ratio("longest transaction against 1 s", longestMs / 1_000, { max: 1 }),
      ],
    };
  } finally {
    await client.end();
  }
}

async function provision(databaseUrl: string): Promise<void> {
  const host = await hostModules({
    name: "bench",
    modules: await modulesNamed(["account", "order", "chat"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => databaseUrl, events: "direct", livePush: "none" },
  });
  await host.close();
}

/** Ids as the program makes them, in the order of time; `kind` keeps those of one number apart. */
const id = (kind: number, number: string) =>
  `(lpad(to_hex(1700000000000 + ${number}), 12, '0') || '70008000' || lpad('${kind}', 12, '0'))::uuid`;
const buyer = (number: string) => id(1, number);
const seller = (number: string) => id(2, number);
const product = (number: string) => id(3, number);
const item = (number: string, which: 0 | 1) => id(4 + which, number);
const order = (number: string) => id(6, number);
const part = (number: string) => id(7, number);
const transfer = (number: string, which: 0 | 1) => id(8 + which, number);

/** Fills both modules alike. The ledger's own trigger makes entries and balances. */
async function fill(client: pg.Client, orders: number, say: (text: string) => void): Promise<void> {
  const numbers = (count: number) => `generate_series(0, ${count - 1}) AS n`;
  await client.query("SET synchronous_commit = off");
  for (const [kind, count, make] of [
    ["customer", buyers, buyer],
    ["seller", sellers, seller],
  ] as const) {
    await client.query(`INSERT INTO account.account (id, role, email, name)
      SELECT ${make("n")}, upper('${kind}'), '${kind}' || n || '@bench', '${kind}' FROM ${numbers(count)}`);
    await client.query(
      `INSERT INTO account.ledger_account (id, kind) SELECT ${make("n")}, '${kind}' FROM ${numbers(count)}`,
    );
  }
  const points = Math.ceil(orders / buyers) * 3_000;
  await client.query(`INSERT INTO account.deposit (id, account_id, amount, source, state, lease_until)
    SELECT ${transfer("n", 0)}, ${buyer("n")}, ${points}, 'card', 'CAPTURED', now() FROM ${numbers(buyers)}`);
  await client.query(`INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind)
    SELECT id, '00000000-0000-7000-8000-000000000001', account_id, amount, 'deposit' FROM account.deposit`);
  await client.query(`INSERT INTO "order".product (id, seller_id, name, description, price_from, search_grams)
    SELECT ${product("n")}, ${seller(`(n % ${sellers})`)}, 'p' || n, '', 1000, '{1}' FROM ${numbers(products)}`);
  const stock = Math.ceil(orders / products) + 10;
  for (const which of [0, 1] as const) {
    await client.query(`INSERT INTO "order".item (id, product_id, name, price, stock)
      SELECT ${item("n", which)}, ${product("n")}, 'i${which}', ${1_000 + which * 1_000}, ${stock} FROM ${numbers(products)}`);
    await client.query(`INSERT INTO "order".stock_move (item_id, kind, quantity)
      SELECT ${item("n", which)}, 'initial', ${stock} FROM ${numbers(products)}`);
  }
  // Later than the deposits' ids.
  for (let first = buyers; first < buyers + orders; first += batch) {
    const last = Math.min(first + batch, buyers + orders) - 1;
    await addOrders(client, `generate_series(${first}, ${last}) AS n`);
    if ((first - buyers) % (batch * 10) === 0) say(`${first - buyers} orders`);
  }
  await client.query("VACUUM ANALYZE");
}

async function addOrders(client: pg.Client, from: string): Promise<void> {
  const [number, itsProduct] = ["n", `(n % ${products})`];
  const itsSeller = `(${itsProduct} % ${sellers})`;
  const itsBuyer = `(n % ${buyers})`;
  const confirmed = "n % 10 > 0";
  const named = `${order(number)}, ${part(number)}`;
  await client.query("BEGIN");
  for (const sql of [
    `INSERT INTO "order".orders (id, buyer_id, status, total, from_cart, created_at)
     SELECT ${order(number)}, ${buyer(itsBuyer)}, 'PAID', 3000, false, now() FROM ${from}`,
    `INSERT INTO "order".order_part (id, order_id, seller_id, seller_name, subtotal, status)
     SELECT ${part(number)}, ${order(number)}, ${seller(itsSeller)}, 's', 3000, CASE WHEN ${confirmed} THEN 'CONFIRMED' ELSE 'PAID' END FROM ${from}`,
    ...([0, 1] as const).flatMap((which) => [
      `INSERT INTO "order".order_line (part_id, item_id, order_id, product_id, product_name, item_name, price, quantity)
       SELECT ${part(number)}, ${item(itsProduct, which)}, ${order(number)}, ${product(itsProduct)}, 'p', 'i', ${1_000 + which * 1_000}, 1 FROM ${from}`,
      `INSERT INTO "order".stock_move (item_id, order_id, kind, quantity)
       SELECT ${item(itsProduct, which)}, ${order(number)}, 'sale', -1 FROM ${from}`,
      `UPDATE "order".item SET stock = stock - sold.count FROM
         (SELECT ${item(itsProduct, which)} AS id, count(*) AS count FROM ${from} GROUP BY 1) sold WHERE item.id = sold.id`,
    ]),
    `INSERT INTO account.purchase (order_id, outcome, any_part) SELECT ${order(number)}, 'PURCHASED', ${part(number)} FROM ${from}`,
    `INSERT INTO account.order_money (order_part, order_id, buyer_id, seller_id, paid, fee, settled, confirmed_at)
     SELECT ${part(number)}, ${order(number)}, ${buyer(itsBuyer)}, ${seller(itsSeller)}, 3000, 150, 3000, CASE WHEN ${confirmed} THEN now() END FROM ${from}`,
    `INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind, order_id, order_part)
     SELECT ${transfer(number, 0)}, ${buyer(itsBuyer)}, ${seller(itsSeller)}, 3000, 'purchase', ${named} FROM ${from}
     UNION ALL
     SELECT ${transfer(number, 1)}, ${seller(itsSeller)}, '00000000-0000-7000-8000-000000000003', 150, 'fee', ${named} FROM ${from}`,
  ])
    await client.query(sql);
  await client.query("COMMIT");
}

async function measure(databaseUrl: string, client: pg.Client) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["apps/server/jangteo.ts", "verify", "--json"], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  let seconds: number | undefined;
  const closed = new Promise<void>((resolve) =>
    child.once("close", () => {
      seconds = (performance.now() - startedAt) / 1_000;
      resolve();
    }),
  );
  let [longestMs, memoryMb] = [0, 0];
  while (seconds === undefined) {
    const { rows } = await client.query<{ ms: number | null }>(
      `SELECT max(extract(epoch FROM clock_timestamp() - xact_start) * 1000)::float AS ms FROM pg_stat_activity
       WHERE application_name LIKE 'jangteo %' AND state <> 'idle'`,
    );
    longestMs = Math.max(longestMs, rows[0]!.ms ?? 0);
    memoryMb = highestMemoryMb(child.pid!) ?? memoryMb;
    await Promise.race([setTimeout(10), closed]);
  }
  const { ok, checks } = JSON.parse(output) as { ok: boolean; checks: { name: string; count: number }[] };
  if (!ok) throw new Error(`verify is not clean: ${JSON.stringify(checks.filter(({ count }) => count > 0))}`);
  return { seconds, longestMs, memoryMb, checks: checks.length };
}

/** Undefined once the process has ended. */
function highestMemoryMb(pid: number): number | undefined {
  try {
    const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Math.round(Number(found[1]) / 1_024) : undefined;
  } catch {
    return undefined;
  }
}
