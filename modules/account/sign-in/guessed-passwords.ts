import type { Database } from "@jangteo/kernel/database/database.ts";
import { limitKey } from "@jangteo/kernel/http/client-address.ts";
import { createKeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { normaliseEmail, type Role } from "../profile/account.ts";

export type GuessedPasswords = {
  /** Throws TOO_MANY_REQUESTS where too many have guessed at this account lately and `address` is none of its owner's. */
  admit(attempt: Attempt & { accountId: string | undefined; address: string }): Promise<void>;
  /** Counts a wrong password. */
  note(attempt: Attempt): void;
};
type Attempt = { role: Role; email: string };

/** The latest sign-ins and resets are looked through for addresses of the owner's. */
const knownMax = 100;

/**
 * Bounds how many passwords are tried at one account, from whatever addresses together. The owner is not locked out by
 * that: from an address where the account was signed in before, or its password reset by mail, sign-in goes on.
 */
export function createGuessedPasswords(database: Database, settings: Settings): GuessedPasswords {
  const perHour = settings.signInFailuresPerHour;
  const failures = createKeyedLimit(perHour / 3_600, perHour);
  const keyOf = ({ role, email }: Attempt) => `${role} ${normaliseEmail(email)}`;

  async function isOwners(accountId: string | undefined, address: string): Promise<boolean> {
    // Asked for unknown emails too, which then takes as long.
    const rows = await database.query<{ address: string }>(
      `SELECT address FROM (
         SELECT address, kind FROM security_event WHERE account_id = $1 ORDER BY id DESC LIMIT ${knownMax * 10}) e
       WHERE kind IN ('SIGN_IN', 'PASSWORD_RESET') LIMIT ${knownMax}`,
      [accountId ?? null],
      "addresses-of-owner",
    );
    return rows.some((row) => limitKey(row.address) === limitKey(address));
  }

  return {
    async admit({ accountId, address, ...attempt }) {
      if (!settings.rateLimits || !failures.isEmpty(keyOf(attempt)) || (await isOwners(accountId, address))) return;
      throw fail("TOO_MANY_REQUESTS", { retryAfterSeconds: Math.ceil(3_600 / perHour) });
    },
    note: (attempt) => void failures.take(keyOf(attempt)),
  };
}
