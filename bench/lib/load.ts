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
  /** Requests per second at most, over all connections; as fast as it goes without it. */
  perSecond?: number;
};

/** Drives an HTTP server and counts its good answers. */
export async function drive(options: LoadOptions): Promise<LoadResult> {
  let unexpected = 0;
  const result = await autocannon({
    url: options.address,
    connections: options.connections,
    duration: options.seconds,
    ...(options.perSecond !== undefined && { overallRate: options.perSecond }),
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
