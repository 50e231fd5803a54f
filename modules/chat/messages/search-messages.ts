import type { Database } from "@jangteo/kernel/database/database.ts";
import { lastId } from "@jangteo/kernel/http/list.ts";
import { type EventRow, type StoredEvent, storedEvent } from "./event.ts";

export type MessageSearch = {
  account: string;
  words: string;
  room: string | undefined;
  limit: number;
  before: [at: string, room: string, seq: number] | undefined;
};

export type FoundMessages = { items: StoredEvent[]; next: [at: string, room: string, seq: number] | undefined };

/** So many texts of one's rooms are looked through for a page; the next page goes on from there. */
const lookedThroughMax = 5_000;

/**
 * Finds texts in an account's rooms that hold the words, newest first, without regard to case. It walks the rooms' own
 * index and needs none of its own; a page looks through a bounded number of messages.
 */
export async function searchMessages(database: Database, search: MessageSearch): Promise<FoundMessages> {
  const { account, words, room, limit, before } = search;
  const rows = await database.query<EventRow & { found: boolean }>(
    `WITH looked AS (
       SELECT e.* FROM member m
       CROSS JOIN LATERAL (
         SELECT * FROM event e WHERE e.room_id = m.room_id AND e.seq > m.from_seq AND e.kind IN ('text', 'image') AND (e.at, e.room_id, e.seq) < ($4, $5, $6)
         ORDER BY e.seq DESC LIMIT ${lookedThroughMax}) e
       WHERE m.account_id = $1 AND m.left_at IS NULL AND ($2::uuid IS NULL OR m.room_id = $2)
       ORDER BY e.at DESC, e.room_id DESC, e.seq DESC LIMIT ${lookedThroughMax}
     ), hit AS (
       SELECT * FROM looked WHERE position($3 IN lower(body ->> 'text')) > 0
       ORDER BY at DESC, room_id DESC, seq DESC LIMIT $7
     ), last AS (
       SELECT * FROM looked ORDER BY at, room_id, seq LIMIT 1
     )
     SELECT room_id, seq, kind, sender_id, client_id, body, at, true AS found FROM hit
     UNION ALL SELECT room_id, seq, kind, sender_id, client_id, '{}', at, false FROM last
       WHERE (SELECT count(*) FROM looked) = ${lookedThroughMax}`,
    [
      account,
      room ?? null,
      words.trim().toLowerCase(),
      before?.[0] ?? "infinity",
      before?.[1] ?? lastId,
      before?.[2] ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    ],
  );
  const hits = rows.filter((row) => row.found).sort((a, b) => (isNewer(a, b) ? -1 : 1));
  const items = hits.slice(0, limit);
  const end = hits.length > limit ? items.at(-1) : rows.find((row) => !row.found);
  return { items: items.map(storedEvent), next: end && [end.at.toISOString(), end.room_id, end.seq] };
}

function isNewer(a: EventRow, b: EventRow): boolean {
  const difference = a.at.getTime() - b.at.getTime();
  if (difference !== 0) return difference > 0;
  return a.room_id === b.room_id ? a.seq > b.seq : a.room_id > b.room_id;
}
