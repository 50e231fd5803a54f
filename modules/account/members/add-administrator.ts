import { audit, commandLine } from "@jangteo/kernel/admin/audit.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { type AccountRow, findAccountByEmail } from "../profile/account.ts";
import { createAccount } from "../profile/create-account.ts";
import { issueMailToken } from "../sign-in/mail-token.ts";

/**
 * Makes an administrator without a password, or finds the one with this email; either chooses a password with the token.
 * Only who may run commands on the marketplace can do this: no request makes an administrator.
 */
export function addAdministrator(
  database: Database,
  email: string,
  name: string,
  resetMinutes: number,
): Promise<{ account: AccountRow; isNew: boolean; resetToken: string }> {
  return database.transaction(async (transaction) => {
    const made = await createAccount(transaction, { role: "ADMIN", email, name, passwordHash: null, verified: false });
    const account = made ?? (await findAccountByEmail(transaction, email, "ADMIN"))!;
    await audit(transaction, commandLine, {
      action: made ? "admin.add" : "admin.reset",
      subject: { kind: "member", id: account.id },
    });
    return {
      account,
      isNew: made !== undefined,
      resetToken: await issueMailToken(transaction, account.id, "reset", resetMinutes),
    };
  });
}
