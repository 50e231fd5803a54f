import type { Database } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, encodeCursor, Id, isIdPosition, listOf, PageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { Type } from "typebox";
import { readBalance, readStatement } from "./statement.ts";

const tag = "Points";

const Balance = Type.Object({
  balance: Type.Integer({ description: "Points to spend" }),
  held: Type.Integer({ description: "Points of paid orders that wait for confirmation" }),
});

const Entry = Type.Object({
  id: Id,
  at: Time,
  kind: Type.String({
    description: "deposit, purchase, fee, settle, refund, fee_refund, payout, payout_reversal, forfeit",
  }),
  amount: Type.Integer({ description: "Signed: what it added to the balance" }),
  balanceAfter: Type.Integer(),
  orderId: Type.Optional(Id),
  memo: Type.String(),
});

/** Balance and statement of the caller. */
export function ledgerRoutes(http: HttpServer, database: Database): void {
  for (const role of ["CUSTOMER", "SELLER"] as const)
    route(http, {
      method: "POST",
      url: `/accounts/${role.toLowerCase()}/balance/check`,
      summary: "The caller's balance",
      tag,
      roles: [role],
      answers: { 200: Balance },
      handle: async ({ principal }) => ({ status: 200, body: await readBalance(database, principal.id) }),
    });

  route(http, {
    method: "GET",
    url: "/accounts/balance/entries",
    summary: "The caller's statement, newest first",
    tag,
    roles: ["CUSTOMER", "SELLER"],
    query: PageQuery,
    answers: { 200: listOf(Entry) },
    handle: async ({ principal, query }) => {
      const position = decodeCursor(query.cursor, isStatementPosition);
      const { entries, next } = await readStatement(database, principal.id, query.limit, position);
      return { status: 200, body: { items: entries, nextCursor: next ? encodeCursor([next.id, next.balance]) : null } };
    },
  });
}

function isStatementPosition(value: unknown): value is [id: string, balance: number] {
  return Array.isArray(value) && value.length === 2 && isIdPosition(value[0]) && Number.isSafeInteger(value[1]);
}
