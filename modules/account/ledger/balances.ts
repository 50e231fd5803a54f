import type { Transaction } from "@jangteo/kernel/database/database.ts";
import type { AccountStatus } from "../profile/account.ts";
import { systemAccounts } from "./system-accounts.ts";

/**
 * A locked balance with what is decided on beside it. Both stay as they are until the transaction ends: every change of a
 * status holds the balance's lock too.
 */
export type LockedBalance = {
  /** Points. */
  posted: number;
  /** Shows that a buyer and a seller are one person. */
  email: string;
  status: AccountStatus;
};

/** Deposits and purchases raise no balance beyond this many points; 2^53 points and more would be rounded by clients. */
export const balanceMax = 1_000_000_000_000_000;
/** The database's own ceiling (`balance_ceiling`): refunds may pass `balanceMax`, nothing passes this. */
const balanceCeiling = 9_000_000_000_000_000;

/**
 * Locks balances in id order and reads them. Accounts without a balance are left out. Money rows (`order_money`,
 * `deposit`, `payout`) are locked before balances, and an account's row after its balance.
 */
export async function lockBalances(
  transaction: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, LockedBalance>> {
  const rows = await transaction.query<LockedBalance & { account_id: string }>(
    "SELECT account_id, posted, email, status FROM lock_balances($1::uuid[])",
    [[...new Set(accountIds)]],
    "lock-balances",
  );
  return new Map(rows.map(({ account_id, ...balance }) => [account_id, balance]));
}

/**
 * Where points for an account go: to its balance, or to the suspense account when its owner has closed it or the balance
 * cannot hold them. A suspended owner still owns.
 */
export function creditTo(
  accountId: string,
  balance: LockedBalance | undefined,
  amount: number,
): { creditId: string; forId?: string } {
  const fits = balance && balance.status !== "CLOSED" && balance.posted + amount <= balanceCeiling;
  return fits ? { creditId: accountId } : { creditId: systemAccounts.suspense, forId: accountId };
}

/** Points of a seller's balance that a payout or a refund after confirmation may take; needs the balance's lock. */
export async function withdrawable(transaction: Transaction, sellerId: string, posted: number): Promise<number> {
  const [row] = await transaction.query<{ points: number }>(
    "SELECT unconfirmed_points($1) AS points",
    [sellerId],
    "unconfirmed-points",
  );
  return Math.max(0, posted - row!.points);
}
