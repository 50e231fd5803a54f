import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";

type Seller = { id: string; name: string; version: number };

/** Keeps this module's own list of sellers up to date with the account module's events. */
export function sellerConsumer(onChange: () => void): Consumer {
  return consume(AccountChanged, async (events, transaction) => {
    const sellers = events.filter((event) => event.role === "SELLER");
    for (const { accountId: id, name, version } of sellers) await storeSeller(transaction, { id, name, version });
    if (sellers.length > 0) transaction.afterCommit(onChange);
  });
}

/** Events may come late or twice: an older version never replaces a newer one. */
async function storeSeller(queryable: Queryable, seller: Seller): Promise<void> {
  await queryable.query(
    `INSERT INTO seller AS s (id, name, version) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version WHERE s.version < excluded.version`,
    [seller.id, seller.name, seller.version],
    "store-seller",
  );
}

/** Makes sure that a seller is known before the first product, whose event may still be on its way. */
export async function ensureSeller(
  database: Database,
  accounts: Client<typeof AccountService>,
  sellerId: string,
): Promise<void> {
  const known = await database.query("SELECT 1 FROM seller WHERE id = $1", [sellerId], "find-seller");
  if (known.length > 0) return;
  const { accounts: found } = await accounts.getAccounts({ ids: [sellerId] });
  if (found[0]) await storeSeller(database, found[0]);
}
