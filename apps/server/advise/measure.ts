import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stage } from "../../../stages/stage.ts";
import { startChild } from "../runner/child.ts";
import { drive, type Request } from "./drive.ts";
import { usageOf } from "./usage.ts";

export type Measured = {
  readonly stage: string;
  readonly orders: { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };
  readonly pages: { readonly perSecond: number; readonly p99Ms: number };
  /** Of one order: ours, and the database's. Nothing where the system does not tell. */
  readonly cpuMsPerOrder: { readonly own: number; readonly postgres: number } | undefined;
  readonly memoryMb: { readonly own: number; readonly kafka: number } | undefined;
  readonly processes: number | undefined;
};

type Opened = {
  stage: Stage;
  pid: number;
  order: () => Request;
  page: () => Request;
  address: string;
  stop(): Promise<void>;
};

const callers = 64;
const people = 100;

/** Opens every stage with a home of its own, and gives all of them the same load, in turns. */
export async function measureStages(
  stages: readonly Stage[],
  rounds: number,
  seconds: number,
  say: (message: string) => void,
): Promise<Measured[]> {
  const opened: Opened[] = [];
  try {
    for (const stage of stages) {
      say(`opening ${stage.name}`);
      opened.push(await open(stage, say));
    }
    const results = new Map<string, Measured[]>();
    for (let round = 1; round <= rounds; round++)
      for (const each of opened) {
        const measured = await measure(each, seconds);
        results.set(each.stage.name, [...(results.get(each.stage.name) ?? []), measured]);
        say(
          `round ${round} of ${rounds}, ${each.stage.name}: ${Math.round(measured.orders.perSecond)} orders/s, ${Math.round(measured.pages.perSecond)} pages/s`,
        );
      }
    return [...results.values()].map(medianOf);
  } finally {
    for (const each of opened) await each.stop();
  }
}

async function open(stage: Stage, say: (message: string) => void): Promise<Opened> {
  const home = mkdtempSync(join(tmpdir(), "jangteo-advise-"));
  const child = startChild({
    name: stage.name,
    args: ["start", "--stage", stage.name],
    env: {
      ...process.env,
      JANGTEO_HOME: home,
      JANGTEO_DEMO: "off",
      JANGTEO_PAGES: "off",
      JANGTEO_RATE_LIMITS: "off",
      JANGTEO_LOG_LEVEL: "error",
      DATABASE_URL: "",
      PORT: "0",
    },
    print: (line) => /Fetching|\d of \d/.test(line) && say(line.trim()),
  });
  const stop = async () => {
    await child.stop(60_000);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const { address } = await child.ready;
    const { order, page } = await fill(address);
    await drive(address, callers, 1, 201, order);
    await drive(address, callers, 1, 200, page);
    return { stage, pid: child.pid, address, order, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(address: string): Promise<{ order: () => Request; page: () => Request }> {
  const post = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const response = await fetch(`${address}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const buyers = await Promise.all(
    Array.from({ length: people }, async () => {
      const { token } = await post<{ token: string }>("/test/create/customer", {
        email: `${randomUUID()}@advise.example`,
      });
      await post("/accounts/customer/balance", { amount: 1_000_000_000, from: "card" }, token);
      return token;
    }),
  );
  const seller = await post<{ token: string }>("/test/create/seller", { email: `${randomUUID()}@advise.example` });
  const products = await Promise.all(
    Array.from({ length: people }, (_, index) =>
      post<{ id: string; items: { id: string }[] }>(
        "/seller/product",
        { name: `상품 ${index}`, description: "설명", items: [{ name: "하나", price: 100, stock: 1_000_000 }] },
        seller.token,
      ),
    ),
  );
  let count = 0;
  return {
    order: () => ({
      method: "POST",
      path: "/customer/orders",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${buyers[count++ % buyers.length]}`,
        "idempotency-key": `advise-${count}-${Math.random().toString(36).slice(2)}`,
      },
      body: JSON.stringify({
        expectedTotal: 100,
        items: [{ itemId: products[count % products.length]!.items[0]!.id, quantity: 1 }],
      }),
    }),
    page: () => ({
      method: "GET",
      path: `/search/product/detail?productId=${products[count++ % products.length]!.id}`,
    }),
  };
}

async function measure({ stage, pid, address, order, page }: Opened, seconds: number): Promise<Measured> {
  const before = usageOf(pid);
  const orders = await drive(address, callers, seconds, 201, order);
  const after = usageOf(pid);
  const pages = await drive(address, callers, Math.max(1, seconds / 2), 200, page);
  const spent = (kind: "own" | "postgres") => ((after!.cpu[kind] - before!.cpu[kind]) * 1_000) / orders.done;
  return {
    stage: stage.name,
    orders,
    pages,
    cpuMsPerOrder: before && after && { own: spent("own"), postgres: spent("postgres") },
    memoryMb: after && { own: after.memoryMb.own, kafka: after.memoryMb.kafka },
    processes: after?.processes,
  };
}

/** The round in the middle, by its orders. */
function medianOf(rounds: readonly Measured[]): Measured {
  return rounds.toSorted((a, b) => a.orders.perSecond - b.orders.perSecond)[Math.floor((rounds.length - 1) / 2)]!;
}
