import { SessionEnded } from "@jangteo/contracts/events.ts";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Origin } from "../security/security-log.ts";
import { holdSignIns } from "./hold-sign-ins.ts";
import { hashSecret, newSecret } from "./one-time-token.ts";

/** A sign-in, and when and how somebody last proved in it who they are. */
export type ProvenSession = {
  sessionId: string;
  confirmedAt: Date;
  /** A code of the second factor was given too. */
  withCode: boolean;
};

/** A sign-in and the refresh token (of its family) that is good now. */
export type Session = ProvenSession & { refreshToken: string };

/** A first refresh token: it begins a family, which its owner sees as a sign-in from there. */
export async function issueRefreshToken(
  queryable: Queryable,
  accountId: string,
  days: number,
  { userAgent, address, withCode }: Origin & { withCode: boolean },
): Promise<Session> {
  const sessionId = newId();
  const [session] = await queryable.query<{ confirmedAt: Date }>(
    `INSERT INTO session (id, account_id, user_agent, address, confirmed_at, with_code)
     VALUES ($1, $2, $3, $4, now(), $5) RETURNING confirmed_at AS "confirmedAt"`,
    [sessionId, accountId, userAgent, address, withCode],
    "add-session",
  );
  const refreshToken = await addToFamily(queryable, newSecret(), { family: sessionId, accountId, days });
  return { sessionId, withCode, confirmedAt: session!.confirmedAt, refreshToken };
}

/**
 * Notes that the user of a sign-in has just been authenticated again; `forPayout`, with a code that allows one payout. Throws
 * INVALID_ACCESS_TOKEN where the sign-in has ended: its access token must not outlive it.
 */
export async function confirmSession(
  queryable: Queryable,
  sessionId: string,
  { withCode, forPayout }: { withCode: boolean; forPayout: boolean },
): Promise<ProvenSession> {
  const [session] = await queryable.query<ProvenSession>(
    `UPDATE session SET confirmed_at = now(), with_code = with_code OR $2, payout_code = $3
     WHERE id = $1 AND ${isLive}
     RETURNING id AS "sessionId", confirmed_at AS "confirmedAt", with_code AS "withCode"`,
    [sessionId, withCode, forPayout],
    "confirm-session",
  );
  if (!session) throw fail("INVALID_ACCESS_TOKEN");
  return session;
}

/** Of a row of `session`: it was not ended, and somebody may still hold a good refresh token of it. */
const isLive = `session.ended_at IS NULL AND EXISTS (SELECT 1 FROM refresh_token t
  WHERE t.family = session.id AND t.used_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now())`;

/**
 * Throws INVALID_ACCESS_TOKEN where the sign-in of a request has ended: its access token may be good for some minutes more.
 * Test accounts have none.
 */
export async function refuseEndedSession(
  transaction: Transaction,
  accountId: string,
  sessionId: string | undefined,
): Promise<void> {
  if (sessionId === undefined) return;
  const live = await transaction.query(
    `SELECT 1 FROM session WHERE id = $1 AND account_id = $2 AND ${isLive}`,
    [sessionId, accountId],
    "find-live-session",
  );
  if (live.length === 0) throw fail("INVALID_ACCESS_TOKEN");
}

/**
 * Whether the account may pay out by this sign-in: with a second factor, a code must have been given for a payout within so
 * many minutes, and no payout have followed yet. Throws INVALID_ACCESS_TOKEN where the sign-in has ended.
 */
export async function usePayoutCode(
  transaction: Transaction,
  accountId: string,
  sessionId: string | undefined,
  minutes: number,
): Promise<boolean> {
  await refuseEndedSession(transaction, accountId, sessionId);
  const [row] = await transaction.query<{ free: boolean }>(
    `WITH used AS (
       UPDATE session SET payout_code = false
       WHERE id = $2 AND account_id = $1 AND payout_code AND confirmed_at > now() - $3 * interval '1 minute' RETURNING 1)
     SELECT EXISTS (SELECT 1 FROM used)
       OR NOT EXISTS (SELECT 1 FROM second_factor WHERE id = $1 AND active_since IS NOT NULL) AS free`,
    [accountId, sessionId ?? null, minutes],
    "use-payout-code",
  );
  return row!.free;
}

async function addToFamily(
  queryable: Queryable,
  token: string,
  { family, accountId, days, endsAt = null }: { family: string; accountId: string; days: number; endsAt?: Date | null },
): Promise<string> {
  await queryable.query(
    `INSERT INTO refresh_token (hash, family, account_id, expires_at)
     VALUES ($1, $2, $3, coalesce($5, now() + $4 * interval '1 day'))`,
    [hashSecret(token), family, accountId, days, endsAt],
    "add-refresh-token",
  );
  return token;
}

type Row = {
  hash: string;
  family: string;
  account_id: string;
  expires_at: Date;
  admin: boolean;
  used: boolean;
  /** Used so lately that the answer may not have arrived. */
  justUsed: boolean;
  dead: boolean;
};

export type Rotation = {
  /** Days that the next token lives; an administrator's lives no longer than the first one of the sign-in. */
  days: number;
  /** Tells, in the same transaction, of a token that was used before. */
  reused: (transaction: Transaction, accountId: string, sessionId: string) => Promise<void>;
  /**
   * For requests that come together or again: for `repeatSeconds` after its first use, a token gets the one that follows it
   * again. This function makes it.
   */
  repeatable?: (token: string) => string;
};
/** Requests of one browser that are under way at the same time arrive within this. */
const repeatSeconds = 60;

/**
 * Uses a refresh token up and gives the next one of its family. A token that was used before means that someone else has
 * it: the whole family is revoked. Throws INVALID_REFRESH_TOKEN.
 */
export async function rotateRefreshToken(
  database: Database,
  token: string,
  { days, reused, repeatable }: Rotation,
): Promise<Session & { accountId: string }> {
  const result = await database.transaction(async (transaction) => {
    const rows = await transaction.query<Row>(
      `SELECT hash, family, account_id, expires_at, used_at IS NOT NULL AS used,
         coalesce(used_at > now() - ${repeatSeconds} * interval '1 second', false) AS "justUsed",
         revoked_at IS NOT NULL OR expires_at < now() AS dead,
         EXISTS (SELECT 1 FROM account WHERE id = account_id AND role = 'ADMIN') AS admin
       FROM refresh_token WHERE hash = $1 FOR UPDATE`,
      [hashSecret(token)],
      "lock-refresh-token",
    );
    const row = rows[0];
    if (!row || row.dead) return undefined;
    const repeated =
      row.used && row.justUsed && repeatable && (await findNext(transaction, token, row.family, repeatable));
    if (row.used && !repeated) return { reusedOf: row.account_id, family: row.family };
    const [session] = await transaction.query<ProvenSession & { ended: boolean }>(
      `UPDATE session SET last_used_at = now() WHERE id = $1
       RETURNING id AS "sessionId", confirmed_at AS "confirmedAt", with_code AS "withCode", ended_at IS NOT NULL AS ended`,
      [row.family],
      "use-session",
    );
    if (session?.ended) return undefined;
    const next = { family: row.family, accountId: row.account_id, days, endsAt: row.admin ? row.expires_at : null };
    const refreshToken = repeated || (repeatable?.(token) ?? newSecret());
    if (!repeated) {
      await transaction.query("UPDATE refresh_token SET used_at = now() WHERE hash = $1", [row.hash]);
      await addToFamily(transaction, refreshToken, next);
    }
    return { ...(session ?? unproven(row.family)), accountId: row.account_id, refreshToken };
  });
  // In a transaction of its own, without the token's lock: a family's tokens are locked in the order of their hashes.
  if (result && result.reusedOf !== undefined) {
    await database.transaction(async (transaction) => {
      await revoke(transaction, "family = $1", result.family);
      await reused(transaction, result.reusedOf, result.family);
    });
    throw fail("INVALID_REFRESH_TOKEN");
  }
  if (!result) throw fail("INVALID_REFRESH_TOKEN");
  return result;
}

/** Tokens that one browser may have been given within a minute. */
const chainMax = 10;

/**
 * The token that is good now of those that follow a used one, each made of the one before by `repeatable`. Nothing where
 * another token followed it: then it was used by somebody else.
 */
async function findNext(
  transaction: Transaction,
  used: string,
  family: string,
  repeatable: (token: string) => string,
): Promise<string | undefined> {
  let token = used;
  for (let count = 0; count < chainMax; count++) {
    token = repeatable(token);
    const [row] = await transaction.query<{ used: boolean }>(
      `SELECT used_at IS NOT NULL AS used FROM refresh_token
       WHERE hash = $1 AND family = $2 AND revoked_at IS NULL AND expires_at > now()`,
      [hashSecret(token), family],
      "find-next-token",
    );
    if (!row) return undefined;
    if (!row.used) return token;
  }
  return undefined;
}

/** A sign-in from before sign-ins were stored. */
const unproven = (sessionId: string): ProvenSession => ({ sessionId, confirmedAt: new Date(0), withCode: false });

/** Revokes the tokens that `which` names by `$1`, locked in the order of their hashes; ends their sign-in where it is one. */
async function revoke(
  transaction: Transaction,
  which: string,
  value: string,
): Promise<{ accountId: string; sessionId: string } | undefined> {
  const ended = await transaction.query<{ family: string; account_id: string }>(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE ${which} AND revoked_at IS NULL ORDER BY hash FOR UPDATE)
     RETURNING family, account_id`,
    [value],
  );
  if (!ended[0]) return undefined;
  const { account_id: accountId, family: sessionId } = ended[0];
  await endSessions(transaction, "id = $1", [sessionId]);
  await publishEnded(transaction, accountId, sessionId);
  return { accountId, sessionId };
}

/** Ends sign-ins, in the order of their ids, after their tokens. */
async function endSessions(transaction: Transaction, which: string, values: unknown[]): Promise<void> {
  await transaction.query(
    `UPDATE session SET ended_at = now() WHERE id IN
       (SELECT id FROM session WHERE ${which} AND ended_at IS NULL ORDER BY id FOR UPDATE)`,
    values,
  );
}

/** Notes that a sign-in is in use, once a minute at most: its owner sees when it last was. */
export async function noteUse(queryable: Queryable, sessionId: string): Promise<void> {
  await queryable.query(
    "UPDATE session SET last_used_at = now() WHERE id = $1 AND last_used_at < now() - interval '1 minute'",
    [sessionId],
    "note-use",
  );
}

/** The sign-in of a refresh token that is still good, without using it up. */
export async function readSession(
  database: Database,
  token: string,
): Promise<(ProvenSession & { accountId: string }) | undefined> {
  const [session] = await database.query<ProvenSession & { accountId: string }>(
    `SELECT t.account_id AS "accountId", t.family AS "sessionId", coalesce(s.confirmed_at, 'epoch') AS "confirmedAt",
       coalesce(s.with_code, false) AS "withCode"
     FROM refresh_token t LEFT JOIN session s ON s.id = t.family
     WHERE t.hash = $1 AND t.used_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now() AND s.ended_at IS NULL`,
    [hashSecret(token)],
    "read-session",
  );
  return session;
}

/** Whether a refresh token, used or not, is an administrator's. */
export async function isAdministrators(database: Database, token: string): Promise<boolean> {
  const rows = await database.query(
    "SELECT 1 FROM refresh_token t JOIN account a ON a.id = t.account_id WHERE t.hash = $1 AND a.role = 'ADMIN'",
    [hashSecret(token)],
    "is-administrators",
  );
  return rows.length === 1;
}

/** Signs out: the token's family is revoked. Answers which sign-in has ended; an unknown token is no error. */
export async function revokeFamily(
  transaction: Transaction,
  token: string,
): Promise<{ accountId: string; sessionId: string } | undefined> {
  return revoke(transaction, "family = (SELECT family FROM refresh_token WHERE hash = $1)", hashSecret(token));
}

/** Ends a sign-in of the account; false where it has none of this id that is good. */
export async function revokeOwnFamily(transaction: Transaction, accountId: string, family: string): Promise<boolean> {
  const own = await transaction.query(
    `SELECT 1 FROM refresh_token
     WHERE family = $1 AND account_id = $2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()`,
    [family, accountId],
    "find-own-family",
  );
  if (own.length === 0) return false;
  await revoke(transaction, "family = $1", family);
  return true;
}

/** Ends all sign-ins of the account but one, or all where that is not known. */
export async function revokeOtherFamilies(
  transaction: Transaction,
  accountId: string,
  kept: string | undefined,
): Promise<void> {
  await holdSignIns(transaction, accountId);
  const ended = await transaction.query<{ family: string }>(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE account_id = $1 AND family IS DISTINCT FROM $2::uuid AND revoked_at IS NULL
        ORDER BY hash FOR UPDATE)
     RETURNING family`,
    [accountId, kept ?? null],
    "revoke-other-families",
  );
  await endSessions(transaction, "account_id = $1 AND id IS DISTINCT FROM $2::uuid", [accountId, kept ?? null]);
  for (const family of new Set(ended.map((row) => row.family))) await publishEnded(transaction, accountId, family);
}

/** Signs the account out everywhere; locks the account first. */
export async function revokeAllFamilies(transaction: Transaction, accountId: string): Promise<void> {
  await holdSignIns(transaction, accountId);
  await transaction.query(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE account_id = $1 AND revoked_at IS NULL ORDER BY hash FOR UPDATE)`,
    [accountId],
    "revoke-all-families",
  );
  await endSessions(transaction, "account_id = $1", [accountId]);
  await publishEnded(transaction, accountId, "");
}

/** Tells those who hold connections open for this sign-in, or for all of the account's. */
async function publishEnded(transaction: Transaction, accountId: string, sessionId: string): Promise<void> {
  await publish(transaction, [outboxEvent(SessionEnded, accountId, { accountId, sessionId })]);
}
