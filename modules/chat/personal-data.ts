import type { Database } from "@jangteo/kernel/database/database.ts";
import { afterPosition, createExport, exportedRows } from "@jangteo/kernel/personal/export.ts";

/** What the chat module holds of a person: the rooms, what the person sent, and what the person set up. */
export function createChatExport(database: Database) {
  const rows = (kind: string, sql: string) => exportedRows(database, kind, sql);
  return createExport([
    rows(
      "room",
      `SELECT m.room_id::text AS position, json_build_object('id', r.id, 'name', r.name, 'productId', r.product_id,
         'joinedAt', m.joined_at, 'leftAt', m.left_at) AS row
       FROM member m JOIN room r ON r.id = m.room_id
       WHERE m.account_id = $1 AND ${afterPosition("m.room_id")} ORDER BY m.room_id LIMIT $3`,
    ),
    rows(
      "message",
      // What a person sends has a clientId: the unique index over it finds these messages in each room.
      `WITH start AS (
         SELECT coalesce(nullif(split_part($2, ' ', 1), ''), '00000000-0000-0000-0000-000000000000')::uuid AS room_id,
           coalesce(nullif(split_part($2, ' ', 2), ''), '0')::bigint AS seq)
       SELECT e.room_id || ' ' || e.seq AS position,
         json_build_object('room', e.room_id, 'seq', e.seq, 'type', e.kind, 'body', e.body, 'at', e.at) AS row
       FROM start JOIN member m ON m.account_id = $1 AND m.room_id >= start.room_id
       CROSS JOIN LATERAL (
         SELECT * FROM event WHERE room_id = m.room_id AND sender_id = $1 AND client_id IS NOT NULL
           AND seq > CASE WHEN m.room_id = start.room_id THEN start.seq ELSE 0 END
         ORDER BY seq LIMIT $3) e
       ORDER BY e.room_id, e.seq LIMIT $3`,
    ),
    rows(
      "quick reply",
      `SELECT q.id::text AS position, json_build_object('text', q.text, 'at', q.created_at) AS row
       FROM quick_reply q WHERE q.account_id = $1 AND ${afterPosition("q.id")} ORDER BY q.id LIMIT $3`,
    ),
    rows(
      "block",
      `SELECT b.blocked::text AS position, json_build_object('accountId', b.blocked, 'at', b.at) AS row
       FROM block b WHERE b.blocker = $1 AND ${afterPosition("b.blocked")} ORDER BY b.blocked LIMIT $3`,
    ),
    rows(
      "report",
      `SELECT r.id::text AS position, json_build_object('room', r.room_id, 'seq', r.seq, 'reason', r.reason,
         'decision', r.decision, 'at', r.at) AS row
       FROM report r WHERE r.reporter = $1 AND ${afterPosition("r.id")} ORDER BY r.id LIMIT $3`,
    ),
  ]);
}
