import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createSecureContext } from "node:tls";
import { isUpload, pageUploadMaxBytes } from "@jangteo/contracts/uploads.ts";
import { clientProtocol, readTrustedProxies, type TrustsProxy } from "@jangteo/kernel/http/client-address.ts";
import { createPipelineLimit, isAmbiguous, limitConnections } from "@jangteo/kernel/http/connection-limit.ts";
import { standingHeaders } from "@jangteo/kernel/http/standing-headers.ts";
import { isSocketRequest } from "@jangteo/kernel/http/upgrade.ts";
import { type Settings, SettingsError } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { createAdmission } from "./admission.ts";
import { createForward } from "./forward.ts";
import { createHeldBodies, type HeldBodies } from "./held-bodies.ts";
import { mergedReference } from "./merged-reference.ts";
import { sendProblem, writeProblem } from "./problem.ts";
import { createRouting } from "./routing.ts";
import { createUpstreams, type Member, type Upstreams } from "./upstreams.ts";

export type { Member } from "./upstreams.ts";

export type GatewayService = {
  readonly name: string;
  /** What it answers: these and all below them. */
  readonly paths: readonly string[];
  /** A port on which this service answers alone; none if there is none. */
  readonly port: number | undefined;
};

export type GatewayOptions = {
  services: readonly GatewayService[];
  /** The service of all other paths. */
  fallback: string;
  host: string;
  port: number;
  settings: Settings;
  log: Logger;
};

export type Gateway = {
  readonly address: string;
  /** Who answers from now on, by service. */
  setMembers(members: Readonly<Record<string, readonly Member[]>>): Promise<void>;
  /** Takes no more connections and waits until the requests under way are answered. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** Of the bodies of all requests, which are held so that they can be sent again; and of those that come from one address. */
const heldMaxBytes = 134_217_728;
const heldMaxBytesOfAddress = 16_777_216;

/**
 * The front door of several processes: routing by path, health checks, turns, repeats, WebSockets; no stickiness. Each
 * service may answer on a port of its own too.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, log, host } = options;
  const admit = createAdmission(settings);
  const certificate = readCertificate(settings);
  const trustsProxy = readTrustedProxies(settings.trustedProxies);
  const headersFor = (incoming: IncomingMessage) =>
    standingHeaders(settings, clientProtocol(incoming, trustsProxy) === "https");
  const held = createHeldBodies({ maxBytes: heldMaxBytes, maxBytesOfAddress: heldMaxBytesOfAddress });
  const services = new Map(
    options.services.map(({ name }) => [name, serviceBehind(settings, log, trustsProxy, held, headersFor)]),
  );
  const routing = createRouting(options.services, options.fallback);
  const reference = mergedReference(new Map([...services].map(([name, { upstreams }]) => [name, upstreams])));
  const sockets = new Set<{ destroy(): void }>();
  let draining = false;
  let underWay = 0;

  type Choose = (path: string) => string;

  function answer(incoming: IncomingMessage, response: ServerResponse, choose: Choose, isFrontDoor: boolean): void {
    const path = incoming.url ?? "/";
    underWay++;
    response.once("close", () => underWay--);
    if (draining) response.setHeader("connection", "close");
    for (const [name, value] of Object.entries(headersFor(incoming))) response.setHeader(name, value);
    const isRead = incoming.method === "GET" || incoming.method === "HEAD";
    if (path === "/health/live" || path === "/health/ready") {
      if (!isRead) return refuseMethod(incoming, response);
      const behind = isFrontDoor ? [...services.values()] : [services.get(choose(path))!];
      const ready = !draining && behind.every(({ upstreams }) => upstreams.healthyCount() > 0);
      const ok = path === "/health/live" || ready;
      response.writeHead(ok ? 200 : 503, { "content-type": "application/json" });
      return void response.end(JSON.stringify({ status: ok ? "ok" : "not ready" }));
    }
    const refusal = admit(incoming) ?? (isAmbiguous(incoming) ? "INVALID_INPUT" : undefined);
    if (refusal) return sendProblem(response, incoming, refusal);
    const forwarded =
      isFrontDoor && isRead && path === "/openapi.json" && services.size > 1
        ? reference(incoming, response)
        : services.get(choose(path))!.forward(incoming, response);
    forwarded.catch((error: unknown) => {
      log.error({ err: error }, "a request could not be forwarded");
      if (response.headersSent) response.destroy();
      else sendProblem(response, incoming, "INTERNAL");
    });
  }

  async function listen(port: number, choose: Choose, isFrontDoor: boolean, what: string): Promise<Server> {
    const isTooManyAtOnce = createPipelineLimit();
    const handle = (incoming: IncomingMessage, response: ServerResponse) => {
      if (isTooManyAtOnce(incoming, response)) incoming.socket.destroy();
      else answer(incoming, response, choose, isFrontDoor);
    };
    const behaviour = {
      requestTimeout: settings.requestTimeoutMs,
      keepAliveTimeout: settings.keepAliveMs,
      shouldUpgradeCallback: isSocketRequest,
    };
    const server = certificate
      ? createTlsServer({ ...behaviour, ...certificate }, handle)
      : createServer(behaviour, handle);
    server.maxConnections = settings.gatewayConnectionsMax;
    if (settings.rateLimits) limitConnections(server, settings.connectionsPerAddressMax, trustsProxy);
    server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
      const refusal = admit(incoming) ?? (isAmbiguous(incoming) ? "INVALID_INPUT" : undefined);
      if (refusal) writeProblem(socket, incoming, refusal, headersFor(incoming));
      else services.get(choose(incoming.url ?? "/"))!.upgrade(incoming, socket, head);
    });
    server.on("connection", (socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host, what)));
      server.listen({ port, host }, resolve);
    });
    return server;
  }

  const servers: Server[] = [];
  const closeAll = () => Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  try {
    servers.push(await listen(options.port, routing, true, "the gateway"));
    for (const { name, port } of options.services)
      if (port !== undefined) servers.push(await listen(port, () => name, false, name));
  } catch (error) {
    await Promise.all([...services.values()].map(({ upstreams }) => upstreams.stop()));
    await closeAll();
    throw error;
  }
  const { port } = servers[0]!.address() as AddressInfo;
  let closed: Promise<unknown> | undefined;

  async function drain(): Promise<void> {
    draining = true;
    closed ??= closeAll();
    const until = Date.now() + settings.drainTimeoutMs;
    do {
      for (const server of servers) server.closeIdleConnections();
      await new Promise((resolve) => setTimeout(resolve, 10));
    } while (underWay > 0 && Date.now() < until);
  }

  return {
    address: `${certificate ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    async setMembers(members) {
      await Promise.all([...services].map(([name, { upstreams }]) => upstreams.set(members[name] ?? [])));
    },
    drain,
    async stop() {
      await drain();
      for (const socket of sockets) socket.destroy();
      await Promise.all([...services.values()].map(({ upstreams }) => upstreams.stop()));
      await closed;
    },
  };
}

function refuseMethod(incoming: IncomingMessage, response: ServerResponse): void {
  const allowed = ["GET", "HEAD"];
  response.setHeader("allow", allowed.join(", "));
  sendProblem(response, incoming, "METHOD_NOT_ALLOWED", { allowed });
}

/** The certificate of the settings; throws with what is wrong with it. */
function readCertificate({ tlsCertFile, tlsKeyFile }: Settings): { cert: Buffer; key: Buffer } | undefined {
  if (!tlsCertFile && !tlsKeyFile) return undefined;
  if (!tlsCertFile || !tlsKeyFile)
    throw new SettingsError("TLS needs both JANGTEO_TLS_CERT_FILE and JANGTEO_TLS_KEY_FILE.");
  try {
    const certificate = { cert: readFileSync(tlsCertFile), key: readFileSync(tlsKeyFile) };
    createSecureContext(certificate);
    return certificate;
  } catch (error) {
    throw new SettingsError(
      `The certificate ${tlsCertFile} or its key ${tlsKeyFile} cannot be used: ${(error as Error).message}`,
    );
  }
}

type Behind = ReturnType<typeof createForward> & { upstreams: Upstreams };

function serviceBehind(
  settings: Settings,
  log: Logger,
  trustsProxy: TrustsProxy,
  held: HeldBodies,
  headersFor: (incoming: IncomingMessage) => Record<string, string>,
): Behind {
  const upstreams = createUpstreams(settings.requestTimeoutMs, log);
  const forward = createForward({
    upstreams,
    trustsProxy,
    standingHeaders: headersFor,
    timeoutMs: settings.requestTimeoutMs,
    bodyMaxBytes: settings.bodyMaxBytes,
    held,
    // Each service has limits of its own for these.
    uploads: { isUpload, maxBytes: Math.max(settings.imageMaxBytes, pageUploadMaxBytes) },
  });
  return { ...forward, upstreams };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string, what: string): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `Port ${port} on ${host}, of ${what}, is taken. Stop what uses it, or ${
        what === "the gateway" ? "choose another: PORT=8090" : "go without the APIs' own ports: JANGTEO_API_PORTS=off"
      }`,
      { cause: error },
    );
  if (error.code === "EACCES")
    return new Error(`Port ${port}, of ${what}, may not be used by this user. Choose one above 1023: PORT=8090`, {
      cause: error,
    });
  return error;
}
