import { Producer, stringSerializers } from "@platformatic/kafka";
import type { Delivery } from "../relay.ts";
import { connectionOptions, ensureTopics, eventTopic, type KafkaSettings } from "./connection.ts";

export type KafkaDelivery = { readonly deliver: Delivery; stop(): Promise<void> };

const none: ReadonlySet<string> = new Set();

/**
 * Hands a module's events to the brokers: keyed by aggregate, acknowledged by all replicas, by an idempotent producer.
 * While the brokers are away the events stay in the outbox.
 */
export function kafkaDelivery(settings: KafkaSettings, module: string): KafkaDelivery {
  const topic = eventTopic(settings, module);
  let producer: Producer<string, string, string, string> | undefined;

  return {
    async deliver(events) {
      if (!producer) {
        await ensureTopics(settings, [module]);
        producer = new Producer({
          ...connectionOptions(settings, `${module}-relay`),
          serializers: stringSerializers,
          idempotent: true,
          acks: -1,
        });
      }
      try {
        await producer.send({
          messages: events.map(({ id, type, key, payloadJson }) => ({
            topic,
            key,
            value: payloadJson,
            headers: { id, type },
          })),
        });
      } catch (error) {
        // A producer that lost its place in the sequence is of no more use.
        const broken = producer;
        producer = undefined;
        await broken.close(true).catch(() => undefined);
        throw error;
      }
      return none;
    },
    async stop() {
      await producer?.close().catch(() => undefined);
    },
  };
}
