import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Logger } from "../telemetry/logger.ts";
import { livePushed } from "../telemetry/metrics.ts";

/**
 * Tells the other copies of a module what is new, at once and without promise: losing a message costs latency, never
 * truth, since whoever hears of something reads it from the database. A copy does not hear itself.
 */
export type LivePush = {
  /** `message` is JSON of at most some 4 kB: ids, not contents. */
  publish(message: unknown): void;
  subscribe(handle: (message: unknown) => void): void;
  /** Called when messages may have been missed: look at the database. */
  onGap(handle: () => void): void;
};

/** The process's one connection to its copies; each module has a topic of its own. */
export type LiveBus = {
  topic(name: string): LivePush;
  stop(): Promise<void>;
};

type Topic = { handlers: ((message: unknown) => void)[]; gapHandlers: (() => void)[] };
type Entry = readonly [topic: string, message: unknown];
type Envelope = { origin: string; entries: Entry[] };

function createTopics(publish: (entry: Entry) => void) {
  const topics = new Map<string, Topic>();
  const topicOf = (name: string) => {
    let topic = topics.get(name);
    if (!topic) topics.set(name, (topic = { handlers: [], gapHandlers: [] }));
    return topic;
  };
  return {
    topic: (name: string): LivePush => ({
      publish: (message) => publish([name, message]),
      subscribe: (handle) => void topicOf(name).handlers.push(handle),
      onGap: (handle) => void topicOf(name).gapHandlers.push(handle),
    }),
    hear([name, message]: Entry) {
      for (const handle of topics.get(name)?.handlers ?? []) handle(message);
    },
    gap() {
      for (const topic of topics.values()) for (const handle of topic.gapHandlers) handle();
    },
  };
}

/** There are no other copies. */
export function createLonelyBus(): LiveBus {
  const topics = createTopics(() => undefined);
  return { topic: topics.topic, stop: async () => undefined };
}

const channel = "jangteo_live";
/** PostgreSQL takes payloads below 8,000 bytes. */
const payloadMaxBytes = 7_900;
const waitingMax = 20_000;
const gapEntry: Entry = ["", "gap"];

/**
 * Copies on one database tell each other with NOTIFY: what is published while one statement is under way travels with
 * the next, many messages in one payload. Never inside a business transaction, since NOTIFY takes a lock across the
 * whole database at its commit.
 */
export function createNotifyBus(options: { url: string; log: Logger }): LiveBus {
  const origin = randomUUID();
  const topics = createTopics(publish);
  let waiting: Entry[] = [];
  let sending = false;
  let stopped = false;
  let client: pg.Client | undefined;
  let failures = 0;

  function publish(entry: Entry): void {
    if (stopped) return;
    if (waiting.length >= waitingMax) waiting = [gapEntry];
    waiting.push(entry);
    flushSoon();
  }

  function flushSoon(): void {
    if (sending || !client || waiting.length === 0) return;
    sending = true;
    setImmediate(() => void flush());
  }

  async function flush(): Promise<void> {
    const through = client;
    const entries = waiting;
    waiting = [];
    try {
      if (!through) throw new Error("not connected");
      await through.query({
        name: "notify",
        text: `SELECT pg_notify('${channel}', payload) FROM unnest($1::text[]) AS payload`,
        values: [envelopes(origin, entries)],
      });
      livePushed.inc(entries.length);
    } catch {
      // What was lost on the way is told as a gap once the connection is back.
      waiting = [gapEntry];
    }
    sending = false;
    flushSoon();
  }

  function hear(payload: string): void {
    let envelope: Envelope;
    try {
      envelope = JSON.parse(payload) as Envelope;
    } catch {
      return;
    }
    if (envelope.origin === origin) return;
    for (const entry of envelope.entries) {
      if (entry[0] === "") topics.gap();
      else topics.hear(entry);
    }
  }

  async function connect(): Promise<void> {
    while (!stopped) {
      const next = new pg.Client({
        connectionString: options.url,
        application_name: "jangteo live push",
        connectionTimeoutMillis: 3_000,
        keepAlive: true,
      });
      try {
        const lost = new Promise<void>((resolve) => {
          next.once("end", resolve);
          next.on("error", () => resolve());
        });
        next.on("notification", ({ payload }) => payload && hear(payload));
        await next.connect();
        await next.query(`LISTEN ${channel}`);
        client = next;
        failures = 0;
        topics.gap();
        flushSoon();
        await lost;
      } catch (error) {
        if (failures++ === 0 && !stopped) options.log.warn({ err: error }, "live push is away and will try again");
      }
      client = undefined;
      await next.end().catch(() => undefined);
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 50 * 2 ** failures)));
    }
  }

  const running = connect();
  return {
    topic: topics.topic,
    async stop() {
      stopped = true;
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

/** Payloads of at most 7,900 bytes each. One that is too large by itself becomes a gap. */
export function envelopes(origin: string, entries: readonly Entry[]): string[] {
  const payloads: string[] = [];
  const empty = JSON.stringify({ origin, entries: [] }).length;
  let texts: string[] = [];
  let bytes = empty;
  const close = () => {
    if (texts.length > 0) payloads.push(`{"origin":"${origin}","entries":[${texts.join(",")}]}`);
    texts = [];
    bytes = empty;
  };
  for (const entry of entries) {
    let text = JSON.stringify(entry);
    if (Buffer.byteLength(text) + empty > payloadMaxBytes) text = JSON.stringify(gapEntry);
    const size = Buffer.byteLength(text) + 1;
    if (bytes + size > payloadMaxBytes) close();
    texts.push(text);
    bytes += size;
  }
  close();
  return payloads;
}
