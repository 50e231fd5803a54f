import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { balanceMax, creditTo, lockBalances } from "../ledger/balances.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";
import { addTransfers } from "../ledger/transfer.ts";
import { type ChargeOutcome, type PaymentProvider, ProviderTimeout } from "./providers.ts";

export type Deposit = { id: string; accountId: string; amount: number; source: string; memo: string };

/**
 * Deposits points in steps that are each idempotent under the deposit's id: record it, charge at the provider, post it to
 * the ledger. Throws PAYMENT_DECLINED, ACCOUNT_SUSPENDED, BALANCE_LIMIT, PAYMENTS_NOT_SET_UP where there is no provider, or
 * PAYMENT_PENDING while the outcome is not known. A deposit that was recorded before goes on whatever became of the account: its answer is what became of the
 * charge.
 */
export async function takeDeposit(
  database: Database,
  provider: PaymentProvider | undefined,
  leaseMs: number,
  deposit: Deposit,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const known = await transaction.query(
      "UPDATE deposit SET lease_until = now() + $2 * interval '1 millisecond' WHERE id = $1 RETURNING id",
      [deposit.id, leaseMs],
      "resume-deposit",
    );
    if (known.length === 0) await recordDeposit(transaction, provider, leaseMs, deposit);
  });
  crashPoint("deposit.after-claim");
  // Recorded while there was one, which may have charged.
  if (!provider) throw fail("PAYMENT_PENDING", { retryAfterSeconds: 2 });
  await finishDeposit(database, provider, deposit);
}

/**
 * Before anything is charged: there is a provider, the account is active, and its balance can hold the points with all that
 * are pending.
 */
async function recordDeposit(
  transaction: Transaction,
  provider: PaymentProvider | undefined,
  leaseMs: number,
  deposit: Deposit,
): Promise<void> {
  if (!provider) throw fail("PAYMENTS_NOT_SET_UP");
  const balance = (await lockBalances(transaction, [deposit.accountId])).get(deposit.accountId);
  if (balance?.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
  const [pending] = await transaction.query<{ points: number }>(
    "SELECT coalesce(sum(amount), 0)::bigint AS points FROM deposit WHERE account_id = $1 AND state = 'PENDING'",
    [deposit.accountId],
    "sum-pending-deposits",
  );
  if (balance.posted + pending!.points + deposit.amount > balanceMax) throw fail("BALANCE_LIMIT");
  await transaction.query(
    `INSERT INTO deposit (id, account_id, amount, source, memo, lease_until)
     VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 millisecond') ON CONFLICT (id) DO NOTHING`,
    [deposit.id, deposit.accountId, deposit.amount, deposit.source, deposit.memo, leaseMs],
    "record-deposit",
  );
}

async function finishDeposit(database: Database, provider: PaymentProvider, deposit: Deposit): Promise<void> {
  const answer = await charge(provider, deposit, (outcome) => recordCharge(database, deposit, outcome));
  crashPoint("deposit.after-charge");
  await recordCharge(database, deposit, answer);
  if (answer.outcome === "declined") throw fail("PAYMENT_DECLINED");
}

async function charge(
  provider: PaymentProvider,
  { id, amount, source: from }: Deposit,
  report: (outcome: ChargeOutcome) => Promise<void>,
): Promise<ChargeOutcome> {
  try {
    return await provider.charge({ id, amount, from }, report);
  } catch (error) {
    if (error instanceof ProviderTimeout) throw fail("PAYMENT_PENDING", { retryAfterSeconds: 2 }, error);
    throw error;
  }
}

/** Stores the outcome of a charge, once: one that arrives again changes nothing. */
export async function recordCharge(database: Database, deposit: Deposit, answer: ChargeOutcome): Promise<void> {
  await database.transaction(async (transaction) => {
    const state = answer.outcome === "captured" ? "CAPTURED" : "DECLINED";
    const first = await transaction.query(
      "UPDATE deposit SET state = $2 WHERE id = $1 AND state = 'PENDING' RETURNING id",
      [deposit.id, state],
      "finish-deposit",
    );
    if (first.length === 1 && answer.outcome === "captured") {
      const balances = await lockBalances(transaction, [deposit.accountId]);
      await addTransfers(transaction, [
        {
          id: deposit.id,
          debitId: systemAccounts.external,
          ...creditTo(deposit.accountId, balances.get(deposit.accountId), deposit.amount),
          amount: deposit.amount,
          kind: "deposit",
        },
      ]);
    }
    crashPoint("deposit.before-commit");
  });
  crashPoint("deposit.after-commit");
}

/** Resumes deposits that were interrupted by a crash or a provider without an answer. True where more may be left. */
export async function resumeDeposits(
  database: Database,
  provider: PaymentProvider | undefined,
  leaseMs: number,
): Promise<boolean> {
  if (!provider) return false;
  const due = await database.query<Deposit>(
    `UPDATE deposit SET lease_until = now() + $1 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM deposit WHERE state = 'PENDING' AND lease_until < now() LIMIT 50 FOR UPDATE SKIP LOCKED)
     RETURNING id, account_id AS "accountId", amount, source, memo`,
    [leaseMs],
  );
  await Promise.allSettled(due.map((deposit) => finishDeposit(database, provider, deposit)));
  return due.length === 50;
}
