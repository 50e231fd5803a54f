import { SessionEnded } from "@jangteo/contracts/events.ts";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Origin } from "../security/security-log.ts";
import { hashSecret, newSecret } from "./one-time-token.ts";

/** A refresh token and the sign-in (its family) that it belongs to. */
export type Session = { sessionId: string; refreshToken: string };

/** A first refresh token: it begins a family, which its owner sees as a sign-in from there. */
export async function issueRefreshToken(
  queryable: Queryable,
  accountId: string,
  days: number,
  { userAgent, address }: Origin,
): Promise<Session> {
  const sessionId = newId();
  await queryable.query(
    "INSERT INTO session (id, account_id, user_agent, address) VALUES ($1, $2, $3, $4)",
    [sessionId, accountId, userAgent, address],
    "add-session",
  );
  return { sessionId, refreshToken: await addToFamily(queryable, sessionId, accountId, days) };
}

async function addToFamily(
  queryable: Queryable,
  family: string,
  accountId: string,
  days: number,
  endsAt: Date | null = null,
): Promise<string> {
  const token = newSecret();
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
  dead: boolean;
};

/**
 * Uses a refresh token up and gives the next one of its family, which lives so many days; an administrator's lives no longer
 * than the first one of the sign-in. A token that was used before means that someone else has it: the whole family is
 * revoked, and `reused` tells of it in the same transaction. Throws INVALID_REFRESH_TOKEN.
 */
export async function rotateRefreshToken(
  database: Database,
  token: string,
  days: number,
  reused: (transaction: Transaction, accountId: string, sessionId: string) => Promise<void>,
): Promise<Session & { accountId: string }> {
  const result = await database.transaction(async (transaction) => {
    const rows = await transaction.query<Row>(
      `SELECT hash, family, account_id, expires_at, used_at IS NOT NULL AS used,
         revoked_at IS NOT NULL OR expires_at < now() AS dead,
         EXISTS (SELECT 1 FROM account WHERE id = account_id AND role = 'ADMIN') AS admin
       FROM refresh_token WHERE hash = $1 FOR UPDATE`,
      [hashSecret(token)],
      "lock-refresh-token",
    );
    const row = rows[0];
    if (!row || row.dead) return undefined;
    if (row.used) return { reusedOf: row.account_id, family: row.family };
    await transaction.query("UPDATE session SET last_used_at = now() WHERE id = $1", [row.family], "use-session");
    await transaction.query("UPDATE refresh_token SET used_at = now() WHERE hash = $1", [row.hash]);
    const refreshToken = await addToFamily(
      transaction,
      row.family,
      row.account_id,
      days,
      row.admin ? row.expires_at : null,
    );
    return { accountId: row.account_id, sessionId: row.family, refreshToken };
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
  await publishEnded(transaction, accountId, sessionId);
  return { accountId, sessionId };
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
): Promise<{ accountId: string; sessionId: string } | undefined> {
  const rows = await database.query<{ account_id: string; family: string }>(
    `SELECT account_id, family FROM refresh_token
     WHERE hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()`,
    [hashSecret(token)],
    "read-session",
  );
  return rows[0] && { accountId: rows[0].account_id, sessionId: rows[0].family };
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
  const ended = await transaction.query<{ family: string }>(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE account_id = $1 AND family IS DISTINCT FROM $2::uuid AND revoked_at IS NULL
        ORDER BY hash FOR UPDATE)
     RETURNING family`,
    [accountId, kept ?? null],
    "revoke-other-families",
  );
  for (const family of new Set(ended.map((row) => row.family))) await publishEnded(transaction, accountId, family);
}

/** Signs the account out everywhere. Before the account's row is changed: tokens are locked before accounts. */
export async function revokeAllFamilies(transaction: Transaction, accountId: string): Promise<void> {
  await transaction.query(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE account_id = $1 AND revoked_at IS NULL ORDER BY hash FOR UPDATE)`,
    [accountId],
    "revoke-all-families",
  );
  await publishEnded(transaction, accountId, "");
}

/** Tells those who hold connections open for this sign-in, or for all of the account's. */
async function publishEnded(transaction: Transaction, accountId: string, sessionId: string): Promise<void> {
  await publish(transaction, [outboxEvent(SessionEnded, accountId, { accountId, sessionId })]);
}
