import type { DescService } from "@bufbuild/protobuf";
import { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import { type Database, openDatabase } from "../database/database.ts";
import { ensureLogin, moduleUrl } from "../database/logins.ts";
import { provision } from "../database/provision.ts";
import { createInbox, eventService, type Inbox } from "../events/inbox.ts";
import { createLonelyBus, type LiveBus } from "../events/live-push.ts";
import { createNotifyBus } from "../events/notify-bus.ts";
import type { Relay } from "../events/relay.ts";
import { inProcessClient } from "../rpc/in-process.ts";
import type { Balancer } from "../rpc/remote/balancer.ts";
import { createServiceTokens, type ServiceTokens } from "../rpc/remote/service-token.ts";
import type { Client, ServiceImplementation } from "../rpc/types.ts";
import type { Settings } from "../settings/settings.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { ModuleDefinition, ModuleParts } from "./define-module.ts";
import type { Topology } from "./topology.ts";

export type HostOptions = {
  /** Of the process. */
  name: string;
  modules: readonly ModuleDefinition[];
  topology: Topology;
  settings: Settings;
  log: Logger;
};

/** The typed clients of every service that this process can reach. */
export type ServiceClients = { client<Service extends DescService>(service: Service): Client<Service> };

export type HostedModule = {
  readonly definition: ModuleDefinition;
  readonly database: Database;
  readonly parts: ModuleParts<DescService>;
  readonly inbox: Inbox;
  readonly relay: { current?: Relay };
};

export type ModuleHost = ServiceClients & {
  readonly hosted: readonly HostedModule[];
  /** The event service of a module, wherever it is. */
  eventClient(module: string): Client<typeof EventService>;
  /** What this process serves to others. */
  readonly services: readonly { service: DescService; implementation: ServiceImplementation<DescService> }[];
  readonly tokens: ServiceTokens;
  /** Closes connections and databases. */
  close(): Promise<void>;
};

/** Makes modules and the clients between them, without serving anything yet. */
export async function hostModules(options: HostOptions): Promise<ModuleHost> {
  const { settings, topology } = options;
  await Promise.all(
    options.modules.map(async ({ name, migrations }) => {
      await provision(topology.databaseUrl(name), { name, migrations });
      await ensureLogin(topology.databaseUrl(name), name, settings.secret);
    }),
  );
  const hosted: HostedModule[] = [];
  const inboxes = new Map<string, Inbox>();
  const bus = await createBus(options);
  const tokens = createServiceTokens(settings.secret, options.name);
  const clients = await createClients(options, hosted, inboxes, tokens);
  const close = async () => {
    await bus.stop();
    clients.stop();
    await Promise.all(hosted.map(({ database }) => database.close()));
  };
  try {
    for (const definition of options.modules) {
      const module = await createModule(definition, options, clients, bus);
      hosted.push(module);
      inboxes.set(definition.name, module.inbox);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    hosted,
    client: clients.client,
    eventClient: clients.eventClient,
    services: [
      ...hosted.map(({ definition, parts }) => ({ service: definition.service, implementation: parts.rpc })),
      { service: EventService, implementation: eventService(inboxes) as ServiceImplementation<DescService> },
    ],
    tokens,
    close,
  };
}

async function createModule(
  definition: ModuleDefinition,
  { settings, log, topology }: HostOptions,
  clients: ServiceClients,
  bus: LiveBus,
): Promise<HostedModule> {
  const { name } = definition;
  const database = openDatabase({
    url: moduleUrl(topology.databaseUrl(name), name, settings.secret),
    module: name,
    poolMax: settings.databasePoolMax,
    queueMax: settings.databaseQueueMax,
    waitMs: settings.databaseWaitMs,
    statementTimeoutMs: settings.statementTimeoutMs,
    idleTransactionTimeoutMs: settings.idleTransactionTimeoutMs,
    log,
  });
  try {
    const relay: HostedModule["relay"] = {};
    const allowed = new Set(definition.uses.map((service) => service.typeName));
    const parts = await definition.create({
      database,
      client: (service) => {
        if (!allowed.has(service.typeName)) throw new Error(`module ${name} does not name ${service.typeName} in uses`);
        return clients.client(service);
      },
      nudgeRelay: () => relay.current?.nudge(),
      live: bus.topic(name),
      settings,
      log: log.child({ module: name }),
    });
    const consumers = parts.consumers ?? [];
    const declared = definition.consumes.map((type) => type.name).sort();
    const there = consumers.map((consumer) => consumer.type.name).sort();
    if (declared.join() !== there.join())
      throw new Error(`module ${name} consumes ${there.join(", ")}, but its contract says ${declared.join(", ")}`);
    const inbox = createInbox({
      database,
      consumers,
      attemptsMax: settings.eventAttemptsMax,
      pollMs: settings.eventPollMs,
      log,
    });
    return { definition, database, parts, inbox, relay };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function createBus({ topology, modules, settings, log }: HostOptions): Promise<LiveBus> {
  if (modules.length === 0) return createLonelyBus();
  switch (topology.livePush) {
    case "none":
      return createLonelyBus();
    case "notify":
      return createNotifyBus({
        url: moduleUrl(topology.databaseUrl(modules[0]!.name), modules[0]!.name, settings.secret),
        log,
      });
    case "kafka": {
      const { createKafkaBus } = await import("../events/kafka/kafka-bus.ts");
      return createKafkaBus({ settings: topology.kafka!, modules: modules.map(({ name }) => name), log });
    }
  }
}

/** Clients of all modules. Those of this process find their module when called, since modules may use each other. */
async function createClients(
  { modules, topology, settings, log }: HostOptions,
  hosted: readonly HostedModule[],
  inboxes: ReadonlyMap<string, Inbox>,
  tokens: ServiceTokens,
) {
  const call = { log, timeoutMs: settings.callTimeoutMs, strict: settings.strict };
  const balancers = new Map<string, Balancer>();
  const services = new Map<string, unknown>();
  const events = new Map<string, Client<typeof EventService>>();
  const here = inProcessClient(EventService, eventService(inboxes), call);
  for (const { name, service } of modules) {
    services.set(service.typeName, inProcessClient(service, lateImplementation(name, service, hosted), call));
    events.set(name, here);
  }
  if (topology.remote) {
    const { createBalancer } = await import("../rpc/remote/balancer.ts");
    const { grpcClient } = await import("../rpc/remote/grpc-client.ts");
    const { modules: others, membership, identity } = topology.remote;
    for (const { name, service, process } of others) {
      const balancer = balancers.get(process) ?? createBalancer(process, membership, log, identity);
      balancers.set(process, balancer);
      services.set(service.typeName, grpcClient(service, { ...call, balancer, tokens }));
      events.set(name, grpcClient(EventService, { ...call, balancer, tokens }));
    }
  }
  return {
    client<Service extends DescService>(service: Service): Client<Service> {
      const client = services.get(service.typeName);
      if (!client) throw new Error(`nobody serves ${service.typeName} in this stage`);
      return client as Client<Service>;
    },
    eventClient(module: string): Client<typeof EventService> {
      const client = events.get(module);
      if (!client) throw new Error(`there is no module ${module} in this stage`);
      return client;
    },
    stop() {
      for (const balancer of balancers.values()) balancer.stop();
    },
  };
}

function lateImplementation(
  name: string,
  service: DescService,
  hosted: readonly HostedModule[],
): ServiceImplementation<DescService> {
  const implementation: Record<string, unknown> = {};
  for (const { localName } of service.methods)
    implementation[localName] = (...call: unknown[]) => {
      const found = hosted.find((each) => each.definition.name === name);
      if (!found) throw new Error(`module ${name} is not started yet`);
      return (found.parts.rpc as Record<string, (...call: unknown[]) => unknown>)[localName]!(...call);
    };
  return implementation as ServiceImplementation<DescService>;
}
