import { deleteOldRows, eraseOldColumns, type RetentionRule } from "@jangteo/kernel/retention/rule.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";

/**
 * How long the account module keeps its rows. Without a rule, and why: `account` (other modules name it; closing an
 * account erases it), `ledger_account`, `balance`, `transfer`, `purchase`, `order_money` (the ledger only grows),
 * `signing_key` (few, without their private halves once retired), `audit_entry` (an audit log is never changed),
 * `parked_event` (administrators decide), `second_factor`, `recovery_code` (a few of each account; gone with it).
 */
export function accountRetention(settings: Settings): RetentionRule[] {
  return [
    refreshTokens(settings.refreshTokenKeepDays),
    deleteOldRows({
      name: "mail tokens",
      table: "mail_token",
      since: "expires_at",
      keepDays: settings.mailTokenKeepDays,
    }),
    deleteOldRows({
      name: "security events",
      table: "security_event",
      since: "at",
      keepDays: settings.securityEventKeepDays,
    }),
    // As long as its tokens can live, and are kept after that.
    deleteOldRows({
      name: "sign-ins",
      table: "session",
      since: "last_used_at",
      keepDays: settings.refreshTokenDays + settings.refreshTokenKeepDays,
    }),
    deleteOldRows({ name: "mail quotas", table: "mail_quota", since: "hour", keepDays: 1 }),
    // A mail that was sent is deleted at once.
    deleteOldRows({ name: "unsent mails", table: "mail", since: "at", keepDays: settings.mailKeepDays }),
    eraseOldColumns({
      name: "personal data of deposits",
      table: "deposit",
      since: "at",
      keepDays: settings.paymentDataKeepDays,
      where: "state <> 'PENDING' AND (source <> '' OR memo <> '')",
      set: "source = '', memo = ''",
    }),
    eraseOldColumns({
      name: "personal data of payouts",
      table: "payout",
      since: "at",
      keepDays: settings.paymentDataKeepDays,
      where: "state <> 'PENDING' AND bank_account <> ''",
      set: "bank_account = ''",
    }),
  ];
}

/**
 * Deletes families of refresh tokens that ended, by expiry or revocation, more than `keepDays` ago. The used tokens of a
 * live family stay, so that their reuse is detected. A family's unused token, by which it is found, goes last.
 */
function refreshTokens(keepDays: number): RetentionRule {
  return {
    name: "refresh tokens",
    removeChunk: (database, limit) =>
      database.transaction(async (transaction) => {
        const ended = await transaction.query<{ family: string }>(
          `SELECT family FROM refresh_token
           WHERE used_at IS NULL AND least(expires_at, revoked_at) < now() - $1::float8 * interval '1 day'
           ORDER BY least(expires_at, revoked_at) LIMIT $2::int`,
          [keepDays, limit],
        );
        // Locked rows are left for the next round: sign-outs lock a family in another order.
        const families = ended.map((row) => row.family);
        const [used] = await transaction.query<{ count: number }>(
          `WITH gone AS (
             DELETE FROM refresh_token WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM refresh_token WHERE family = ANY ($1::uuid[]) AND used_at IS NOT NULL
               LIMIT $2::int FOR UPDATE SKIP LOCKED))
             RETURNING 1)
           SELECT count(*)::int AS count FROM gone`,
          [families, limit],
        );
        if (used!.count === limit) return { removed: limit, more: true };
        const last = await transaction.query(
          `DELETE FROM refresh_token WHERE ctid = ANY (ARRAY(
             SELECT ctid FROM refresh_token t WHERE family = ANY ($1::uuid[]) AND used_at IS NULL
               AND NOT EXISTS (SELECT FROM refresh_token u WHERE u.family = t.family AND u.used_at IS NOT NULL)
             FOR UPDATE SKIP LOCKED)) RETURNING 1`,
          [families],
        );
        return { removed: used!.count + last.length, more: families.length === limit && last.length > 0 };
      }),
  };
}

/** Whether a key's deposit or payout has no outcome yet. */
export const accountCommandUnderWay = `
  EXISTS (SELECT 1 FROM deposit WHERE deposit.id = idempotency.ref AND deposit.state = 'PENDING')
  OR EXISTS (SELECT 1 FROM payout WHERE payout.id = idempotency.ref AND payout.state = 'PENDING')`;
