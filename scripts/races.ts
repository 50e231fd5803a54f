import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { type Broker, startBroker } from "../apps/server/kafka/broker.ts";
import { loginEnv } from "../apps/server/kafka/broker-login.ts";
import { stages } from "../stages/stages.ts";
import { converged, type Marketplace, startMarketplace } from "../tests/harness/marketplace.ts";
import { checkBooks, countDeadlocks, sumOfAllPoints, untilAllOnSale } from "../tests/races/check-traffic.ts";
import { randomFrom, startTraffic, type TrafficItem, type TrafficResponse } from "../tests/races/traffic.ts";

const help = `Usage: npm run races -- [options]

Random traffic of buyers, sellers and administrators against a marketplace of its own with two instances of each
service, one of which is killed from time to time. Ends with 1 unless every point and every unit of stock is where the
responses say, \`verify\` is clean, PostgreSQL has broken no deadlock, and no request failed, apart from 503 within
15 s after a kill.

  --minutes N        how long (5)
  --stage NAME       ${Object.keys(stages).join(", ")} (multi-module)
  --settlement NAME  on-purchase, on-confirmation (on-purchase)
  --seed N           of the random choices (a new one)
  --no-kills         kill nothing
  --kill-every N     seconds between two kills (60)
  --pause N          longest pause of a worker between two operations in milliseconds (400)
  --help             this text`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    minutes: { type: "string", default: "5" },
    stage: { type: "string", default: "multi-module" },
    settlement: { type: "string", default: "on-purchase" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 32)) },
    kills: { type: "boolean", default: true },
    "kill-every": { type: "string", default: "60" },
    pause: { type: "string", default: "400" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const seed = Number(values.seed);
const endsAt = (startedAt: number) => startedAt + Number(values.minutes) * 60_000;
const settlement = values.settlement === "on-confirmation" ? "on-confirmation" : "on-purchase";
if (!stages[values.stage] || !(Number(values.minutes) > 0) || !Number.isInteger(seed)) {
  console.error(help);
  process.exit(2);
}

const buyersCount = 40;
const sellersCount = 6;
const feeBasisPoints = 250;
/** After a kill 503 is allowed for this long. */
const toleratedMs = 15_000;
const reportEveryMs = 30_000;

const folder = mkdtempSync(join(tmpdir(), "jangteo-races-"));
const database = await startEmbeddedPostgres({ folder, log: silentLogger(), parameters: { max_connections: "400" } });
let broker: Broker | undefined;
let market: Marketplace | undefined;
let problems: string[] = [];
try {
  process.env.TEST_DATABASE_URL = database.url;
  if (stages[values.stage]!.events === "kafka") {
    broker = await startBroker({ folder: join(folder, "kafka"), port: 0, onProgress: print });
    process.env.TEST_KAFKA_ENV = JSON.stringify({ KAFKA_BROKERS: broker.address, ...loginEnv(broker.login) });
  }
  market = await startMarketplace({
    stage: values.stage,
    copies: 2,
    env: { JANGTEO_SETTLEMENT: settlement, JANGTEO_FEE_BASIS_POINTS: String(feeBasisPoints) },
  });
  print(`${values.stage}, ${settlement}, ${values.minutes} minutes, --seed ${seed}`);
  problems = await race(market);
} catch (error) {
  problems.push(String(error instanceof Error ? error.stack : error));
  if (market) print(`The end of the marketplace's output:\n${market.output().slice(-4_000)}`);
} finally {
  await market?.stop();
  await broker?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 50)) print(`WRONG: ${problem}`);
print(problems.length === 0 ? "ok" : `FAILED: ${problems.length} problems; --seed ${seed}`);
process.exit(problems.length === 0 ? 0 : 1);

/** Runs the traffic to its end and returns what is wrong. */
async function race(own: Marketplace): Promise<string[]> {
  const { api } = own;
  const many = <T>(count: number, make: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, index) => make(index)));
  const sellers = await many(sellersCount, () => api.seller());
  const items = await many(sellersCount, async (seller): Promise<TrafficItem[]> => {
    const prices = Array.from({ length: 4 }, (_, index): [number, number] => [50 + 90 * index + seller, 60]);
    const product = await api.product(sellers[seller]!, prices);
    return product.items.map(({ id, price, stock }: TrafficItem) => ({ id, seller, price, stock }));
  });
  const wrong: string[] = [];
  const refusals = new Map<string, number>();
  const failures = new Map<string, number>();
  const kills: { at: number; what: string }[] = [];
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const startedAt = Date.now();

  function onResponse(response: TrafficResponse, operation: string): void {
    const code = response?.body.code as string | undefined;
    // The payment provider does not respond, by wish of the traffic.
    if (code === "PAYMENT_PENDING") return;
    if (response && response.status < 400) return;
    if (response && response.status < 500) return void count(refusals, code ?? String(response.status));
    const isTolerated = kills.some(({ at }) => Date.now() - at < toleratedMs);
    const shown = response ? `${response.status} ${code}` : "no response";
    count(failures, isTolerated ? `${shown} after a kill` : shown);
    const mayBe = isTolerated && response?.status === 503;
    if (!mayBe && wrong.length < 100)
      wrong.push(`${operation}: ${shown} ${JSON.stringify(response?.body)} at ${seconds(startedAt)} s`);
  }

  const traffic = startTraffic({
    baseUrl: own.baseUrl,
    buyers: await many(buyersCount, () => api.customer(5_000)),
    sellers,
    admin: await api.admin(),
    items: items.flat(),
    settlement,
    feeBasisPoints,
    startPoints: 5_000,
    seed,
    workers: buyersCount + sellersCount,
    pauseMs: Number(values.pause),
    onResponse,
  });
  const random = randomFrom(seed + 1);
  let operationsBefore = 0;
  let reportedAt = Date.now();
  const report = async () => {
    const operations = Object.values(traffic.done).reduce((sum, each) => sum + each, 0);
    const perSecond = ((operations - operationsBefore) / (Date.now() - reportedAt)) * 1_000;
    [operationsBefore, reportedAt] = [operations, Date.now()];
    const list = (map: Map<string, number>) => [...map].map(([key, number]) => `${key} ${number}`).join(", ") || "none";
    print(
      `${seconds(startedAt)} s: ${operations} operations (${perSecond.toFixed(0)}/s), ${traffic.books.orders.size} orders; ` +
        `refusals: ${list(refusals)}; failures: ${list(failures)}; ${kills.length} kills; ` +
        `${await countDeadlocks(own)} deadlocks; points sum to ${await sumOfAllPoints(own)}; ${wrong.length} wrong`,
    );
  };

  let killAt = values.kills ? Date.now() + Number(values["kill-every"]) * 1_000 : Number.POSITIVE_INFINITY;
  let reportAt = Date.now() + reportEveryMs;
  while (Date.now() < endsAt(startedAt) && !traffic.hasFailed()) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (Date.now() >= reportAt) {
      reportAt += reportEveryMs;
      await report();
    }
    if (Date.now() >= killAt) {
      killAt += Number(values["kill-every"]) * 1_000;
      const ready = (await own.copies()).filter(({ state }) => state === "ready");
      const victim = ready[Math.floor(random() * ready.length)];
      if (!victim) continue;
      process.kill(victim.pid, "SIGKILL");
      kills.push({ at: Date.now(), what: victim.id });
      print(`${seconds(startedAt)} s: killed ${victim.id}`);
    }
  }
  print(`${seconds(startedAt)} s: no new operations; waiting until every outcome is definite`);
  try {
    await traffic.finish();
  } catch (error) {
    wrong.push(String(error));
  }
  await report();
  print(JSON.stringify(traffic.done));
  for (const check of [
    () => converged(own.databaseUrl),
    () => own.verify(),
    () =>
      untilAllOnSale(
        own,
        items.flat().map(({ id }) => id),
      ),
  ])
    await check().catch((error: unknown) => wrong.push(String(error)));
  return [...wrong, ...(await checkBooks(own, traffic.books))];
}

function seconds(startedAt: number): string {
  return ((Date.now() - startedAt) / 1_000).toFixed(0);
}

function print(line: string): void {
  console.log(`  ${line}`);
}
