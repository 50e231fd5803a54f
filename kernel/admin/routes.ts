import { Type } from "typebox";
import type { Database } from "../database/database.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "../http/list.ts";
import { route, write } from "../http/route.ts";
import type { HttpServer } from "../http/server.ts";
import { fail } from "../rpc/service-error.ts";
import { audit } from "./audit.ts";

const strict = { additionalProperties: false } as const;

/** What every administrator's route has in common. */
export const adminRoute = { tag: "Administration", roles: ["ADMIN"] } as const;

/** Why an administrator does something; it stands in the audit log. */
export const Reason = Type.String({ minLength: 1, maxLength: 1_000, pattern: "\\S" });
export const ReasonBody = Type.Object({ reason: Reason }, strict);

const AuditEntry = Type.Object({
  id: Id,
  at: Time,
  adminId: Type.String({ ...Id, description: "All zeros for a command of whoever runs the marketplace" }),
  action: Type.String({ description: "What about, then what: member.suspend, dispute.decide" }),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  reason: Type.String(),
  detail: Type.Object({}, { additionalProperties: true }),
});
const ParkedEvent = Type.Object({
  id: Id,
  type: Type.String(),
  key: Type.String({ description: "What it is about; later events of one key do not wait for a parked one" }),
  payload: Type.Object({}, { additionalProperties: true }),
  at: Time,
  parkedAt: Time,
  lastError: Type.Union([Type.String(), Type.Null()]),
});
const Parked = Type.Object({
  ...listOf(ParkedEvent).properties,
  waiting: Type.Integer({ description: "Events that are tried again by themselves; 1,000 stands for that or more" }),
  untold: Type.Integer({ description: "Events that other modules have not taken yet; 1,000 stands for that or more" }),
});

type AuditRow = {
  id: string;
  at: Date;
  adminId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  reason: string;
  detail: object;
};
type ParkedRow = {
  id: string;
  type: string;
  key: string;
  payload: object;
  at: Date;
  parkedAt: Date;
  lastError: string | null;
};

/**
 * What administrators find in every module, under a path of its own: its audit log, its parked events, and how much
 * waits for them. `waiting` names what else waits in this module, each with the query whose rows are counted.
 */
export function adminRoutes<Kind extends string>(
  http: HttpServer,
  database: Database,
  path: string,
  waiting: Record<Kind, string>,
): void {
  const counted: Record<string, string> = { parked: "SELECT FROM parked_event", ...waiting };
  const kinds = Object.keys(counted);
  route(http, {
    ...adminRoute,
    method: "GET",
    url: `${path}/waiting`,
    summary: `How much of ${database.module} waits for an administrator; 100 stands for that or more`,
    answers: { 200: Type.Object(Object.fromEntries(kinds.map((kind) => [kind, Type.Integer()]))) },
    handle: async () => {
      const counts = Object.entries(counted).map(
        ([kind, query]) => `(SELECT count(*)::int FROM (${query} LIMIT 100) rows) AS ${kind}`,
      );
      const [row] = await database.query<Record<string, number>>(`SELECT ${counts.join(", ")}`, [], "count-waiting");
      return { status: 200, body: row! };
    },
  });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: `${path}/audit`,
    summary: `What administrators did in ${database.module}, newest first`,
    query: Type.Object({ ...pageQuery, subjectId: Type.Optional(Type.String({ maxLength: 200 })) }, strict),
    answers: { 200: listOf(AuditEntry) },
    handle: async ({ query }) => {
      const rows = await database.query<AuditRow>(
        `SELECT id, at, admin_id AS "adminId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", reason, detail
         FROM audit_entry WHERE id < $1 AND ($2::text IS NULL OR subject_id = $2) ORDER BY id DESC LIMIT $3`,
        [decodeCursor(query.cursor, isIdPosition) ?? lastId, query.subjectId ?? null, query.limit + 1],
        "list-audit",
      );
      return {
        status: 200,
        body: page(
          rows,
          query.limit,
          (row) => ({ ...row, at: row.at.toISOString() }),
          (row) => row.id,
        ),
      };
    },
  });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: `${path}/parked`,
    summary: `Events that ${database.module} gave up after many attempts, newest first`,
    query: Type.Object(pageQuery, strict),
    answers: { 200: Parked },
    handle: async ({ query }) => {
      const [rows, [counts]] = await Promise.all([
        database.query<ParkedRow>(
          `SELECT id, type, key, payload, at, parked_at AS "parkedAt", last_error AS "lastError"
           FROM parked_event WHERE id < $1 ORDER BY id DESC LIMIT $2`,
          [decodeCursor(query.cursor, isIdPosition) ?? lastId, query.limit + 1],
          "list-parked",
        ),
        database.query<{ waiting: number; untold: number }>(
          `SELECT (SELECT count(*)::int FROM (SELECT FROM inbox_waiting LIMIT 1000) w) AS waiting,
             (SELECT count(*)::int FROM (SELECT FROM outbox UNION ALL SELECT FROM outbox_waiting LIMIT 1000) o) AS untold`,
          [],
          "count-events",
        ),
      ]);
      const listed = page(
        rows,
        query.limit,
        (row) => ({ ...row, at: row.at.toISOString(), parkedAt: row.parkedAt.toISOString() }),
        (row) => row.id,
      );
      return { status: 200, body: { ...listed, ...counts! } };
    },
  });

  const params = Type.Object({ id: Id }, strict);
  for (const [verb, summary, sql] of [
    [
      "retry",
      "Try a parked event again, as if it had just come",
      `WITH gone AS (DELETE FROM parked_event WHERE id = $1 RETURNING *), again AS (
         INSERT INTO inbox_waiting (id, type, key, payload, at) SELECT id, type, key, payload, at FROM gone)
       SELECT type, key, payload, last_error FROM gone`,
    ],
    [
      "drop",
      "Give a parked event up for good; the audit log keeps it",
      "DELETE FROM parked_event WHERE id = $1 RETURNING type, key, payload, last_error",
    ],
  ] as const)
    write(http, database, {
      ...adminRoute,
      method: "POST",
      url: `${path}/parked/:id/${verb}`,
      summary,
      params,
      body: ReasonBody,
      answers: { 204: null },
      errors: ["NOT_FOUND_EVENT"],
      handle: async ({ principal, params: { id }, body, transaction }) => {
        const [event] = await transaction.query<Record<string, unknown>>(sql, [id], `${verb}-parked`);
        if (!event) throw fail("NOT_FOUND_EVENT");
        await audit(transaction, principal, {
          action: `event.${verb}`,
          subject: { kind: "event", id },
          reason: body.reason,
          detail: event,
        });
        return { status: 204, body: null };
      },
    });
}
