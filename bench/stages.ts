import { readdirSync, readFileSync } from "node:fs";
import { stages } from "../stages/stages.ts";
import { drive } from "./lib/load.ts";
import { makeBuyers, makeItems } from "./lib/marketplace-data.ts";
import { type BenchServer, startMarketplace } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

export type StagesBench = {
  databaseUrl: string;
  freshDatabase: (name: string) => Promise<string>;
  rounds: number;
  seconds: number;
  say: (text: string) => void;
};

/** Enough for batches to fill: the cost of a stage under load, not of its waiting. */
const connections = 256;
/** Until V8 has compiled what is hot, also in processes that do little for an order. */
const warmUpSeconds = 12;
const ticksPerSecond = 100;

/** What is measured: a stage with so many copies of each of its services. */
const variants = Object.values(stages).flatMap(({ name, processes }) => {
  const most = Math.max(...processes.map(({ copies }) => copies));
  const one = { name, stage: name, copies: 1 };
  return most === 1 ? [one] : [one, { name: `${name}, ${most} copies of each service`, stage: name, copies: most }];
});

/** The same orders in each stage: what its processes, the gateway among them, spend on one. */
export async function benchStages({ freshDatabase, rounds, seconds, say }: StagesBench): Promise<Section> {
  const servers: Record<string, BenchServer> = {};
  const loads: Record<string, () => ReturnType<typeof drive>> = {};
  for (const [index, { name, stage, copies }] of variants.entries()) {
    const args = ["--stage", stage, ...(stage === "monolith" ? [] : ["--copies", String(copies)])];
    const server = await startMarketplace(await freshDatabase(`stage_${index}`), { JANGTEO_API_PORTS: "off" }, args);
    servers[name] = server;
    const buyers = await makeBuyers(server.address, 400);
    const items = await makeItems(server.address, 200);
    let count = 0;
    const next = () => {
      const buyer = buyers[count % buyers.length]!;
      const { itemId, price } = items[Math.floor(Math.random() * items.length)]!;
      return {
        method: "POST",
        path: "/customer/orders",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${buyer.token}`,
          "idempotency-key": `${index}-${Date.now().toString(36)}-${count++}`,
        },
        body: JSON.stringify({ expectedTotal: price, items: [{ itemId, quantity: 1 }] }),
      };
    };
    loads[name] = () => drive({ address: server.address, connections, seconds, status: 201, next });
    await drive({ address: server.address, connections, seconds: warmUpSeconds, status: 201, next });
    say(`${name} is warm`);
  }
  const perSecond: Record<string, number[]> = {};
  const perCpu: Record<string, number[]> = {};
  const p99: Record<string, number[]> = {};
  for (let round = 1; round <= rounds; round++)
    for (const [stage, load] of Object.entries(loads)) {
      const before = cpuSeconds(servers[stage]!.pid);
      const result = await load();
      if (result.unexpected > 0) throw new Error(`${stage}: ${result.unexpected} unexpected answers`);
      const orders = result.perSecond * seconds;
      (perSecond[stage] ??= []).push(result.perSecond);
      (p99[stage] ??= []).push(result.p99Ms);
      (perCpu[stage] ??= []).push(orders / (cpuSeconds(servers[stage]!.pid) - before));
      say(
        `round ${round}/${rounds} ${stage}: ${Math.round(result.perSecond)} orders/s, ${Math.round(perCpu[stage]!.at(-1)!)} per CPU second, p99 ${result.p99Ms} ms`,
      );
    }
  const memory = Object.fromEntries(Object.entries(servers).map(([stage, { pid }]) => [stage, memoryMb(pid)]));
  for (const server of Object.values(servers)) await server.stop();
  const middle = (stage: string) => median(perCpu[stage]!);
  return {
    title: "Stages",
    measurements: variants.flatMap(({ name }) => [
      { name: `${name}: orders`, values: perSecond[name]!, unit: "per s" },
      { name: `${name}: orders`, values: perCpu[name]!, unit: "per CPU s" },
      { name: `${name}: p99`, values: p99[name]!, unit: "ms" },
      { name: `${name}: memory`, values: [memory[name]!], unit: "MB" },
    ]),
    ratios: [
      ratio("orders per CPU second, microservices against monolith", middle("microservices") / middle("monolith"), {
        min: 0.5,
      }),
      ratio("orders per CPU second, multi-module against monolith", middle("multi-module") / middle("monolith"), {
        min: 0.5,
      }),
    ],
    notes: [
      `${connections} connections, one copy of each service where not said otherwise, items spread; CPU and memory of all Node processes of a stage, the gateway's among them, without PostgreSQL and Kafka.`,
    ],
  };
}

/** The process and all that come from it, but for Java's. */
function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      if (stat.includes("(java)")) continue;
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid)!));
  return [...parents.keys()].filter(isBelow);
}

function cpuSeconds(root: number): number {
  return treeOf(root).reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }, 0);
}

function memoryMb(root: number): number {
  return treeOf(root).reduce(
    (sum, pid) => sum + Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))![1]) / 1_024,
    0,
  );
}
