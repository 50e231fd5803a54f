import { audit } from "@jangteo/kernel/admin/audit.ts";
import { adminRoute } from "@jangteo/kernel/admin/routes.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import {
  decodeCursor,
  encodeCursor,
  Id,
  isIdPosition,
  lastId,
  listOf,
  PageQuery,
  Points,
  page,
  Time,
} from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { Type } from "typebox";
import { readBalance, readStatement, readSuspense } from "./statement.ts";
import { systemAccounts } from "./system-accounts.ts";

const tag = "Points";

/** Also shown to administrators. */
export const Balance = Type.Object({
  balance: Type.Integer({ description: "Points to spend, or earned by sales" }),
  held: Type.Integer({ description: "Points of paid orders in escrow until confirmation; not part of the balance" }),
  withdrawable: Type.Integer({
    description: "Points that a payout may take: a sale counts once it is confirmed (구매확정); 0 for buyers",
  }),
});

const Entry = Type.Object({
  id: Id,
  at: Time,
  kind: Type.String({
    description: "deposit, purchase, fee, settle, refund, fee_refund, payout, payout_reversal, forfeit, cover",
  }),
  amount: Type.Integer({ description: "Signed: what it added to the balance" }),
  balanceAfter: Type.Integer({ description: "The balance after this entry" }),
  orderId: Type.Optional(Id),
  memo: Type.String(),
});

const SuspenseEntry = Type.Object({
  id: Id,
  at: Time,
  kind: Type.String({ description: "deposit, settle, refund, payout_reversal" }),
  amount: Points,
  accountId: Type.String({ ...Id, description: "Whose points these are" }),
  orderId: Type.Optional(Id),
});

/** Balance and statement of the caller; the suspense account for administrators. */
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
      const before = decodeCursor(query.cursor, isSequence);
      const { entries, nextSeq } = await readStatement(database, principal.id, query.limit, before?.[0]);
      return {
        status: 200,
        body: { items: entries, nextCursor: nextSeq === undefined ? null : encodeCursor([nextSeq]) },
      };
    },
  });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/accounts/admin/suspense",
    summary: "Points whose owner has closed the account, or whose balance could not hold them; newest first",
    query: PageQuery,
    answers: { 200: Type.Object({ balance: Type.Integer(), ...listOf(SuspenseEntry).properties }) },
    handle: async ({ principal, query }) => {
      const before = decodeCursor(query.cursor, isIdPosition) ?? lastId;
      const { balance, entries } = await readSuspense(database, query.limit, before);
      await audit(database, principal, {
        action: "suspense.list",
        subject: { kind: "ledger", id: systemAccounts.suspense },
        detail: { found: entries.length },
      });
      const { items, nextCursor } = page(
        entries,
        query.limit,
        (entry) => entry,
        (entry) => entry.id,
      );
      return { status: 200, body: { balance, items, nextCursor } };
    },
  });
}

function isSequence(value: unknown): value is [seq: number] {
  return Array.isArray(value) && value.length === 1 && Number.isSafeInteger(value[0]);
}
