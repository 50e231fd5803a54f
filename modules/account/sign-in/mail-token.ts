import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { hashSecret, newSecret } from "./one-time-token.ts";

type Purpose = "verify" | "reset";

/** A token for a mail; earlier ones of the same purpose die. Only its hash is stored. */
export async function issueMailToken(
  queryable: Queryable,
  accountId: string,
  purpose: Purpose,
  minutes: number,
): Promise<string> {
  const token = newSecret();
  await queryable.query("DELETE FROM mail_token WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL", [
    accountId,
    purpose,
  ]);
  await queryable.query(
    "INSERT INTO mail_token (hash, account_id, purpose, expires_at) VALUES ($1, $2, $3, now() + $4 * interval '1 minute')",
    [hashSecret(token), accountId, purpose, minutes],
  );
  return token;
}

/** Uses a token up and answers whose it is. Throws INVALID_TOKEN (unknown, used, another purpose) or TOKEN_EXPIRED. */
export async function useMailToken(queryable: Queryable, token: string, purpose: Purpose): Promise<string> {
  const rows = await queryable.query<{ account_id: string; used: boolean; expired: boolean }>(
    `SELECT account_id, used_at IS NOT NULL AS used, expires_at < now() AS expired
     FROM mail_token WHERE hash = $1 AND purpose = $2 FOR UPDATE`,
    [hashSecret(token), purpose],
  );
  const row = rows[0];
  if (!row || row.used) throw fail("INVALID_TOKEN");
  if (row.expired) throw fail("TOKEN_EXPIRED");
  await queryable.query("UPDATE mail_token SET used_at = now() WHERE hash = $1", [hashSecret(token)]);
  return row.account_id;
}
