import { readFileSync } from "node:fs";
import { type ModuleName, moduleContracts } from "@jangteo/contracts/modules.ts";
import type { KafkaLogin, KafkaSettings } from "@jangteo/kernel/events/kafka/connection.ts";
import { tokensOfClient, tokensOfFile } from "@jangteo/kernel/events/kafka/tokens.ts";
import type { LivePushKind, Remote, Topology } from "@jangteo/kernel/module/topology.ts";
import { readCallIdentity } from "@jangteo/kernel/rpc/remote/identity.ts";
import type { Membership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { refuseUnsafeKafka, type Settings, SettingsError } from "@jangteo/kernel/settings/settings.ts";
import type { Stage, StageProcess } from "../../stages/stage.ts";
import { namedDatabases, type Placement } from "./placement.ts";

const hourMs = 3_600_000;

/** A broker that this program started itself. */
export type OwnBroker = { readonly brokers: string; readonly login: KafkaLogin };

/**
 * The brokers of the settings, or our `own` one. Throws SettingsError on settings that would lose events, and on files that
 * cannot be read.
 */
export function kafkaSettings(settings: Settings, own?: OwnBroker): KafkaSettings | undefined {
  const brokers = own?.brokers ?? settings.kafkaBrokers;
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
    ...(own ? { login: own.login } : { tls: kafkaTls(settings), login: kafkaLogin(settings) }),
  };
}

function kafkaTls({ kafkaTls: isOn, kafkaCaFile }: Settings): KafkaSettings["tls"] {
  if (!isOn) return undefined;
  try {
    return { authority: kafkaCaFile ? readFileSync(kafkaCaFile) : undefined };
  } catch (error) {
    throw new SettingsError(`The file of JANGTEO_KAFKA_CA_FILE cannot be read: ${(error as Error).message}`);
  }
}

function kafkaLogin(settings: Settings): KafkaLogin | undefined {
  const { kafkaSasl, kafkaUser: user, kafkaPassword: password, kafkaTokenFile, kafkaTokenUrl: url } = settings;
  if (kafkaSasl === "scram-sha-512") return { mechanism: "SCRAM-SHA-512", user, password };
  if (kafkaSasl !== "oauthbearer") return undefined;
  const { kafkaClientId: clientId, kafkaClientSecret: clientSecret, kafkaTokenScope: scope } = settings;
  const token = kafkaTokenFile ? tokensOfFile(kafkaTokenFile) : tokensOfClient({ url, clientId, clientSecret, scope });
  return { mechanism: "OAUTHBEARER", token };
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

/**
 * Where a process of a stage stands: the modules of the others are called over gRPC. Throws SettingsError when its
 * certificates cannot be used, or production would call other hosts without any.
 */
export function processTopology({ stage, process, settings, registry }: ProcessPlace): Topology {
  const named = namedDatabases(settings);
  const kafka = kafkaSettings(settings);
  const identity = readCallIdentity(settings, process.name);
  if (!identity && settings.production && !settings.trustedNetwork && stage.processes.length > 1)
    throw new SettingsError(
      "Calls between processes need TLS in production: set JANGTEO_CALL_TLS_CA_FILE, JANGTEO_CALL_TLS_CERTIFICATE_FILE and JANGTEO_CALL_TLS_KEY_FILE (`jangteo certificates` makes such files), or JANGTEO_TRUSTED_NETWORK=on where nobody else can reach the network.",
    );
  const remote: Remote = {
    ...registry,
    identity,
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
