import { type EventKind, messageKinds, type RoomEvent } from "@jangteo/contracts/chat/frames.ts";
import type { Transaction } from "@jangteo/kernel/database/database.ts";

/** An event with the room that it happened in. */
export type StoredEvent = RoomEvent & { readonly room: string };

/** An event that has no number yet. `body` must be JSON. */
export type NewEvent = {
  room: string;
  kind: EventKind;
  sender: string | null;
  clientId: string | null;
  body: Record<string, unknown>;
};

/** A room whose row is locked: nobody else adds to it before the transaction ends. */
export type LockedRoom = {
  id: string;
  head: number;
  /** Whether it is a 1:1 room. */
  direct: boolean;
  productId: string | null;
  createdBy: string;
  askedAt: Date | null;
};

/** Locks rooms, in id order as everywhere, so that two who lock several never wait for each other. */
export async function lockRooms(
  transaction: Transaction,
  ids: readonly string[],
): Promise<{ rooms: Map<string, LockedRoom> }> {
  const rows = await transaction.query<LockedRoom>(
    `SELECT id, head, pair IS NOT NULL AS direct, product_id AS "productId", created_by AS "createdBy", asked_at AS "askedAt"
     FROM room WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [[...new Set(ids)]],
    "lock-rooms",
  );
  return { rooms: new Map(rows.map((row) => [row.id, row])) };
}

/** What is stored of an event: of people who came no names, which are read with it as they are then. */
function storedBody({ kind, body }: NewEvent): Record<string, unknown> {
  if (kind !== "member" || !Array.isArray(body.joined)) return body;
  return { ...body, joined: (body.joined as { id: string; role: string }[]).map(({ id, role }) => ({ id, role })) };
}

/** SQL of the body of an event `e`, with the names of people who came. */
export const bodyWithNames = `
  CASE WHEN e.kind = 'member' AND e.body ? 'joined' THEN jsonb_set(e.body, '{joined}', (
    SELECT coalesce(jsonb_agg(joined.card || jsonb_build_object('name', coalesce(p.name, '')) ORDER BY joined.position), '[]')
    FROM jsonb_array_elements(e.body -> 'joined') WITH ORDINALITY AS joined (card, position)
    LEFT JOIN person p ON p.id = (joined.card ->> 'id')::uuid)) ELSE e.body END`;

/**
 * Gives each event the next number of its room and stores them all in one statement, with the rooms' new heads. The
 * rooms must be locked; their `head` and `askedAt` are taken as they stand in `rooms`, and `head` is moved on.
 */
export async function appendEvents(
  transaction: Transaction,
  rooms: ReadonlyMap<string, LockedRoom>,
  events: readonly NewEvent[],
  at: Date,
): Promise<StoredEvent[]> {
  if (events.length === 0) return [];
  // Ids travel once; events name them by their position.
  const touched = new Map<string, { room: LockedRoom; spoken: boolean; position: number }>();
  const senders = new Map<string, number>();
  const time = at.toISOString();
  const stored = events.map((event): StoredEvent => {
    const room = rooms.get(event.room)!;
    let touch = touched.get(room.id);
    if (!touch) touched.set(room.id, (touch = { room, spoken: false, position: touched.size + 1 }));
    touch.spoken ||= messageKinds.includes(event.kind);
    if (event.sender !== null && !senders.has(event.sender)) senders.set(event.sender, senders.size + 1);
    const { kind, sender, clientId, body } = event;
    return { room: event.room, seq: ++room.head, kind, sender, clientId, body, at: time };
  });
  const moved = [...touched.values()];
  await transaction.query(
    `WITH moved AS (
       UPDATE room SET head = r.head, last_at = CASE WHEN r.spoken THEN $5 ELSE last_at END, asked_at = r.asked_at
       FROM unnest($1::uuid[], $2::bigint[], $3::boolean[], $4::timestamptz[]) AS r (id, head, spoken, asked_at)
       WHERE room.id = r.id)
     INSERT INTO event (room_id, seq, kind, sender_id, client_id, body, at)
     SELECT ($1::uuid[])[room], seq, kind, ($6::uuid[])[sender], client_id, body, $5
     FROM unnest($7::int[], $8::bigint[], $9::text[], $10::int[], $11::text[], $12::jsonb[])
       AS e (room, seq, kind, sender, client_id, body)`,
    [
      moved.map(({ room }) => room.id),
      moved.map(({ room }) => room.head),
      moved.map(({ spoken }) => spoken),
      moved.map(({ room }) => room.askedAt),
      at,
      [...senders.keys()],
      stored.map((event) => touched.get(event.room)!.position),
      stored.map((event) => event.seq),
      stored.map((event) => event.kind),
      stored.map((event) => (event.sender === null ? null : senders.get(event.sender)!)),
      stored.map((event) => event.clientId),
      events.map((event) => JSON.stringify(storedBody(event))),
    ],
    "append-events",
  );
  return stored;
}

/** The time that events of this transaction bear: read after the locks were got, so that it never runs backwards in a room. */
export async function clockOf(transaction: Transaction): Promise<Date> {
  const [row] = await transaction.query<{ at: Date }>("SELECT clock_timestamp() AS at", [], "read-clock");
  return row!.at;
}

export type EventRow = {
  room_id: string;
  seq: number;
  kind: EventKind;
  sender_id: string | null;
  client_id: string | null;
  body: Record<string, unknown>;
  at: Date;
};

export function storedEvent(row: EventRow): StoredEvent {
  return {
    room: row.room_id,
    seq: row.seq,
    kind: row.kind,
    sender: row.sender_id,
    clientId: row.client_id,
    body: row.body,
    at: row.at.toISOString(),
  };
}

/** What a change of a message says to a member who came after that message: only that it was changed. */
export function withoutText<Event extends Pick<RoomEvent, "body">>(event: Event): Event {
  return { ...event, body: { seq: event.body.seq } };
}

/** The number of the message whose new text an event holds, if it does. */
export function editedBy({ kind, body }: Pick<RoomEvent, "kind" | "body">): number | undefined {
  return kind === "edit" ? (body.seq as number) : undefined;
}

/** The event as a member reads it who sees what happened after `fromSeq`. */
export function seenAfter(fromSeq: number, event: StoredEvent): StoredEvent {
  return (editedBy(event) ?? Number.POSITIVE_INFINITY) > fromSeq ? event : withoutText(event);
}

/** The event as lists show it, where the room is known. */
export function roomEvent({ seq, kind, sender, clientId, body, at }: StoredEvent): RoomEvent {
  return { seq, kind, sender, clientId, body, at };
}
