import { createTurns } from "@jangteo/kernel/rpc/turns.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { Pool } from "undici";

/** A copy that requests can go to. */
export type Member = { readonly id: string; readonly address: string };

export type Upstream = Member & {
  readonly host: string;
  readonly port: number;
  /** The connections to it. */
  readonly pool: Pool;
  /** The connection for its health checks: those of requests may all be taken. */
  readonly checks: Pool;
  /** Requests that it has not answered, or whose clients have not read the answer. */
  underWay: number;
  /** Answered its last health check, and no connection to it failed since. */
  healthy: boolean;
};

export type Upstreams = {
  /** Who is there from now on. A new one takes requests after its first good health check; resolves after that check. */
  set(members: readonly Member[]): Promise<void>;
  /** The next healthy copy in turn, or with none healthy the next one; without those that were tried already, or have all they can take. */
  pick(without?: ReadonlySet<string>): Upstream | undefined;
  /** Whether every copy has all the requests that it can take. */
  isFull(): boolean;
  /** A connection failed: no more requests before the next good health check. */
  failed(upstream: Upstream): void;
  healthyCount(): number;
  stop(): Promise<void>;
};

const checkEveryMs = 500;
const checkTimeoutMs = 1_000;
const connectTimeoutMs = 3_000;
/** Requests that a copy has at a time, each on a connection of its own: more are not queued but refused. */
const defaultUnderWayMax = 1_024;

/** Keeps watch over the copies behind the gateway, and connections to them. An answer may take `timeoutMs`. */
export function createUpstreams(timeoutMs: number, log: Logger, underWayMax = defaultUnderWayMax): Upstreams {
  let upstreams: Upstream[] = [];
  const next = createTurns<Upstream>();

  async function check({ checks }: Upstream): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(checkTimeoutMs);
      const { statusCode, body } = await checks.request({ method: "GET", path: "/health/ready", signal });
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
      const there = members.map((member) => known.get(member.id) ?? upstreamOf(member, timeoutMs, underWayMax));
      // At once, since a later call may be done with its checks before an earlier one: the last word counts.
      upstreams = there;
      // What is under way with those who went is finished first.
      for (const upstream of known.values())
        if (!there.includes(upstream)) for (const pool of [upstream.pool, upstream.checks]) void pool.close();
      await Promise.all(there.filter((upstream) => !known.has(upstream.id)).map(checkOne));
    },
    pick: (without) => next(upstreams, ({ id, underWay }) => underWay >= underWayMax || without?.has(id) === true),
    isFull: () => upstreams.length > 0 && upstreams.every(({ underWay }) => underWay >= underWayMax),
    failed(upstream) {
      upstream.healthy = false;
    },
    healthyCount: () => upstreams.filter((upstream) => upstream.healthy).length,
    async stop() {
      clearInterval(timer);
      await Promise.all(upstreams.flatMap(({ pool, checks }) => [pool.destroy(), checks.destroy()]));
    },
  };
}

function upstreamOf(member: Member, timeoutMs: number, connections: number): Upstream {
  const { origin, hostname: host, port } = new URL(member.address);
  const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connectTimeout: connectTimeoutMs };
  const pool = new Pool(origin, { ...timeouts, connections });
  const checks = new Pool(origin, { ...timeouts, connections: 1 });
  return { ...member, host, port: Number(port), pool, checks, underWay: 0, healthy: false };
}
