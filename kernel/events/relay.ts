import { randomUUID } from "node:crypto";
import type { Database } from "../database/database.ts";
import { releaseLease, takeLease } from "../database/lease.ts";
import { crashPoint } from "../module/crash-point.ts";
import { createPause } from "../module/pause.ts";
import type { Logger } from "../telemetry/logger.ts";
import { eventsDelivered } from "../telemetry/metrics.ts";
import type { DeliveredEvent } from "./inbox.ts";

/**
 * Hands events on, to all who want them. Answers the ids of those that somebody could not be given now: they come again,
 * to all. Rejects when nobody can be reached at all.
 */
export type Delivery = (events: readonly DeliveredEvent[]) => Promise<ReadonlySet<string>>;

export type RelayOptions = {
  database: Database;
  deliver: Delivery;
  batchMax: number;
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

type Row = { id: string; type: string; key: string; payload: unknown };

/**
 * Delivers a module's outbox, oldest first, and deletes what all consumers have. A lease makes one relay per module
 * active. What cannot be delivered, since a consumer is away, is tried again later and later, for as long as it takes;
 * later events of the same key wait behind it meanwhile, others do not.
 */
export function startRelay(options: RelayOptions): Relay {
  const { database, leaseMs, log } = options;
  const holder = randomUUID();
  const delivered = eventsDelivered.labels(database.module);
  let stopped = false;
  let leaseUntil = 0;
  const pause = createPause();
  let nudged = false;
  let away = false;

  async function loop(): Promise<void> {
    while (!stopped) {
      let count = 0;
      try {
        if (await holdsLease()) count = await deliverBatch();
        away = false;
      } catch (error) {
        if (!away) log.warn({ err: error }, `the event relay of ${database.module} will try again`);
        away = true;
      }
      if (!stopped && (away || (count < options.batchMax && !nudged))) await pause.wait(options.pollMs);
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
      `SELECT id, type, key, payload FROM outbox
       WHERE (attempts = 0 OR next_attempt_at <= now())
         AND key <> ALL (ARRAY(SELECT key FROM outbox WHERE attempts > 0 AND next_attempt_at > now()))
       ORDER BY id LIMIT $1`,
      [options.batchMax],
      "read-outbox",
    );
    if (rows.length === 0) return 0;
    crashPoint("relay.before-deliver");
    const left = await options.deliver(
      rows.map(({ id, type, key, payload }) => ({ id, type, key, payloadJson: JSON.stringify(payload) })),
    );
    crashPoint("relay.after-deliver");
    const done = rows.flatMap(({ id }) => (left.has(id) ? [] : [id]));
    if (done.length > 0) {
      await database.query("DELETE FROM outbox WHERE id = ANY($1::uuid[])", [done], "delete-delivered");
      crashPoint("relay.after-delete");
      delivered.inc(done.length);
    }
    if (left.size > 0)
      await database.query(
        `UPDATE outbox SET attempts = attempts + 1,
           next_attempt_at = now() + least(5, 0.1 * 2 ^ least(attempts, 10)) * interval '1 second'
         WHERE id = ANY($1::uuid[])`,
        [[...left]],
        "postpone-undelivered",
      );
    return rows.length;
  }

  const running = loop();
  return {
    nudge() {
      nudged = true;
      // Who is away is not called again for each event, only after a pause.
      if (!away) pause.end();
    },
    async stop() {
      stopped = true;
      pause.end();
      await running;
    },
  };
}
