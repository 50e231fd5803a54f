import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { creditTo, lockBalances, withdrawable } from "../ledger/balances.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";
import { addTransfers } from "../ledger/transfer.ts";
import type { SealedColumn } from "../personal-data.ts";
import type { PayoutProvider } from "./providers.ts";

export type PayoutDependencies = {
  database: Database;
  /** None where no payouts are set up. */
  provider: PayoutProvider | undefined;
  bankAccounts: SealedColumn;
  leaseMs: number;
  log: Logger;
};

export type Payout = { id: string; accountId: string; amount: number; bankAccount: string };
export type PayoutView = {
  id: string;
  amount: number;
  bankAccount: string;
  status: "PENDING" | "PAID" | "FAILED";
  createdAt: string;
};

/**
 * Pays points out to a bank account: debits the seller first, then calls the provider; a definite failure reverses it.
 * Only what is withdrawable leaves: sales that are not confirmed yet stay. Throws NOT_ENOUGH_BALANCE, ACCOUNT_SUSPENDED,
 * and PAYOUTS_NOT_SET_UP where there is no provider. A payout whose outcome is not known yet is PENDING and finished later.
 * `record` runs once, in the transaction that debits.
 */
export async function payOut(
  dependencies: PayoutDependencies,
  payout: Payout,
  record: (transaction: Transaction) => Promise<void>,
): Promise<PayoutView> {
  await takeOffBalance(dependencies, payout, record);
  crashPoint("payout.after-debit");
  if (dependencies.provider) await finishPayout(dependencies, dependencies.provider, payout).catch(() => undefined);
  return readPayout(dependencies, payout.id);
}

async function takeOffBalance(
  { database, provider, bankAccounts, leaseMs }: PayoutDependencies,
  payout: Payout,
  record: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const fresh = await transaction.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, lease_until)
         VALUES ($1, $2, $3, $4, now() + $5 * interval '1 millisecond') ON CONFLICT DO NOTHING RETURNING id`,
      [payout.id, payout.accountId, payout.amount, bankAccounts.seal(payout.bankAccount, payout.id), leaseMs],
    );
    if (fresh.length === 0) return;
    if (!provider) throw fail("PAYOUTS_NOT_SET_UP");
    const balance = (await lockBalances(transaction, [payout.accountId])).get(payout.accountId);
    if (balance?.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
    if ((await withdrawable(transaction, payout.accountId, balance.posted)) < payout.amount)
      throw fail("NOT_ENOUGH_BALANCE");
    await addTransfers(transaction, [
      {
        id: payout.id,
        debitId: payout.accountId,
        creditId: systemAccounts.external,
        amount: payout.amount,
        kind: "payout",
      },
    ]);
    await record(transaction);
  });
}

async function finishPayout({ database }: PayoutDependencies, provider: PayoutProvider, payout: Payout): Promise<void> {
  const { outcome } = await provider.pay({ id: payout.id, amount: payout.amount, bankAccount: payout.bankAccount });
  await database.transaction(async (transaction) => {
    const first = await transaction.query(
      "UPDATE payout SET state = $2 WHERE id = $1 AND state = 'PENDING' RETURNING id",
      [payout.id, outcome === "paid" ? "PAID" : "FAILED"],
    );
    if (first.length === 1 && outcome === "failed") {
      const balances = await lockBalances(transaction, [payout.accountId]);
      await addTransfers(transaction, [
        {
          debitId: systemAccounts.external,
          ...creditTo(payout.accountId, balances.get(payout.accountId), payout.amount),
          amount: payout.amount,
          kind: "payout_reversal",
          memo: payout.id,
        },
      ]);
    }
  });
  crashPoint("payout.after-transfer");
}

async function readPayout({ database, bankAccounts }: PayoutDependencies, id: string): Promise<PayoutView> {
  const [row] = await database.query<{
    id: string;
    amount: number;
    bank_account: string;
    state: PayoutView["status"];
    at: Date;
  }>("SELECT id, amount, bank_account, state, at FROM payout WHERE id = $1", [id]);
  if (!row) throw fail("NOT_FOUND");
  const hidden = (bankAccounts.open(row.bank_account, id) ?? "").replace(/.(?=.{4})/g, "*");
  return { id: row.id, amount: row.amount, bankAccount: hidden, status: row.state, createdAt: row.at.toISOString() };
}

/** A payout whose bank account cannot be read is looked at again after this. */
const unreadableLeaseMs = 60_000;

/**
 * Resumes payouts that were interrupted. True where more may be left. One whose bank account cannot be read, because the
 * secret has changed, stays PENDING until it can be read again.
 */
export async function resumePayouts(dependencies: PayoutDependencies): Promise<boolean> {
  const { database, provider, bankAccounts, leaseMs, log } = dependencies;
  if (!provider) return false;
  const due = await database.query<Payout>(
    `UPDATE payout SET lease_until = now() + $1 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM payout WHERE state = 'PENDING' AND lease_until < now() LIMIT 50 FOR UPDATE SKIP LOCKED)
     RETURNING id, account_id AS "accountId", amount, bank_account AS "bankAccount"`,
    [leaseMs],
  );
  const opened = due.map((payout) => ({ ...payout, bankAccount: bankAccounts.open(payout.bankAccount, payout.id) }));
  const readable = opened.filter((payout): payout is Payout => !!payout.bankAccount);
  const unreadable = opened.flatMap(({ id, bankAccount }) => (bankAccount ? [] : [id]));
  if (unreadable.length > 0) {
    log.error(
      { payouts: unreadable },
      "payouts stay PENDING: their bank accounts cannot be read with this secret. Set JANGTEO_PREVIOUS_SECRET to the one before",
    );
    await database.query(
      `UPDATE payout SET lease_until = now() + $2 * interval '1 millisecond'
       WHERE id = ANY ($1::uuid[]) AND state = 'PENDING'`,
      [unreadable, unreadableLeaseMs],
    );
  }
  await Promise.allSettled(readable.map((payout) => finishPayout(dependencies, provider, payout)));
  return due.length === 50;
}
