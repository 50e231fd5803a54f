import type { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { refuseEnded } from "@jangteo/kernel/http/ended-accounts.ts";
import { write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";
import { lockBalances } from "../ledger/balances.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";
import { addTransfers } from "../ledger/transfer.ts";
import { eraseSecondFactor } from "../second-factor/second-factors.ts";
import { hasStillPassword } from "../sign-in/hold-sign-ins.ts";
import type { OwnPassword } from "../sign-in/own-password.ts";
import { revokeAllFamilies } from "../sign-in/refresh-token.ts";
import { type AccountRow, type AccountStatus, accountColumns, findAccount } from "./account.ts";
import { publishAccountChanged } from "./create-account.ts";

/** What a closed account is called wherever its name still stands. */
export const closedName = "탈퇴한 회원";

export type CloseParts = {
  database: Database;
  ownPassword: OwnPassword;
  orders: Client<typeof OrderService>;
  nudgeRelay: () => void;
};

/** Leaving for good: nothing may be under way, points are spent, paid out or given up, and what tells of a person goes. */
export function closeRoutes(http: HttpServer, { database, ownPassword, orders, nudgeRelay }: CloseParts): void {
  for (const role of ["CUSTOMER", "SELLER"] as const)
    write(http, database, {
      method: "POST",
      url: `/accounts/${role.toLowerCase()}/close`,
      summary: "Close the caller's account and erase what tells of a person; the email is free again",
      tag: "Accounts",
      roles: [role],
      closedAccountsToo: true,
      body: Type.Object(
        {
          password: Type.String({ minLength: 1, maxLength: 256 }),
          giveUpPoints: Type.Optional(Type.Boolean({ description: "Points that are left go to the marketplace" })),
        },
        { additionalProperties: false },
      ),
      answers: { 204: null },
      errors: ["ACCOUNT_SUSPENDED", "WRONG_PASSWORD", "ORDERS_UNDER_WAY", "BALANCE_LEFT", "PAYMENT_PENDING"],
      prepare: async ({ principal, body, request }) => {
        const account = await findAccount(database, principal.id);
        refuseInactive(account);
        const { password_hash: checked } = await ownPassword(principal.id, body.password, request);
        const { count } = await orders.countOpenParts({ accountId: principal.id });
        if (count > 0) throw fail("ORDERS_UNDER_WAY", { count });
        return checked;
      },
      handle: async ({ principal, body, transaction, prepared: checked }) => {
        await emptyBalance(transaction, principal.id, body.giveUpPoints === true);
        if (!(await hasStillPassword(transaction, principal.id, checked))) throw fail("WRONG_PASSWORD");
        await closeAccount(transaction, principal.id);
        transaction.afterCommit(nudgeRelay);
        return { status: 204, body: null };
      },
    });
}

/** Throws ACCOUNT_SUSPENDED or, when the account is closed already, INVALID_ACCESS_TOKEN. */
function refuseInactive(account: { status: AccountStatus } | undefined): void {
  if (account && account.status !== "ACTIVE") refuseEnded(account.status);
}

/**
 * Under the balance's lock, which purchases, deposits and payouts of the account hold too: the account must be
 * active, nothing may be open in the ledger, and what is left must be given up. Throws ACCOUNT_SUSPENDED,
 * INVALID_ACCESS_TOKEN, ORDERS_UNDER_WAY, PAYMENT_PENDING, BALANCE_LEFT.
 */
async function emptyBalance(transaction: Transaction, accountId: string, giveUp: boolean): Promise<void> {
  const locked = (await lockBalances(transaction, [accountId])).get(accountId);
  refuseInactive(locked);
  const balance = locked?.posted ?? 0;
  const [open] = await transaction.query<{ orders: number; payments: boolean }>(
    `SELECT (SELECT count(*)::int FROM (
         SELECT FROM order_money WHERE seller_id = $1 AND refunded = 0 AND confirmed_at IS NULL
         UNION ALL
         SELECT FROM entry e JOIN transfer t ON t.id = e.transfer_id AND t.kind = 'purchase'
         JOIN order_money m ON m.order_part = t.order_part
         WHERE e.account_id = $1 AND e.amount < 0 AND m.refunded = 0 AND m.confirmed_at IS NULL
         LIMIT 1000) o) AS orders,
       EXISTS (SELECT FROM payout WHERE account_id = $1 AND state = 'PENDING')
         OR EXISTS (SELECT FROM deposit WHERE account_id = $1 AND state = 'PENDING') AS payments`,
    [accountId],
    "find-open-money",
  );
  if (open!.orders > 0) throw fail("ORDERS_UNDER_WAY", { count: open!.orders });
  if (open!.payments) throw fail("PAYMENT_PENDING");
  if (balance === 0) return;
  if (balance < 0 || !giveUp) throw fail("BALANCE_LEFT", { balance });
  await addTransfers(transaction, [
    { debitId: accountId, creditId: systemAccounts.fee, amount: balance, kind: "forfeit" },
  ]);
}

async function closeAccount(transaction: Transaction, accountId: string): Promise<void> {
  const before = await findAccount(transaction, accountId);
  await revokeAllFamilies(transaction, accountId);
  await transaction.query("DELETE FROM mail_token WHERE account_id = $1", [accountId]);
  await transaction.query("DELETE FROM session WHERE account_id = $1", [accountId], "erase-sessions");
  const [row] = await transaction.query<AccountRow>(
    `UPDATE account SET status = 'CLOSED', status_at = now(), version = version + 1, email = 'closed+' || id || '@invalid',
       name = $2, phone = NULL, birth = NULL, company_registration_number = NULL, password_hash = NULL, verified_at = NULL
     WHERE id = $1 AND status = 'ACTIVE' RETURNING ${accountColumns}`,
    [accountId, closedName],
    "close-account",
  );
  if (!row) throw fail("NOT_FOUND_USER");
  await eraseSecondFactor(transaction, accountId);
  await transaction.query("DELETE FROM security_event WHERE account_id = $1", [accountId], "erase-security-events");
  for (const [table, erase, holds] of [
    ["deposit", "source = '', memo = ''", "(source <> '' OR memo <> '')"],
    ["payout", "bank_account = ''", "bank_account <> ''"],
  ])
    await transaction.query(
      `UPDATE ${table} SET ${erase} WHERE account_id = $1 AND ${holds}`,
      [accountId],
      `erase-${table}`,
    );
  await transaction.query(
    `DELETE FROM mail WHERE recipient = $1 AND NOT EXISTS (SELECT 1 FROM account WHERE email = $1)`,
    [before!.email],
  );
  await publishAccountChanged(transaction, row);
}
