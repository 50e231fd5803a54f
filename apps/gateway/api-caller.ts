import type { Membership } from "@jangteo/kernel/rpc/remote/membership.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Dispatcher } from "undici";
import { createRouting, type Routed } from "./routing.ts";
import { createUpstreams, type Upstreams } from "./upstreams.ts";

export type ApiCall = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** Of the visitor in whose name it is asked. */
  readonly address: string;
};

export type ApiCallAnswer = { status: number; headers: Record<string, string>; body: Uint8Array };

export type ApiCaller = {
  /** Asks the service whose path it is. Never rejects: when no copy answers, the answer is 503. */
  call(asked: ApiCall): Promise<ApiCallAnswer>;
  stop(): Promise<void>;
};

export type ApiCallerOptions = {
  services: readonly Routed[];
  fallback: string;
  /** Where the copies of each service answer requests. */
  membership: Membership;
  settings: Settings;
  log: Logger;
};

const attemptsMax = 3;

/** Asks the services as the gateway does for visitors: in turns, and again elsewhere where that is safe. */
export function createApiCaller({ services, fallback, membership, settings, log }: ApiCallerOptions): ApiCaller {
  const routing = createRouting(services, fallback);
  const upstreams = new Map<string, Upstreams>(
    services.map(({ name }) => [name, createUpstreams(settings.requestTimeoutMs, log)]),
  );
  const refresh = () => {
    for (const [name, each] of upstreams)
      void each.set(membership.addresses(name).map((address) => ({ id: address, address: `http://${address}` })));
  };
  membership.onChange(refresh);
  refresh();

  return {
    async call({ method, path, headers, body, address }) {
      const service = upstreams.get(routing(path))!;
      const isRepeatable = method === "GET" || headers["idempotency-key"] !== undefined;
      const tried = new Set<string>();
      for (let attempt = 1; attempt <= attemptsMax; attempt++) {
        const upstream = service.pick(tried) ?? service.pick();
        if (!upstream) break;
        tried.add(upstream.id);
        try {
          const answer = await upstream.pool.request({
            method: method as Dispatcher.HttpMethod,
            path,
            headers: { ...headers, "x-forwarded-for": address },
            body: body ?? null,
          });
          return {
            status: answer.statusCode,
            headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
            body: new Uint8Array(await answer.body.arrayBuffer()),
          };
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED") service.failed(upstream);
          else if (!isRepeatable) break;
        }
      }
      return { status: 503, headers: {}, body: new Uint8Array() };
    },
    async stop() {
      await Promise.all([...upstreams.values()].map((each) => each.stop()));
    },
  };
}
