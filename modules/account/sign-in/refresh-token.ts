import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { v7 as uuidv7 } from "uuid";
import { hashSecret, newSecret } from "./one-time-token.ts";

/** A first refresh token: it begins a family. */
export function issueRefreshToken(queryable: Queryable, accountId: string, days: number): Promise<string> {
  return addToFamily(queryable, uuidv7(), accountId, days);
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
): Promise<{ accountId: string; next: string }> {
  const result = await database.transaction(async (transaction) => {
    const rows = await transaction.query<Row>(
      `SELECT hash, family, account_id, used_at IS NOT NULL AS used, revoked_at IS NOT NULL OR expires_at < now() AS dead
       FROM refresh_token WHERE hash = $1 FOR UPDATE`,
      [hashSecret(token)],
      "lock-refresh-token",
    );
    const row = rows[0];
    if (!row || row.dead) return undefined;
    if (row.used) {
      await transaction.query("UPDATE refresh_token SET revoked_at = now() WHERE family = $1 AND revoked_at IS NULL", [
        row.family,
      ]);
      return undefined;
    }
    await transaction.query("UPDATE refresh_token SET used_at = now() WHERE hash = $1", [row.hash]);
    return { accountId: row.account_id, next: await addToFamily(transaction, row.family, row.account_id, days) };
  });
  if (!result) throw fail("INVALID_REFRESH_TOKEN");
  return result;
}

/** Signs out: the token's family is revoked. An unknown token is no error. */
export async function revokeFamily(queryable: Queryable, token: string): Promise<void> {
  await queryable.query(
    `UPDATE refresh_token SET revoked_at = now()
     WHERE family = (SELECT family FROM refresh_token WHERE hash = $1) AND revoked_at IS NULL`,
    [hashSecret(token)],
  );
}

/** Signs the account out everywhere. */
export async function revokeAllFamilies(queryable: Queryable, accountId: string): Promise<void> {
  await queryable.query("UPDATE refresh_token SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL", [
    accountId,
  ]);
}
