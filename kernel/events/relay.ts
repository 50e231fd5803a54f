import { randomUUID } from "node:crypto";
import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Database } from "../database/database.ts";
import { releaseLease, takeLease } from "../database/lease.ts";
import { crashPoint } from "../module/crash-point.ts";
import type { Client } from "../rpc/types.ts";
import type { Logger } from "../telemetry/logger.ts";
import { eventsDelivered, eventsParked } from "../telemetry/metrics.ts";

/** A module that consumes events, as the relay sees it. */
export type Subscriber = {
  readonly module: string;
  readonly types: ReadonlySet<string>;
  readonly client: Client<typeof EventService>;
};

export type RelayOptions = {
  database: Database;
  /** Known only when every module of the process has been made. */
  subscribers: () => readonly Subscriber[];
  batchMax: number;
  attemptsMax: number;
  pollMs: number;
  /** After this long without a sign of life, another copy's relay takes over. */
  leaseMs: number;
  log: Logger;
};

export type Relay = {
  /** Something was committed to the outbox: look at once. */
  nudge(): void;
  stop(): Promise<void>;
};

type Row = { id: string; type: string; key: string; payload: unknown; attempts: number };

/**
 * Delivers a module's outbox to the modules that consume it, oldest first, and deletes what all of them have taken.
 * A lease makes one relay per module active. A failing event is tried again later and later, then parked; later
 * events of the same key wait behind it meanwhile, others do not.
 */
export function startRelay(options: RelayOptions): Relay {
  const { database, leaseMs, log } = options;
  const holder = randomUUID();
  const delivered = eventsDelivered.labels(database.module);
  let stopped = false;
  let leaseUntil = 0;
  let wake: (() => void) | undefined;
  let nudged = false;

  async function loop(): Promise<void> {
    while (!stopped) {
      let count = 0;
      try {
        if (await holdsLease()) count = await deliverBatch();
      } catch (error) {
        log.warn({ err: error }, `the event relay of ${database.module} will try again`);
      }
      if (count < options.batchMax && !nudged && !stopped) await sleep();
      nudged = false;
    }
    if (leaseUntil > 0) await releaseLease(database, "relay", holder).catch(() => undefined);
  }

  async function holdsLease(): Promise<boolean> {
    if (Date.now() < leaseUntil - leaseMs / 2) return true;
    const asked = Date.now();
    leaseUntil = (await takeLease(database, "relay", holder, leaseMs)) ? asked + leaseMs : 0;
    return leaseUntil > 0;
  }

  async function deliverBatch(): Promise<number> {
    const rows = await database.query<Row>(
      `SELECT id, type, key, payload, attempts FROM outbox
       WHERE (attempts = 0 OR next_attempt_at <= now())
         AND key <> ALL (ARRAY(SELECT key FROM outbox WHERE attempts > 0 AND next_attempt_at > now()))
       ORDER BY id LIMIT $1`,
      [options.batchMax],
      "read-outbox",
    );
    if (rows.length === 0) return 0;
    crashPoint("relay.before-deliver");
    const failures = await deliver(rows);
    crashPoint("relay.after-deliver");
    const done = rows.filter((row) => !failures.has(row.id));
    if (done.length > 0) {
      await database.query(
        "DELETE FROM outbox WHERE id = ANY($1::uuid[])",
        [done.map((row) => row.id)],
        "delete-delivered",
      );
      crashPoint("relay.after-delete");
      delivered.inc(done.length);
    }
    for (const row of rows) {
      const failure = failures.get(row.id);
      if (failure !== undefined) await postponeOrPark(row, failure);
    }
    return rows.length;
  }

  /** The ids that some subscriber did not take, with the reason. */
  async function deliver(rows: readonly Row[]): Promise<Map<string, string>> {
    const failures = new Map<string, string>();
    await Promise.all(
      options.subscribers().map(async (subscriber) => {
        const wanted = rows.filter((row) => subscriber.types.has(row.type));
        if (wanted.length === 0) return;
        try {
          const { results } = await subscriber.client.deliver({
            consumer: subscriber.module,
            events: wanted.map(({ id, type, key, payload }) => ({
              id,
              type,
              key,
              payloadJson: JSON.stringify(payload),
            })),
          });
          for (const result of results) if (!result.delivered) failures.set(result.eventId, result.error);
        } catch (error) {
          const reason = error instanceof Error ? error.message : "unknown";
          for (const row of wanted) failures.set(row.id, `${subscriber.module}: ${reason}`);
        }
      }),
    );
    return failures;
  }

  async function postponeOrPark(row: Row, reason: string): Promise<void> {
    if (row.attempts + 1 >= options.attemptsMax) {
      await database.query(
        `WITH gone AS (DELETE FROM outbox WHERE id = $1 RETURNING id, type, key, payload, at)
         INSERT INTO parked_event (id, type, key, payload, at, last_error) SELECT *, $2 FROM gone`,
        [row.id, reason],
      );
      eventsParked.labels(database.module).inc();
      log.error({ event: row.id, type: row.type, reason }, "an event was parked");
      return;
    }
    await database.query(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $2,
         next_attempt_at = now() + least(60, 0.1 * 2 ^ attempts) * interval '1 second'
       WHERE id = $1`,
      [row.id, reason],
    );
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, options.pollMs);
      function done() {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      wake = done;
    });
  }

  const running = loop();
  return {
    nudge() {
      nudged = true;
      wake?.();
    },
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}
