import { create, toJson } from "@bufbuild/protobuf";
import type { EventInit, EventType } from "@jangteo/contracts/events.ts";
import type { Queryable } from "../database/database.ts";
import { newId } from "../database/new-id.ts";

/** An event on its way, as it stands in an outbox. `payload` is ProtoJSON. */
export type OutboxEvent = { id: string; type: string; key: string; payload: unknown };

/** An event as a row of the outbox: for statements that write many at once. */
export function outboxEvent<Type extends EventType>(type: Type, key: string, init: EventInit<Type>): OutboxEvent {
  return { id: newId(), type: type.name, key, payload: toJson(type.schema, create(type.schema, init)) };
}

/**
 * Writes events into the module's outbox, in the transaction that made them true. `key` is the id of the aggregate
 * that the event is about.
 */
export async function publish(transaction: Queryable, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  await transaction.query(
    `INSERT INTO outbox (id, type, key, payload)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::json[])`,
    [
      events.map((event) => event.id),
      events.map((event) => event.type),
      events.map((event) => event.key),
      events.map((event) => JSON.stringify(event.payload)),
    ],
    "publish-events",
  );
}
