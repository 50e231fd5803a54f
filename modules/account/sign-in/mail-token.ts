import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { hashSecret, newSecret } from "./one-time-token.ts";

type Purpose = "verify" | "reset" | "email";

/**
 * A token for a mail. Only its hash is stored, and for "email" the new address. Earlier ones stay valid until one is used: anybody can have another one sent,
 * and must not end what the owner is about to use.
 */
export async function issueMailToken(
  queryable: Queryable,
  accountId: string,
  purpose: Purpose,
  minutes: number,
  email?: string,
): Promise<string> {
  const token = newSecret();
  await queryable.query(
    `INSERT INTO mail_token (hash, account_id, purpose, expires_at, email)
     VALUES ($1, $2, $3, now() + $4 * interval '1 minute', $5)`,
    [hashSecret(token), accountId, purpose, minutes, email ?? null],
  );
  return token;
}

/**
 * Uses a token up, with all others of the same account and purpose, and returns the account's id, for "email" with the
 * new address. Locks them in hash order.
 * Throws INVALID_TOKEN (unknown, used, another purpose) or TOKEN_EXPIRED.
 */
export async function useMailToken(
  queryable: Queryable,
  token: string,
  purpose: Purpose,
): Promise<{ accountId: string; email: string | null }> {
  const hash = hashSecret(token);
  const rows = await queryable.query<{
    hash: string;
    accountId: string;
    email: string | null;
    used: boolean;
    expired: boolean;
  }>(
    `SELECT hash, account_id AS "accountId", email, used_at IS NOT NULL AS used, expires_at < now() AS expired FROM mail_token
     WHERE account_id = (SELECT account_id FROM mail_token WHERE hash = $1) AND purpose = $2 ORDER BY hash FOR UPDATE`,
    [hash, purpose],
  );
  const row = rows.find((each) => each.hash === hash);
  if (!row || row.used) throw fail("INVALID_TOKEN");
  if (row.expired) throw fail("TOKEN_EXPIRED");
  await queryable.query("UPDATE mail_token SET used_at = now() WHERE hash = $1", [hash]);
  await queryable.query("DELETE FROM mail_token WHERE hash = ANY ($1::text[])", [
    rows.filter((each) => !each.used && each !== row).map((each) => each.hash),
  ]);
  return { accountId: row.accountId, email: row.email };
}
