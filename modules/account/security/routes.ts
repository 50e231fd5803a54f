import type { Database } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import { revokeOtherFamilies, revokeOwnFamily } from "../sign-in/refresh-token.ts";
import { originOf, recordSecurityEvent, securityEventKinds } from "./security-log.ts";

const tag = "Accounts: security";

const Origin = {
  userAgent: Type.String({ description: "What the program called itself; empty if it did not" }),
  address: Type.String(),
};
const SignIn = Type.Object({
  id: Id,
  createdAt: Time,
  lastUsedAt: Time,
  ...Origin,
  current: Type.Boolean({ description: "The one that asks" }),
});
const Event = Type.Object({
  id: Id,
  at: Time,
  kind: Type.Union(securityEventKinds.map((kind) => Type.Literal(kind))),
  ...Origin,
});
type SignInRow = { id: string; created_at: Date; last_used_at: Date; user_agent: string; address: string };
type EventRow = { id: string; at: Date; kind: string; user_agent: string; address: string };

/** One's own sign-ins, which one can end, and what happened to the account's safety. */
export function securityRoutes(http: HttpServer, database: Database, nudgeRelay: () => void): void {
  for (const role of ["CUSTOMER", "SELLER", "ADMIN"] as const) {
    const base = `/accounts/${role.toLowerCase()}`;
    route(http, {
      method: "GET",
      url: `${base}/sessions`,
      summary: "Where the caller is signed in, the latest first; 100 at most",
      tag,
      roles: [role],
      answers: { 200: Type.Object({ items: Type.Array(SignIn) }) },
      handle: async ({ principal, request }) => {
        const rows = await database.query<SignInRow>(
          `SELECT s.id, s.created_at, s.last_used_at, s.user_agent, s.address FROM session s
           WHERE s.account_id = $1 AND s.ended_at IS NULL AND EXISTS (SELECT 1 FROM refresh_token t WHERE t.family = s.id
             AND t.used_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now())
           ORDER BY s.last_used_at DESC LIMIT 100`,
          [principal.id],
        );
        const items = rows.map(({ id, created_at, last_used_at, user_agent, address }) => ({
          id,
          createdAt: created_at.toISOString(),
          lastUsedAt: last_used_at.toISOString(),
          userAgent: user_agent,
          address,
          current: id === request.sessionId,
        }));
        return { status: 200, body: { items } };
      },
    });

    route(http, {
      method: "DELETE",
      url: `${base}/sessions/:id`,
      summary: "End a sign-in: its refresh token dies, and its sockets are closed",
      tag,
      roles: [role],
      params: Type.Object({ id: Id }),
      answers: { 204: null },
      errors: ["NOT_FOUND"],
      handle: async ({ principal, params, request }) => {
        await database.transaction(async (transaction) => {
          if (!(await revokeOwnFamily(transaction, principal.id, params.id))) throw fail("NOT_FOUND");
          const event = { accountId: principal.id, kind: "SESSION_ENDED", sessionId: params.id } as const;
          await recordSecurityEvent(transaction, event, originOf(request));
        });
        nudgeRelay();
        return { status: 204, body: null };
      },
    });

    route(http, {
      method: "POST",
      url: `${base}/sessions/endOthers`,
      summary: "End all sign-ins but the one that asks",
      tag,
      roles: [role],
      answers: { 204: null },
      handle: async ({ principal, request }) => {
        await database.transaction(async (transaction) => {
          await revokeOtherFamilies(transaction, principal.id, request.sessionId);
          await recordSecurityEvent(transaction, { accountId: principal.id, kind: "SESSION_ENDED" }, originOf(request));
        });
        nudgeRelay();
        return { status: 204, body: null };
      },
    });

    route(http, {
      method: "GET",
      url: `${base}/securityEvents`,
      summary: "Sign-ins, failures, changed passwords and payouts of the caller's account, newest first",
      tag,
      roles: [role],
      query: Type.Object(pageQuery, { additionalProperties: false }),
      answers: { 200: listOf(Event) },
      handle: async ({ principal, query }) => {
        const rows = await database.query<EventRow>(
          `SELECT id, at, kind, user_agent, address FROM security_event
           WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3`,
          [principal.id, decodeCursor(query.cursor, isIdPosition) ?? lastId, query.limit + 1],
        );
        const view = ({ id, at, kind, user_agent, address }: EventRow) => ({
          id,
          at: at.toISOString(),
          kind,
          userAgent: user_agent,
          address,
        });
        return { status: 200, body: page(rows, query.limit, view, (row) => row.id) };
      },
    });
  }
}
