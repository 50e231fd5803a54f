import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database, Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { restoreSeller, withholdSeller } from "../catalog/withhold.ts";

type Seller = { id: string; name: string; version: number; status: string };

/**
 * Keeps this module's own list of sellers up to date with the account module's events: their names, and whether their
 * products may be sold. What a buyer who left had put aside is forgotten.
 */
export function accountConsumer(onChange: () => void): Consumer {
  return consume(AccountChanged, async (events, transaction) => {
    const sellers = events.filter((event) => event.role === "SELLER");
    for (const { accountId: id, name, version, status } of sellers) {
      const isNews = await storeSeller(transaction, { id, name, version, status: status || "ACTIVE" });
      // The first version has no products yet: nothing to look for when shops are opened by the thousand.
      if (isNews && version > 1)
        await (status === "SUSPENDED" || status === "CLOSED" ? withholdSeller : restoreSeller)(transaction, id);
    }
    for (const { accountId, role, status } of events)
      if (role === "CUSTOMER" && status === "CLOSED") await forgetBuyer(transaction, accountId);
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
  for (const table of ["cart_line", "wish"])
    await transaction.query(`DELETE FROM ${table} WHERE buyer_id = $1`, [buyerId], `forget-${table}`);
  await transaction.query("DELETE FROM notification_seen WHERE account_id = $1", [buyerId], "forget-seen");
}

/**
 * Makes sure that a seller is known before the first product, whose event may still be on its way, and may sell; throws
 * ACCOUNT_SUSPENDED.
 */
export async function ensureSeller(
  database: Database,
  accounts: Client<typeof AccountService>,
  sellerId: string,
): Promise<void> {
  const [known] = await database.query<{ status: string }>(
    "SELECT status FROM seller WHERE id = $1",
    [sellerId],
    "find-seller",
  );
  const seller = known ?? (await accounts.getAccounts({ ids: [sellerId] })).accounts[0];
  if (seller && !known) await storeSeller(database, { ...(seller as Seller), status: seller.status || "ACTIVE" });
  if (seller && (seller.status || "ACTIVE") !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
}
