import { hostname } from "node:os";
import { Admin, type BaseOptions, Consumer, findErrorBy } from "@platformatic/kafka";

/** How to reach the brokers, and what this marketplace's topics are called. */
export type KafkaSettings = {
  readonly brokers: readonly string[];
  /** Before the names of topics and groups, so that several marketplaces may share brokers. */
  readonly prefix: string;
  readonly replicas: number;
};

export function connectionOptions({ brokers }: KafkaSettings, name: string): BaseOptions {
  return {
    clientId: `jangteo-${name}-${hostname()}-${process.pid}`,
    bootstrapBrokers: [...brokers],
    timeout: 5_000,
    connectTimeout: 2_000,
    retries: 3,
    retryDelay: 200,
    autocreateTopics: false,
  };
}

export const partitions = 6;
const eventsKeptMs = 7 * 86_400_000;
const liveKeptMs = 600_000;

/** The topic of a module's events. */
export function eventTopic({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.events.${module}`;
}

/** The topic by which a module's copies tell each other what is new. */
export function liveTopic({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.live.${module}`;
}

/** The consumer group of a module's copies. */
export function groupOf({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.${module}`;
}

/** Makes the topics of modules where they are missing. Safe to run from several processes at once. */
export async function ensureTopics(settings: KafkaSettings, modules: readonly string[]): Promise<void> {
  const admin = new Admin({ ...connectionOptions(settings, "topics"), strict: false });
  try {
    const there = new Set(await admin.listTopics());
    for (const module of modules) {
      await make(admin, there, eventTopic(settings, module), partitions, settings.replicas, eventsKeptMs);
      await make(admin, there, liveTopic(settings, module), 1, settings.replicas, liveKeptMs);
    }
  } finally {
    await admin.close();
  }
}

async function make(
  admin: Admin,
  there: ReadonlySet<string>,
  topic: string,
  count: number,
  replicas: number,
  keptMs: number,
): Promise<void> {
  if (there.has(topic)) return;
  try {
    await admin.createTopics({
      topics: [topic],
      partitions: count,
      replicas,
      configs: [{ name: "retention.ms", value: String(keptMs) }],
    });
  } catch (error) {
    // Another process made it in the same moment.
    if (!findErrorBy(error as Error, "apiId", "TOPIC_ALREADY_EXISTS")) throw error;
  }
}

/** The partitions of a topic, which may be more or fewer than the settings want. */
export async function countPartitions(settings: KafkaSettings, topic: string): Promise<number> {
  const admin = new Admin({ ...connectionOptions(settings, "topics"), strict: false });
  try {
    return (await admin.metadata({ topics: [topic] })).topics.get(topic)!.partitionsCount;
  } finally {
    await admin.close();
  }
}

/** Events in the brokers that a module has not taken in yet. */
export async function eventsLeft(
  settings: KafkaSettings,
  module: string,
  publishers: readonly string[],
): Promise<number> {
  await ensureTopics(settings, publishers);
  const topics = publishers.map((publisher) => eventTopic(settings, publisher));
  const all = Array.from({ length: partitions }, (_, partition) => partition);
  const consumer = new Consumer({ ...connectionOptions(settings, "lag"), groupId: groupOf(settings, module) });
  try {
    const ends = await consumer.listOffsets({ topics });
    const begins = await consumer.listOffsets({ topics, timestamp: -2n });
    const taken = await consumer.listCommittedOffsets({
      topics: topics.map((topic) => ({ topic, partitions: all })),
    });
    let left = 0n;
    for (const topic of topics)
      for (const partition of all) {
        const committed = taken.get(topic)?.[partition] ?? -1n;
        const from = committed < 0n ? begins.get(topic)![partition]! : committed;
        left += ends.get(topic)![partition]! - from;
      }
    return Number(left);
  } finally {
    await consumer.close(true);
  }
}
