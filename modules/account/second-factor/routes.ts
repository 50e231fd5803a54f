import type { Database } from "@jangteo/kernel/database/database.ts";
import { Time } from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail, isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { type AccountRow, findAccount } from "../profile/account.ts";
import { type FailedSignIns, originOf, recordAndTell, recordSecurityEvent } from "../security/security-log.ts";
import type { OwnPassword } from "../sign-in/own-password.ts";
import { confirmSession, type ProvenSession, revokeOtherFamilies } from "../sign-in/refresh-token.ts";
import type { SigningKeys } from "../sign-in/signing-key.ts";
import type { SecondFactors } from "./second-factors.ts";

const tag = "Accounts: security";
const strict = { additionalProperties: false };

export const Code = Type.String({
  minLength: 6,
  maxLength: 40,
  description: "The six digits that the authenticator app shows, or a recovery code",
});
const Password = Type.String({ minLength: 1, maxLength: 256 });
const Renewed = {
  accessToken: Type.String(),
  expiresIn: Type.Integer({ description: "Seconds that the access token lives" }),
};
const RecoveryCodes = Type.Array(Type.String(), { description: "Each is of use once; they are shown this once" });

export type SecondFactorParts = {
  database: Database;
  keys: SigningKeys;
  ownPassword: OwnPassword;
  secondFactors: SecondFactors;
  failedSignIns: FailedSignIns;
  settings: Settings;
  nudgeRelay: () => void;
};

/** Authenticating again, and the second factor that is asked for then and at sign-in. */
export function secondFactorRoutes(http: HttpServer, parts: SecondFactorParts): void {
  const { database, keys, ownPassword, secondFactors, failedSignIns, settings, nudgeRelay } = parts;

  /** The caller's account, once its password and, where it has a second factor, a code were given. */
  async function prove(
    accountId: string,
    { password, code }: { password: string; code?: string },
    request: FastifyRequest,
  ): Promise<{ account: AccountRow; withCode: boolean }> {
    const account = await ownPassword(accountId, password, request);
    const withCode = await secondFactors.check(accountId, code, originOf(request)).catch((error: unknown) => {
      if (isServiceError(error) && error.code === "WRONG_CODE") failedSignIns.note(accountId, originOf(request));
      throw error;
    });
    return { account, withCode };
  }

  async function newToken(account: AccountRow, session: ProvenSession | undefined) {
    const accessToken = await keys.sign(account, settings.accessTokenSeconds, session);
    return { accessToken, expiresIn: settings.accessTokenSeconds };
  }

  for (const role of ["CUSTOMER", "SELLER", "ADMIN"] as const) {
    const base = `/accounts/${role.toLowerCase()}`;
    const common = { tag, roles: [role], beforeSecondFactor: true } as const;
    // Passwords and codes are guessed here too, by whoever has somebody's token.
    const limit = { perAddress: settings.signInLimitPerMinute };

    route(http, {
      ...common,
      method: "POST",
      url: `${base}/confirm`,
      summary: "Authenticate again; payouts, refunds and suspensions ask for it",
      body: Type.Object(
        {
          password: Password,
          code: Type.Optional(Code),
          forPayout: Type.Optional(
            Type.Boolean({ description: "The code allows one payout; needed with a second factor" }),
          ),
        },
        strict,
      ),
      answers: { 200: Type.Object(Renewed) },
      errors: ["WRONG_PASSWORD", "CODE_REQUIRED", "WRONG_CODE"],
      limit,
      handle: async ({ principal, body, request }) => {
        const { account, withCode } = await prove(principal.id, body, request);
        const proof = { withCode, forPayout: withCode && body.forPayout === true };
        const session = request.sessionId && (await confirmSession(database, request.sessionId, proof));
        return { status: 200, body: await newToken(account, session || undefined) };
      },
    });

    route(http, {
      ...common,
      method: "GET",
      url: `${base}/secondFactor`,
      summary: "Whether a code is asked for at the caller's sign-in",
      answers: {
        200: Type.Object({
          active: Type.Boolean(),
          since: Type.Union([Time, Type.Null()]),
          recoveryCodesLeft: Type.Integer(),
        }),
      },
      handle: async ({ principal }) => {
        const { activeSince, recoveryCodes } = await secondFactors.read(principal.id);
        const since = activeSince?.toISOString() ?? null;
        return { status: 200, body: { active: since !== null, since, recoveryCodesLeft: recoveryCodes } };
      },
    });

    route(http, {
      ...common,
      method: "POST",
      url: `${base}/secondFactor`,
      summary: "Begin a second factor: a secret for an authenticator app, of effect once a code of it was given",
      body: Type.Object({ password: Password }, strict),
      answers: {
        201: Type.Object({
          secret: Type.String({ description: "Base32" }),
          uri: Type.String({ description: "otpauth://totp/…, which apps read as a QR code" }),
        }),
      },
      errors: ["WRONG_PASSWORD", "CODE_REQUIRED", "SECOND_FACTOR_ACTIVE", "NOT_FOUND_USER"],
      limit,
      handle: async ({ principal, body, request }) => {
        const { activeSince } = await secondFactors.read(principal.id);
        if (activeSince) throw fail("SECOND_FACTOR_ACTIVE");
        const { account } = await prove(principal.id, body, request);
        return { status: 201, body: await secondFactors.begin(principal.id, account.email) };
      },
    });

    route(http, {
      ...common,
      method: "POST",
      url: `${base}/secondFactor/activate`,
      summary: "Activate it with a first code: codes are asked for from now on, and all other sign-ins end",
      body: Type.Object({ code: Code }, strict),
      answers: { 200: Type.Object({ ...Renewed, recoveryCodes: RecoveryCodes }) },
      errors: ["WRONG_CODE", "NO_SECOND_FACTOR", "SECOND_FACTOR_ACTIVE", "NOT_FOUND_USER"],
      limit,
      handle: async ({ principal, body, request }) => {
        const { sessionId } = request;
        await secondFactors.checkFirst(principal.id, body.code);
        const [recoveryCodes, session] = await database.transaction(async (transaction) => {
          // Sign-ins without a code end.
          await revokeOtherFamilies(transaction, principal.id, sessionId);
          const proven =
            sessionId && (await confirmSession(transaction, sessionId, { withCode: true, forPayout: false }));
          const codes = await secondFactors.activate(transaction, principal.id, body.code);
          await notify(transaction, principal.id, "SECOND_FACTOR_ON", request);
          return [codes, proven || undefined] as const;
        });
        nudgeRelay();
        const account = (await findAccount(database, principal.id))!;
        return { status: 200, body: { ...(await newToken(account, session)), recoveryCodes } };
      },
    });

    route(http, {
      ...common,
      method: "POST",
      url: `${base}/secondFactor/recoveryCodes`,
      summary: "New recovery codes instead of those of before",
      body: Type.Object({ password: Password, code: Code }, strict),
      answers: { 200: Type.Object({ recoveryCodes: RecoveryCodes }) },
      errors: ["WRONG_PASSWORD", "WRONG_CODE", "NO_SECOND_FACTOR", "NOT_FOUND_USER"],
      limit,
      handle: async ({ principal, body, request }) => {
        await prove(principal.id, body, request);
        const recoveryCodes = await database.transaction(async (transaction) => {
          const codes = await secondFactors.renewRecoveryCodes(transaction, principal.id);
          const event = { accountId: principal.id, kind: "RECOVERY_CODES", sessionId: request.sessionId } as const;
          await recordSecurityEvent(transaction, event, originOf(request));
          return codes;
        });
        return { status: 200, body: { recoveryCodes } };
      },
    });

    route(http, {
      ...common,
      method: "POST",
      url: `${base}/secondFactor/end`,
      summary: "Ask for no codes any longer",
      body: Type.Object({ password: Password, code: Code }, strict),
      answers: { 204: null },
      errors: ["WRONG_PASSWORD", "WRONG_CODE", "NO_SECOND_FACTOR", "NOT_FOUND_USER"],
      limit,
      handle: async ({ principal, body, request }) => {
        await prove(principal.id, body, request);
        await database.transaction(async (transaction) => {
          if (!(await secondFactors.end(transaction, principal.id))) throw fail("NO_SECOND_FACTOR");
          await notify(transaction, principal.id, "SECOND_FACTOR_OFF", request);
        });
        nudgeRelay();
        return { status: 204, body: null };
      },
    });
  }
}

function notify(
  transaction: Parameters<typeof recordAndTell>[0],
  accountId: string,
  kind: "SECOND_FACTOR_ON" | "SECOND_FACTOR_OFF",
  request: FastifyRequest,
): Promise<void> {
  return recordAndTell(transaction, { accountId, kind, sessionId: request.sessionId }, originOf(request));
}
