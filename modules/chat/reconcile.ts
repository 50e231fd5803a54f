import { createReconcile, type Walk } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";

const walks: readonly Walk[] = [
  {
    name: "rooms",
    table: "room",
    key: { id: "uuid" },
    rows: (within) => `
      SELECT r.id, r.head, (SELECT max(seq) FROM event e WHERE e.room_id = r.id) AS last FROM room r WHERE ${within("r.id")}`,
    invariants: [
      {
        name: "room whose head is not its last event",
        off: "head <> coalesce(last, 0)",
        protects: "Clients that have read up to a room's head have read everything.",
      },
    ],
  },
  {
    name: "room events",
    table: "event",
    key: { room_id: "uuid", seq: "bigint" },
    rows: (within) => `
      SELECT e.room_id, e.seq, r.id AS room, previous.seq AS previous
      FROM event e
      LEFT JOIN room r ON r.id = e.room_id
      LEFT JOIN event previous ON previous.room_id = e.room_id AND previous.seq = e.seq - 1
      WHERE ${within("e.room_id", "e.seq")}`,
    invariants: [
      {
        name: "event with a gap before it",
        off: "seq > 1 AND previous IS NULL",
        protects: "No message is lost: the numbers of a room's events have no gaps.",
      },
      {
        name: "event without its room",
        off: "room IS NULL",
        protects: "Every message is in a room that its members can open.",
      },
    ],
  },
  {
    name: "members",
    table: "member",
    key: { room_id: "uuid", account_id: "uuid" },
    rows: (within) => `
      SELECT m.room_id, m.account_id, m.read_seq, r.head FROM member m JOIN room r ON r.id = m.room_id
      WHERE ${within("m.room_id", "m.account_id")}`,
    invariants: [
      {
        name: "member who has read further than the room's head",
        off: "read_seq > head",
        protects: "A message that comes later counts as unread.",
      },
    ],
  },
  {
    name: "offers",
    table: "offer",
    key: { id: "uuid" },
    rows: (within) => `
      SELECT o.id, e.kind FROM offer o LEFT JOIN event e ON e.room_id = o.room_id AND e.seq = o.seq WHERE ${within("o.id")}`,
    invariants: [
      {
        name: "offer without its event",
        off: "kind IS DISTINCT FROM 'offer'",
        protects: "Both sides see what was offered.",
      },
    ],
  },
];

/** The invariants of rooms and messages. */
export function createChatReconcile(database: Database) {
  return createReconcile(database, walks);
}
