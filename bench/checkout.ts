import { drive, type LoadResult } from "./lib/load.ts";
import { type Account, type BenchItem, makeBuyers, makeItems } from "./lib/marketplace-data.ts";
import { startMarketplace, startServer } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

export type CheckoutBench = {
  databaseUrl: string;
  freshDatabase: (name: string) => Promise<string>;
  rounds: number;
  seconds: number;
  /** The folder of an earlier release with its packages; its checkout is measured too, and nothing but that. */
  against: string | undefined;
  say: (text: string) => void;
};

const connections = 128;

/**
 * Checkout over HTTP, signed in, each order with its own key: spread over many items, on one hot item, and with
 * batches of one; beside the same batches driven without HTTP. Interleaved, all on one database.
 */
export async function benchCheckout(options: CheckoutBench): Promise<Section> {
  if (options.against !== undefined) return benchAgainst(options, options.against);
  const { databaseUrl, rounds, seconds, say } = options;
  const batched = await startMarketplace(databaseUrl);
  const buyers = await makeBuyers(batched.address, 500);
  const items = await makeItems(batched.address, 500);
  const alone = await startMarketplace(databaseUrl, { JANGTEO_CHECKOUT_BATCH_MAX: "1" });
  const results: Record<string, number[]> = {
    spread: [],
    hot: [],
    "hot, batch of one": [],
    "hot, without HTTP": [],
    p99: [],
  };
  const load = (address: string, pick: () => BenchItem, time = seconds) =>
    drive({ address, connections, seconds: time, status: 201, next: orders(buyers, pick) });
  const hot = () => items[0]!;
  const spread = () => items[Math.floor(Math.random() * items.length)]!;

  await load(batched.address, spread, 2);
  await load(alone.address, hot, 1);
  for (let round = 1; round <= rounds; round++) {
    const record = (name: string, result: LoadResult) => {
      if (result.unexpected > 0) throw new Error(`${name}: ${result.unexpected} unexpected answers`);
      results[name]!.push(result.perSecond);
      say(`round ${round}/${rounds} ${name}: ${Math.round(result.perSecond)} orders/s, p99 ${result.p99Ms} ms`);
    };
    record("spread", await load(batched.address, spread));
    const onHot = await load(batched.address, hot);
    results.p99!.push(onHot.p99Ms);
    record("hot", onHot);
    record("hot, batch of one", await load(alone.address, hot));
    results["hot, without HTTP"]!.push(await driveDirect(databaseUrl, buyers, items[0]!, seconds));
    say(`round ${round}/${rounds} hot, without HTTP: ${Math.round(results["hot, without HTTP"]!.at(-1)!)} orders/s`);
  }
  await alone.stop();
  await batched.stop();

  const { p99, ...perSecond } = results;
  const middle = (name: string) => median(results[name]!);
  return {
    title: "Checkout",
    measurements: [
      ...Object.entries(perSecond).map(([name, values]) => ({ name, values, unit: "orders/s" })),
      { name: `hot, p99 of ${connections} connections`, values: p99!, unit: "ms" },
    ],
    ratios: [
      ratio("batching against a batch of one, hot", middle("hot") / middle("hot, batch of one"), { min: 8 }),
      ratio("hot against spread", middle("hot") / middle("spread"), { min: 0.9 }),
      ratio("over HTTP against the same batches without, hot", middle("hot") / middle("hot, without HTTP"), {
        min: 0.5,
      }),
    ],
  };
}

/** This release beside an earlier one, in turns, each on a database of its own in one PostgreSQL. */
async function benchAgainst(options: CheckoutBench, folder: string): Promise<Section> {
  const { rounds, seconds, say } = options;
  const sides = await Promise.all(
    [
      { name: "now", folder: undefined, databaseUrl: options.databaseUrl },
      { name: "before", folder, databaseUrl: await options.freshDatabase("before") },
    ].map(async ({ name, folder: where, databaseUrl }) => {
      const server = await startMarketplace(databaseUrl, {}, [], where);
      const [buyers, items] = [await makeBuyers(server.address, 500), await makeItems(server.address, 500)];
      return { name, server, buyers, items, hot: [] as number[], spread: [] as number[] };
    }),
  );
  const kinds = {
    hot: (items: BenchItem[]) => items[0]!,
    spread: (items: BenchItem[]) => items[Math.floor(Math.random() * items.length)]!,
  };
  // The first round only warms both up.
  for (let round = 0; round <= rounds; round++)
    for (const kind of ["hot", "spread"] as const)
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const { name, server, buyers, items } = side;
        const next = orders(buyers, () => kinds[kind](items));
        const { perSecond, unexpected } = await drive({
          address: server.address,
          connections,
          seconds,
          status: 201,
          next,
        });
        if (unexpected > 0) throw new Error(`${name}: ${unexpected} unexpected responses`);
        // What it has not delivered yet is none of the other side's.
        const idleAfterMs = await server.untilIdle();
        if (round === 0) continue;
        side[kind].push(perSecond);
        say(
          `round ${round}/${rounds} ${kind}, ${name}: ${Math.round(perSecond)} orders/s; idle ${Math.round(idleAfterMs)} ms later`,
        );
      }
  for (const { server } of sides) await server.stop();
  const [now, before] = sides as [(typeof sides)[0], (typeof sides)[0]];
  // Of each round: what the machine does beside slows both sides of a round, not both of a median.
  const compared = (kind: "hot" | "spread") =>
    ratio(
      `now against before, ${kind}, median of the rounds`,
      median(now[kind].map((perSecond, round) => perSecond / before[kind][round]!)),
      { min: 0.95 },
    );
  return {
    title: "Checkout against an earlier release",
    measurements: sides.flatMap(({ name, hot, spread }) => [
      { name: `hot, ${name}`, values: hot, unit: "orders/s" },
      { name: `spread, ${name}`, values: spread, unit: "orders/s" },
    ]),
    ratios: [compared("hot"), compared("spread")],
  };
}

/** Orders of one unit each, in turn by each of the buyers. */
export function orders(buyers: Account[], pick: () => BenchItem) {
  let count = 0;
  const run = Date.now().toString(36);
  return () => {
    const buyer = buyers[count % buyers.length]!;
    const { itemId, price } = pick();
    return {
      method: "POST",
      path: "/customer/orders",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${buyer.token}`,
        "idempotency-key": `${run}-${Math.random().toString(36).slice(2)}-${count++}`,
      },
      body: JSON.stringify({ expectedTotal: price, items: [{ itemId, quantity: 1 }] }),
    };
  };
}

/** The same module with the same batches in a process of its own, called without HTTP; answers orders per second. */
async function driveDirect(databaseUrl: string, buyers: Account[], item: BenchItem, seconds: number): Promise<number> {
  const direct = await startServer("bench/peers/checkout-direct.ts", [], {
    DATABASE_URL: databaseUrl,
    JANGTEO_LOG_LEVEL: "error",
    BENCH: JSON.stringify({
      buyerIds: buyers.map((buyer) => buyer.id),
      itemId: item.itemId,
      price: item.price,
      seconds,
      callers: connections,
    }),
  });
  await direct.stop();
  return Number(direct.address);
}
