import { Agent, get } from "node:http";
import autocannon from "autocannon";

export type LoadRequest = { method: string; path: string; headers: Record<string, string>; body?: string };

export type LoadResult = { perSecond: number; p50Ms: number; p99Ms: number; unexpected: number };

export type LoadOptions = {
  address: string;
  connections: number;
  seconds: number;
  /** The next request; called for each one. */
  next: () => LoadRequest;
  /** The status that a good answer has. */
  status: number;
};

/** Drives an HTTP server and counts its good answers. */
export async function drive(options: LoadOptions): Promise<LoadResult> {
  let unexpected = 0;
  const result = await autocannon({
    url: options.address,
    connections: options.connections,
    duration: options.seconds,
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...(options.next() as object) }),
        onResponse: (status) => {
          if (status !== options.status) unexpected++;
        },
      },
    ],
  });
  const good = result.requests.total - unexpected;
  return { perSecond: good / result.duration, p50Ms: result.latency.p50, p99Ms: result.latency.p99, unexpected };
}

/**
 * Sends `perSecond` requests per second, evenly spaced, whatever the answers take (open loop), and measures each from
 * the moment it was due.
 */
export async function pace(options: {
  address: string;
  perSecond: number;
  seconds: number;
  next: () => string;
}): Promise<{ p50Ms: number; p99Ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const total = options.perSecond * options.seconds;
  const latencies: number[] = [];
  const startedAt = performance.now() + 50;
  await Promise.all(
    Array.from({ length: total }, async (_, index) => {
      const due = startedAt + (index * 1_000) / options.perSecond;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const sentAt = Math.min(due, performance.now());
      await fetchOnce(`${options.address}${options.next()}`, agent);
      latencies.push(performance.now() - sentAt);
    }),
  );
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function fetchOnce(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume();
      response.once("end", resolve);
    }).once("error", reject);
  });
}
