import type { JSONWebKeySet } from "jose";
import { waitForDatabase } from "../database/wait-for-database.ts";
import type { Delivery } from "../events/delivery.ts";
import { directDelivery } from "../events/direct-delivery.ts";
import { startRelay } from "../events/relay.ts";
import { createAccessKeys } from "../http/access-keys.ts";
import { createTokenCheck } from "../http/access-token.ts";
import { createEndedAccounts, type ListStatusChanges } from "../http/ended-accounts.ts";
import { eraseResponses } from "../http/idempotency.ts";
import { addOperations } from "../http/operations.ts";
import { createHttpServer, type HttpServer } from "../http/server.ts";
import { kernelRules } from "../retention/kernel-rules.ts";
import { startRetention } from "../retention/run-rules.ts";
import type { GrpcServer } from "../rpc/remote/grpc-server.ts";
import { collectProcessMetrics } from "../telemetry/metrics.ts";
import { type HostedModule, type HostOptions, hostModules, type ModuleHost, type ServiceClients } from "./host.ts";
import type { Worker } from "./job.ts";
import { startPoll } from "./poll.ts";
import type { Topology } from "./topology.ts";

export type ProcessOptions = HostOptions & {
  /** Of the API reference. */
  title: string;
  /** Where the public keys of access tokens come from; asked over the clients of this process. */
  publicKeys: (clients: ServiceClients) => Promise<JSONWebKeySet>;
  /** Throws when an administrator is suspended or gone; asked over the clients of this process. */
  confirmAdmin: (clients: ServiceClients, accountId: string) => Promise<void>;
  /** Suspended, reinstated and closed accounts, read over the clients of this process. */
  statusChanges: (clients: ServiceClients) => ListStatusChanges;
  /** Ends the wait for a database that cannot be reached yet, when the process is to stop. */
  signal?: AbortSignal | undefined;
  /** More routes of the process: the demo's pictures, say, or the pages. */
  routes?: (http: HttpServer, clients: ServiceClients) => void | Promise<void>;
};

export type RunningProcess = ServiceClients & {
  /** The address that the HTTP server answers at, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Where other processes call it, if there are any. */
  readonly grpcPort: number | undefined;
  /** Stops taking requests, finishes those under way, stops the workers, closes the databases. */
  stop(): Promise<void>;
};

/**
 * Starts a process that serves modules: their databases, routes, calls, events and workers. Databases that cannot be
 * reached yet are waited for, at most `databaseStartWaitMs`.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { settings, log, topology, signal } = options;
  collectProcessMetrics();
  const urls = new Set(options.modules.map(({ name }) => topology.databaseUrl(name)));
  const wait = { waitMs: settings.databaseStartWaitMs, log, signal };
  await Promise.all([...urls].map((url) => waitForDatabase(url, wait)));
  const host = await hostModules(options);
  const { hosted } = host;
  let http: HttpServer | undefined;
  let grpc: GrpcServer | undefined;
  let draining = false;
  const background: Worker[] = [];
  try {
    const endedAccounts = createEndedAccounts({
      listChanges: options.statusChanges(host),
      keepMs: Math.max(settings.accessTokenSeconds, settings.testTokenSeconds) * 1_000,
      everyMs: settings.accessCheckEveryMs,
      log,
    });
    const accessKeys = createAccessKeys({
      fetchKeys: () => options.publicKeys(host),
      everyMs: settings.accessCheckEveryMs,
      log,
    });
    const checkToken = createTokenCheck(accessKeys);
    http = await createHttpServer({
      settings,
      log,
      verifyToken: async (token) => {
        const checked = await checkToken(token);
        await endedAccounts.loaded();
        return checked;
      },
      endedAccounts,
      confirmAdmin: (accountId) => options.confirmAdmin(host, accountId),
      title: options.title,
    });
    addOperations(http, {
      production: settings.production,
      ready: async () => (draining ? { draining: "yes" } : databasesAway(hosted)),
    });
    for (const { parts } of hosted) parts.routes(http);
    await options.routes?.(http, host);
    if (topology.remote) {
      const { startGrpcServer } = await import("../rpc/remote/grpc-server.ts");
      const { host: address, port, identity } = topology.remote;
      const { services, tokens } = host;
      grpc = await startGrpcServer({ host: address, port, services, tokens, identity, log });
    }
    await endedAccounts.load().catch((error: unknown) => {
      log.info({ err: error }, "suspended and closed accounts cannot be read yet");
    });
    background.push(endedAccounts.start(), accessKeys.start());
    background.push(
      // A request that was under way when its account was closed stored its response after all were erased.
      startPoll({
        name: "responses of closed accounts",
        everyMs: settings.accessCheckEveryMs,
        log,
        isLoaded: true,
        load: () => eraseLateResponses(hosted, endedAccounts.closed()),
      }),
    );
    const address = await http.listen({ port: settings.port, host: settings.host });
    for (const module of hosted) background.push(...(await startBackground(module, host, options)));
    const server = http;
    return {
      address,
      grpcPort: grpc?.port,
      client: host.client,
      async stop() {
        draining = true;
        grpc?.notServing();
        await new Promise((resolve) => setTimeout(resolve, settings.drainDelayMs));
        await Promise.all(hosted.map(async ({ parts }) => parts.sendAway?.()));
        // Connections are kept alive by their clients: close each as soon as its requests are answered.
        const idle = setInterval(() => server.server.closeIdleConnections(), 20);
        const late = setTimeout(() => server.server.closeAllConnections(), settings.drainTimeoutMs);
        await server.close();
        clearInterval(idle);
        clearTimeout(late);
        await grpc?.stop(settings.drainTimeoutMs);
        await Promise.all(hosted.map(async ({ parts }) => parts.drain?.()));
        await Promise.all(background.map((worker) => worker.stop()));
        await host.close();
      },
    };
  } catch (error) {
    await http?.close().catch(() => undefined);
    await grpc?.stop(0);
    await Promise.all(background.map((worker) => worker.stop()));
    await host.close();
    throw error;
  }
}

const accountsMax = 1_000;

async function eraseLateResponses(hosted: readonly HostedModule[], closed: readonly string[]): Promise<void> {
  for (let from = 0; from < closed.length; from += accountsMax)
    for (const { database } of hosted)
      await database.transaction((transaction) => eraseResponses(transaction, closed.slice(from, from + accountsMax)));
}

async function databasesAway(hosted: readonly HostedModule[]): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  await Promise.all(
    hosted.map(({ database }) =>
      database.query("SELECT 1").catch(() => void (problems[database.module] = "database away")),
    ),
  );
  return problems;
}

/** A module's relay, intake of events, own workers and retention. */
async function startBackground(module: HostedModule, host: ModuleHost, options: ProcessOptions): Promise<Worker[]> {
  const { settings, log } = options;
  const { definition, database, parts, inbox } = module;
  const rules = [...kernelRules(settings, parts.commandUnderWay), ...(parts.retention ?? [])];
  const workers: Worker[] = [...(parts.workers?.() ?? []), startRetention({ database, rules, settings, log })];
  if (definition.consumes.length > 0) workers.push(inbox.start());
  const { delivery, intake } = await eventTransport(module, host, options);
  workers.push(...intake);
  if (definition.publishes.length > 0) {
    const relay = startRelay({
      database,
      delivery,
      batchMax: settings.eventBatchMax,
      pollMs: settings.eventPollMs,
      leaseMs: settings.leaseMs,
      log,
    });
    module.relay.current = relay;
    workers.push({
      async stop() {
        await relay.stop();
        await delivery.stop();
      },
    });
  }
  return workers;
}

/** How a module's events leave, and what brings it those of others. */
async function eventTransport(
  { definition, inbox }: HostedModule,
  host: ModuleHost,
  { topology, modules, settings, log }: ProcessOptions,
): Promise<{ delivery: Delivery; intake: Worker[] }> {
  const all = [...modules, ...(topology.remote?.modules ?? [])];
  const told = new Set(definition.publishes.map((type) => type.name));
  if (topology.events === "direct") {
    const subscribers = all
      .filter(({ consumes }) => consumes.some((type) => told.has(type.name)))
      .map(({ name, consumes }) => ({
        module: name,
        types: new Set(consumes.map((type) => type.name)),
        client: host.eventClient(name),
      }));
    return { delivery: directDelivery(subscribers), intake: [] };
  }
  const [{ kafkaDelivery }, { startKafkaIntake }] = await Promise.all([
    import("../events/kafka/kafka-delivery.ts"),
    import("../events/kafka/kafka-intake.ts"),
  ]);
  const kafka = kafkaOf(topology);
  const delivery = kafkaDelivery(kafka, definition.name, log);
  const wanted = new Set(definition.consumes.map((type) => type.name));
  const publishers = all.flatMap(({ name, publishes }) =>
    publishes.some((type) => wanted.has(type.name)) ? [name] : [],
  );
  const intake =
    publishers.length === 0
      ? []
      : [
          startKafkaIntake({
            settings: kafka,
            module: definition.name,
            publishers,
            inbox,
            batchMax: settings.eventBatchMax,
            log,
          }),
        ];
  return { delivery, intake };
}

function kafkaOf({ kafka }: Topology) {
  if (!kafka) throw new Error("this stage needs Kafka brokers, and none are named");
  return kafka;
}
