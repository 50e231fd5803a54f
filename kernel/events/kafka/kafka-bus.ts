import { randomUUID } from "node:crypto";
import { createPause } from "../../module/pause.ts";
import type { Logger } from "../../telemetry/logger.ts";
import { createOutgoing, createTopics, type Entry, type Envelope, type LiveBus, settleMs } from "../live-push.ts";
import { Consumer, Producer, stringDeserializers, stringSerializers } from "./client.ts";
import { connectionOptions, type KafkaSettings, liveTopic } from "./connection.ts";
import { readBatches } from "./kafka-intake.ts";
import { ensureTopics } from "./topics.ts";

export type KafkaBusOptions = {
  settings: KafkaSettings;
  /** The modules of this process. */
  modules: readonly string[];
  log: Logger;
};

const batchMax = 1_000;
const pauseMaxMs = 3_000;
/** Below the brokers' own bound of 1 MB. */
const messageMaxBytes = 500_000;

/**
 * Copies tell each other over the brokers: each reads all that is published from now on, in a group of its own. When the
 * brokers are away, that costs latency until they are back.
 */
export function createKafkaBus({ settings, modules, log }: KafkaBusOptions): LiveBus {
  const origin = randomUUID();
  let producer: Producer<string, string, string, string> | undefined;
  const outgoing = createOutgoing(() => producer !== undefined, send);
  const topics = createTopics(outgoing.publish);
  let stopped = false;
  const pause = createPause();
  let close: (() => Promise<unknown>) | undefined;

  async function send(entries: readonly Entry[]): Promise<void> {
    if (!producer) throw new Error("not connected");
    const messages = modules.flatMap((module) =>
      pieces(entries.filter(([name]) => name === module || name === "")).map((piece) => ({
        topic: liveTopic(settings, module),
        partition: 0,
        value: JSON.stringify({ origin, entries: piece } satisfies Envelope),
      })),
    );
    await producer.send({ messages, acks: 1 });
  }

  async function connect(): Promise<void> {
    for (let failures = 0; !stopped; ) {
      try {
        await ensureTopics(settings, modules);
        await hearUntilLost(() => (failures = 0));
      } catch (error) {
        if (failures++ === 0 && !stopped) log.warn({ err: error }, "live push is away and will try again");
      }
      producer = undefined;
      await close?.();
      close = undefined;
      if (!stopped) await pause.wait(Math.min(pauseMaxMs, 100 * 2 ** failures));
    }
  }

  async function hearUntilLost(onConnected: () => void): Promise<void> {
    const sender = new Producer({ ...connectionOptions(settings, "live"), serializers: stringSerializers });
    const consumer = new Consumer<string, string, string, string>({
      ...connectionOptions(settings, "live"),
      groupId: `${settings.prefix}.live.${origin}`,
      deserializers: stringDeserializers,
      autocommit: false,
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
      maxWaitTime: 500,
    });
    close = () => Promise.all([sender.close().catch(() => undefined), consumer.close(true).catch(() => undefined)]);
    const stream = await consumer.consume({
      topics: modules.map((module) => liveTopic(settings, module)),
      mode: "latest",
      autocommit: false,
    });
    const batches = readBatches(stream, batchMax);
    if (stopped) return;
    producer = sender;
    onConnected();
    topics.gap();
    outgoing.flushSoon();
    for (;;) {
      const batch = await batches.next();
      for (const { value } of batch) hear(value);
    }
  }

  function hear(text: string): void {
    let envelope: Envelope;
    try {
      envelope = JSON.parse(text) as Envelope;
    } catch {
      return;
    }
    if (envelope.origin !== origin) for (const entry of envelope.entries) topics.hear(entry);
  }

  const running = connect();
  return {
    topic: topics.topic,
    async stop() {
      await outgoing.settled(settleMs);
      stopped = true;
      pause.end();
      await close?.();
      await running;
    },
  };
}

/** Entries in pieces that fit one message. */
function pieces(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const size = JSON.stringify(entry).length * 3;
    if (bytes + size > messageMaxBytes) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)!.push(entry);
    bytes += size;
  }
  return all;
}
