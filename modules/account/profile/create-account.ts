import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import type { Sealed } from "@jangteo/kernel/secrets/seal.ts";
import { type AccountRow, accountColumns, normaliseEmail, type Role } from "./account.ts";

export type NewAccount = {
  /** Chosen by a caller that has sealed something for the row. */
  id?: string;
  role: Role;
  email: string;
  name: string;
  phone?: Sealed | undefined;
  birth?: string | undefined;
  companyRegistrationNumber?: string | undefined;
  /** Null until one is chosen with a mail's token. */
  passwordHash: string | null;
  verified: boolean;
};

/**
 * Makes an account with its ledger account (administrators have none), and tells other modules. Answers nothing when the email already has an
 * account of this role.
 */
export async function createAccount(transaction: Transaction, account: NewAccount): Promise<AccountRow | undefined> {
  const rows = await transaction.query<AccountRow>(
    `INSERT INTO account (id, role, email, name, phone, birth, company_registration_number, password_hash, verified_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $9 THEN now() END)
     ON CONFLICT ON CONSTRAINT account_email DO NOTHING
     RETURNING ${accountColumns}`,
    [
      account.id ?? newId(),
      account.role,
      normaliseEmail(account.email),
      account.name.trim(),
      account.phone ?? null,
      account.birth ?? null,
      account.companyRegistrationNumber ?? null,
      account.passwordHash,
      account.verified,
    ],
    "create-account",
  );
  const row = rows[0];
  if (!row) return undefined;
  if (row.role !== "ADMIN")
    await transaction.query(
      "INSERT INTO ledger_account (id, kind) VALUES ($1, $2)",
      [row.id, row.role === "SELLER" ? "seller" : "customer"],
      "open-ledger-account",
    );
  await publishAccountChanged(transaction, row);
  return row;
}

export async function publishAccountChanged(transaction: Transaction, row: AccountRow): Promise<void> {
  const { id: accountId, role, version, status } = row;
  await publish(transaction, [outboxEvent(AccountChanged, accountId, { accountId, role, version, status })]);
}
