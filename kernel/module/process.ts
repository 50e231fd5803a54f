import type { DescService } from "@bufbuild/protobuf";
import { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { JSONWebKeySet } from "jose";
import { type Database, openDatabase } from "../database/database.ts";
import { moduleRole, provision } from "../database/provision.ts";
import { forgetOldEvents, inboxService } from "../events/inbox.ts";
import { createLonelyBus, createNotifyBus, type LiveBus } from "../events/live-push.ts";
import { type Relay, type Subscriber, startRelay } from "../events/relay.ts";
import { createTokenCheck } from "../http/access-token.ts";
import { forgetOldAnswers } from "../http/idempotency.ts";
import { addOperations } from "../http/operations.ts";
import { createHttpServer, type HttpServer } from "../http/server.ts";
import { inProcessClient } from "../rpc/in-process.ts";
import type { Client, ServiceImplementation } from "../rpc/types.ts";
import type { Settings } from "../settings/settings.ts";
import type { Logger } from "../telemetry/logger.ts";
import { collectProcessMetrics } from "../telemetry/metrics.ts";
import type { ModuleDefinition, ModuleParts } from "./define-module.ts";
import { startJob, type Worker } from "./job.ts";

export type ProcessOptions = {
  name: string;
  modules: readonly ModuleDefinition[];
  settings: Settings;
  log: Logger;
  databaseUrl: string;
  /** Where the public keys of access tokens come from; asked over the clients of this process. */
  publicKeys: (clients: ServiceClients) => Promise<JSONWebKeySet>;
  /** More routes of the process, the demo's pictures say. */
  routes?: (http: HttpServer) => void | Promise<void>;
};

/** The typed clients of every service that this process can reach. */
export type ServiceClients = { client<Service extends DescService>(service: Service): Client<Service> };

export type ModuleHost = ServiceClients & {
  /** Closes the databases. */
  close(): Promise<void>;
};

type HostedModule = {
  definition: ModuleDefinition;
  database: Database;
  parts: ModuleParts<DescService>;
  relay: { current?: Relay };
};

/** Makes modules without serving them: for commands that ask their services (`jangteo verify`). */
export async function hostModules(options: Omit<ProcessOptions, "publicKeys" | "name">): Promise<ModuleHost> {
  const { clients, close } = await createModules(options);
  return { client: clients.client, close };
}

export type RunningProcess = ServiceClients & {
  /** The address that the HTTP server answers at, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops taking requests, finishes those under way, stops the workers, closes the databases. */
  stop(): Promise<void>;
};

/** Starts a process that serves modules: their databases, routes, events and workers. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { settings, log } = options;
  collectProcessMetrics();
  const { hosted, clients, close } = await createModules(options);
  let http: HttpServer | undefined;
  const background: Worker[] = [];
  try {
    const verifyToken = createTokenCheck(() => options.publicKeys(clients));
    http = await createHttpServer({
      settings,
      log,
      verifyToken,
      title: options.name === "jangteo" ? "Jangteo" : `Jangteo ${options.name}`,
    });
    let draining = false;
    addOperations(http, {
      production: settings.production,
      ready: async () => {
        if (draining) return { draining: "yes" };
        const problems: Record<string, string> = {};
        await Promise.all(
          hosted.map(({ database }) =>
            database.query("SELECT 1").catch(() => void (problems[database.module] = "database away")),
          ),
        );
        return problems;
      },
    });
    for (const { parts } of hosted) parts.routes(http);
    await options.routes?.(http);
    const address = await http.listen({ port: settings.port, host: settings.host });
    const subscribers = subscribersOf(hosted, options);
    for (const each of hosted) {
      each.relay.current = startRelay({
        database: each.database,
        subscribers: () => subscribers,
        batchMax: settings.eventBatchMax,
        attemptsMax: settings.eventAttemptsMax,
        pollMs: settings.eventPollMs,
        leaseMs: settings.leaseMs,
        log,
      });
      background.push(each.relay.current, ...(each.parts.workers?.() ?? []), cleaning(each.database, settings, log));
    }
    const server = http;
    return {
      address,
      client: clients.client,
      async stop() {
        draining = true;
        await Promise.all(hosted.map(async ({ parts }) => parts.sendAway?.()));
        // Connections are kept alive by their clients: close each as soon as its requests are answered.
        const idle = setInterval(() => server.server.closeIdleConnections(), 20);
        const late = setTimeout(() => server.server.closeAllConnections(), settings.drainTimeoutMs);
        await server.close();
        clearInterval(idle);
        clearTimeout(late);
        await Promise.all(hosted.map(async ({ parts }) => parts.drain?.()));
        await Promise.all(background.map((worker) => worker.stop()));
        await close();
      },
    };
  } catch (error) {
    await http?.close().catch(() => undefined);
    await Promise.all(background.map((worker) => worker.stop()));
    await close();
    throw error;
  }
}

async function createModules(options: Omit<ProcessOptions, "publicKeys" | "name">) {
  const { settings, log } = options;
  await Promise.all(
    options.modules.map(({ name, migrations }) => provision(options.databaseUrl, { name, migrations })),
  );
  const hosted: HostedModule[] = [];
  const bus = createBus(options);
  const clients = inProcessClients(options.modules, hosted, options);
  for (const definition of options.modules) {
    const database = openDatabase({
      url: options.databaseUrl,
      module: definition.name,
      role: moduleRole(definition.name),
      poolMax: settings.databasePoolMax,
      queueMax: settings.databaseQueueMax,
      waitMs: settings.databaseWaitMs,
      statementTimeoutMs: settings.statementTimeoutMs,
      log,
    });
    const relay: HostedModule["relay"] = {};
    const allowed = new Set(definition.uses.map((service) => service.typeName));
    const parts = await definition.create({
      database,
      client: (service) => {
        if (!allowed.has(service.typeName))
          throw new Error(`module ${definition.name} does not name ${service.typeName} in uses`);
        return clients.client(service);
      },
      nudgeRelay: () => relay.current?.nudge(),
      live: bus.topic(definition.name),
      settings,
      log: log.child({ module: definition.name }),
    });
    hosted.push({ definition, database, parts, relay });
  }
  const close = async () => {
    await bus.stop();
    await Promise.all(hosted.map(({ database }) => database.close()));
  };
  return { hosted, clients, close };
}

function createBus({ settings, databaseUrl, log }: Pick<ProcessOptions, "settings" | "databaseUrl" | "log">): LiveBus {
  const alone = settings.livePush === "none" || (settings.livePush === "auto" && !settings.databaseUrl);
  return alone ? createLonelyBus() : createNotifyBus({ url: databaseUrl, log });
}

/** Clients of the modules of this process. They find their module when called, since modules may use each other. */
function inProcessClients(
  definitions: readonly ModuleDefinition[],
  hosted: readonly HostedModule[],
  options: Pick<ProcessOptions, "settings" | "log">,
): ServiceClients {
  const byService = new Map<string, unknown>();
  for (const { name, service } of definitions) {
    const implementation: Record<string, unknown> = {};
    for (const { localName } of service.methods)
      implementation[localName] = (...call: unknown[]) => {
        const found = hosted.find((each) => each.definition.name === name);
        if (!found) throw new Error(`module ${name} is not started yet`);
        return (found.parts.rpc as Record<string, (...call: unknown[]) => unknown>)[localName]!(...call);
      };
    byService.set(
      service.typeName,
      inProcessClient(service, implementation as ServiceImplementation<DescService>, callOptions(options)),
    );
  }
  return {
    client<Service extends DescService>(service: Service) {
      const client = byService.get(service.typeName);
      if (!client) throw new Error(`no module of this process serves ${service.typeName}`);
      return client as Client<Service>;
    },
  };
}

function subscribersOf(hosted: readonly HostedModule[], options: ProcessOptions): Subscriber[] {
  return hosted
    .filter(({ parts }) => parts.consumes && parts.consumes.length > 0)
    .map(({ definition, database, parts }) => ({
      module: definition.name,
      types: new Set(parts.consumes!.map((consumer) => consumer.type.name)),
      client: inProcessClient(EventService, inboxService(database, parts.consumes!, options.log), callOptions(options)),
    }));
}

function callOptions({ settings, log }: Pick<ProcessOptions, "settings" | "log">) {
  return { log, timeoutMs: settings.callTimeoutMs, strict: settings.strict };
}

function cleaning(database: Database, settings: Settings, log: Logger): Worker {
  return startJob({
    name: "cleaning",
    everyMs: 3_600_000,
    leaseMs: settings.leaseMs,
    database,
    log,
    run: async () => {
      await forgetOldEvents(database, settings.eventKeepDays);
      await forgetOldAnswers(database, settings.idempotencyKeepDays);
    },
  });
}
