import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Answer } from "@jangteo/kernel/http/idempotency.ts";
import { write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail, isRefusal } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import { queueMail, queueSecretMail, takeMailQuota } from "../mail/mail.ts";
import { publicAddress } from "../mail/public-address.ts";
import { newAddressMail, securityNotice } from "../mail/texts.ts";
import { originOf, recordSecurityEvent } from "../security/security-log.ts";
import { hasStillPassword } from "../sign-in/hold-sign-ins.ts";
import { issueMailToken, useMailToken } from "../sign-in/mail-token.ts";
import type { OwnPassword } from "../sign-in/own-password.ts";
import { type AccountRow, accountFields, findAccount, normaliseEmail } from "./account.ts";

const tag = "Accounts";

/** Another email: asked for with the password, confirmed by a mail to the new address, told to the old one. */
export function changeEmailRoutes(
  http: HttpServer,
  parts: { database: Database; ownPassword: OwnPassword; settings: Settings },
): void {
  const { database, ownPassword, settings } = parts;
  for (const role of ["CUSTOMER", "SELLER", "ADMIN"] as const) {
    const base = `/accounts/${role.toLowerCase()}/email`;
    write(http, database, {
      method: "POST",
      url: base,
      summary: "Ask for another email; a mail to it asks to confirm. The answer does not tell whether it is taken",
      tag,
      roles: [role],
      body: Type.Object(
        { email: accountFields.email, password: Type.String({ minLength: 1, maxLength: 256 }) },
        { additionalProperties: false },
      ),
      answers: { 200: Type.Object({ sent: Type.Literal(true) }) },
      errors: ["WRONG_PASSWORD"],
      evenMs: 300,
      limit: { perAddress: settings.mailLimitPerMinute },
      prepare: ({ principal, body, request }) => ownPassword(principal.id, body.password, request),
      handle: async ({ principal, body, request, transaction, prepared: { password_hash: checked } }) => {
        if (!(await hasStillPassword(transaction, principal.id, checked))) throw fail("WRONG_PASSWORD");
        const to = normaliseEmail(body.email);
        const account = await findAccount(transaction, principal.id);
        const mayMail =
          !settings.rateLimits || (await takeMailQuota(transaction, to, settings.mailsPerRecipientPerHour));
        if (account && mayMail) {
          const token = await issueMailToken(transaction, account.id, "email", settings.verificationHours * 60, to);
          await queueSecretMail(
            transaction,
            newAddressMail(to, account.name, `${publicAddress(request, settings)}${base}/${token}`),
            settings,
          );
        }
        return { status: 200, body: { sent: true } };
      },
    });

    write(http, database, {
      method: "GET",
      url: `${base}/:token`,
      summary: "Confirm another email: the last segment is the one-time token of the mail to it",
      tag,
      params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 256 }) }),
      answers: { 200: Type.Object({ changed: Type.Literal(true) }), 303: null },
      errors: ["INVALID_TOKEN", "TOKEN_EXPIRED", "ALREADY_REGISTERED"],
      handle: async ({ params, request, transaction }): Promise<Answer> => {
        const wantsPage = settings.pages && (request.headers.accept ?? "").includes("text/html");
        const page = (said: string): Answer => ({
          status: 303,
          body: null,
          headers: { location: `/sign-in?said=${said}` },
        });
        try {
          const { accountId, email } = await useMailToken(transaction, params.token, "email");
          const before = await findAccount(transaction, accountId);
          // Whoever confirms the same address at the same moment runs into the constraint.
          const [row] = await transaction
            .query<AccountRow>(
              `UPDATE account SET email = $2, verified_at = now() WHERE id = $1 AND status = 'ACTIVE' AND role = $3
               AND NOT EXISTS (SELECT 1 FROM account a WHERE a.email = $2 AND a.role = $3) RETURNING id`,
              [accountId, email, role],
              "change-email",
            )
            .catch((error: { code?: string }) => {
              throw error.code === "23505" ? fail("ALREADY_REGISTERED", {}, error) : error;
            });
          if (!row || !before) throw fail("ALREADY_REGISTERED");
          const origin = originOf(request);
          await recordSecurityEvent(transaction, { accountId, kind: "EMAIL_CHANGED" }, origin);
          await queueMail(transaction, securityNotice(before.email, before.name, "EMAIL_CHANGED", origin));
        } catch (error) {
          if (!wantsPage || !isRefusal(error)) throw error;
          return page("not-verified");
        }
        return wantsPage ? page("verified") : { status: 200, body: { changed: true } };
      },
    });
  }
}
