import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { Id, Time } from "@jangteo/kernel/http/list.ts";
import type { Principal } from "@jangteo/kernel/rpc/types.ts";
import { namePattern } from "@jangteo/kernel/text/names.ts";
import { Type } from "typebox";
import type { SealedColumn } from "../personal-data.ts";

export type Role = Principal["role"];
export type AccountStatus = "ACTIVE" | "SUSPENDED" | "CLOSED";

/** An account as it is stored. */
export type AccountRow = {
  id: string;
  role: Role;
  email: string;
  name: string;
  /** Sealed, or plain from before. */
  phone: string | null;
  birth: string | null;
  company_registration_number: string | null;
  password_hash: string | null;
  verified_at: Date | null;
  status: AccountStatus;
  version: number;
  created_at: Date;
};

export const accountColumns =
  "id, role, email, name, phone, birth::text AS birth, company_registration_number, password_hash, verified_at, status, version, created_at";

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: namePattern });
const Phone = Type.String({ pattern: "^[0-9+() -]{7,20}$" });
const Birth = Type.String({
  format: "date",
  // Exact but for the length of each month, so that programs which generate requests from the document find valid dates.
  pattern: "^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
  description: "From 1900 to 2099",
});
const CompanyNumber = Type.String({ pattern: "^\\d{3}-?\\d{2}-?\\d{5}$", description: "사업자등록번호" });

/** The fields that people enter, by name; routes pick from them. */
export const accountFields = {
  email: Type.String({ format: "email", maxLength: 254 }),
  name: Name,
  phone: Phone,
  birth: Birth,
  password: Type.String({ minLength: 8, maxLength: 256 }),
  companyRegistrationNumber: CompanyNumber,
};

/** An account as its owner sees it. */
export const Account = Type.Object({
  id: Id,
  role: Type.String(),
  email: Type.String(),
  name: Type.String(),
  phone: Type.Union([Type.String(), Type.Null()]),
  birth: Type.Union([Type.String(), Type.Null()]),
  companyRegistrationNumber: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  verified: Type.Boolean(),
  createdAt: Time,
});

/** A phone number that cannot be read is shown as none. */
export function accountView(row: AccountRow, phones: SealedColumn) {
  return {
    id: row.id,
    role: row.role,
    email: row.email,
    name: row.name,
    phone: row.phone === null ? null : (phones.open(row.phone, row.id) ?? null),
    birth: row.birth,
    ...(row.role === "SELLER" && { companyRegistrationNumber: row.company_registration_number }),
    verified: row.verified_at !== null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Emails are compared without regard to case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

export async function findAccount(queryable: Queryable, id: string): Promise<AccountRow | undefined> {
  const rows = await queryable.query<AccountRow>(
    `SELECT ${accountColumns} FROM account WHERE id = $1`,
    [id],
    "find-account",
  );
  return rows[0];
}

export async function findAccountByEmail(
  queryable: Queryable,
  email: string,
  role: Role,
): Promise<AccountRow | undefined> {
  const rows = await queryable.query<AccountRow>(
    `SELECT ${accountColumns} FROM account WHERE email = $1 AND role = $2`,
    [normaliseEmail(email), role],
    "find-account-by-email",
  );
  return rows[0];
}
