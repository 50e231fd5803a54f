import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { AccountChanged as AccountChangedEvent } from "@jangteo/contracts/gen/jangteo/events/v1/events_pb.js";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import { eraseResponses } from "@jangteo/kernel/http/idempotency.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { lockCarts } from "../cart/lock-carts.ts";
import { followSellers } from "../catalog/withhold.ts";

/** Whose reviews are shown when the account is closed. */
const closedAuthor = "탈퇴한 회원";

type Seller = { id: string; name: string; version: number; status: string };

/**
 * Keeps this module's own list of sellers up to date with the account module's events: their names, and whether their
 * products may be sold. What a buyer who left had put aside is forgotten.
 */
export function accountConsumer(accounts: Client<typeof AccountService>, onChange: () => void): Consumer {
  const take = async (events: AccountChangedEvent[], transaction: Transaction, names: ReadonlyMap<string, string>) => {
    // Locks in their order: carts, then sellers by id, then all products and items of all of them.
    const closed = events.filter(({ role, status }) => role === "CUSTOMER" && status === "CLOSED");
    await forgetBuyers(
      transaction,
      closed.map((event) => event.accountId),
    );
    const sellers = newestOf(events.filter((event) => event.role === "SELLER"));
    const changed: { active: string[]; gone: string[] } = { active: [], gone: [] };
    for (const { accountId: id, version, status } of sellers) {
      const seller = { id, name: names.get(id) ?? "", version, status: status || "ACTIVE" };
      const isNews = await storeSeller(transaction, seller);
      // The first version has no products yet: nothing to look for when shops are opened by the thousand.
      if (isNews && version > 1)
        (status === "SUSPENDED" || status === "CLOSED" ? changed.gone : changed.active).push(id);
    }
    await followSellers(transaction, changed);
    const gone = events.filter(({ status }) => status === "CLOSED").map(({ accountId }) => accountId);
    await eraseResponses(transaction, gone);
    if (sellers.length > 0) transaction.afterCommit(onChange);
  };
  return consume(AccountChanged, take, (events) => sellerNames(accounts, events));
}

const idsMax = 1_000;

/** The names of the sellers that events are about, by id: events hold none. */
async function sellerNames(
  accounts: Client<typeof AccountService>,
  events: readonly AccountChangedEvent[],
): Promise<Map<string, string>> {
  const ids = [...new Set(events.filter(({ role }) => role === "SELLER").map(({ accountId }) => accountId))];
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += idsMax) {
    const { accounts: found } = await accounts.getAccounts({ ids: ids.slice(from, from + idsMax) });
    for (const { id, name } of found) names.set(id, name);
  }
  return names;
}

/** The newest event of each account, in id order: only the last status of a batch counts. */
function newestOf<Event extends { accountId: string; version: number }>(events: readonly Event[]): Event[] {
  const newest = new Map<string, Event>();
  for (const event of events)
    if ((newest.get(event.accountId)?.version ?? 0) < event.version) newest.set(event.accountId, event);
  return [...newest.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

/** Events may come late or twice: an older version never replaces a newer one. Answers whether this one was newer. */
async function storeSeller(queryable: Queryable, seller: Seller): Promise<boolean> {
  const stored = await queryable.query(
    `INSERT INTO seller AS s (id, name, version, status) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version, status = excluded.status
     WHERE s.version < excluded.version RETURNING id`,
    [seller.id, seller.name, seller.version, seller.status],
    "store-seller",
  );
  return stored.length > 0;
}

async function forgetBuyers(transaction: Transaction, buyerIds: readonly string[]): Promise<void> {
  if (buyerIds.length === 0) return;
  await lockCarts(transaction, buyerIds);
  for (const table of ["cart_line", "wish"])
    await transaction.query(`DELETE FROM ${table} WHERE buyer_id = ANY ($1::uuid[])`, [buyerIds], `forget-${table}`);
  await transaction.query(
    "UPDATE review SET author = $2 WHERE buyer_id = ANY ($1::uuid[])",
    [buyerIds, closedAuthor],
    "forget-authors",
  );
  await transaction.query(
    "DELETE FROM notification_seen WHERE account_id = ANY ($1::uuid[])",
    [buyerIds],
    "forget-seen",
  );
}

/** Makes sure that a seller is known before the first product, whose event may still be under way. Throws ACCOUNT_SUSPENDED. */
export async function ensureSeller(
  database: Database,
  accounts: Client<typeof AccountService>,
  sellerId: string,
): Promise<void> {
  const known = await database.query("SELECT FROM seller WHERE id = $1", [sellerId], "find-seller");
  if (known.length > 0) return;
  const [seller] = (await accounts.getAccounts({ ids: [sellerId] })).accounts;
  if (!seller) return;
  // Only its event takes what a suspended seller has off sale, and would be no news if this version was stored here.
  if ((seller.status || "ACTIVE") !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
  await storeSeller(database, { ...(seller as Seller), status: "ACTIVE" });
}

/**
 * Before a product of the seller comes on sale, in the same transaction: a suspension that is consumed at the same moment
 * either is seen here or waits for this commit and then finds the product. Throws ACCOUNT_SUSPENDED.
 */
export async function lockActiveSeller(transaction: Transaction, sellerId: string): Promise<void> {
  const [seller] = await transaction.query<{ status: string }>(
    "SELECT status FROM seller WHERE id = $1 FOR SHARE",
    [sellerId],
    "share-seller",
  );
  if (seller && seller.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
}
