import { drive } from "./lib/load.ts";
import { makeItems } from "./lib/marketplace-data.ts";
import { startMarketplace } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

/** Product pages rendered on the server beside the same products over the API. */
export async function benchPages(options: {
  databaseUrl: string;
  rounds: number;
  seconds: number;
  say: (text: string) => void;
}): Promise<Section> {
  const { databaseUrl, rounds, seconds, say } = options;
  const server = await startMarketplace(databaseUrl, { JANGTEO_PAGES: "on" });
  const items = await makeItems(server.address, 100);
  const pick = () => items[Math.floor(Math.random() * items.length)]!.productId;
  const load = (path: (id: string) => string, warmSeconds?: number) =>
    drive({
      address: server.address,
      connections: 32,
      seconds: warmSeconds ?? seconds,
      status: 200,
      next: () => ({ method: "GET", path: path(pick()), headers: {} }),
    });
  const page = (id: string) => `/p/${id}`;
  const detail = (id: string) => `/search/product/detail?productId=${id}`;
  await load(page, 3);
  await load(detail, 3);
  const pages: number[] = [];
  const details: number[] = [];
  const p99: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const shown = await load(page);
    const told = await load(detail);
    if (shown.unexpected + told.unexpected > 0) throw new Error("unexpected answers");
    pages.push(shown.perSecond);
    p99.push(shown.p99Ms);
    details.push(told.perSecond);
    say(`round ${round}/${rounds}: ${Math.round(shown.perSecond)} pages/s, ${Math.round(told.perSecond)} answers/s`);
  }
  await server.stop();
  return {
    title: "Pages",
    measurements: [
      { name: "product pages", values: pages, unit: "per s" },
      { name: "product page p99", values: p99, unit: "ms" },
      { name: "product over the API", values: details, unit: "per s" },
    ],
    ratios: [ratio("product pages against the product API", median(pages) / median(details), { min: 0.1 })],
    notes: ["32 connections, 100 products, one process for both."],
  };
}
