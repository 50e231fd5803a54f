import { type DescMessage, fromJson, type MessageShape } from "@bufbuild/protobuf";
import { errors } from "@jangteo/contracts/errors.ts";
import type { EventType } from "@jangteo/contracts/events.ts";
import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Database, Transaction } from "../database/database.ts";
import { crashPoint } from "../module/crash-point.ts";
import type { Worker } from "../module/job.ts";
import { createPause } from "../module/pause.ts";
import { isServiceError } from "../rpc/service-error.ts";
import type { ServiceImplementation } from "../rpc/types.ts";
import type { Logger } from "../telemetry/logger.ts";
import { eventsParked } from "../telemetry/metrics.ts";
import type { DeliveredEvent } from "./delivery.ts";

/** What a module does about events of one kind, in the transaction that also remembers them. */
export type Consumer = {
  readonly type: EventType;
  readonly prepare?: (events: never[]) => Promise<unknown>;
  readonly handle: (events: never[], transaction: Transaction, prepared: never) => Promise<void>;
};

/**
 * Declares a consumer with its event's type: `consume(AccountChanged, async (events, transaction) => …)`. The events
 * come in the order in which they were delivered, each once. `prepare` runs before the transaction, for what must be asked
 * of another module: with all events of a batch, also those that turn out to be known. While it fails, its events wait.
 */
export function consume<Schema extends DescMessage, Prepared = undefined>(
  type: EventType<Schema>,
  handle: (events: MessageShape<Schema>[], transaction: Transaction, prepared: Prepared) => Promise<void>,
  prepare?: (events: MessageShape<Schema>[]) => Promise<Prepared>,
): Consumer {
  return {
    type,
    handle: handle as Consumer["handle"],
    ...(prepare && { prepare: prepare as Consumer["prepare"] & {} }),
  };
}

export type Inbox = {
  /**
   * Consumes events, each once. Resolves when each has had its effect or waits in the inbox for another try; rejects
   * when the database is unavailable or too slow, and then all of them should come again.
   */
  take(events: readonly DeliveredEvent[]): Promise<void>;
  /** Tries what could not be taken in again, and parks what keeps failing. */
  start(): Worker;
};

export type InboxOptions = {
  database: Database;
  consumers: readonly Consumer[];
  /** Tries of an event before it is parked. */
  attemptsMax: number;
  /** How often waiting events are looked for. */
  pollMs: number;
  log: Logger;
};

/** Batches in a row that take too long before their events are taken alone. */
const slowBatchesMax = 3;

/** What a consumer needs beside its event could not be had: the event waits, and nothing else waits with it. */
class PrepareError extends Error {
  /** Another module is away: then for as long as that takes. */
  readonly isAway: boolean;
  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
    this.isAway = ["UNAVAILABLE", "DEADLINE_EXCEEDED"].includes(kindOf(cause) ?? "");
  }
}

/** An event as its consumer gets it, and what was prepared for its batch. */
type Prepared = { messages: ReadonlyMap<string, unknown>; byType: ReadonlyMap<string, unknown> };

type WaitingRow = DeliveredEvent & { attempts: number };

/**
 * A module's inbox: events and effects are one transaction, so an event delivered twice has one effect. When a batch
 * fails, each of its events is taken alone; one that fails alone waits in the inbox, with later ones of its key behind it,
 * and is not in the way of the others. When the database is unavailable, or a statement takes too long, the batch is
 * refused at once. An event that exceeds the time of a statement by itself is found when batches keep being refused for
 * that: one event per batch, so that a slow database is not called for each event in turn.
 */
export function createInbox({ database, consumers, attemptsMax, pollMs, log }: InboxOptions): Inbox {
  const byType = new Map(consumers.map((consumer) => [consumer.type.name, consumer]));
  let slowBatches = 0;

  async function prepare(events: readonly DeliveredEvent[]): Promise<Prepared> {
    const messages = new Map<string, unknown>();
    const prepared = new Map<string, unknown>();
    for (const [type, consumer] of byType) {
      const mine = events.filter((event) => event.type === type);
      for (const { id, payloadJson } of mine)
        messages.set(id, fromJson(consumer.type.schema, JSON.parse(payloadJson), { ignoreUnknownFields: true }));
      if (mine.length === 0 || !consumer.prepare) continue;
      try {
        prepared.set(type, await consumer.prepare(mine.map(({ id }) => messages.get(id)) as never[]));
      } catch (error) {
        throw new PrepareError(error);
      }
    }
    return { messages, byType: prepared };
  }

  async function handle(
    events: readonly DeliveredEvent[],
    transaction: Transaction,
    prepared: Prepared,
  ): Promise<void> {
    for (const [type, consumer] of byType) {
      const mine = events.filter((event) => event.type === type).map(({ id }) => prepared.messages.get(id));
      if (mine.length > 0) await consumer.handle(mine as never[], transaction, prepared.byType.get(type) as never);
    }
  }

  /** Those that were not taken before, each once, in the order in which they came. */
  async function unseen(events: readonly DeliveredEvent[], transaction: Transaction): Promise<DeliveredEvent[]> {
    const rows = await transaction.query<{ event_id: string }>(
      "INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id",
      [[...new Set(events.map((event) => event.id))].sort()],
      "take-events",
    );
    const fresh = new Set(rows.map((row) => row.event_id));
    return events.filter((event) => fresh.delete(event.id));
  }

  async function takeTogether(events: readonly DeliveredEvent[]): Promise<void> {
    const prepared = await prepare(events);
    await database.transaction(async (transaction) => {
      const fresh = await unseen(events, transaction);
      if (fresh.length > 0) {
        const rows = await transaction.query<{ key: string }>(
          "SELECT DISTINCT key FROM inbox_waiting WHERE key = ANY($1::text[])",
          [[...new Set(fresh.map((event) => event.key))]],
          "find-waiting-keys",
        );
        const behind = new Set(rows.map((row) => row.key));
        await handle(
          fresh.filter((event) => !behind.has(event.key)),
          transaction,
          prepared,
        );
        for (const event of fresh) if (behind.has(event.key)) await keep(event, 0, null, transaction);
      }
      crashPoint("inbox.before-commit");
    });
    crashPoint("inbox.after-commit");
  }

  /** Stores an event to be tried again. */
  async function keep(event: DeliveredEvent, attempts: number, reason: string | null, transaction: Transaction) {
    await transaction.query(
      `INSERT INTO inbox_waiting (id, type, key, payload, attempts, next_attempt_at, last_error)
       VALUES ($1, $2, $3, $4, $5::int, now() + $5::int * interval '0.1 second', $6)`,
      [event.id, event.type, event.key, event.payloadJson, attempts, reason],
    );
  }

  async function takeAlone(event: DeliveredEvent): Promise<void> {
    try {
      await takeTogether([event]);
    } catch (error) {
      if (kindOf(error) === "UNAVAILABLE") throw error;
      log.warn(
        { err: error, event: event.id, type: event.type },
        "an event could not be taken in and will be tried again",
      );
      await database.transaction(async (transaction) => {
        const [fresh] = await unseen([event], transaction);
        if (fresh) await keep(fresh, 1, reasonOf(error), transaction);
      });
      if (kindOf(error) === "DEADLINE_EXCEEDED") throw error;
    }
  }

  /** Tries the first event that is due; false when there is none, or another instance has it. */
  async function retryOne(): Promise<boolean> {
    const [event] = await database.query<WaitingRow>(
      `SELECT id, type, key, payload::text AS "payloadJson", attempts FROM inbox_waiting w
       WHERE next_attempt_at <= now()
         AND NOT EXISTS (SELECT 1 FROM inbox_waiting before WHERE before.key = w.key AND before.id < w.id)
       ORDER BY id LIMIT 1`,
      [],
      "next-waiting-event",
    );
    if (!event) return false;
    try {
      const prepared = await prepare([event]);
      return await database.transaction(async (transaction) => {
        // Another instance may have it, or may have had it meanwhile.
        const gone = await transaction.query(
          `DELETE FROM inbox_waiting WHERE id = (SELECT id FROM inbox_waiting WHERE id = $1 FOR UPDATE SKIP LOCKED) RETURNING id`,
          [event.id],
          "take-waiting-event",
        );
        if (gone.length > 0) await handle([event], transaction, prepared);
        return gone.length > 0;
      });
    } catch (error) {
      await postponeOrPark(event, error);
      return true;
    }
  }

  async function postponeOrPark(event: WaitingRow, error: unknown): Promise<void> {
    const reason = reasonOf(error);
    if (event.attempts + 1 >= attemptsMax && !(error instanceof PrepareError && error.isAway)) {
      await database.query(
        `WITH gone AS (DELETE FROM inbox_waiting WHERE id = $1 RETURNING id, type, key, payload, at)
         INSERT INTO parked_event (id, type, key, payload, at, last_error) SELECT *, $2 FROM gone`,
        [event.id, reason],
      );
      eventsParked.labels(database.module).inc();
      log.error({ event: event.id, type: event.type, reason }, "an event was parked");
      return;
    }
    await database.query(
      `UPDATE inbox_waiting SET attempts = attempts + 1, last_error = $2,
         next_attempt_at = now() + least(60, 0.1 * 2 ^ least(attempts, 20)) * interval '1 second'
       WHERE id = $1`,
      [event.id, reason],
    );
  }

  return {
    async take(events) {
      const wanted = events.filter((event) => byType.has(event.type));
      if (wanted.length === 0) return;
      try {
        await takeTogether(wanted);
      } catch (error) {
        const kind = kindOf(error);
        if (kind === "UNAVAILABLE") throw error;
        if (kind === "DEADLINE_EXCEEDED" && ++slowBatches < slowBatchesMax) throw error;
        for (const event of wanted) await takeAlone(event);
      }
      slowBatches = 0;
    },
    start() {
      let stopped = false;
      const pause = createPause();
      async function loop(): Promise<void> {
        while (!stopped) {
          try {
            while (!stopped && (await retryOne()));
          } catch (error) {
            log.warn({ err: error }, `waiting events of ${database.module} will be looked for again`);
          }
          if (!stopped) await pause.wait(pollMs);
        }
      }
      const running = loop();
      return {
        async stop() {
          stopped = true;
          pause.end();
          await running;
        },
      };
    },
  };
}

function kindOf(error: unknown): string | undefined {
  return isServiceError(error) ? errors[error.code].kind : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}

/** The service by which relays of other modules reach the inboxes of this process. */
export function eventService(inboxes: ReadonlyMap<string, Inbox>): ServiceImplementation<typeof EventService> {
  return {
    async deliver({ consumer, events }) {
      await inboxes.get(consumer)?.take(events);
      return { results: events.map((event) => ({ eventId: event.id, delivered: true })) };
    },
  };
}
