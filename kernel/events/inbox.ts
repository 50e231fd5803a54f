import { type DescMessage, fromJsonString, type MessageShape } from "@bufbuild/protobuf";
import type { EventType } from "@jangteo/contracts/events.ts";
import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Database, Transaction } from "../database/database.ts";
import { crashPoint } from "../module/crash-point.ts";
import type { ServiceImplementation } from "../rpc/types.ts";
import type { Logger } from "../telemetry/logger.ts";

/** What a module does about an event, in the transaction that also remembers the event. */
export type Consumer = {
  readonly type: EventType;
  readonly handle: (event: never, transaction: Transaction) => Promise<void>;
};

/** Declares a consumer with its event's type: `consume(AccountChanged, async (event, transaction) => …)`. */
export function consume<Schema extends DescMessage>(
  type: EventType<Schema>,
  handle: (event: MessageShape<Schema>, transaction: Transaction) => Promise<void>,
): Consumer {
  return { type, handle: handle as Consumer["handle"] };
}

/**
 * Takes delivered events in. Event and effect are one transaction, so an event delivered twice has one effect; one
 * that fails is answered as failed and is not in the way of the others.
 */
export function inboxService(
  database: Database,
  consumers: readonly Consumer[],
  log: Logger,
): ServiceImplementation<typeof EventService> {
  const byType = new Map(consumers.map((consumer) => [consumer.type.name, consumer]));
  return {
    async deliver(request) {
      const results: { eventId: string; delivered: boolean; error?: string }[] = [];
      for (const event of request.events) {
        const consumer = byType.get(event.type);
        if (!consumer) {
          results.push({ eventId: event.id, delivered: true });
          continue;
        }
        try {
          await database.transaction(async (transaction) => {
            const fresh = await transaction.query(
              "INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id",
              [event.id],
              "take-event",
            );
            if (fresh.length === 0) return;
            const message = fromJsonString(consumer.type.schema, event.payloadJson, { ignoreUnknownFields: true });
            await consumer.handle(message as never, transaction);
            crashPoint("inbox.before-commit");
          });
          crashPoint("inbox.after-commit");
          results.push({ eventId: event.id, delivered: true });
        } catch (error) {
          log.warn({ err: error, event: event.id, type: event.type }, "an event could not be taken in");
          results.push({
            eventId: event.id,
            delivered: false,
            error: error instanceof Error ? error.message : "unknown",
          });
        }
      }
      return { results };
    },
  };
}

/** Forgets events that were taken long ago. */
export async function forgetOldEvents(database: Database, keepDays: number): Promise<void> {
  await database.query("DELETE FROM inbox WHERE at < now() - $1 * interval '1 day'", [keepDays]);
}
