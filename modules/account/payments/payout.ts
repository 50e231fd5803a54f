import type { Database } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { creditTo, lockBalances, withdrawable } from "../ledger/balances.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";
import { addTransfers } from "../ledger/transfer.ts";
import type { PayoutProvider } from "./providers.ts";

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
 * Only what is withdrawable leaves: sales that are not confirmed yet stay. Throws NOT_ENOUGH_BALANCE, ACCOUNT_SUSPENDED. A
 * payout whose outcome is not known yet is PENDING and finished later.
 */
export async function payOut(
  database: Database,
  provider: PayoutProvider,
  leaseMs: number,
  payout: Payout,
): Promise<PayoutView> {
  await takeOffBalance(database, leaseMs, payout);
  crashPoint("payout.after-debit");
  await finishPayout(database, provider, payout).catch(() => undefined);
  return readPayout(database, payout.id);
}

async function takeOffBalance(database: Database, leaseMs: number, payout: Payout): Promise<void> {
  await database.transaction(async (transaction) => {
    const fresh = await transaction.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, lease_until)
         VALUES ($1, $2, $3, $4, now() + $5 * interval '1 millisecond') ON CONFLICT DO NOTHING RETURNING id`,
      [payout.id, payout.accountId, payout.amount, payout.bankAccount, leaseMs],
    );
    if (fresh.length === 0) return;
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
  });
}

async function finishPayout(database: Database, provider: PayoutProvider, payout: Payout): Promise<void> {
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

async function readPayout(database: Database, id: string): Promise<PayoutView> {
  const [row] = await database.query<{
    id: string;
    amount: number;
    bank_account: string;
    state: PayoutView["status"];
    at: Date;
  }>("SELECT id, amount, bank_account, state, at FROM payout WHERE id = $1", [id]);
  if (!row) throw fail("NOT_FOUND");
  const hidden = row.bank_account.replace(/.(?=.{4})/g, "*");
  return { id: row.id, amount: row.amount, bankAccount: hidden, status: row.state, createdAt: row.at.toISOString() };
}

/** Resumes payouts that were interrupted. True where more may be left. */
export async function resumePayouts(database: Database, provider: PayoutProvider, leaseMs: number): Promise<boolean> {
  const due = await database.query<Payout>(
    `UPDATE payout SET lease_until = now() + $1 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM payout WHERE state = 'PENDING' AND lease_until < now() LIMIT 50 FOR UPDATE SKIP LOCKED)
     RETURNING id, account_id AS "accountId", amount, bank_account AS "bankAccount"`,
    [leaseMs],
  );
  await Promise.allSettled(due.map((payout) => finishPayout(database, provider, payout)));
  return due.length === 50;
}
