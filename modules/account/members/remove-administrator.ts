import { audit, commandLine } from "@jangteo/kernel/admin/audit.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { type AccountRow, accountColumns, findAccountByEmail } from "../profile/account.ts";
import { publishAccountChanged } from "../profile/create-account.ts";
import { eraseSecondFactor } from "../second-factor/second-factors.ts";
import { recordSecurityEvent } from "../security/security-log.ts";
import { revokeAllFamilies } from "../sign-in/refresh-token.ts";

/**
 * Removes an administrator for good: their account is closed, so all of its sign-ins, tokens and links end, on every
 * instance. The email is free; whoever is made an administrator with it again gets a new account, which no token from
 * before fits. The name, the security log and the audit log are kept, so that it stays known who did what. Returns the
 * account and how many administrators there still are; `undefined` when the email is no administrator's.
 */
export function removeAdministrator(
  database: Database,
  email: string,
): Promise<{ account: AccountRow; left: number } | undefined> {
  return database.transaction(async (transaction) => {
    const found = await findAccountByEmail(transaction, email, "ADMIN");
    if (!found) return undefined;
    await revokeAllFamilies(transaction, found.id);
    await transaction.query("DELETE FROM mail_token WHERE account_id = $1", [found.id], "end-mail-tokens");
    const [account] = await transaction.query<AccountRow>(
      `UPDATE account SET status = 'CLOSED', status_at = now(), version = version + 1, email = 'closed+' || id || '@invalid',
         phone = NULL, birth = NULL, password_hash = NULL, verified_at = NULL
       WHERE id = $1 AND status <> 'CLOSED' RETURNING ${accountColumns}`,
      [found.id],
      "remove-administrator",
    );
    // Another command has removed them meanwhile.
    if (!account) return undefined;
    await eraseSecondFactor(transaction, account.id);
    const event = { accountId: account.id, kind: "ROLE_REMOVED" } as const;
    await recordSecurityEvent(transaction, event, { userAgent: "jangteo remove-admin", address: "" });
    await audit(transaction, commandLine, { action: "admin.remove", subject: { kind: "member", id: account.id } });
    await publishAccountChanged(transaction, account);
    const [rest] = await transaction.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM account WHERE role = 'ADMIN' AND status = 'ACTIVE'",
      [],
      "count-administrators",
    );
    return { account, left: rest!.count };
  });
}
