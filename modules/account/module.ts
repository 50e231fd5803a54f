import { ChatService } from "@jangteo/contracts/gen/jangteo/chat/v1/chat_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { moduleContracts } from "@jangteo/contracts/modules.ts";
import { adminRoutes } from "@jangteo/kernel/admin/routes.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import { defineModule } from "@jangteo/kernel/module/define-module.ts";
import { startJob } from "@jangteo/kernel/module/job.ts";
import { Type } from "typebox";
import type { PurchasePolicy } from "./ledger/decide-purchases.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { readMails, startMailer } from "./mail/mail.ts";
import { memberRoutes } from "./members/routes.ts";
import { resumeDeposits } from "./payments/deposit.ts";
import { type PayoutDependencies, resumePayouts } from "./payments/payout.ts";
import { paymentProviders, payoutProviders } from "./payments/providers.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { createPersonalData, sealingRules } from "./personal-data.ts";
import { changeEmailRoutes } from "./profile/change-email.ts";
import { closeRoutes } from "./profile/close-account.ts";
import { exportRoutes } from "./profile/export.ts";
import { profileRoutes } from "./profile/routes.ts";
import { accountCommandUnderWay, accountRetention } from "./retention.ts";
import { accountService } from "./rpc.ts";
import { secondFactorRoutes } from "./second-factor/routes.ts";
import { createSecondFactors } from "./second-factor/second-factors.ts";
import { securityRoutes } from "./security/routes.ts";
import { createFailedSignIns } from "./security/security-log.ts";
import { createGuessedPasswords } from "./sign-in/guessed-passwords.ts";
import { createOwnPassword } from "./sign-in/own-password.ts";
import { createPasswords } from "./sign-in/password.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { createSigningKeys } from "./sign-in/signing-key.ts";
import { signUpRoutes } from "./sign-up/routes.ts";
import { testAccountRoutes } from "./sign-up/test-accounts.ts";

/** People, sign-in and points. */
export const account = defineModule({
  name: "account",
  ...moduleContracts.account,
  uses: [OrderService, ChatService],
  migrations: new URL("./migrations/", import.meta.url),
  create: ({ database, client, settings, log, nudgeRelay }) => {
    const keys = createSigningKeys({ database, settings, log });
    const failedSignIns = createFailedSignIns(database);
    const personalData = createPersonalData(settings, log);
    const { phones, bankAccounts } = personalData;
    const secondFactors = createSecondFactors(database, personalData.secondFactors);
    const passwords = createPasswords(settings.passwordHashesMax, settings.passwordQueueMax);
    const guessed = createGuessedPasswords(database, settings);
    const ownPassword = createOwnPassword({ database, passwords, guessed, failedSignIns });
    const providers = {
      payment: paymentProviders[settings.paymentProvider]!(),
      payout: payoutProviders[settings.payoutProvider]!(),
    };
    const payouts: PayoutDependencies = {
      database,
      provider: providers.payout,
      bankAccounts,
      leaseMs: settings.stepLeaseMs,
      log,
    };
    const policy: PurchasePolicy = {
      settlement: settings.settlement === "on-confirmation" ? "on-confirmation" : "on-purchase",
      feeBasisPoints: settings.feeBasisPoints,
    };
    return {
      rpc: accountService(database, keys, policy, secondFactors, settings, nudgeRelay),
      routes: (http) => {
        testAccountRoutes(http, { database, passwords, phones, settings, keys, nudgeRelay });
        signUpRoutes(http, { database, passwords, phones, settings, nudgeRelay });
        signInRoutes(http, { database, keys, passwords, guessed, secondFactors, failedSignIns, settings, nudgeRelay });
        secondFactorRoutes(http, { database, keys, ownPassword, secondFactors, failedSignIns, settings, nudgeRelay });
        securityRoutes(http, database, nudgeRelay);
        profileRoutes(http, { database, passwords, ownPassword, phones, nudgeRelay });
        closeRoutes(http, { database, ownPassword, orders: client(OrderService), nudgeRelay });
        changeEmailRoutes(http, { database, ownPassword, settings });
        exportRoutes(http, { database, phones, orders: client(OrderService), chat: client(ChatService) });
        memberRoutes(http, database, phones, nudgeRelay);
        adminRoutes(http, database, "/accounts/admin", {});
        paymentRoutes(http, { database, payment: providers.payment, payouts, settings });
        ledgerRoutes(http, database);
        if (!settings.production && !settings.smtpUrl)
          route(http, {
            method: "GET",
            url: "/dev/mail",
            summary: "Mails that would have been sent",
            tag: "Test accounts",
            localOnly: true,
            query: Type.Object({ to: Type.Optional(Type.String({ maxLength: 254 })) }, { additionalProperties: false }),
            answers: { 200: Type.Object({ items: Type.Array(Type.Object({}, { additionalProperties: true })) }) },
            handle: async ({ query }) => ({
              status: 200,
              body: { items: await readMails(database, query.to?.toLowerCase(), settings) },
            }),
          });
      },
      drain: () => failedSignIns.flush(),
      retention: [...accountRetention(settings), ...sealingRules(personalData, settings)],
      commandUnderWay: accountCommandUnderWay,
      workers: () => [
        keys.start(),
        ...(settings.smtpUrl ? [startMailer(database, settings, log)] : []),
        startJob({
          name: "resume payments",
          everyMs: settings.resumeEveryMs,
          leaseMs: settings.leaseMs,
          database,
          log,
          run: async () => {
            const hasDeposits = await resumeDeposits(database, providers.payment, settings.stepLeaseMs);
            const hasPayouts = await resumePayouts(payouts);
            return hasDeposits || hasPayouts;
          },
        }),
      ],
    };
  },
});
