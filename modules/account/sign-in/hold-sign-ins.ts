import type { Transaction } from "@jangteo/kernel/database/database.ts";

/**
 * Locks the account before its mail tokens, refresh tokens and sign-ins: whoever ends all of them, or changes what they rest
 * on, does this first. A sign-in that is under way with the password of before is then either there already, and ended with
 * the others, or refused by `hasStillPassword`.
 */
export async function holdSignIns(transaction: Transaction, accountId: string): Promise<void> {
  await transaction.query("SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE", [accountId], "hold-sign-ins");
}

/** Whether the account has this email; it stays so until the transaction ends. */
export async function holdEmail(transaction: Transaction, accountId: string, email: string): Promise<boolean> {
  const rows = await transaction.query(
    "SELECT 1 FROM account WHERE id = $1 AND email = $2 FOR SHARE",
    [accountId, email],
    "hold-email",
  );
  return rows.length === 1;
}

/**
 * Whether the account is active and its password still the one that was checked, before this transaction, against this hash;
 * it stays so until the transaction ends.
 */
export async function hasStillPassword(
  transaction: Transaction,
  accountId: string,
  passwordHash: string | null,
): Promise<boolean> {
  const rows = await transaction.query(
    "SELECT 1 FROM account WHERE id = $1 AND password_hash = $2 AND status = 'ACTIVE' FOR SHARE",
    [accountId, passwordHash],
    "has-still-password",
  );
  return rows.length === 1;
}
