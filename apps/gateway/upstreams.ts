import { type Agent, request } from "node:http";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";

/** A copy that requests can go to. */
export type Member = { readonly id: string; readonly address: string };

export type Upstream = Member & {
  readonly host: string;
  readonly port: number;
  /** Answered its last health check, and no connection to it failed since. */
  healthy: boolean;
};

export type Upstreams = {
  /** Who is there from now on. A new one takes requests after its first good health check. */
  set(members: readonly Member[]): Promise<void>;
  /**
   * The next healthy copy in turn, without those that were tried already. When none is healthy, any: a copy that is too
   * busy for its health checks still does better than nobody.
   */
  pick(without?: ReadonlySet<string>): Upstream | undefined;
  /** A connection failed: no more requests before the next good health check. */
  failed(upstream: Upstream): void;
  healthyCount(): number;
  stop(): void;
};

const checkEveryMs = 500;
const checkTimeoutMs = 1_000;

/** Keeps watch over the copies behind the gateway. */
export function createUpstreams(agent: Agent, log: Logger): Upstreams {
  let upstreams: Upstream[] = [];
  let turn = 0;

  function check(upstream: Upstream): Promise<boolean> {
    return new Promise((resolve) => {
      const { host, port } = upstream;
      const asked = request({ host, port, path: "/health/ready", agent, timeout: checkTimeoutMs }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      });
      asked.once("timeout", () => asked.destroy());
      asked.once("error", () => resolve(false));
      asked.end();
    });
  }

  async function checkOne(upstream: Upstream): Promise<void> {
    const healthy = await check(upstream);
    if (healthy === upstream.healthy) return;
    upstream.healthy = healthy;
    if (upstreams.includes(upstream))
      log[healthy ? "info" : "warn"](`${upstream.id} (${upstream.address}) is ${healthy ? "healthy" : "not healthy"}`);
  }

  const timer = setInterval(() => {
    for (const upstream of upstreams) void checkOne(upstream);
  }, checkEveryMs);

  return {
    async set(members) {
      const known = new Map(upstreams.map((upstream) => [upstream.id, upstream]));
      const next = members.map((member): Upstream => {
        const { hostname: host, port } = new URL(member.address);
        return known.get(member.id) ?? { ...member, host, port: Number(port), healthy: false };
      });
      await Promise.all(next.filter((upstream) => !known.has(upstream.id)).map(checkOne));
      upstreams = next;
    },
    pick(without) {
      let unhealthy: Upstream | undefined;
      for (let step = 0; step < upstreams.length; step++) {
        const index = (turn + step) % upstreams.length;
        const upstream = upstreams[index]!;
        if (without?.has(upstream.id)) continue;
        if (!upstream.healthy) {
          unhealthy ??= upstream;
          continue;
        }
        turn = index + 1;
        return upstream;
      }
      return unhealthy;
    },
    failed(upstream) {
      upstream.healthy = false;
    },
    healthyCount: () => upstreams.filter((upstream) => upstream.healthy).length,
    stop: () => clearInterval(timer),
  };
}
