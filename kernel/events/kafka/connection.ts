import { hostname } from "node:os";
import type { BaseOptions } from "@platformatic/kafka";

/** How to reach the brokers, and what this marketplace's topics are called. */
export type KafkaSettings = {
  readonly brokers: readonly string[];
  /** Before the names of topics and groups, so that several marketplaces may share brokers. */
  readonly prefix: string;
  /** What topics of events should have. */
  readonly partitions: number;
  readonly replicas: number;
  readonly minInSyncReplicas: number;
  readonly retentionMs: number;
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

/** Rejects when `work` takes longer: the client has waits without an end of their own. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the brokers did not respond within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
