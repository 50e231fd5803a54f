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

const connections = 64;
const ticksPerSecond = 100;

/** The same orders in each stage: what its processes, the gateway among them, spend on one. */
export async function benchStages({ freshDatabase, rounds, seconds, say }: StagesBench): Promise<Section> {
  const servers: Record<string, BenchServer> = {};
  const loads: Record<string, () => ReturnType<typeof drive>> = {};
  for (const stage of Object.keys(stages)) {
    const server = await startMarketplace(await freshDatabase(stage), { JANGTEO_API_PORTS: "off" }, ["--stage", stage]);
    servers[stage] = server;
    const buyers = await makeBuyers(server.address, 200);
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
          "idempotency-key": `${stage}-${Date.now().toString(36)}-${count++}`,
        },
        body: JSON.stringify({ expectedTotal: price, items: [{ itemId, quantity: 1 }] }),
      };
    };
    loads[stage] = () => drive({ address: server.address, connections, seconds, status: 201, next });
    await drive({ address: server.address, connections, seconds: 2, status: 201, next });
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
    measurements: Object.keys(stages).flatMap((stage) => [
      { name: `${stage}: orders`, values: perSecond[stage]!, unit: "per s" },
      { name: `${stage}: orders`, values: perCpu[stage]!, unit: "per CPU s" },
      { name: `${stage}: p99`, values: p99[stage]!, unit: "ms" },
      { name: `${stage}: memory`, values: [memory[stage]!], unit: "MB" },
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
      `${connections} connections, items spread; CPU and memory of all Node processes of a stage, the gateway's among them, without PostgreSQL and Kafka.`,
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
