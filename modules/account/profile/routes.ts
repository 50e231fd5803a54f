import type { Database } from "@jangteo/kernel/database/database.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import type { SealedColumn } from "../personal-data.ts";
import { originOf, recordAndTell } from "../security/security-log.ts";
import { hasStillPassword } from "../sign-in/hold-sign-ins.ts";
import { endMailTokens } from "../sign-in/mail-token.ts";
import type { OwnPassword } from "../sign-in/own-password.ts";
import type { Passwords } from "../sign-in/password.ts";
import { refuseEndedSession, revokeAllFamilies } from "../sign-in/refresh-token.ts";
import { Account, type AccountRow, accountColumns, accountFields, accountView, findAccount } from "./account.ts";
import { publishAccountChanged } from "./create-account.ts";

const tag = "Accounts";

export type ProfileParts = {
  database: Database;
  passwords: Passwords;
  ownPassword: OwnPassword;
  phones: SealedColumn;
  nudgeRelay: () => void;
};

/** The caller's own account: read and change. */
export function profileRoutes(http: HttpServer, parts: ProfileParts): void {
  const { database, passwords, ownPassword, phones, nudgeRelay } = parts;
  for (const role of ["CUSTOMER", "SELLER", "ADMIN"] as const) {
    route(http, {
      method: "POST",
      url: `/accounts/${role.toLowerCase()}`,
      summary: "The caller's own account",
      tag,
      roles: [role],
      answers: { 200: Account },
      errors: ["NOT_FOUND_USER"],
      handle: async ({ principal }) => {
        const row = await findAccount(database, principal.id);
        if (!row) throw fail("NOT_FOUND_USER");
        return { status: 200, body: accountView(row, phones) };
      },
    });

    const { name, phone, birth, companyRegistrationNumber, password } = accountFields;
    write(http, database, {
      method: "PUT",
      url: `/accounts/${role.toLowerCase()}/update`,
      summary: "Change the caller's account; a new password needs the current one",
      tag,
      roles: [role],
      endedSignInsToo: true,
      body: Type.Object(
        {
          name: Type.Optional(name),
          phone: Type.Optional(phone),
          birth: Type.Optional(birth),
          ...(role === "SELLER" && { companyRegistrationNumber: Type.Optional(companyRegistrationNumber) }),
          password: Type.Optional(password),
          currentPassword: Type.Optional(Type.String({ maxLength: 256 })),
        },
        {
          additionalProperties: false,
          minProperties: 1,
          dependentRequired: { password: ["currentPassword"], currentPassword: ["password"] },
        },
      ),
      answers: { 200: Account },
      errors: ["NOT_FOUND_USER", "WRONG_PASSWORD", "WEAK_PASSWORD"],
      personal: {
        keep: () => null,
        // As it is now.
        restore: async (_kept: null, { principal }) => {
          const row = await findAccount(database, principal.id);
          if (!row) throw fail("NOT_FOUND_USER");
          return accountView(row, phones);
        },
      },
      prepare: async ({ principal, body, request }) => {
        if (body.password === undefined) return null;
        const account = await ownPassword(principal.id, body.currentPassword ?? "", request);
        return { before: account.password_hash, after: await passwords.hash(body.password, account.email, request.ip) };
      },
      handle: async ({ principal, body, request, transaction, prepared: password }) => {
        await refuseEndedSession(transaction, principal.id, request.sessionId);
        if (password !== null) {
          await revokeAllFamilies(transaction, principal.id);
          if (!(await hasStillPassword(transaction, principal.id, password.before))) throw fail("WRONG_PASSWORD");
          await endMailTokens(transaction, principal.id);
        }
        const changes = body as { name?: string; phone?: string; birth?: string; companyRegistrationNumber?: string };
        const [row] = await transaction.query<AccountRow>(
          `UPDATE account SET name = coalesce($2, name), phone = coalesce($3, phone), birth = coalesce($4, birth),
             company_registration_number = coalesce($5, company_registration_number),
             password_hash = coalesce($6, password_hash), version = version + 1
           WHERE id = $1 AND status = 'ACTIVE' RETURNING ${accountColumns}`,
          [
            principal.id,
            changes.name?.trim() ?? null,
            changes.phone === undefined ? null : phones.seal(changes.phone, principal.id),
            changes.birth ?? null,
            changes.companyRegistrationNumber ?? null,
            password?.after ?? null,
          ],
        );
        if (!row) throw fail("NOT_FOUND_USER");
        if (password !== null)
          await recordAndTell(transaction, { accountId: row.id, kind: "PASSWORD_CHANGED" }, originOf(request));
        await publishAccountChanged(transaction, row);
        transaction.afterCommit(nudgeRelay);
        return { status: 200, body: accountView(row, phones) };
      },
    });
  }
}
