import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive, pace } from "./lib/load.ts";
import { queries, writeManyProducts } from "./lib/many-products.ts";
import { makeBuyers, makeItems } from "./lib/marketplace-data.ts";
import { type BenchServer, startMarketplace, startServer } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

const productCount = 100_000;
const orderCount = 50_000;

/**
 * Public reads on 100,000 products: product pages beside a bare Fastify that answers the same bytes, and search beside
 * product pages at the same rate; then the server's memory after 50,000 orders.
 */
export async function benchReads(options: {
  databaseUrl: string;
  rounds: number;
  seconds: number;
  say: (text: string) => void;
}): Promise<Section> {
  const { databaseUrl, rounds, seconds, say } = options;
  const server = await startMarketplace(databaseUrl);
  const importSeconds = await importProducts(server, databaseUrl, say);
  const ids = await productIds(server.address);
  const first = await (await fetch(`${server.address}/search/product/detail?productId=${ids[0]}`)).text();
  const bare = await startServer("bench/peers/bare-fastify.ts", [], { BENCH_BODY: first });

  const pick = () => `/search/product/detail?productId=${ids[Math.floor(Math.random() * ids.length)]}`;
  const sameDetail = () => ({ method: "GET", path: `/search/product/detail?productId=${ids[0]}`, headers: {} });
  let asked = 0;
  const search = () => `/search/product?name=${encodeURIComponent(queries[asked++ % queries.length]!)}`;
  const results: Record<string, number[]> = {
    detail: [],
    "bare Fastify": [],
    "detail p99": [],
    "search p50": [],
    "search p99": [],
  };
  const rate = 200;
  const steady = { address: server.address, seconds, perSecond: rate };
  await pace({ ...steady, next: pick });
  await pace({ ...steady, next: search });
  for (let round = 1; round <= rounds; round++) {
    const full = { connections: 64, seconds, status: 200, next: sameDetail };
    results["bare Fastify"]!.push((await drive({ ...full, address: bare.address })).perSecond);
    results.detail!.push((await drive({ ...full, address: server.address })).perSecond);
    results["detail p99"]!.push((await pace({ ...steady, next: pick })).p99Ms);
    const searched = await pace({ ...steady, next: search });
    results["search p50"]!.push(searched.p50Ms);
    results["search p99"]!.push(searched.p99Ms);
    const last = Object.entries(results).map(([name, values]) => `${name} ${Math.round(values.at(-1)! * 100) / 100}`);
    say(`round ${round}/${rounds}: ${last.join(", ")}`);
  }
  await bare.stop();
  const memoryMb = await memoryAfterOrders(server, say);
  await server.stop();

  const middle = (name: string) => median(results[name]!);
  const unit = (name: string) => (/ p\d+$/.test(name) ? "ms" : "requests/s");
  return {
    title: `Reads, with ${productCount.toLocaleString("en-US")} products`,
    measurements: [
      ...Object.entries(results).map(([name, values]) => ({ name, values, unit: unit(name) })),
      { name: `import of ${productCount.toLocaleString("en-US")} products`, values: [importSeconds], unit: "s" },
      { name: `server memory after ${orderCount.toLocaleString("en-US")} orders`, values: [memoryMb], unit: "MB RSS" },
    ],
    ratios: [
      ratio("product detail against a bare Fastify with the same bytes", middle("detail") / middle("bare Fastify"), {
        min: 0.8,
      }),
      ratio(`search p99 against detail p99, both at ${rate}/s`, middle("search p99") / middle("detail p99"), {
        max: 5,
      }),
      ratio("server memory, MB RSS", memoryMb, { max: 250 }),
    ],
    notes: [
      `Search asks ${queries.length} queries in turn: words, two syllables, 초성, letters so far, the other keyboard, rare and unknown ones. Its answers are kept for at most 5 seconds, as its \`Cache-Control\` lets an edge keep them, so most questions are answered from memory and the p99 is that of those that are not.`,
    ],
  };
}

async function importProducts(server: BenchServer, databaseUrl: string, say: (text: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-import-"));
  const path = join(folder, "products.csv");
  await writeManyProducts(path, productCount);
  const email = `${randomUUID()}@bench.example`;
  await fetch(`${server.address}/test/create/seller`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, name: "큰 상점" }),
  });
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["apps/server/jangteo.ts", "import", path, "--seller", email], {
    env: { ...process.env, DATABASE_URL: databaseUrl, JANGTEO_HOME: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the import ended with ${String(code)}`);
  const seconds = (performance.now() - startedAt) / 1_000;
  rmSync(folder, { recursive: true, force: true });
  say(`imported ${productCount.toLocaleString("en-US")} products in ${seconds.toFixed(1)} s`);
  return seconds;
}

/** Ids of 2,000 products, from all over the list. */
async function productIds(address: string): Promise<string[]> {
  const ids: string[] = [];
  for (const query of queries.slice(0, 10)) {
    let cursor: string | null = null;
    for (let page = 0; page < 2; page++) {
      const response: Response = await fetch(
        `${address}/search/product?limit=100&name=${encodeURIComponent(query)}${cursor ? `&cursor=${cursor}` : ""}`,
      );
      const body = (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
      ids.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
      if (!cursor) break;
    }
  }
  return ids;
}

async function memoryAfterOrders(server: BenchServer, say: (text: string) => void): Promise<number> {
  const buyers = await makeBuyers(server.address, 200);
  const items = await makeItems(server.address, 50);
  let count = 0;
  let made = 0;
  while (made < orderCount) {
    const { perSecond } = await drive({
      address: server.address,
      connections: 128,
      seconds: 5,
      status: 201,
      next: () => {
        const buyer = buyers[count % buyers.length]!;
        const { itemId, price } = items[count % items.length]!;
        return {
          method: "POST",
          path: "/customer/orders",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${buyer.token}`,
            "idempotency-key": `memory-${count++}`,
          },
          body: JSON.stringify({ expectedTotal: price, items: [{ itemId, quantity: 1 }] }),
        };
      },
    });
    made += Math.round(perSecond * 5);
    say(`${made} orders, ${Math.round(server.memoryMb())} MB`);
  }
  return server.memoryMb();
}
