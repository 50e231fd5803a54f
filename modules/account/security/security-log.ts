import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import type { FastifyRequest } from "fastify";
import { queueMail } from "../mail/mail.ts";
import { type Notice, securityNotice } from "../mail/texts.ts";
import { findAccount } from "../profile/account.ts";

/** What the security log of an account tells. */
export const securityEventKinds = [
  "SIGN_IN",
  "SIGN_IN_FAILED",
  "SIGN_OUT",
  "SESSION_ENDED",
  "TOKEN_REUSED",
  "PASSWORD_CHANGED",
  "PASSWORD_RESET",
  "EMAIL_CHANGED",
  "PAYOUT",
  "SECOND_FACTOR_ON",
  "SECOND_FACTOR_OFF",
  "RECOVERY_CODES",
  "WRONG_CODES",
  "ROLE_REMOVED",
] as const;
export type SecurityEventKind = (typeof securityEventKinds)[number];

/** From where a request came, as far as its sender tells. */
export type Origin = { userAgent: string; address: string };

export type SecurityEvent = {
  /** Its own where it may be recorded twice: the second time changes nothing. */
  id?: string;
  accountId: string;
  kind: SecurityEventKind;
  sessionId?: string | undefined;
};

export function originOf(request: FastifyRequest): Origin {
  return { userAgent: (request.headers["user-agent"] ?? "").slice(0, 300), address: request.ip };
}

export async function recordSecurityEvent(queryable: Queryable, event: SecurityEvent, origin: Origin): Promise<void> {
  await recordMany(queryable, [{ ...event, ...origin }]);
}

/** Records an event and tells the account's owner of it by mail. */
export async function recordAndTell(
  transaction: Queryable,
  event: SecurityEvent & { kind: Notice },
  origin: Origin,
): Promise<void> {
  await recordSecurityEvent(transaction, event, origin);
  const account = await findAccount(transaction, event.accountId);
  if (account && account.status !== "CLOSED")
    await queueMail(transaction, securityNotice(account.email, account.name, event.kind, origin));
}

/** Records a sign-in; the owner is told of one from a program that was not seen before, unless it is the first of all. */
export async function recordSignIn(
  transaction: Queryable,
  accountId: string,
  sessionId: string,
  origin: Origin,
): Promise<void> {
  const [seen] = await transaction.query<{ any: boolean; same: boolean }>(
    `SELECT count(*) > 0 AS any, coalesce(bool_or(user_agent = $2), false) AS same
     FROM (SELECT user_agent FROM security_event WHERE account_id = $1 AND kind = 'SIGN_IN' ORDER BY id DESC LIMIT 100) e`,
    [accountId, origin.userAgent],
    "seen-before",
  );
  const event = { accountId, kind: "SIGN_IN", sessionId } as const;
  if (seen!.any && !seen!.same) await recordAndTell(transaction, event, origin);
  else await recordSecurityEvent(transaction, event, origin);
}

async function recordMany(queryable: Queryable, events: readonly (SecurityEvent & Origin)[]): Promise<void> {
  await queryable.query(
    `INSERT INTO security_event (id, account_id, kind, session_id, user_agent, address)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[]) ON CONFLICT DO NOTHING`,
    [
      events.map(({ id }) => id ?? newId()),
      events.map(({ accountId }) => accountId),
      events.map(({ kind }) => kind),
      events.map(({ sessionId }) => sessionId ?? null),
      events.map(({ userAgent }) => userAgent),
      events.map(({ address }) => address),
    ],
    "record-security-events",
  );
}

export type FailedSignIns = {
  /** Notes a failure; it is stored a moment later. */
  note(accountId: string, origin: Origin): void;
  /** Stores what is noted. */
  flush(): Promise<void>;
};

const flushMs = 200;
const waitingMax = 1_000;

/**
 * Failed sign-ins are stored after the response, many together: whoever tries passwords must not learn from the time
 * whether the email is known. Under an attack from many addresses the latest are left out.
 */
export function createFailedSignIns(database: Database): FailedSignIns {
  let waiting: (SecurityEvent & Origin)[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length > 0) await recordMany(database, events).catch(() => undefined);
  }

  return {
    note(accountId, origin) {
      if (waiting.length >= waitingMax) return;
      waiting.push({ accountId, kind: "SIGN_IN_FAILED", ...origin });
      timer ??= setTimeout(() => void flush(), flushMs);
    },
    flush,
  };
}
