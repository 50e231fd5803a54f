import { readFileSync } from "node:fs";

type Prices = {
  region: string;
  asOf: string;
  note: string;
  hourly: Record<string, number>;
  monthly: Record<string, number>;
};
type Part = readonly [what: string, count: number];
export type Bill = { readonly parts: readonly { what: string; count: number; usd: number }[]; readonly usd: number };

export const prices = JSON.parse(readFileSync(new URL("./prices.json", import.meta.url), "utf8")) as Prices;
const hoursPerMonth = 730;

/** The smallest stack of each stage that one would put on AWS, in two zones where the stage is meant to outlive one. */
const stacks: Record<string, readonly Part[]> = {
  monolith: [
    ["ec2-t4g.medium (2 vCPU, 4 GiB)", 1],
    ["application load balancer", 1],
    ["load balancer capacity unit", 1],
    ["nat gateway", 1],
    ["aurora serverless v2 capacity unit", 1],
  ],
  "multi-module": [
    ["fargate vCPU (arm64)", 2],
    ["fargate GiB (arm64)", 4],
    ["application load balancer", 1],
    ["load balancer capacity unit", 1],
    ["nat gateway", 1],
    ["aurora serverless v2 capacity unit", 1],
    ["waf, one list and four rules", 1],
  ],
  microservices: [
    ["fargate vCPU (arm64)", 3.5],
    ["fargate GiB (arm64)", 7],
    ["application load balancer", 4],
    ["load balancer capacity unit", 4],
    ["nat gateway", 2],
    ["aurora serverless v2 capacity unit", 3],
    ["msk serverless cluster", 1],
    ["msk serverless partition", 21],
    ["waf, one list and four rules", 1],
    ["cloud map and cloudwatch", 1],
  ],
};

/** What a stage's smallest stack costs a month, without traffic. */
export function billOf(stage: string): Bill {
  const parts = (stacks[stage] ?? []).map(([what, count]) => {
    const hourly = prices.hourly[what];
    const each = hourly === undefined ? prices.monthly[what] : hourly * hoursPerMonth;
    if (each === undefined) throw new Error(`the price table lacks "${what}"`);
    return { what, count, usd: each * count };
  });
  return { parts, usd: parts.reduce((sum, { usd }) => sum + usd, 0) };
}
