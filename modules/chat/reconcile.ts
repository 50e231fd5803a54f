import { type Check, runChecks } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";

/** This module's own checks: each query gives the ids of what is off. */
const queries = {
  "room whose head is not its last event, or with a gap before it": `
    SELECT r.id FROM room r LEFT JOIN LATERAL
      (SELECT count(*) AS events, coalesce(max(seq), 0) AS last FROM event e WHERE e.room_id = r.id) e ON true
    WHERE r.head <> e.last OR r.head <> e.events`,
  "event without its room": `
    SELECT DISTINCT e.room_id AS id FROM event e WHERE NOT EXISTS (SELECT 1 FROM room r WHERE r.id = e.room_id)`,
  "member who has read further than the room's head": `
    SELECT m.room_id AS id FROM member m JOIN room r ON r.id = m.room_id WHERE m.read_seq > r.head`,
  "offer without its event": `
    SELECT o.id FROM offer o WHERE NOT EXISTS (
      SELECT 1 FROM event e WHERE e.room_id = o.room_id AND e.seq = o.seq AND e.kind = 'offer')`,
  "parked event": "SELECT id FROM parked_event",
};

export function reconcile(database: Database): Promise<Check[]> {
  return runChecks(database, queries);
}
