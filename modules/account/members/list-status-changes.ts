import type { Queryable } from "@jangteo/kernel/database/database.ts";
import type { AccountStatus } from "../profile/account.ts";

export type StatusChange = {
  /** The account's, or the sign-in's when it is SIGNED_OUT. */
  id: string;
  status: AccountStatus | "SIGNED_OUT";
  /** Microseconds since the epoch: milliseconds would not tell two changes of one page apart. */
  at_us: number;
  age_ms: number;
};

export type StatusChangesQuery = {
  withinMs: number;
  /** The last change of the page before. */
  after: { atUs: number; id: string } | undefined;
  limit: number;
};

const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * Accounts whose status changed at most `withinMs` ago, each with its present status, and sign-ins that ended since then,
 * in the order of the changes.
 */
export function listStatusChanges(
  queryable: Queryable,
  { withinMs, after, limit }: StatusChangesQuery,
): Promise<StatusChange[]> {
  return queryable.query<StatusChange>(
    `SELECT id, status, (extract(epoch FROM at) * 1000000)::bigint AS at_us,
       greatest(extract(epoch FROM clock_timestamp() - at) * 1000, 0)::bigint AS age_ms
     FROM (
       (SELECT id, status, status_at AS at FROM account
        WHERE status_at >= now() - $1 * interval '1 millisecond'
          AND (status_at, id) > (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid)
        ORDER BY status_at, id LIMIT $4)
       UNION ALL
       (SELECT id, 'SIGNED_OUT', ended_at FROM session
        WHERE ended_at >= now() - $1 * interval '1 millisecond'
          AND (ended_at, id) > (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid)
        ORDER BY ended_at, id LIMIT $4)) AS changes
     ORDER BY at, id LIMIT $4`,
    [withinMs, after?.atUs ?? 0, after?.id ?? firstId, limit],
    "list-status-changes",
  );
}
