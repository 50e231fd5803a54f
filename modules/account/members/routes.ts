import { audit } from "@jangteo/kernel/admin/audit.ts";
import { adminRoute, ReasonBody } from "@jangteo/kernel/admin/routes.ts";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Principal } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";
import { lockBalances } from "../ledger/balances.ts";
import { Balance } from "../ledger/routes.ts";
import { readBalance } from "../ledger/statement.ts";
import type { SealedColumn } from "../personal-data.ts";
import {
  Account,
  type AccountRow,
  type AccountStatus,
  accountColumns,
  accountView,
  findAccount,
} from "../profile/account.ts";
import { publishAccountChanged } from "../profile/create-account.ts";
import { refuseEndedSession, revokeAllFamilies } from "../sign-in/refresh-token.ts";

const strict = { additionalProperties: false } as const;
const params = Type.Object({ id: Id }, strict);
const Status = Type.Union([Type.Literal("ACTIVE"), Type.Literal("SUSPENDED"), Type.Literal("CLOSED")]);
const Role = Type.Union([Type.Literal("CUSTOMER"), Type.Literal("SELLER"), Type.Literal("ADMIN")]);

const Member = Type.Object({ ...Account.properties, status: Status });
const MemberWithPoints = Type.Object({
  ...Member.properties,
  points: Type.Union([Balance, Type.Null()], {
    description: "Administrators have none",
  }),
});

/** Members as administrators see them: found, looked at, suspended and let in again. Looking is audited too. */
export function memberRoutes(http: HttpServer, database: Database, phones: SealedColumn, nudgeRelay: () => void): void {
  const memberView = (row: AccountRow) => ({ ...accountView(row, phones), status: row.status });
  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/accounts/admin/members",
    summary: "Members, newest first; by the beginning of an email or a name",
    query: Type.Object(
      {
        ...pageQuery,
        q: Type.Optional(Type.String({ maxLength: 254 })),
        role: Type.Optional(Role),
        status: Type.Optional(Status),
      },
      strict,
    ),
    answers: { 200: listOf(Member) },
    handle: async ({ principal, query }) => {
      const { q = "", role = null, status = null } = query;
      const rows = await database.query<AccountRow>(
        `SELECT ${accountColumns} FROM account
         WHERE id < $1 AND ($2 = '' OR email LIKE lower($2) || '%' OR name LIKE $2 || '%')
           AND ($3::text IS NULL OR role = $3) AND ($4::text IS NULL OR status = $4)
         ORDER BY id DESC LIMIT $5`,
        [
          decodeCursor(query.cursor, isIdPosition) ?? lastId,
          q.trim().replaceAll(/[\\%_]/g, "\\$&"),
          role,
          status,
          query.limit + 1,
        ],
      );
      await audit(database, principal, {
        action: "member.search",
        subject: { kind: "member", id: "" },
        detail: { q, role, status, found: rows.length },
      });
      return { status: 200, body: page(rows, query.limit, memberView, (row) => row.id) };
    },
  });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/accounts/admin/members/:id",
    summary: "A member, with what only the member sees otherwise",
    params,
    answers: { 200: MemberWithPoints },
    errors: ["NOT_FOUND_USER"],
    handle: async ({ principal, params: { id } }) => {
      const row = await findAccount(database, id);
      if (!row) throw fail("NOT_FOUND_USER");
      await audit(database, principal, { action: "member.read", subject: { kind: "member", id } });
      const points = row.role === "ADMIN" ? null : await readBalance(database, id);
      return { status: 200, body: { ...memberView(row), points } };
    },
  });

  for (const [verb, to, summary] of [
    ["suspend", "SUSPENDED", "Keep a member out: signed out everywhere, and a seller's products go off sale"],
    ["reinstate", "ACTIVE", "Let a suspended member in again"],
  ] as const)
    write(http, database, {
      ...adminRoute,
      method: "POST",
      url: `/accounts/admin/members/:id/${verb}`,
      confirmedLately: true,
      summary,
      params,
      body: ReasonBody,
      answers: { 200: Member },
      errors: ["NOT_FOUND_USER", "ALREADY_SO", "NOT_YOURSELF"],
      personal: {
        keep: () => null,
        restore: async (_kept: null, { params: { id } }) => {
          const row = await findAccount(database, id);
          if (!row) throw fail("NOT_FOUND_USER");
          return memberView(row);
        },
      },
      handle: async ({ principal, params: { id }, body, request, transaction }) => {
        await refuseEndedSession(transaction, principal.id, request.sessionId);
        const row = await moveMember(transaction, principal, id, to);
        await audit(transaction, principal, {
          action: `member.${verb}`,
          subject: { kind: "member", id },
          reason: body.reason,
        });
        transaction.afterCommit(nudgeRelay);
        return { status: 200, body: memberView(row) };
      },
    });
}

async function moveMember(transaction: Transaction, admin: Principal, id: string, to: AccountStatus) {
  if (id === admin.id) throw fail("NOT_YOURSELF");
  const from: AccountStatus = to === "ACTIVE" ? "SUSPENDED" : "ACTIVE";
  // A status changes under the balance's lock, so whoever moves points under that lock sees the true one.
  await lockBalances(transaction, [id]);
  if (to !== "ACTIVE") await revokeAllFamilies(transaction, id);
  const [row] = await transaction.query<AccountRow>(
    `UPDATE account SET status = $2, status_at = now(), version = version + 1 WHERE id = $1 AND status = $3
     RETURNING ${accountColumns}`,
    [id, to, from],
    "move-member",
  );
  if (!row) throw fail((await findAccount(transaction, id)) ? "ALREADY_SO" : "NOT_FOUND_USER");
  await publishAccountChanged(transaction, row);
  return row;
}
