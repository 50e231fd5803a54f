import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { Id, Points, Time } from "@jangteo/kernel/http/list.ts";
import { command } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import { readBalance } from "../ledger/statement.ts";
import { originOf, recordAndTell } from "../security/security-log.ts";
import { usePayoutCode } from "../sign-in/refresh-token.ts";
import { takeDeposit } from "./deposit.ts";
import { type PayoutDependencies, payOut } from "./payout.ts";
import type { PaymentProvider } from "./providers.ts";

const tag = "Points";

export type PaymentDependencies = {
  database: Database;
  /** None where no payments are set up. */
  payment: PaymentProvider | undefined;
  payouts: PayoutDependencies;
  settings: Settings;
};

/** Points in from a payment provider, and out to a bank account. */
export function paymentRoutes(http: HttpServer, { database, payment, payouts, settings }: PaymentDependencies): void {
  command(http, database, {
    method: "POST",
    url: "/accounts/customer/balance",
    summary: "Top up points through the payment provider",
    tag,
    roles: ["CUSTOMER"],
    body: Type.Object(
      {
        amount: Points,
        from: Type.String({ minLength: 1, maxLength: 100, description: "Means of payment, as the provider names it" }),
        message: Type.Optional(Type.String({ maxLength: 200 })),
      },
      { additionalProperties: false },
    ),
    answers: { 200: Type.Object({ changed: Points, balance: Type.Integer() }) },
    errors: [
      "IDEMPOTENCY_KEY_REQUIRED",
      "IDEMPOTENCY_KEY_REUSED",
      "PAYMENT_DECLINED",
      "PAYMENT_PENDING",
      "PAYMENTS_NOT_SET_UP",
      "ACCOUNT_SUSPENDED",
      "BALANCE_LIMIT",
    ],
    keyRequired: true,
    leaseMs: settings.stepLeaseMs,
    handle: async ({ principal, body, ref }) => {
      await takeDeposit(database, payment, settings.stepLeaseMs, {
        id: ref,
        accountId: principal.id,
        amount: body.amount,
        source: body.from,
        memo: body.message ?? "",
      });
      const { balance } = await readBalance(database, principal.id);
      return { status: 200, body: { changed: body.amount, balance } };
    },
  });

  command(http, database, {
    method: "POST",
    url: "/accounts/seller/payouts",
    summary:
      "Pay points out to a bank account; at most what is withdrawable. With a second factor each payout needs a code of its own: see /accounts/seller/confirm",
    tag,
    roles: ["SELLER"],
    confirmedLately: true,
    body: Type.Object(
      { amount: Points, bankAccount: Type.String({ minLength: 1, maxLength: 100 }) },
      { additionalProperties: false },
    ),
    answers: {
      201: Type.Object({
        id: Id,
        amount: Points,
        bankAccount: Type.String({ description: "All but the last four characters are hidden" }),
        status: Type.Union([Type.Literal("PENDING"), Type.Literal("PAID"), Type.Literal("FAILED")]),
        createdAt: Time,
      }),
    },
    errors: [
      "IDEMPOTENCY_KEY_REQUIRED",
      "IDEMPOTENCY_KEY_REUSED",
      "NOT_ENOUGH_BALANCE",
      "ACCOUNT_SUSPENDED",
      "PAYOUTS_NOT_SET_UP",
    ],
    keyRequired: true,
    leaseMs: settings.stepLeaseMs,
    handle: async ({ principal: { id: accountId }, body, request, ref }) => {
      const payout = { id: ref, accountId, ...body };
      const { sessionId } = request;
      const record = async (transaction: Transaction) => {
        if (!(await usePayoutCode(transaction, accountId, sessionId, settings.confirmMinutes)))
          throw fail("CONFIRMATION_REQUIRED");
        await recordAndTell(transaction, { accountId, kind: "PAYOUT", sessionId }, originOf(request));
      };
      return { status: 201, body: await payOut(payouts, payout, record) };
    },
  });
}
