import type { Logger } from "../../telemetry/logger.ts";
import { Admin, ConfigResourceTypes, Consumer, findErrorBy, IncrementalAlterConfigOperationTypes } from "./client.ts";
import { connectionOptions, eventTopic, groupOf, type KafkaSettings, liveTopic } from "./connection.ts";

const liveKeptMs = 600_000;

/** What a topic has, or should have. Kept for ever: a retention of Infinity. */
export type TopicShape = {
  readonly partitions: number;
  readonly replicas: number;
  readonly minInSyncReplicas: number;
  readonly retentionMs: number;
};

function eventShape({ partitions, replicas, minInSyncReplicas, retentionMs }: KafkaSettings): TopicShape {
  return { partitions, replicas, minInSyncReplicas, retentionMs };
}

/** Live push may lose messages: it waits for no second replica. */
function liveShape({ replicas }: KafkaSettings): TopicShape {
  return { partitions: 1, replicas, minInSyncReplicas: 1, retentionMs: liveKeptMs };
}

async function withAdmin<T>(settings: KafkaSettings, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = new Admin({ ...connectionOptions(settings, "topics"), strict: false });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
}

/**
 * Makes the topics of modules where they are missing. Safe to run from several processes at once. Topics are not listed
 * before: the client refuses a list in which any partition of the brokers has no leader.
 */
export async function ensureTopics(settings: KafkaSettings, modules: readonly string[]): Promise<void> {
  await withAdmin(settings, async (admin) => {
    for (const module of modules) {
      await make(admin, eventTopic(settings, module), eventShape(settings));
      await make(admin, liveTopic(settings, module), liveShape(settings));
    }
  });
}

/** The topic is there, or brokers that do not let us make topics have it from their administrator. */
const fineErrors = ["TOPIC_ALREADY_EXISTS", "TOPIC_AUTHORIZATION_FAILED", "CLUSTER_AUTHORIZATION_FAILED"];

async function make(admin: Admin, topic: string, shape: TopicShape): Promise<void> {
  try {
    await admin.createTopics({
      topics: [topic],
      partitions: shape.partitions,
      replicas: shape.replicas,
      configs: [
        { name: "retention.ms", value: String(shape.retentionMs) },
        { name: "min.insync.replicas", value: String(shape.minInSyncReplicas) },
      ],
    });
  } catch (error) {
    if (!fineErrors.some((apiId) => findErrorBy(error as Error, "apiId", apiId))) throw error;
  }
}

/** The partitions of a topic, which may be more or fewer than the settings want. */
export function countPartitions(settings: KafkaSettings, topic: string): Promise<number> {
  return withAdmin(
    settings,
    async (admin) => (await admin.metadata({ topics: [topic] })).topics.get(topic)!.partitionsCount,
  );
}

/**
 * Compares a module's topic of events with the settings: raises its retention and its number of replicas in sync, and
 * logs what only an administrator of the brokers can change.
 */
export async function checkTopic(settings: KafkaSettings, module: string, log: Logger): Promise<void> {
  const topic = eventTopic(settings, module);
  await withAdmin(settings, async (admin) => {
    const has = await readShape(admin, topic);
    const { raise, warnings } = compareTopic(topic, has, eventShape(settings));
    for (const warning of warnings) log.warn({ topic, has, wanted: eventShape(settings) }, warning);
    if (raise.length === 0) return;
    await admin.incrementalAlterConfigs({
      resources: [
        {
          resourceType: ConfigResourceTypes.TOPIC,
          resourceName: topic,
          configs: raise.map(({ name, to }) => ({
            name,
            value: to,
            configOperation: IncrementalAlterConfigOperationTypes.SET,
          })),
        },
      ],
    });
    for (const { name, from, to } of raise)
      log.warn({ topic }, `the Kafka topic ${topic} had ${name} ${from}; it was raised to ${to}, as the settings want`);
  });
}

async function readShape(admin: Admin, topic: string): Promise<TopicShape> {
  const { partitions } = (await admin.metadata({ topics: [topic] })).topics.get(topic)!;
  const [described] = await admin.describeConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: topic,
        configurationKeys: ["retention.ms", "min.insync.replicas"],
      },
    ],
  });
  const valueOf = (key: string) => Number(described!.configs.find(({ name }) => name === key)!.value);
  const retentionMs = valueOf("retention.ms");
  return {
    partitions: partitions.length,
    replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
    minInSyncReplicas: valueOf("min.insync.replicas"),
    retentionMs: retentionMs < 0 ? Number.POSITIVE_INFINITY : retentionMs,
  };
}

export type TopicDifference = {
  /** Settings of the topic that can be raised while it is in use. */
  readonly raise: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly warnings: readonly string[];
};

/** What is to be done about a topic that has less than is wanted; one that has more is left as it is. */
export function compareTopic(topic: string, has: TopicShape, wants: TopicShape): TopicDifference {
  const raise: { name: string; from: string; to: string }[] = [];
  const warnings: string[] = [];
  if (has.retentionMs < wants.retentionMs)
    raise.push({ name: "retention.ms", from: String(has.retentionMs), to: String(wants.retentionMs) });
  // With more replicas in sync than replicas no event could be sent.
  const inSync = Math.min(wants.minInSyncReplicas, has.replicas);
  if (has.minInSyncReplicas < inSync)
    raise.push({ name: "min.insync.replicas", from: String(has.minInSyncReplicas), to: String(inSync) });
  if (has.replicas < wants.replicas)
    warnings.push(
      `the Kafka topic ${topic} has ${has.replicas} replicas, the settings want ${wants.replicas}: raise them with kafka-reassign-partitions`,
    );
  if (has.partitions < wants.partitions)
    warnings.push(
      `the Kafka topic ${topic} has ${has.partitions} partitions, the settings want ${wants.partitions}: add them with kafka-topics --alter while no event waits, since keys change their partition`,
    );
  return { raise, warnings };
}

/** Events in the brokers that a module has not taken in yet. */
export async function eventsLeft(
  settings: KafkaSettings,
  module: string,
  publishers: readonly string[],
): Promise<number> {
  await ensureTopics(settings, publishers);
  const topics = publishers.map((publisher) => eventTopic(settings, publisher));
  const consumer = new Consumer({ ...connectionOptions(settings, "lag"), groupId: groupOf(settings, module) });
  try {
    const ends = await consumer.listOffsets({ topics });
    const begins = await consumer.listOffsets({ topics, timestamp: -2n });
    const taken = await consumer.listCommittedOffsets({
      topics: topics.map((topic) => ({ topic, partitions: [...ends.get(topic)!.keys()] })),
    });
    let left = 0n;
    for (const topic of topics)
      for (const [partition, end] of ends.get(topic)!.entries()) {
        const committed = taken.get(topic)?.[partition] ?? -1n;
        const begin = begins.get(topic)![partition]!;
        left += end - (committed < begin ? begin : committed);
      }
    return Number(left);
  } finally {
    await consumer.close(true);
  }
}
