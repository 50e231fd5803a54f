import { type DescMessage, fromJsonString, type MessageShape } from "@bufbuild/protobuf";
import type { EventType } from "@jangteo/contracts/events.ts";
import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Database, Transaction } from "../database/database.ts";
import { crashPoint } from "../module/crash-point.ts";
import type { ServiceImplementation } from "../rpc/types.ts";
import type { Logger } from "../telemetry/logger.ts";

/** What a module does about events of one kind, in the transaction that also remembers them. */
export type Consumer = {
  readonly type: EventType;
  readonly handle: (events: never[], transaction: Transaction) => Promise<void>;
};

/**
 * Declares a consumer with its event's type: `consume(AccountChanged, async (events, transaction) => …)`. The events
 * come in the order in which they were delivered, each once.
 */
export function consume<Schema extends DescMessage>(
  type: EventType<Schema>,
  handle: (events: MessageShape<Schema>[], transaction: Transaction) => Promise<void>,
): Consumer {
  return { type, handle: handle as Consumer["handle"] };
}

type Delivered = { id: string; type: string; payloadJson: string };

/**
 * Takes delivered events in. Events and effects are one transaction, so an event delivered twice has one effect. When a
 * batch fails, each of its events is taken alone; one that fails alone is answered as failed and is not in the way of
 * the others.
 */
export function inboxService(
  database: Database,
  consumers: readonly Consumer[],
  log: Logger,
): ServiceImplementation<typeof EventService> {
  const byType = new Map(consumers.map((consumer) => [consumer.type.name, consumer]));

  async function take(events: readonly Delivered[]): Promise<void> {
    if (events.length === 0) return;
    await database.transaction(async (transaction) => {
      const fresh = await transaction.query<{ event_id: string }>(
        "INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id",
        [[...new Set(events.map((event) => event.id))].sort()],
        "take-events",
      );
      const unseen = new Set(fresh.map((row) => row.event_id));
      for (const [type, consumer] of byType) {
        const mine = events.filter((event) => event.type === type && unseen.delete(event.id));
        if (mine.length === 0) continue;
        const messages = mine.map(({ payloadJson }) =>
          fromJsonString(consumer.type.schema, payloadJson, { ignoreUnknownFields: true }),
        );
        await consumer.handle(messages as never[], transaction);
      }
      crashPoint("inbox.before-commit");
    });
    crashPoint("inbox.after-commit");
  }

  async function takeAlone(event: Delivered): Promise<{ eventId: string; delivered: boolean; error?: string }> {
    try {
      await take([event]);
      return { eventId: event.id, delivered: true };
    } catch (error) {
      log.warn({ err: error, event: event.id, type: event.type }, "an event could not be taken in");
      return { eventId: event.id, delivered: false, error: error instanceof Error ? error.message : "unknown" };
    }
  }

  return {
    async deliver(request) {
      const wanted = request.events.filter((event) => byType.has(event.type));
      try {
        await take(wanted);
        return { results: request.events.map((event) => ({ eventId: event.id, delivered: true })) };
      } catch {
        const results = [];
        for (const event of request.events)
          results.push(byType.has(event.type) ? await takeAlone(event) : { eventId: event.id, delivered: true });
        return { results };
      }
    },
  };
}

/** Forgets events that were taken long ago. */
export async function forgetOldEvents(database: Database, keepDays: number): Promise<void> {
  await database.query("DELETE FROM inbox WHERE at < now() - $1 * interval '1 day'", [keepDays]);
}
