import { resolve } from "node:path";
import { connectionOptions, type KafkaSettings, reasonsOf } from "@jangteo/kernel/events/kafka/connection.ts";
import { refuseUnsafeKafka, type Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { kafkaSettings, type OwnBroker } from "../topology.ts";
import { type Broker, startBroker } from "./broker.ts";
import { loginEnv } from "./broker-login.ts";

export type KafkaSource = {
  /** host:port, with commas between. */
  readonly brokers: string;
  /** Where they are a broker of our own. */
  readonly own?: OwnBroker;
  /** What processes are told of them, beside the settings that they have. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops a broker of our own. */
  stop(): Promise<void>;
};

const restartPauseMs = 500;

/** The brokers of KAFKA_BROKERS, or else one of our own in the program's home, which is started again when it dies. */
export async function openKafkaSource(
  settings: Settings,
  log: Logger,
  say: (message: string) => void,
): Promise<KafkaSource> {
  refuseUnsafeKafka(settings);
  const named = kafkaSettings(settings);
  if (named) {
    await checkBrokers(named);
    const brokers = named.brokers.join(",");
    return { brokers, env: { KAFKA_BROKERS: brokers }, stop: async () => undefined };
  }
  const folder = resolve(settings.home, "kafka");
  let broker = await startBroker({ folder, port: 0, onProgress: say });
  const { address, login } = broker;
  const port = Number(address.split(":")[1]);
  let stopping = false;
  let starting: Promise<void> | undefined;

  function watch(running: Broker): void {
    running.process.once("exit", () => {
      if (!stopping) starting = startAgain();
    });
  }

  async function startAgain(): Promise<void> {
    log.warn("Kafka has stopped; starting it again");
    while (!stopping) {
      await new Promise((pause) => setTimeout(pause, restartPauseMs));
      try {
        broker = await startBroker({ folder, port });
        return watch(broker);
      } catch (error) {
        log.error({ err: error }, "Kafka could not be started again yet");
      }
    }
  }

  watch(broker);
  return {
    brokers: address,
    own: { brokers: address, login },
    env: { KAFKA_BROKERS: address, ...loginEnv(login) },
    async stop() {
      stopping = true;
      await starting;
      if (broker.process.exitCode === null && broker.process.signalCode === null) await broker.stop();
    },
  };
}

async function checkBrokers(settings: KafkaSettings): Promise<void> {
  const { Admin } = await import("@jangteo/kernel/events/kafka/client.ts");
  const admin = new Admin({
    ...connectionOptions(settings, "start"),
    retries: 1,
    connectTimeout: 3_000,
  });
  try {
    await admin.metadata({ topics: [] });
  } catch (error) {
    throw new Error(
      `The Kafka brokers of KAFKA_BROKERS (${settings.brokers.join(", ")}) cannot be reached: ${reasonOf(error)} Start them, or leave KAFKA_BROKERS out to use a broker of our own.`,
      { cause: error },
    );
  } finally {
    await admin.close().catch(() => undefined);
  }
}

/** "Connection failed" alone says neither that a password is wrong nor a certificate. */
function reasonOf(error: unknown): string {
  return [...new Set(reasonsOf(error).map(({ message }) => message))].filter(Boolean).join(" ");
}
