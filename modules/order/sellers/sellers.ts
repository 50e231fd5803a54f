import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { lockCarts } from "../cart/lock-carts.ts";
import { restoreSeller, withholdSeller } from "../catalog/withhold.ts";

type Seller = { id: string; name: string; version: number; status: string };

/**
 * Keeps this module's own list of sellers up to date with the account module's events: their names, and whether their
 * products may be sold. What a buyer who left had put aside is forgotten.
 */
export function accountConsumer(onChange: () => void): Consumer {
  return consume(AccountChanged, async (events, transaction) => {
    // Carts are locked before everything else, then sellers in id order: each seller's events stay in their order.
    for (const { accountId, role, status } of events)
      if (role === "CUSTOMER" && status === "CLOSED") await forgetBuyer(transaction, accountId);
    const sellers = events
      .filter((event) => event.role === "SELLER")
      .sort((a, b) => (a.accountId < b.accountId ? -1 : a.accountId > b.accountId ? 1 : 0));
    for (const { accountId: id, name, version, status } of sellers) {
      const isNews = await storeSeller(transaction, { id, name, version, status: status || "ACTIVE" });
      // The first version has no products yet: nothing to look for when shops are opened by the thousand.
      if (isNews && version > 1)
        await (status === "SUSPENDED" || status === "CLOSED" ? withholdSeller : restoreSeller)(transaction, id);
    }
    if (sellers.length > 0) transaction.afterCommit(onChange);
  });
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

async function forgetBuyer(transaction: Transaction, buyerId: string): Promise<void> {
  await lockCarts(transaction, [buyerId]);
  for (const table of ["cart_line", "wish"])
    await transaction.query(`DELETE FROM ${table} WHERE buyer_id = $1`, [buyerId], `forget-${table}`);
  await transaction.query("DELETE FROM notification_seen WHERE account_id = $1", [buyerId], "forget-seen");
}

/** Makes sure that a seller is known before the first product, whose event may still be under way. */
export async function ensureSeller(
  database: Database,
  accounts: Client<typeof AccountService>,
  sellerId: string,
): Promise<void> {
  const known = await database.query("SELECT FROM seller WHERE id = $1", [sellerId], "find-seller");
  if (known.length > 0) return;
  const [seller] = (await accounts.getAccounts({ ids: [sellerId] })).accounts;
  if (seller) await storeSeller(database, { ...(seller as Seller), status: seller.status || "ACTIVE" });
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
