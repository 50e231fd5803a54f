import type { Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { holdSignIns } from "./hold-sign-ins.ts";
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

/** What ends with a token that is used: a new password or email ends what was asked for under the old one. */
const ends: Record<Purpose, readonly Purpose[]> = {
  verify: ["verify"],
  reset: ["reset", "email"],
  email: ["reset", "email"],
};

type TokenRow = {
  hash: string;
  accountId: string;
  purpose: Purpose;
  email: string | null;
  used: boolean;
  expired: boolean;
};

/** Locks all tokens of an account in hash order, whatever they are for, so that two who use some never wait for each other. */
function lockTokens(queryable: Queryable, accountId: string): Promise<TokenRow[]> {
  return queryable.query<TokenRow>(
    `SELECT hash, account_id AS "accountId", purpose, email, used_at IS NOT NULL AS used, expires_at < now() AS expired
     FROM mail_token WHERE account_id = $1 ORDER BY hash FOR UPDATE`,
    [accountId],
  );
}

async function endTokens(queryable: Queryable, rows: readonly TokenRow[], purposes: readonly Purpose[]): Promise<void> {
  const ended = rows.filter(({ used, purpose }) => !used && purposes.includes(purpose)).map(({ hash }) => hash);
  await queryable.query("DELETE FROM mail_token WHERE hash = ANY ($1::text[])", [ended]);
}

/**
 * Uses a token up, ends the account's others that `ends` names, and returns the account's id, for "email" with the new
 * address. Throws INVALID_TOKEN (unknown, used, another purpose) or TOKEN_EXPIRED.
 */
export async function useMailToken(
  transaction: Transaction,
  token: string,
  purpose: Purpose,
): Promise<{ accountId: string; email: string | null }> {
  const hash = hashSecret(token);
  const [found] = await transaction.query<{ account_id: string }>(
    "SELECT account_id FROM mail_token WHERE hash = $1",
    [hash],
    "find-mail-token",
  );
  if (!found) throw fail("INVALID_TOKEN");
  await holdSignIns(transaction, found.account_id);
  const rows = await lockTokens(transaction, found.account_id);
  const row = rows.find((each) => each.hash === hash && each.purpose === purpose);
  if (!row || row.used) throw fail("INVALID_TOKEN");
  if (row.expired) throw fail("TOKEN_EXPIRED");
  await transaction.query("UPDATE mail_token SET used_at = now() WHERE hash = $1", [hash]);
  const others = rows.filter((each) => each !== row);
  await endTokens(transaction, others, ends[purpose]);
  return { accountId: row.accountId, email: row.email };
}

/** Ends what mails offer to change of the account, which is locked: its password was changed by its owner. */
export async function endMailTokens(queryable: Queryable, accountId: string): Promise<void> {
  await endTokens(queryable, await lockTokens(queryable, accountId), ["reset", "email"]);
}
