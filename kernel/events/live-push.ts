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
export type Entry = readonly [topic: string, message: unknown];
export type Envelope = { origin: string; entries: Entry[] };

/** Says that something was lost on the way. */
export const gapEntry: Entry = ["", "gap"];
const waitingMax = 20_000;
/** How long a stop waits for what is on its way to the other copies. */
export const settleMs = 1_000;

export type Outgoing = {
  publish(entry: Entry): void;
  /** The way is open (again). */
  flushSoon(): void;
  /** Resolves when all was sent, or after so long. */
  settled(withinMs: number): Promise<void>;
};

/**
 * What is published while one batch is under way travels with the next. What could not be sent is
 * told as a gap once the way is open again.
 */
export function createOutgoing(canSend: () => boolean, send: (entries: readonly Entry[]) => Promise<void>): Outgoing {
  let waiting: Entry[] = [];
  let sending = false;

  function flushSoon(): void {
    if (sending || waiting.length === 0 || !canSend()) return;
    sending = true;
    setImmediate(() => void flush());
  }

  async function flush(): Promise<void> {
    const entries = waiting;
    waiting = [];
    try {
      await send(entries);
      livePushed.inc(entries.length);
    } catch {
      waiting = [gapEntry];
    }
    sending = false;
    flushSoon();
  }

  return {
    publish(entry) {
      if (waiting.length >= waitingMax) waiting = [gapEntry];
      waiting.push(entry);
      flushSoon();
    },
    flushSoon,
    async settled(withinMs) {
      const until = Date.now() + withinMs;
      while ((sending || waiting.length > 0) && Date.now() < until) await new Promise((wait) => setTimeout(wait, 5));
    },
  };
}

export function createTopics(publish: (entry: Entry) => void) {
  const topics = new Map<string, Topic>();
  const topicOf = (name: string) => {
    let topic = topics.get(name);
    if (!topic) topics.set(name, (topic = { handlers: [], gapHandlers: [] }));
    return topic;
  };
  function gap(): void {
    for (const topic of topics.values()) for (const handle of topic.gapHandlers) handle();
  }
  return {
    topic: (name: string): LivePush => ({
      publish: (message) => publish([name, message]),
      subscribe: (handle) => void topicOf(name).handlers.push(handle),
      onGap: (handle) => void topicOf(name).gapHandlers.push(handle),
    }),
    hear([name, message]: Entry) {
      if (name === gapEntry[0]) return gap();
      for (const handle of topics.get(name)?.handlers ?? []) handle(message);
    },
    gap,
  };
}

/** There are no other copies. */
export function createLonelyBus(): LiveBus {
  const topics = createTopics(() => undefined);
  return { topic: topics.topic, stop: async () => undefined };
}
