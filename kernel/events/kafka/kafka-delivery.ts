import { defaultPartitioner, Producer, stringSerializers } from "@platformatic/kafka";
import type { Logger } from "../../telemetry/logger.ts";
import type { DeliveredEvent, Delivery, Destination } from "../delivery.ts";
import { connectionOptions, eventTopic, type KafkaSettings } from "./connection.ts";
import { checkTopic, countPartitions, ensureTopics } from "./topics.ts";

type TextProducer = Producer<string, string, string, string>;
/** A producer with the sends that are under way on it. */
type Line = { readonly producer: TextProducer; sends: number; isBroken: boolean };

/**
 * Hands a module's events to the brokers: keyed by aggregate, acknowledged by all replicas in sync, by an idempotent
 * producer. Each partition is a destination of its own, so that one without a leader, or with too few replicas, holds up
 * its own keys alone. While the brokers are unavailable the events stay in the outbox.
 */
export function kafkaDelivery(settings: KafkaSettings, module: string, log: Logger): Delivery {
  const topic = eventTopic(settings, module);
  let destinations: readonly Destination[] | undefined;
  let line: Line | undefined;

  async function send(partition: number, events: readonly DeliveredEvent[]): Promise<void> {
    line ??= { producer: createProducer(settings, module), sends: 0, isBroken: false };
    const mine = line;
    mine.sends++;
    try {
      await mine.producer.send({
        messages: events.map(({ id, type, key, payloadJson }) => ({
          topic,
          partition,
          key,
          value: payloadJson,
          headers: { id, type },
        })),
      });
    } catch (error) {
      // A producer that lost its place in the sequence of a partition is of no more use. Other partitions finish first.
      mine.isBroken = true;
      if (line === mine) line = undefined;
      throw error;
    } finally {
      mine.sends--;
      if (mine.isBroken && mine.sends === 0) await mine.producer.close(true).catch(() => undefined);
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
      await line?.producer.close().catch(() => undefined);
    },
  };
}

function createProducer(settings: KafkaSettings, module: string): TextProducer {
  return new Producer({
    ...connectionOptions(settings, `${module}-relay`),
    serializers: stringSerializers,
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
