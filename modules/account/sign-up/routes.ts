import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import type { Answer } from "@jangteo/kernel/http/idempotency.ts";
import { write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { isRefusal } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { queueMail, queueSecretMail, takeMailQuota } from "../mail/mail.ts";
import { publicAddress } from "../mail/public-address.ts";
import { alreadyRegisteredMail, verificationMail } from "../mail/texts.ts";
import type { SealedColumn } from "../personal-data.ts";
import {
  Account,
  type AccountRow,
  accountFields,
  accountView,
  findAccountByEmail,
  normaliseEmail,
  type Role,
} from "../profile/account.ts";
import { createAccount, type NewAccount } from "../profile/create-account.ts";
import { issueMailToken, useMailToken } from "../sign-in/mail-token.ts";
import type { Passwords } from "../sign-in/password.ts";

const tag = "Accounts";

export type SignUpParts = {
  database: Database;
  passwords: Passwords;
  phones: SealedColumn;
  settings: Settings;
  nudgeRelay: () => void;
};

/** Signing up, and proving the address. */
export function signUpRoutes(http: HttpServer, parts: SignUpParts): void {
  for (const role of ["CUSTOMER", "SELLER"] as const) {
    signUpRoute(http, role, parts);
    verifyRoute(http, role, parts);
  }
}

function signUpRoute(
  http: HttpServer,
  role: "CUSTOMER" | "SELLER",
  { database, passwords, phones, settings, nudgeRelay }: SignUpParts,
): void {
  const { email, name, phone, password, birth, companyRegistrationNumber } = accountFields;
  write(http, database, {
    method: "POST",
    url: `/accounts/${role.toLowerCase()}/signup`,
    summary: "Sign up; a mail asks to confirm the address. The answer does not tell whether the email was known",
    tag,
    body: Type.Object(
      {
        email,
        name,
        phone,
        password,
        birth,
        ...(role === "SELLER" && { companyRegistrationNumber: Type.Optional(companyRegistrationNumber) }),
      },
      { additionalProperties: false },
    ),
    answers: { 201: Account },
    errors: ["WEAK_PASSWORD", "TOO_MANY_REQUESTS"],
    evenMs: 300,
    limit: { perAddress: settings.mailLimitPerMinute },
    personal: {
      keep: ({ id, createdAt }: { id: string; createdAt: string }) => ({ id, createdAt }),
      // The rest is what the request says.
      restore: async (kept: { id: string; createdAt: string }, { body }) => {
        const input = body as typeof body & { companyRegistrationNumber?: string };
        const account = { ...input, id: kept.id, phone: phones.seal(input.phone, kept.id), role };
        return { ...accountView(wouldBe({ ...account, passwordHash: null, verified: false }), phones), ...kept };
      },
    },
    prepare: async ({ body, request }) => {
      const passwordHash = await passwords.hash(body.password, body.email, request.ip);
      const known = await findAccountByEmail(database, body.email, role);
      // Takes as long for an email that is not known.
      const unverified = known && !known.verified_at ? known.password_hash : null;
      const isAgain = await passwords.verify(unverified, body.password, request.ip);
      return { passwordHash, isAgain };
    },
    handle: async ({ body, request, transaction, prepared: { passwordHash, isAgain } }) => {
      const input = body as typeof body & { companyRegistrationNumber?: string };
      const id = newId();
      const sealedPhone = phones.seal(input.phone, id);
      const account: NewAccount = { ...input, id, phone: sealedPhone, role, passwordHash, verified: false };
      const created = await createAccount(transaction, account);
      if (created) await sendVerification(transaction, created, request, settings);
      else await signUpAgain(transaction, body.email, role, isAgain, request, settings);
      transaction.afterCommit(nudgeRelay);
      return { status: 201, body: accountView(created ?? wouldBe(account), phones) };
    },
  });
}

async function sendVerification(
  transaction: Transaction,
  account: AccountRow,
  request: FastifyRequest,
  settings: Settings,
): Promise<void> {
  if (!(await mayMail(transaction, account.email, settings))) return;
  const token = await issueMailToken(transaction, account.id, "verify", settings.verificationHours * 60);
  const link = `${publicAddress(request, settings)}/accounts/${account.role.toLowerCase()}/verify/${token}`;
  await queueSecretMail(transaction, verificationMail(account.email, account.name, link), settings);
}

/**
 * The address has an account: its owner is notified, or gets another verification mail if that is still to be done. When
 * the password is another one than before, nobody knows which of the two owns the address: neither password is kept.
 */
async function signUpAgain(
  transaction: Transaction,
  email: string,
  role: Role,
  isSamePassword: boolean,
  request: FastifyRequest,
  settings: Settings,
): Promise<void> {
  const owner = await findAccountByEmail(transaction, email, role);
  if (!owner || owner.status !== "ACTIVE") return;
  if (owner.verified_at) {
    if (await mayMail(transaction, owner.email, settings))
      await queueMail(transaction, alreadyRegisteredMail(owner.email, owner.name));
    return;
  }
  await sendVerification(transaction, owner, request, settings);
  if (!isSamePassword)
    await transaction.query("UPDATE account SET contested = true WHERE id = $1 AND verified_at IS NULL", [owner.id]);
}

const mayMail = async (transaction: Transaction, to: string, settings: Settings) =>
  !settings.rateLimits || (await takeMailQuota(transaction, to, settings.mailsPerRecipientPerHour));

/** What the answer would be if the email were free, so that it does not tell that it is not. */
function wouldBe(account: NewAccount): AccountRow {
  return {
    id: account.id ?? newId(),
    role: account.role,
    email: normaliseEmail(account.email),
    name: account.name.trim(),
    phone: account.phone ?? null,
    birth: account.birth ?? null,
    company_registration_number: account.companyRegistrationNumber ?? null,
    password_hash: null,
    verified_at: null,
    status: "ACTIVE",
    version: 1,
    created_at: new Date(),
  };
}

function verifyRoute(http: HttpServer, role: "CUSTOMER" | "SELLER", { database, settings }: SignUpParts): void {
  write(http, database, {
    method: "GET",
    url: `/accounts/${role.toLowerCase()}/verify/:email`,
    summary: "Confirm the address: the last segment is the one-time token of the mail",
    tag,
    params: Type.Object({ email: Type.String({ minLength: 1, maxLength: 256 }) }),
    answers: {
      200: Type.Object({
        verified: Type.Literal(true),
        resetToken: Type.Optional(
          Type.String({
            description:
              "Two sign-ups named this address, with two passwords: neither is kept, and this token chooses the password (`/accounts/password/reset`)",
          }),
        ),
      }),
      303: null,
    },
    errors: ["INVALID_TOKEN", "TOKEN_EXPIRED"],
    // Without the token that a first answer may hold.
    personal: { keep: () => ({ verified: true }), restore: async (kept: unknown) => kept },
    handle: async ({ params, request, transaction }) => {
      // Who opens the mail's address in a browser gets a page.
      const wantsPage = settings.pages && (request.headers.accept ?? "").includes("text/html");
      try {
        const { accountId } = await useMailToken(transaction, params.email, "verify");
        const resetToken = await verify(transaction, accountId, settings);
        if (resetToken) return wantsPage ? seeOther(`/reset?token=${resetToken}`) : verified(resetToken);
      } catch (error) {
        if (!wantsPage || !isRefusal(error)) throw error;
        return seeOther("/sign-in?said=not-verified");
      }
      return wantsPage ? seeOther("/sign-in?said=verified") : verified();
    },
  });
}

/**
 * Marks the address as verified. Where two signed up with it, nothing that they entered is kept; resolves to a token by
 * which whoever verified the address chooses the password.
 */
async function verify(transaction: Transaction, accountId: string, settings: Settings): Promise<string | undefined> {
  const [row] = await transaction.query<{ contested: boolean }>(
    "SELECT contested AND verified_at IS NULL AS contested FROM account WHERE id = $1 FOR UPDATE",
    [accountId],
  );
  await transaction.query(
    `UPDATE account SET verified_at = coalesce(verified_at, now()), contested = false,
       password_hash = CASE WHEN $2 THEN NULL ELSE password_hash END,
       phone = CASE WHEN $2 THEN NULL ELSE phone END, birth = CASE WHEN $2 THEN NULL ELSE birth END,
       company_registration_number = CASE WHEN $2 THEN NULL ELSE company_registration_number END
     WHERE id = $1`,
    [accountId, row!.contested],
  );
  return row!.contested ? issueMailToken(transaction, accountId, "reset", settings.resetMinutes) : undefined;
}

function verified(resetToken?: string): Answer {
  return { status: 200, body: { verified: true, ...(resetToken && { resetToken }) } };
}

function seeOther(location: string): Answer {
  return { status: 303, body: null, headers: { location } };
}
