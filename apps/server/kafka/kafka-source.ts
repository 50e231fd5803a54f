import { resolve } from "node:path";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Admin } from "@platformatic/kafka";
import { kafkaSettings } from "../topology.ts";
import { startBroker } from "./broker.ts";

export type KafkaSource = {
  /** host:port, with commas between. */
  readonly brokers: string;
  /** Stops a broker of our own. */
  stop(): Promise<void>;
};

/** The brokers of KAFKA_BROKERS, or else one of our own in the program's home. */
export async function openKafkaSource(settings: Settings, say: (message: string) => void): Promise<KafkaSource> {
  const named = kafkaSettings(settings);
  if (named) {
    await checkBrokers(named.brokers);
    return { brokers: named.brokers.join(","), stop: async () => undefined };
  }
  const broker = await startBroker({ folder: resolve(settings.home, "kafka"), port: 0, onProgress: say });
  return { brokers: broker.address, stop: broker.stop };
}

async function checkBrokers(brokers: readonly string[]): Promise<void> {
  const admin = new Admin({
    clientId: "jangteo-start",
    bootstrapBrokers: [...brokers],
    retries: 1,
    retryDelay: 200,
    connectTimeout: 3_000,
    timeout: 5_000,
  });
  try {
    await admin.metadata({ topics: [] });
  } catch (error) {
    throw new Error(
      `The Kafka brokers of KAFKA_BROKERS (${brokers.join(", ")}) cannot be reached: ${(error as Error).message} Start them, or leave KAFKA_BROKERS out to use a broker of our own.`,
      { cause: error },
    );
  } finally {
    await admin.close().catch(() => undefined);
  }
}
