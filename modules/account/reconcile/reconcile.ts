import { createReconcile } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { accounts, ledgerAccounts } from "./accounts.ts";
import { entries } from "./entries.ts";
import { orderMoney, purchases } from "./order-money.ts";
import { deposits, payouts } from "./payments.ts";
import { transfers } from "./transfers.ts";

/** The invariants of accounts and the ledger. */
export function createAccountReconcile(database: Database) {
  return createReconcile(database, [
    accounts,
    ledgerAccounts,
    entries,
    transfers,
    orderMoney,
    purchases,
    deposits,
    payouts,
  ]);
}
