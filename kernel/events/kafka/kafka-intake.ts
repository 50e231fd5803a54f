import type { Worker } from "../../module/job.ts";
import { createPause } from "../../module/pause.ts";
import type { Logger } from "../../telemetry/logger.ts";
import { eventsLost, kafkaLag } from "../../telemetry/metrics.ts";
import type { DeliveredEvent } from "../delivery.ts";
import type { Inbox } from "../inbox.ts";
import { Consumer, ListOffsetTimestamps, type Message, type MessagesStream, stringDeserializers } from "./client.ts";
import { connectionOptions, eventTopic, groupOf, type KafkaSettings, within } from "./connection.ts";
import { findGaps, followOffsets, type Gap } from "./lost-events.ts";
import { ensureTopics } from "./topics.ts";

export type KafkaIntakeOptions = {
  settings: KafkaSettings;
  /** The module whose inbox it fills; its copies share the partitions. */
  module: string;
  /** The modules whose events it wants. */
  publishers: readonly string[];
  inbox: Inbox;
  batchMax: number;
  log: Logger;
};

type TextMessage = Message<string, string, string, string>;
type TextConsumer = Consumer<string, string, string, string>;
type TextStream = MessagesStream<string, string, string, string>;

const pauseFirstMs = 200;
const pauseMaxMs = 3_000;
const lagEveryMs = 10_000;
/** To make topics, join the group or commit: a rebalance takes up to 10 s, a new coordinator some more. */
const stepMaxMs = 30_000;
const closeMaxMs = 5_000;
/** A fetch lasts at most half a second where the broker responds. */
const silenceMaxMs = 30_000;

/**
 * Reads the events that a module wants from the brokers into its inbox. An offset is committed after the effect, so a
 * crash in between brings the event again, and the inbox knows it. When the brokers or the database are away, it goes on
 * once they are back. Events that the brokers deleted before they were read are logged and counted.
 */
export function startKafkaIntake(options: KafkaIntakeOptions): Worker {
  const { settings, module, inbox, log } = options;
  const topics = options.publishers.map((publisher) => eventTopic(settings, publisher));
  let stopped = false;
  const pause = createPause();
  let close: (() => Promise<void>) | undefined;

  async function loop(): Promise<void> {
    let pauseMs = pauseFirstMs;
    let reason = "";
    while (!stopped) {
      try {
        await within(stepMaxMs, ensureTopics(settings, options.publishers));
        await readUntilLost(() => {
          pauseMs = pauseFirstMs;
          reason = "";
        });
      } catch (error) {
        const { message } = error as Error;
        // Each reason once, until something is read again.
        if (!stopped && message !== reason)
          log.warn({ err: error }, `events for ${module} wait until the brokers are back`);
        reason = message;
      }
      await close?.();
      close = undefined;
      if (!stopped) await pause.wait(pauseMs);
      pauseMs = Math.min(pauseMaxMs, pauseMs * 2);
    }
  }

  async function readUntilLost(onProgress: () => void): Promise<void> {
    const consumer = new Consumer<string, string, string, string>({
      ...connectionOptions(settings, `${module}-intake`),
      groupId: groupOf(settings, module),
      deserializers: stringDeserializers,
      autocommit: false,
      sessionTimeout: 10_000,
      rebalanceTimeout: 10_000,
      heartbeatInterval: 1_000,
      maxWaitTime: 500,
    });
    close = () => within(closeMaxMs, consumer.close(true)).catch(() => undefined);
    consumer.on("consumer:lag", (lag) => {
      let sum = 0n;
      for (const parts of lag.values()) for (const part of parts) if (part > 0n) sum += part;
      kafkaLag.labels(module).set(Number(sum));
    });
    const sequence = followOffsets();
    consumer.on("consumer:group:join", () => {
      sequence.reset();
      reportExpired(consumer).catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, `whether ${module} has missed events could not be read`);
      });
    });
    const stream = await within(
      stepMaxMs,
      consumer.consume({ topics, mode: "committed", fallbackMode: "earliest", autocommit: false }),
    );
    consumer.startLagMonitoring({ topics }, lagEveryMs);
    const batches = readBatches(stream, options.batchMax);
    for (;;) {
      const batch = await batches.next();
      if (stopped) return;
      for (const message of batch) {
        const gap = sequence.pass(message);
        if (gap) report(gap);
      }
      await takeAtLast(batch);
      await within(stepMaxMs, consumer.commit({ offsets: endsOf(batch) }));
      onProgress();
    }
  }

  /** Partitions of this instance where the group's next event is no more. Their new start is committed: reported once. */
  async function reportExpired(consumer: TextConsumer): Promise<void> {
    const assigned = consumer.assignments ?? [];
    if (assigned.length === 0) return;
    const committed = await consumer.listCommittedOffsets({ topics: assigned });
    const earliest = await consumer.listOffsets({ topics, timestamp: ListOffsetTimestamps.EARLIEST });
    const gaps = findGaps(committed, earliest);
    if (gaps.length === 0) return;
    for (const gap of gaps) report(gap);
    await consumer.commit({
      offsets: gaps.map(({ topic, partition, to }) => ({ topic, partition, offset: to, leaderEpoch: -1 })),
    });
  }

  function report({ topic, partition, from, to }: Gap): void {
    const count = Number(to - from);
    eventsLost.labels(module).inc(count);
    log.error(
      { topic, partition, from: String(from), to: String(to), lost: count },
      `${count} events of partition ${partition} of ${topic} were deleted before ${module} had consumed them; it continues with the earliest`,
    );
  }

  /** The database may be away; the brokers keep the events meanwhile. */
  async function takeAtLast(batch: readonly TextMessage[]): Promise<void> {
    const events = batch.map(eventOf);
    for (let pauseMs = pauseFirstMs; ; pauseMs = Math.min(pauseMaxMs, pauseMs * 2)) {
      try {
        return await inbox.take(events);
      } catch (error) {
        if (stopped) throw error;
        if (pauseMs === pauseFirstMs) log.warn({ err: error }, `events for ${module} could not be taken in yet`);
        await pause.wait(pauseMs);
      }
    }
  }

  const running = loop();
  return {
    async stop() {
      stopped = true;
      pause.end();
      await close?.();
      await running;
    },
  };
}

function eventOf({ key, value, headers }: TextMessage): DeliveredEvent {
  return { id: headers.get("id") ?? "", type: headers.get("type") ?? "", key, payloadJson: value };
}

/** After the last message of each partition. */
function endsOf(batch: readonly TextMessage[]) {
  const ends = new Map<string, TextMessage>();
  for (const message of batch) ends.set(`${message.topic} ${message.partition}`, message);
  return [...ends.values()].map(({ topic, partition, offset, leaderEpoch }) => ({
    topic,
    partition,
    offset: offset + 1n,
    leaderEpoch,
  }));
}

/**
 * What has come, in batches; the stream waits while two of them are not yet asked for. Rejects when the stream ends, and
 * when it has partitions to read but no fetch of it returns.
 */
export function readBatches(stream: TextStream, batchMax: number): { next(): Promise<TextMessage[]> } {
  let waiting: TextMessage[] = [];
  let failure: Error | undefined;
  let fetchedAt = performance.now();
  let told: (() => void) | undefined;
  const tell = () => {
    told?.();
    told = undefined;
  };
  stream.on("data", (message) => {
    waiting.push(message);
    if (waiting.length >= batchMax * 2) stream.pause();
    tell();
  });
  stream.on("fetch", () => (fetchedAt = performance.now()));
  stream.on("error", (error) => {
    failure = error;
    tell();
  });
  stream.on("close", () => {
    failure ??= new Error("the connection to the brokers was closed");
    tell();
  });
  return {
    async next() {
      const silence = setInterval(() => {
        const hasPartitions = stream.consumer.assignments?.some((topic) => topic.partitions.length > 0);
        if (!hasPartitions) fetchedAt = performance.now();
        if (performance.now() - fetchedAt < silenceMaxMs) return;
        failure ??= new Error(`the brokers did not respond within ${silenceMaxMs} ms`);
        tell();
      }, 1_000);
      fetchedAt = performance.now();
      while (waiting.length === 0 && !failure) await new Promise<void>((resolve) => (told = resolve));
      clearInterval(silence);
      if (failure) throw failure;
      const batch = waiting.slice(0, batchMax);
      waiting = waiting.slice(batchMax);
      if (waiting.length < batchMax && stream.isPaused()) stream.resume();
      return batch;
    },
  };
}
