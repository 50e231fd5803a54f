import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { createForward } from "./forward.ts";
import { sendProblem } from "./problem.ts";
import { createUpstreams, type Member } from "./upstreams.ts";

export type { Member } from "./upstreams.ts";

export type Gateway = {
  readonly address: string;
  /** Who answers from now on. */
  setMembers(members: readonly Member[]): Promise<void>;
  stop(): Promise<void>;
};

/** The front door of several copies: health checks, turns, repeats, WebSockets; no stickiness. */
export async function startGateway(settings: Settings, log: Logger): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_024, maxFreeSockets: 256 });
  const upstreams = createUpstreams(agent, log);
  const { forward, upgrade } = createForward({
    upstreams,
    agent,
    trustedProxies: settings.trustedProxies,
    bodyMaxBytes: settings.bodyMaxBytes,
    uploads: { path: /^\/chat\/[^/?]+\/images$/, maxBytes: settings.imageMaxBytes },
    timeoutMs: settings.requestTimeoutMs,
  });
  let draining = false;
  const server = createServer({ requestTimeout: settings.requestTimeoutMs }, (incoming, answer) => {
    const path = incoming.url ?? "/";
    if (path === "/health/live" || path === "/health/ready") {
      const ready = path === "/health/live" || (!draining && upstreams.healthyCount() > 0);
      answer.writeHead(ready ? 200 : 503, { "content-type": "application/json" });
      return void answer.end(JSON.stringify({ status: ready ? "ok" : "not ready" }));
    }
    forward(incoming, answer).catch((error: unknown) => {
      log.error({ err: error }, "a request could not be forwarded");
      if (answer.headersSent) answer.destroy();
      else sendProblem(answer, incoming, "INTERNAL");
    });
  });
  server.on("upgrade", upgrade);
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: settings.port, host: settings.host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  return {
    address: `http://${host}:${port}`,
    setMembers: upstreams.set,
    async stop() {
      draining = true;
      upstreams.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, settings.drainTimeoutMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      agent.destroy();
    },
  };
}
