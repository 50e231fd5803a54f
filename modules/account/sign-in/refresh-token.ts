import { SessionEnded } from "@jangteo/contracts/events.ts";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { hashSecret, newSecret } from "./one-time-token.ts";

/** A refresh token and the sign-in (its family) that it belongs to. */
export type Session = { sessionId: string; refreshToken: string };

/** A first refresh token: it begins a family. */
export async function issueRefreshToken(queryable: Queryable, accountId: string, days: number): Promise<Session> {
  const sessionId = newId();
  return { sessionId, refreshToken: await addToFamily(queryable, sessionId, accountId, days) };
}

async function addToFamily(queryable: Queryable, family: string, accountId: string, days: number): Promise<string> {
  const token = newSecret();
  await queryable.query(
    "INSERT INTO refresh_token (hash, family, account_id, expires_at) VALUES ($1, $2, $3, now() + $4 * interval '1 day')",
    [hashSecret(token), family, accountId, days],
    "add-refresh-token",
  );
  return token;
}

type Row = { hash: string; family: string; account_id: string; used: boolean; dead: boolean };

/**
 * Uses a refresh token up and gives the next one of its family. A token that was used before means that someone else
 * has it: the whole family is revoked. Throws INVALID_REFRESH_TOKEN.
 */
export async function rotateRefreshToken(
  database: Database,
  token: string,
  days: number,
): Promise<Session & { accountId: string }> {
  const result = await database.transaction(async (transaction) => {
    const rows = await transaction.query<Row>(
      `SELECT hash, family, account_id, used_at IS NOT NULL AS used, revoked_at IS NOT NULL OR expires_at < now() AS dead
       FROM refresh_token WHERE hash = $1 FOR UPDATE`,
      [hashSecret(token)],
      "lock-refresh-token",
    );
    const row = rows[0];
    if (!row || row.dead) return undefined;
    if (row.used) return row.family;
    await transaction.query("UPDATE refresh_token SET used_at = now() WHERE hash = $1", [row.hash]);
    const refreshToken = await addToFamily(transaction, row.family, row.account_id, days);
    return { accountId: row.account_id, sessionId: row.family, refreshToken };
  });
  // In a transaction of its own, without the token's lock: a family's tokens are locked in the order of their hashes.
  if (typeof result === "string")
    await database.transaction((transaction) => revoke(transaction, "family = $1", result));
  if (!result || typeof result === "string") throw fail("INVALID_REFRESH_TOKEN");
  return result;
}

/** Revokes the tokens that `which` names by `$1`, locked in the order of their hashes; ends their sign-in where it is one. */
async function revoke(transaction: Transaction, which: string, value: string): Promise<void> {
  const ended = await transaction.query<{ family: string; account_id: string }>(
    `UPDATE refresh_token SET revoked_at = now() WHERE hash IN
       (SELECT hash FROM refresh_token WHERE ${which} AND revoked_at IS NULL ORDER BY hash FOR UPDATE)
     RETURNING family, account_id`,
    [value],
  );
  if (ended[0]) await publishEnded(transaction, ended[0].account_id, ended[0].family);
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

/** Signs out: the token's family is revoked. An unknown token is no error. */
export async function revokeFamily(transaction: Transaction, token: string): Promise<void> {
  await revoke(transaction, "family = (SELECT family FROM refresh_token WHERE hash = $1)", hashSecret(token));
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
