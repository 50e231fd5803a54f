import type { Logger } from "../../telemetry/logger.ts";
import type { DeliveredEvent, Delivery, Destination } from "../delivery.ts";
import { defaultPartitioner, Producer, stringSerializers } from "./client.ts";
import { connectionOptions, eventTopic, type KafkaSettings, within } from "./connection.ts";
import { checkTopic, countPartitions, ensureTopics } from "./topics.ts";

type TextProducer = Producer<string, string, string, string>;

/** The client tries four times, each for at most 5 s, and looks for a new leader in between. */
const sendMaxMs = 30_000;
/** A producer looks for leaders when a send fails, not by time: while one partition has no leader, it finds none. */
const leadersKnownMs = 86_400_000;

/**
 * Hands a module's events to the brokers: keyed by aggregate, acknowledged by all replicas in sync, by idempotent
 * producers. Each partition is a destination with a producer of its own, so that one without a leader, or with too few
 * replicas, holds up its own keys alone. While the brokers are unavailable the events stay in the outbox.
 */
export function kafkaDelivery(settings: KafkaSettings, module: string, log: Logger): Delivery {
  const topic = eventTopic(settings, module);
  const producers = new Map<number, TextProducer>();
  let destinations: readonly Destination[] | undefined;

  async function send(partition: number, events: readonly DeliveredEvent[]): Promise<void> {
    const producer = producers.get(partition) ?? createProducer(settings, module);
    producers.set(partition, producer);
    const messages = events.map(({ id, type, key, payloadJson }) => ({
      topic,
      partition,
      key,
      value: payloadJson,
      headers: { id, type },
    }));
    try {
      await within(sendMaxMs, producer.send({ messages }));
    } catch (error) {
      // A producer that lost its place in the sequence is of no more use.
      producers.delete(partition);
      void producer.close(true).catch(() => undefined);
      throw error;
    }
  }

  return {
    async destinations() {
      if (!destinations) {
        await ensureTopics(settings, [module]);
        await checkTopic(settings, module, log).catch((error: unknown) => {
          // The brokers may refuse to describe or alter topics.
          log.warn({ err: error }, `the Kafka topic of ${module} could not be compared with the settings`);
        });
        destinations = partitionDestinations(await countPartitions(settings, topic), send);
      }
      return destinations;
    },
    async stop() {
      await Promise.all([...producers.values()].map((producer) => producer.close(true).catch(() => undefined)));
    },
  };
}

function createProducer(settings: KafkaSettings, module: string): TextProducer {
  return new Producer({
    ...connectionOptions(settings, `${module}-relay`),
    serializers: stringSerializers,
    metadataMaxAge: leadersKnownMs,
    idempotent: true,
    acks: -1,
  });
}

/** A destination per partition; a key is always of the same one. */
export function partitionDestinations(
  count: number,
  send: (partition: number, events: readonly DeliveredEvent[]) => Promise<void>,
): Destination[] {
  const partitionOf = ({ key }: DeliveredEvent) => defaultPartitioner({ topic: "" }, Buffer.from(key)) % count;
  return Array.from({ length: count }, (_, partition) => ({
    name: `partition ${partition}`,
    wants: (event) => partitionOf(event) === partition,
    deliver: (events) => send(partition, events),
  }));
}
