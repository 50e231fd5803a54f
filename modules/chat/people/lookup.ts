import type { Database } from "@jangteo/kernel/database/database.ts";
import { createKeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { type Accounts, type KnownPerson, toPerson } from "./person.ts";

export type Lookup = {
  /** The person with this email and role, to be invited by `by`. Throws NOT_FOUND_USER, TOO_MANY_REQUESTS. */
  invited(by: string, email: string, role: "CUSTOMER" | "SELLER"): Promise<KnownPerson>;
  /**
   * People with this email, of one role or of both, as `by` may find them: sellers, and buyers in a room with `by`; nobody
   * who has blocked `by`. Throws TOO_MANY_REQUESTS.
   */
  search(by: string, email: string, role: "CUSTOMER" | "SELLER" | undefined): Promise<KnownPerson[]>;
};

/**
 * Looking people up by their email. Each account may do so a few times an hour, so that nobody tries out addresses;
 * administrators and accounts that are suspended are not found.
 */
export function createLookup(database: Database, accounts: Accounts, settings: Settings): Lookup {
  const perHour = settings.chatLookupsPerHour;
  const limit = createKeyedLimit(perHour / 3_600, perHour);

  async function find(by: string, email: string, role: string): Promise<KnownPerson[]> {
    if (settings.rateLimits && !limit.take(by))
      throw fail("TOO_MANY_REQUESTS", { retryAfterSeconds: Math.ceil(3_600 / perHour) });
    const { accounts: found } = await accounts.findAccounts({ email, role });
    return found.filter(({ role, status }) => role !== "ADMIN" && (status || "ACTIVE") === "ACTIVE").map(toPerson);
  }

  return {
    async invited(by, email, role) {
      const [person] = await find(by, email, role);
      if (!person) throw fail("NOT_FOUND_USER");
      return person;
    },
    async search(by, email, role) {
      const people = await find(by, email, role ?? "");
      const rows = await database.query<{ id: string }>(
        `SELECT f.id FROM unnest($2::uuid[], $3::text[]) AS f (id, role)
         WHERE NOT EXISTS (SELECT 1 FROM block WHERE blocked = $1 AND blocker = f.id)
           AND (f.id = $1 OR f.role = 'SELLER' OR EXISTS (
             SELECT 1 FROM member t JOIN member m ON m.room_id = t.room_id AND m.account_id = $1 AND m.left_at IS NULL
             WHERE t.account_id = f.id AND t.left_at IS NULL))`,
        [by, people.map(({ id }) => id), people.map(({ role }) => role)],
        "may-find",
      );
      const may = new Set(rows.map(({ id }) => id));
      return people.filter(({ id }) => may.has(id));
    },
  };
}
