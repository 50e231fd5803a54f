import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { bodyWithNames, type EventRow, type StoredEvent, seenAfter, storedEvent } from "./event.ts";

const columns = `e.room_id, e.seq, e.kind, e.sender_id, e.client_id, ${bodyWithNames} AS body, e.at`;

/**
 * The newest `limit` events below `before`, or the oldest above `after`, in the order of their numbers; as a member reads
 * them who sees what happened after `fromSeq`.
 */
export async function readHistory(
  queryable: Queryable,
  room: string,
  where: { before: number } | { after: number },
  limit: number,
  fromSeq: number,
): Promise<StoredEvent[]> {
  const view = (row: EventRow) => seenAfter(fromSeq, storedEvent(row));
  if ("after" in where) {
    const rows = await queryable.query<EventRow>(
      `SELECT ${columns} FROM event e WHERE room_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [room, Math.max(where.after, fromSeq), limit],
      "read-after",
    );
    return rows.map(view);
  }
  const rows = await queryable.query<EventRow>(
    `SELECT ${columns} FROM event e WHERE room_id = $1 AND seq < $2 AND seq > $4 ORDER BY seq DESC LIMIT $3`,
    [room, where.before, limit, fromSeq],
    "read-before",
  );
  return rows.toReversed().map(view);
}

/** For many rooms at once: the oldest events above a number each, at most `limit` a room. */
export async function readAfterMany(
  database: Database,
  wanted: readonly { room: string; after: number }[],
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await database.query<EventRow>(
    `SELECT ${columns} FROM unnest($1::uuid[], $2::bigint[]) AS w (room_id, after)
     CROSS JOIN LATERAL (SELECT * FROM event WHERE room_id = w.room_id AND seq > w.after ORDER BY seq LIMIT $3) e`,
    [wanted.map((each) => each.room), wanted.map((each) => each.after), limit],
    "read-after-many",
  );
  return rows.map(storedEvent);
}

/** The last number given in each of these rooms. */
export async function readHeads(queryable: Queryable, rooms: readonly string[]): Promise<Map<string, number>> {
  const rows = await queryable.query<{ id: string; head: number }>(
    "SELECT id, head FROM room WHERE id = ANY ($1::uuid[])",
    [rooms],
    "read-heads",
  );
  return new Map(rows.map((row) => [row.id, row.head]));
}
