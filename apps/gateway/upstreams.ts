import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { Pool } from "undici";

/** A copy that requests can go to. */
export type Member = { readonly id: string; readonly address: string };

export type Upstream = Member & {
  readonly host: string;
  readonly port: number;
  /** The connections to it. */
  readonly pool: Pool;
  /** Answered its last health check, and no connection to it failed since. */
  healthy: boolean;
};

export type Upstreams = {
  /** Who is there from now on. A new one takes requests after its first good health check; resolves after that check. */
  set(members: readonly Member[]): Promise<void>;
  /**
   * The next healthy copy in turn, without those that were tried already. When none is healthy, any: a copy that is too
   * busy for its health checks still does better than nobody.
   */
  pick(without?: ReadonlySet<string>): Upstream | undefined;
  /** A connection failed: no more requests before the next good health check. */
  failed(upstream: Upstream): void;
  healthyCount(): number;
  stop(): Promise<void>;
};

const checkEveryMs = 500;
const checkTimeoutMs = 1_000;
const connectTimeoutMs = 3_000;
const connectionsMax = 1_024;

/** Keeps watch over the copies behind the gateway, and connections to them. An answer may take `timeoutMs`. */
export function createUpstreams(timeoutMs: number, log: Logger): Upstreams {
  let upstreams: Upstream[] = [];
  let turn = 0;

  async function check({ pool }: Upstream): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(checkTimeoutMs);
      const { statusCode, body } = await pool.request({ method: "GET", path: "/health/ready", signal });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
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
      const next = members.map((member) => known.get(member.id) ?? upstreamOf(member, timeoutMs));
      // At once, since a later call may be done with its checks before an earlier one: the last word counts.
      upstreams = next;
      // What is under way with those who went is finished first.
      for (const upstream of known.values()) if (!next.includes(upstream)) void upstream.pool.close();
      await Promise.all(next.filter((upstream) => !known.has(upstream.id)).map(checkOne));
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
    async stop() {
      clearInterval(timer);
      await Promise.all(upstreams.map(({ pool }) => pool.destroy()));
    },
  };
}

function upstreamOf(member: Member, timeoutMs: number): Upstream {
  const { origin, hostname: host, port } = new URL(member.address);
  const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connectTimeout: connectTimeoutMs };
  const pool = new Pool(origin, { ...timeouts, connections: connectionsMax });
  return { ...member, host, port: Number(port), pool, healthy: false };
}
