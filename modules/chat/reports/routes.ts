import { audit } from "@jangteo/kernel/admin/audit.ts";
import { adminRoute, Reason } from "@jangteo/kernel/admin/routes.ts";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import { appendEvents, clockOf, lockRooms, type StoredEvent } from "../messages/event.ts";
import { PublicCard } from "../people/person.ts";

const strict = { additionalProperties: false } as const;
const Text = Type.Union([Type.String(), Type.Null()]);
const Decision = Type.Union([Type.Literal("REMOVED"), Type.Literal("DISMISSED")]);

const Report = Type.Object({
  id: Id,
  roomId: Id,
  seq: Type.Integer({ description: "The message; 0 for the room as a whole" }),
  kind: Text,
  body: Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]),
  sender: Type.Union([PublicCard, Type.Null()]),
  reporter: PublicCard,
  reason: Type.String(),
  at: Time,
  decision: Type.Union([Decision, Type.Null()]),
  decisionReason: Text,
});
type Card = { id: string; role: string; name: string };
type Row = {
  id: string;
  roomId: string;
  seq: number;
  kind: string | null;
  body: object | null;
  sender: Card | null;
  reporter: Card;
  reason: string;
  at: Date;
  decision: "REMOVED" | "DISMISSED" | null;
  decisionReason: string | null;
};

/** Complaints about messages and rooms, as administrators see them: the message complained of, and no other. */
export function reportRoutes(
  http: HttpServer,
  database: Database,
  committed: (events: readonly StoredEvent[]) => void,
): void {
  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/chat-admin/reports",
    summary: "Complaints about messages and rooms, newest first; open ones, or all",
    query: Type.Object({ ...pageQuery, all: Type.Optional(Type.Boolean()) }, strict),
    answers: { 200: listOf(Report) },
    handle: async ({ principal, query }) => {
      const rows = await database.query<Row>(
        `SELECT r.id, r.room_id AS "roomId", r.seq, e.kind, e.body,
           CASE WHEN e.sender_id IS NOT NULL THEN
             json_build_object('id', e.sender_id, 'role', coalesce(s.role, ''), 'name', coalesce(s.name, '')) END AS sender,
           json_build_object('id', r.reporter, 'role', coalesce(p.role, ''), 'name', coalesce(p.name, '')) AS reporter,
           r.reason, r.at, r.decision, r.decision_reason AS "decisionReason"
         FROM report r LEFT JOIN event e ON e.room_id = r.room_id AND e.seq = r.seq
           LEFT JOIN person s ON s.id = e.sender_id LEFT JOIN person p ON p.id = r.reporter
         WHERE r.id < $1 AND ($2 OR r.decision IS NULL) ORDER BY r.id DESC LIMIT $3`,
        [decodeCursor(query.cursor, isIdPosition) ?? lastId, query.all ?? false, query.limit + 1],
      );
      for (const { roomId, seq } of rows.slice(0, query.limit))
        await audit(database, principal, {
          action: "message.read",
          subject: { kind: "message", id: `${roomId}/${seq}` },
        });
      const view = (row: Row) => ({ ...row, at: row.at.toISOString() });
      return { status: 200, body: page(rows, query.limit, view, (row) => row.id) };
    },
  });

  write(http, database, {
    ...adminRoute,
    method: "POST",
    url: "/chat-admin/reports/:id/decide",
    summary: "Remove the message, or let it be; for all who complained of it",
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ decision: Decision, reason: Reason }, strict),
    answers: { 204: null },
    errors: ["NOT_FOUND_REPORT", "ALREADY_DECIDED"],
    handle: async ({ principal, params: { id }, body, transaction }) => {
      const [report] = await transaction.query<{ room_id: string; seq: number; decision: string | null }>(
        "SELECT room_id, seq, decision FROM report WHERE id = $1 FOR UPDATE",
        [id],
      );
      if (!report) throw fail("NOT_FOUND_REPORT");
      if (report.decision !== null) throw fail("ALREADY_DECIDED");
      const removed =
        body.decision === "REMOVED" && report.seq > 0
          ? await removeMessage(transaction, report.room_id, report.seq)
          : undefined;
      await transaction.query(
        `UPDATE report SET decision = $3, decision_reason = $4, decided_at = now()
         WHERE room_id = $1 AND seq = $2 AND decision IS NULL`,
        [report.room_id, report.seq, body.decision, body.reason],
        "decide-reports",
      );
      await audit(transaction, principal, {
        action: "report.decide",
        subject: { kind: "message", id: `${report.room_id}/${report.seq}` },
        reason: body.reason,
        detail: { decision: body.decision, removed: removed?.was },
      });
      if (removed) transaction.afterCommit(() => committed(removed.events));
      return { status: 204, body: null };
    },
  });
}

/** What its sender could have done too: the message is emptied, and the room is told so, in the marketplace's name. */
async function removeMessage(transaction: Transaction, room: string, seq: number) {
  const { rooms } = await lockRooms(transaction, [room]);
  const [was] = await transaction.query<{ kind: string; sender_id: string | null; body: object }>(
    `SELECT kind, sender_id, body FROM event
     WHERE room_id = $1 AND seq = $2 AND kind IN ('text', 'image', 'product') AND NOT body ? 'deleted'`,
    [room, seq],
    "read-message",
  );
  if (!was) return undefined;
  await transaction.query(
    "UPDATE event SET body = $3 WHERE room_id = $1 AND seq = $2",
    [room, seq, JSON.stringify({ deleted: true })],
    "change-message",
  );
  // In every message that shows it.
  const { image } = was.body as { image?: { id: string } };
  if (was.kind === "image" && image)
    await transaction.query("UPDATE image SET removed = true, unused_since = now() WHERE id = $1", [image.id]);
  const event = { room, kind: "delete", sender: null, clientId: null, body: { seq } } as const;
  return { was, events: await appendEvents(transaction, rooms, [event], await clockOf(transaction)) };
}
