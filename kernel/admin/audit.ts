import type { Queryable } from "../database/database.ts";
import { newId } from "../database/new-id.ts";
import type { Principal } from "../rpc/types.ts";

/** Who acts by a `jangteo` command: the audit log names nobody, since whoever runs commands has no account. */
export const commandLine = { id: "00000000-0000-0000-0000-000000000000" } as const;

/** What an administrator did, or which personal data was looked at. */
export type Audited = {
  /** `member.suspend`, `dispute.decide`: what about, then what. */
  action: string;
  subject: { kind: string; id: string };
  /** The administrator's own words. */
  reason?: string | undefined;
  detail?: Readonly<Record<string, unknown>>;
};

/** Adds to the audit log; in the transaction of what it tells of, so that neither is there without the other. */
export async function audit(
  queryable: Queryable,
  admin: Pick<Principal, "id">,
  { action, subject, reason, detail }: Audited,
) {
  await queryable.query(
    `INSERT INTO audit_entry (id, admin_id, action, subject_kind, subject_id, reason, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), admin.id, action, subject.kind, subject.id, reason ?? "", JSON.stringify(detail ?? {})],
    "audit",
  );
}
