import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Answer } from "@jangteo/kernel/http/idempotency.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail, isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { queueSecretMail, takeMailQuota } from "../mail/mail.ts";
import { publicAddress } from "../mail/public-address.ts";
import { resetMail } from "../mail/texts.ts";
import {
  type AccountRow,
  accountFields,
  findAccount,
  findAccountByEmail,
  normaliseEmail,
  type Role,
} from "../profile/account.ts";
import { Code } from "../second-factor/routes.ts";
import type { SecondFactors } from "../second-factor/second-factors.ts";
import {
  type FailedSignIns,
  originOf,
  recordAndTell,
  recordSecurityEvent,
  recordSignIn,
} from "../security/security-log.ts";
import type { GuessedPasswords } from "./guessed-passwords.ts";
import { hasStillPassword, holdEmail } from "./hold-sign-ins.ts";
import { issueMailToken, useMailToken } from "./mail-token.ts";
import type { Passwords } from "./password.ts";
import {
  issueRefreshToken,
  revokeAllFamilies,
  revokeFamily,
  rotateRefreshToken,
  type Session,
} from "./refresh-token.ts";
import type { SigningKeys } from "./signing-key.ts";

const roles = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const tag = "Sign-in";

const Tokens = Type.Object({
  accessToken: Type.String(),
  refreshToken: Type.Optional(
    Type.String({ description: "Left out for browsers, which get it as an HttpOnly cookie" }),
  ),
  expiresIn: Type.Integer({ description: "Seconds that the access token lives" }),
});
const RefreshBody = Type.Object(
  { refreshToken: Type.Optional(Type.String({ maxLength: 256 })) },
  { additionalProperties: false },
);

export type SignInParts = {
  database: Database;
  keys: SigningKeys;
  passwords: Passwords;
  guessed: GuessedPasswords;
  secondFactors: SecondFactors;
  failedSignIns: FailedSignIns;
  settings: Settings;
  nudgeRelay: () => void;
};

/** Sign-in, its renewal and end, and forgotten passwords. */
export function signInRoutes(http: HttpServer, parts: SignInParts): void {
  const { database, keys, passwords, guessed, secondFactors, failedSignIns, settings, nudgeRelay } = parts;
  const cookies = refreshCookie(settings);

  for (const role of roles)
    route(http, {
      method: "POST",
      url: `/accounts/${role.toLowerCase()}/login`,
      summary: "Sign in",
      tag,
      body: Type.Object(
        {
          email: accountFields.email,
          password: Type.String({ minLength: 1, maxLength: 256 }),
          code: Type.Optional(Code),
        },
        { additionalProperties: false },
      ),
      answers: { 200: Tokens },
      errors: [
        "LOGIN_FAILED",
        "CODE_REQUIRED",
        "WRONG_CODE",
        "EMAIL_NOT_VERIFIED",
        "ACCOUNT_SUSPENDED",
        "TOO_MANY_REQUESTS",
      ],
      limit: {
        perAddress: settings.signInAddressLimitPerMinute,
        perKey: { perMinute: settings.signInLimitPerMinute, key: (body) => `${role} ${normaliseEmail(body.email)}` },
      },
      handle: async ({ body, request, reply }) => {
        const account = await findAccountByEmail(database, body.email, role);
        const origin = originOf(request);
        const attempt = { role, email: body.email };
        await guessed.admit({ ...attempt, accountId: account?.id, address: request.ip });
        if (!(await passwords.verify(account?.password_hash ?? null, body.password, request.ip)) || !account) {
          guessed.note(attempt);
          if (account) failedSignIns.note(account.id, origin);
          throw fail("LOGIN_FAILED");
        }
        if (!account.verified_at) throw fail("EMAIL_NOT_VERIFIED");
        if (account.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
        const withCode = await secondFactors.check(account.id, body.code, origin).catch((error: unknown) => {
          if (isServiceError(error) && error.code === "WRONG_CODE") failedSignIns.note(account.id, origin);
          throw error;
        });
        const session = await database.transaction(async (transaction) => {
          if (!(await hasStillPassword(transaction, account.id, account.password_hash))) throw fail("LOGIN_FAILED");
          const proven = { ...origin, withCode };
          const issued = await issueRefreshToken(transaction, account.id, daysOf(role, settings), proven);
          await recordSignIn(transaction, account.id, issued.sessionId, origin);
          return issued;
        });
        return answerTokens(account, session, request, reply);
      },
    });

  route(http, {
    method: "POST",
    url: "/accounts/token/refresh",
    summary: "Trade a refresh token for a new pair; using one twice ends its whole family",
    tag,
    body: RefreshBody,
    answers: { 200: Tokens },
    errors: ["INVALID_REFRESH_TOKEN", "FOREIGN_ORIGIN"],
    handle: async ({ body, request, reply }) => {
      const token = cookies.read(request, body.refreshToken);
      if (!token) throw fail("INVALID_REFRESH_TOKEN");
      const session = await rotateRefreshToken(database, token, {
        days: settings.refreshTokenDays,
        reused: (transaction, accountId, sessionId) =>
          recordAndTell(transaction, { accountId, kind: "TOKEN_REUSED", sessionId }, originOf(request)),
      }).finally(nudgeRelay);
      const account = await findAccount(database, session.accountId);
      if (account?.status !== "ACTIVE") throw fail("INVALID_REFRESH_TOKEN");
      return answerTokens(account, session, request, reply);
    },
  });

  route(http, {
    method: "POST",
    url: "/accounts/logout",
    summary: "Sign out: the refresh token and all that descend from the same sign-in die",
    tag,
    body: RefreshBody,
    answers: { 204: null },
    errors: ["FOREIGN_ORIGIN"],
    handle: async ({ body, request, reply }) => {
      const token = cookies.read(request, body.refreshToken);
      if (token)
        await database.transaction(async (transaction) => {
          const ended = await revokeFamily(transaction, token);
          if (ended) await recordSecurityEvent(transaction, { ...ended, kind: "SIGN_OUT" }, originOf(request));
        });
      nudgeRelay();
      cookies.clear(reply);
      return { status: 204, body: null };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/accounts/password/forgot",
    summary: "Ask for a mail to choose a new password; the answer does not tell whether the email is known",
    tag,
    body: Type.Object(
      { email: accountFields.email, role: Type.Union(roles.map((role) => Type.Literal(role))) },
      { additionalProperties: false },
    ),
    answers: { 200: Type.Object({ sent: Type.Literal(true) }) },
    evenMs: 200,
    limit: { perAddress: settings.mailLimitPerMinute },
    handle: async ({ body, request, transaction }) => {
      const account = await findAccountByEmail(transaction, body.email, body.role);
      const perHour = settings.mailsPerRecipientPerHour;
      // A change of email that goes on just now ends before, and its old mailbox gets no token that works.
      const isStillTheirs = account && (await holdEmail(transaction, account.id, account.email));
      if (isStillTheirs && (!settings.rateLimits || (await takeMailQuota(transaction, account.email, perHour)))) {
        const token = await issueMailToken(transaction, account.id, "reset", settings.resetMinutes);
        const page = settings.pages ? `${publicAddress(request, settings)}/reset?token=${token}` : undefined;
        await queueSecretMail(transaction, resetMail(account.email, account.name, account.role, token, page), settings);
      }
      return { status: 200, body: { sent: true } };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/accounts/password/reset",
    summary: "Choose a new password with the token of the mail; signs out everywhere",
    tag,
    body: Type.Object(
      { token: Type.String({ minLength: 1, maxLength: 256 }), password: accountFields.password },
      { additionalProperties: false },
    ),
    answers: {
      200: Type.Object({ reset: Type.Literal(true), role: Type.String({ description: "As what to sign in" }) }),
    },
    errors: ["INVALID_TOKEN", "TOKEN_EXPIRED", "WEAK_PASSWORD"],
    limit: { perAddress: settings.signInLimitPerMinute },
    prepare: ({ body, request }) => passwords.hash(body.password, "", request.ip),
    handle: async ({ body, request, transaction, prepared: passwordHash }) => {
      const { accountId } = await useMailToken(transaction, body.token, "reset");
      await revokeAllFamilies(transaction, accountId);
      // Whoever reads the mail owns the address.
      const [row] = await transaction.query<{ role: string }>(
        `UPDATE account SET password_hash = $2, verified_at = coalesce(verified_at, now()), contested = false,
           phone = CASE WHEN contested THEN NULL ELSE phone END, birth = CASE WHEN contested THEN NULL ELSE birth END
         WHERE id = $1 RETURNING role`,
        [accountId, passwordHash],
      );
      await recordAndTell(transaction, { accountId, kind: "PASSWORD_RESET" }, originOf(request));
      transaction.afterCommit(nudgeRelay);
      return { status: 200, body: { reset: true, role: row!.role } };
    },
  });

  route(http, {
    method: "GET",
    url: "/accounts/.well-known/jwks.json",
    summary: "The public keys that access tokens are checked with",
    tag,
    answers: { 200: Type.Object({ keys: Type.Array(Type.Object({}, { additionalProperties: true })) }) },
    handle: async ({ reply }) => {
      reply.header("cache-control", "public, max-age=5");
      return { status: 200, body: await keys.jwks() };
    },
  });

  async function answerTokens(
    account: AccountRow,
    { refreshToken, ...session }: Session,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Answer> {
    const accessToken = await keys.sign(account, settings.accessTokenSeconds, session);
    cookies.write(reply, refreshToken, account.role);
    reply.header("cache-control", "no-store");
    const isBrowser = request.headers["sec-fetch-site"] !== undefined;
    return {
      status: 200,
      body: { accessToken, ...(!isBrowser && { refreshToken }), expiresIn: settings.accessTokenSeconds },
    };
  }
}

/** How long a sign-in lasts without being used, in days; an administrator's ends after so long in any case. */
function daysOf(role: Role, settings: Settings): number {
  return role === "ADMIN" ? settings.adminSessionHours / 24 : settings.refreshTokenDays;
}

/** The refresh token as a cookie that scripts cannot read and other sites cannot send. */
function refreshCookie(settings: Settings) {
  const name = settings.production ? "__Host-jangteo_refresh" : "jangteo_refresh";
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure: settings.production } as const;
  return {
    read(request: FastifyRequest, fromBody: string | undefined): string | undefined {
      if (fromBody !== undefined) return fromBody;
      const token = request.cookies[name];
      const origin = request.headers.origin;
      if (token && origin !== undefined && !sameHost(origin, request.host)) throw fail("FOREIGN_ORIGIN");
      return token;
    },
    write: (reply: FastifyReply, token: string, role: Role) =>
      void reply.setCookie(name, token, { ...options, maxAge: daysOf(role, settings) * 86_400 }),
    clear: (reply: FastifyReply) => void reply.clearCookie(name, options),
  };
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
