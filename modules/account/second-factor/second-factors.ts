import { randomBytes } from "node:crypto";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Secret, TOTP } from "otpauth";
import type { SealedColumn } from "../personal-data.ts";
import { type Origin, recordAndTell } from "../security/security-log.ts";
import { hashSecret } from "../sign-in/one-time-token.ts";

/** An account's second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes beside them. */
export type SecondFactors = {
  /** Since when it is active, and how many recovery codes are left. */
  read(accountId: string): Promise<{ activeSince: Date | null; recoveryCodes: number }>;
  /** Makes a new secret, which is of no effect until a code was given. Throws SECOND_FACTOR_ACTIVE, NOT_FOUND_USER. */
  begin(accountId: string, email: string): Promise<{ secret: string; uri: string }>;
  /**
   * Looks whether a code is right for a secret that was made within the last hour, without using it up. Throws WRONG_CODE,
   * TOO_MANY_REQUESTS, NO_SECOND_FACTOR, SECOND_FACTOR_ACTIVE.
   */
  checkFirst(accountId: string, code: string): Promise<void>;
  /** Makes it active by that code; returns the recovery codes. Throws as `checkFirst`. */
  activate(transaction: Transaction, accountId: string, code: string): Promise<string[]>;
  /**
   * Checks a code of the app or a recovery code, which is used up by that. False where the account has no second factor.
   * Throws CODE_REQUIRED, WRONG_CODE, and TOO_MANY_REQUESTS after ten wrong ones within an hour: then only recovery codes,
   * which nobody guesses, are taken, and the user is notified.
   */
  check(accountId: string, code: string | undefined, origin: Origin): Promise<boolean>;
  /** New recovery codes instead of all others. Throws NO_SECOND_FACTOR. */
  renewRecoveryCodes(transaction: Transaction, accountId: string): Promise<string[]>;
  /** False where there was none. */
  end(transaction: Transaction, accountId: string): Promise<boolean>;
};

const periodSeconds = 30;
/** Steps before and after the present one whose codes are accepted, for clocks that differ. */
const window = 1;
const wrongMax = 10;
const recoveryCodesMax = 10;

type Row = {
  secret: string;
  active: boolean;
  /** Begun within the last hour. */
  fresh: boolean;
  last_step: number;
  recent_wrong: number;
  /** Seconds until wrong codes are forgotten. */
  wait: number;
};
type Outcome = "none" | "right" | "CODE_REQUIRED" | "WRONG_CODE" | "LAST_WRONG_CODE" | { retryAfterSeconds: number };

export function createSecondFactors(database: Database, secrets: SealedColumn): SecondFactors {
  function open(accountId: string, sealed: string): Secret {
    const base32 = secrets.open(sealed, accountId);
    if (base32 === undefined)
      throw new Error("a second factor cannot be read: JANGTEO_PREVIOUS_SECRET must be the secret that sealed it");
    return Secret.fromBase32(base32);
  }

  async function lock(transaction: Transaction, accountId: string): Promise<Row | undefined> {
    const [row] = await transaction.query<Row>(
      `SELECT secret, active_since IS NOT NULL AS active, last_step,
         begun_at > now() - interval '1 hour' AS fresh,
         CASE WHEN wrong_since > now() - interval '1 hour' THEN wrong_codes ELSE 0 END AS recent_wrong,
         ceil(greatest(1, extract(epoch FROM wrong_since + interval '1 hour' - now())))::int AS wait
       FROM second_factor WHERE id = $1 FOR UPDATE`,
      [accountId],
      "lock-second-factor",
    );
    return row;
  }

  /** The time step that the code belongs to; nothing where it is wrong or was accepted before. */
  function stepOf(accountId: string, row: Row, code: string): number | undefined {
    // A Korean keyboard types full-width digits; anything but digits makes the library throw.
    const token = code.normalize("NFKC").replaceAll(/\s/g, "");
    if (!/^\d{6}$/.test(token)) return undefined;
    const totp = new TOTP({ secret: open(accountId, row.secret), period: periodSeconds });
    const now = Date.now();
    const delta = totp.validate({ token, timestamp: now, window });
    const step = delta === null ? undefined : Math.floor(now / 1_000 / periodSeconds) + delta;
    return step !== undefined && step > row.last_step ? step : undefined;
  }

  async function useCode(transaction: Transaction, accountId: string, code: string | undefined): Promise<Outcome> {
    const row = await lock(transaction, accountId);
    if (!row?.active) return "none";
    if (code === undefined) return "CODE_REQUIRED";
    if (await useRecoveryCode(transaction, accountId, code)) return "right";
    if (row.recent_wrong >= wrongMax) return { retryAfterSeconds: row.wait };
    const step = stepOf(accountId, row, code);
    if (step === undefined) return countWrongCode(transaction, accountId, row);
    await transaction.query("UPDATE second_factor SET last_step = $2 WHERE id = $1", [accountId, step], "use-code");
    return "right";
  }

  async function countWrongCode(transaction: Transaction, accountId: string, row: Row): Promise<Outcome> {
    await transaction.query(
      `UPDATE second_factor SET wrong_codes = $2 + 1, wrong_since = CASE WHEN $2 = 0 THEN now() ELSE wrong_since END
       WHERE id = $1`,
      [accountId, row.recent_wrong],
      "count-wrong-code",
    );
    return row.recent_wrong + 1 === wrongMax ? "LAST_WRONG_CODE" : "WRONG_CODE";
  }

  /** A secret that is not active yet. */
  async function lockBegun(transaction: Transaction, accountId: string): Promise<Row> {
    const row = await lock(transaction, accountId);
    if (row?.active) throw fail("SECOND_FACTOR_ACTIVE");
    if (!row?.fresh) throw fail("NO_SECOND_FACTOR");
    return row;
  }

  return {
    async read(accountId) {
      const [row] = await database.query<{ activeSince: Date | null; recoveryCodes: number }>(
        `SELECT (SELECT active_since FROM second_factor WHERE id = $1) AS "activeSince",
           (SELECT count(*)::int FROM recovery_code WHERE account_id = $1) AS "recoveryCodes"`,
        [accountId],
        "read-second-factor",
      );
      return row!;
    },
    begin(accountId, email) {
      const secret = new Secret({ size: 20 });
      return database.transaction(async (transaction) => {
        await lockAccount(transaction, accountId);
        const begun = await transaction.query(
          `INSERT INTO second_factor AS f (id, secret) VALUES ($1, $2)
           ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, begun_at = now() WHERE f.active_since IS NULL RETURNING 1`,
          [accountId, secrets.seal(secret.base32, accountId)],
          "begin-second-factor",
        );
        if (begun.length === 0) throw fail("SECOND_FACTOR_ACTIVE");
        const totp = new TOTP({ issuer: "Jangteo", label: email, secret, period: periodSeconds });
        return { secret: secret.base32, uri: totp.toString() };
      });
    },
    async checkFirst(accountId, code) {
      // Wrong codes are counted whatever becomes of the request.
      const outcome = await database.transaction(async (transaction): Promise<Outcome> => {
        const row = await lockBegun(transaction, accountId);
        if (row.recent_wrong >= wrongMax) return { retryAfterSeconds: row.wait };
        return stepOf(accountId, row, code) === undefined ? countWrongCode(transaction, accountId, row) : "right";
      });
      if (outcome !== "right") throw refusalOf(outcome);
    },
    async activate(transaction, accountId, code) {
      await lockAccount(transaction, accountId);
      const step = stepOf(accountId, await lockBegun(transaction, accountId), code);
      if (step === undefined) throw fail("WRONG_CODE");
      await transaction.query(
        "UPDATE second_factor SET active_since = now(), last_step = $2, wrong_codes = 0 WHERE id = $1",
        [accountId, step],
        "activate-second-factor",
      );
      return replaceRecoveryCodes(transaction, accountId);
    },
    async check(accountId, code, origin) {
      const outcome = await database.transaction((transaction) => useCode(transaction, accountId, code));
      if (outcome === "none" || outcome === "right") return outcome === "right";
      // In a transaction of its own: the account is locked before its second factor.
      if (outcome === "LAST_WRONG_CODE")
        await database.transaction((transaction) =>
          recordAndTell(transaction, { accountId, kind: "WRONG_CODES" }, origin),
        );
      throw refusalOf(outcome);
    },
    async renewRecoveryCodes(transaction, accountId) {
      await lockAccount(transaction, accountId);
      if (!(await lock(transaction, accountId))?.active) throw fail("NO_SECOND_FACTOR");
      return replaceRecoveryCodes(transaction, accountId);
    },
    async end(transaction, accountId) {
      await lockAccount(transaction, accountId);
      await transaction.query(
        `UPDATE session SET with_code = false WHERE id IN
           (SELECT id FROM session WHERE account_id = $1 AND with_code ORDER BY id FOR UPDATE)`,
        [accountId],
        "forget-codes",
      );
      return eraseSecondFactor(transaction, accountId);
    },
  };
}

function refusalOf(outcome: Outcome): Error {
  if (typeof outcome === "object") return fail("TOO_MANY_REQUESTS", outcome);
  return fail(outcome === "CODE_REQUIRED" ? outcome : "WRONG_CODE");
}

/** The account before its second factor, as closing locks them; also keeps it from being closed meanwhile. */
async function lockAccount(transaction: Transaction, accountId: string): Promise<void> {
  const active = await transaction.query(
    "SELECT 1 FROM account WHERE id = $1 AND status <> 'CLOSED' FOR KEY SHARE",
    [accountId],
    "lock-account",
  );
  if (active.length === 0) throw fail("NOT_FOUND_USER");
}

/** Deletes an account's second factor and its recovery codes, in the order of their locks; false where there was none. */
export async function eraseSecondFactor(transaction: Queryable, accountId: string): Promise<boolean> {
  const ended = await transaction.query(
    "DELETE FROM second_factor WHERE id = $1 RETURNING 1",
    [accountId],
    "erase-second-factor",
  );
  await transaction.query("DELETE FROM recovery_code WHERE account_id = $1", [accountId], "erase-recovery-codes");
  return ended.length > 0;
}

async function replaceRecoveryCodes(transaction: Transaction, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesMax }, newRecoveryCode);
  await transaction.query("DELETE FROM recovery_code WHERE account_id = $1", [accountId], "erase-recovery-codes");
  await transaction.query(
    "INSERT INTO recovery_code (account_id, hash) SELECT $1, * FROM unnest($2::text[])",
    [accountId, codes.map(hashOfRecoveryCode)],
    "add-recovery-codes",
  );
  return codes;
}

async function useRecoveryCode(transaction: Transaction, accountId: string, code: string): Promise<boolean> {
  const used = await transaction.query(
    "DELETE FROM recovery_code WHERE account_id = $1 AND hash = $2 RETURNING 1",
    [accountId, hashOfRecoveryCode(code)],
    "use-recovery-code",
  );
  return used.length === 1;
}

/** 80 random bits in hexadecimal, in groups that are easy to copy: `1a2b3-…`. */
function newRecoveryCode(): string {
  return randomBytes(10).toString("hex").match(/.{5}/g)!.join("-");
}

function hashOfRecoveryCode(code: string): string {
  return hashSecret(`recovery ${code.toLowerCase().replaceAll(/[\s-]/g, "")}`);
}
