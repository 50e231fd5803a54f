import { fail } from "../rpc/service-error.ts";
import { registry } from "../telemetry/metrics.ts";
import type { HttpServer } from "./server.ts";

export type OperationsOptions = {
  production: boolean;
  /** What stands in the way of serving, by name; empty when ready. */
  ready: () => Promise<Record<string, string>>;
};

/** Health and metrics, for load balancers and Prometheus. */
export function addOperations(http: HttpServer, options: OperationsOptions): void {
  const hidden = { schema: { hide: true }, config: { unlimited: true } };
  http.get("/health/live", hidden, () => ({ status: "ok" }));
  http.get("/health/ready", hidden, async (_request, reply) => {
    const problems = await options.ready();
    const ready = Object.keys(problems).length === 0;
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "not ready", problems });
  });
  const config = { unlimited: true, localOnly: options.production };
  http.get("/metrics", { ...hidden, config }, async (request, reply) => {
    // Off the public edge: in production only a scraper on this machine, not behind a proxy, may read them.
    if (options.production && request.headers["x-forwarded-for"] !== undefined) throw fail("NOT_FOUND");
    return reply.header("content-type", registry.contentType).send(await registry.metrics());
  });
}
