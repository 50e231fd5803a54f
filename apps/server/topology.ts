import { type ModuleName, moduleContracts } from "@jangteo/contracts/modules.ts";
import type { KafkaSettings } from "@jangteo/kernel/events/kafka/connection.ts";
import type { LivePushKind, Remote, Topology } from "@jangteo/kernel/module/topology.ts";
import type { Membership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { refuseUnsafeKafka, type Settings, SettingsError } from "@jangteo/kernel/settings/settings.ts";
import type { Stage, StageProcess } from "../../stages/stage.ts";
import { namedDatabases, type Placement } from "./placement.ts";

const hourMs = 3_600_000;

/** The brokers of the settings; `brokers` when they are our own. Throws SettingsError on settings that would lose events. */
export function kafkaSettings(settings: Settings, brokers = settings.kafkaBrokers): KafkaSettings | undefined {
  const list = brokers
    .split(",")
    .map((broker) => broker.trim())
    .filter(Boolean);
  if (list.length === 0) return undefined;
  refuseUnsafeKafka(settings);
  const replicas = settings.kafkaReplicas || (list.length >= 3 ? 3 : 1);
  const minInSyncReplicas = settings.kafkaMinInSyncReplicas || (replicas >= 3 ? 2 : 1);
  if (minInSyncReplicas > replicas)
    throw new SettingsError(
      `JANGTEO_KAFKA_MIN_IN_SYNC_REPLICAS is ${minInSyncReplicas}, but topics have ${replicas} replica: name at least three brokers in KAFKA_BROKERS, or set JANGTEO_KAFKA_REPLICAS.`,
    );
  return {
    brokers: list,
    prefix: settings.kafkaPrefix,
    partitions: settings.kafkaPartitions,
    replicas,
    minInSyncReplicas,
    retentionMs: settings.kafkaRetentionHours * hourMs,
  };
}

/** Everything in this process: for commands, and for a monolith without copies. */
export function aloneTopology(placement: Placement, livePush: LivePushKind): Topology {
  return { databaseUrl: (module) => placement[module]!, events: "direct", livePush };
}

export type ProcessPlace = {
  stage: Stage;
  process: StageProcess;
  settings: Settings;
  /** How it finds the other processes of the stage, and the port that it takes calls at. */
  registry: { membership: Membership; host: string; port: number };
};

/** Where a process of a stage stands: the modules of the others are called over gRPC. */
export function processTopology({ stage, process, settings, registry }: ProcessPlace): Topology {
  const named = namedDatabases(settings);
  const kafka = kafkaSettings(settings);
  const remote: Remote = {
    ...registry,
    modules: stage.processes
      .filter((other) => other !== process)
      .flatMap((other) =>
        other.modules.map((name) => ({ name, process: other.name, ...moduleContracts[name as ModuleName] })),
      ),
  };
  return {
    databaseUrl: (module) => named[module] ?? settings.databaseUrl,
    events: stage.events,
    livePush: stage.livePush,
    ...(kafka && { kafka }),
    ...(stage.processes.length > 1 && { remote }),
  };
}
