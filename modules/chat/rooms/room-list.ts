import { messageKinds, type RoomEvent } from "@jangteo/contracts/chat/frames.ts";
import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { lastId } from "@jangteo/kernel/http/list.ts";
import { type EventRow, roomEvent, storedEvent } from "../messages/event.ts";
import type { RoomRow } from "./room-view.ts";

/** Unread messages are counted up to here; more is shown as "99+". */
const unreadMax = 100;

export type ListedRoom = RoomRow & { lastAt: Date; readSeq: number; unread: number; lastMessage: RoomEvent | null };

type Row = RoomRow &
  Omit<EventRow, "room_id" | "seq"> & { seq: number | null; last_at: Date; read_seq: number; unread: number };

const unreadSql = `
  SELECT count(*)::int AS unread FROM (
    SELECT 1 FROM event e WHERE e.room_id = r.id AND e.seq > m.read_seq AND e.kind = ANY ($2::text[])
      AND e.sender_id IS DISTINCT FROM m.account_id LIMIT ${unreadMax}) u`;

/** An account's rooms with their last message and what is unread, the busiest first; one more than `limit` where more follow. */
export async function listRooms(
  queryable: Queryable,
  account: string,
  limit: number,
  before: { lastAt: string; id: string } | undefined,
): Promise<ListedRoom[]> {
  const rows = await queryable.query<Row>(
    `SELECT r.id, r.name, r.product_id, r.head, r.created_by, r.last_at, m.from_seq AS "fromSeq", m.read_seq, u.unread,
       l.seq, l.kind, l.sender_id, l.client_id, l.body, l.at
     FROM member m JOIN room r ON r.id = m.room_id
     LEFT JOIN LATERAL (SELECT * FROM event e WHERE e.room_id = r.id AND e.seq > m.from_seq AND e.kind = ANY ($2::text[])
       ORDER BY e.seq DESC LIMIT 1) l ON true
     CROSS JOIN LATERAL (${unreadSql}) u
     WHERE m.account_id = $1 AND m.left_at IS NULL AND (r.last_at, r.id) < ($3::timestamptz, $4::uuid)
     ORDER BY r.last_at DESC, r.id DESC LIMIT $5`,
    [account, messageKinds, before?.lastAt ?? "infinity", before?.id ?? lastId, limit + 1],
    "list-rooms",
  );
  return rows.map(({ last_at, read_seq, unread, id, name, product_id, head, created_by, fromSeq, seq, ...event }) => ({
    id,
    name,
    product_id,
    head,
    created_by,
    fromSeq,
    lastAt: last_at,
    readSeq: read_seq,
    unread,
    lastMessage: seq === null ? null : roomEvent(storedEvent({ ...event, seq, room_id: id })),
  }));
}

/** How many messages an account has not read, in its 200 busiest rooms. */
export async function unreadOf(queryable: Queryable, account: string): Promise<number> {
  const [row] = await queryable.query<{ unread: number }>(
    `SELECT coalesce(sum(u.unread), 0)::int AS unread FROM (
       SELECT r.id, m.read_seq, m.account_id FROM member m JOIN room r ON r.id = m.room_id
       WHERE m.account_id = $1 AND m.left_at IS NULL AND r.head > m.read_seq ORDER BY r.last_at DESC LIMIT 200) m
     JOIN room r ON r.id = m.id CROSS JOIN LATERAL (${unreadSql}) u`,
    [account, messageKinds],
    "unread-of",
  );
  return row!.unread;
}
