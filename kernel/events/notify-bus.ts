import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import pg from "pg";
import type { Logger } from "../telemetry/logger.ts";
import {
  createOutgoing,
  createTopics,
  type Entry,
  type Envelope,
  gapEntry,
  type LiveBus,
  settleMs,
} from "./live-push.ts";

const channel = "jangteo_live";
/** A connection that is gone without a word, as behind a router that forgot it, is silent like one that has no news. */
const defaultCheckEveryMs = 10_000;
/** PostgreSQL takes payloads below 8,000 bytes. */
const payloadMaxBytes = 7_900;

/**
 * Copies on one database tell each other with NOTIFY: what is published while one statement is under way travels with
 * the next, many messages in one payload. Never inside a business transaction, since NOTIFY takes a lock across the
 * whole database at its commit.
 */
export function createNotifyBus(options: { url: string; log: Logger; checkEveryMs?: number }): LiveBus {
  const { checkEveryMs = defaultCheckEveryMs } = options;
  const origin = randomUUID();
  const outgoing = createOutgoing(() => client !== undefined, send);
  const topics = createTopics(outgoing.publish);
  let stopped = false;
  let client: pg.Client | undefined;
  let failures = 0;

  async function send(entries: readonly Entry[]): Promise<void> {
    if (!client) throw new Error("not connected");
    await client.query({
      name: "notify",
      text: `SELECT pg_notify('${channel}', payload) FROM unnest($1::text[]) AS payload`,
      values: [envelopes(origin, entries)],
    });
  }

  function hear(payload: string): void {
    let envelope: Envelope;
    try {
      envelope = JSON.parse(payload) as Envelope;
    } catch {
      return;
    }
    if (envelope.origin === origin) return;
    for (const entry of envelope.entries) topics.hear(entry);
  }

  async function connect(): Promise<void> {
    while (!stopped) {
      const next = new pg.Client({
        connectionString: options.url,
        application_name: "jangteo live push",
        connectionTimeoutMillis: 3_000,
        keepAlive: true,
      });
      let check: NodeJS.Timeout | undefined;
      try {
        const lost = new Promise<void>((resolve) => {
          next.once("end", resolve);
          next.on("error", () => resolve());
        });
        next.on("notification", ({ payload }) => payload && hear(payload));
        await next.connect();
        await next.query(`LISTEN ${channel}`);
        if (stopped) break;
        client = next;
        failures = 0;
        topics.gap();
        outgoing.flushSoon();
        let isAlive = true;
        check = setInterval(() => {
          if (!isAlive) return void socketOf(next).destroy();
          isAlive = false;
          next.query("SELECT 1").then(
            () => (isAlive = true),
            () => undefined,
          );
        }, checkEveryMs);
        await lost;
      } catch (error) {
        if (failures++ === 0 && !stopped) options.log.warn({ err: error }, "live push is away and will try again");
      } finally {
        clearInterval(check);
        client = undefined;
        await next.end().catch(() => undefined);
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 50 * 2 ** failures)));
    }
  }

  const running = connect();
  return {
    topic: topics.topic,
    async stop() {
      await outgoing.settled(settleMs);
      stopped = true;
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

const socketOf = (client: pg.Client) => (client as unknown as { connection: { stream: Duplex } }).connection.stream;

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
