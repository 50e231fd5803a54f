import type { Database } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { systemAccounts } from "../ledger/system-accounts.ts";
import { addTransfers } from "../ledger/transfer.ts";
import { type ChargeOutcome, type PaymentProvider, ProviderTimeout } from "./providers.ts";

export type Deposit = { id: string; accountId: string; amount: number; source: string; memo: string };

/**
 * Takes points in, in steps that are each idempotent under the deposit's id: note it, charge at the provider, post it
 * to the ledger. Throws PAYMENT_DECLINED, ACCOUNT_SUSPENDED, or PAYMENT_PENDING while the outcome is not known.
 */
export async function takeDeposit(
  database: Database,
  provider: PaymentProvider,
  leaseMs: number,
  deposit: Deposit,
): Promise<void> {
  await database.transaction(async (transaction) => {
    // Locked, so that an account is not closed while points are on their way into it.
    const [account] = await transaction.query<{ status: string }>(
      "SELECT status FROM account WHERE id = $1 FOR SHARE",
      [deposit.accountId],
      "share-account",
    );
    if (account && account.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
    await transaction.query(
      `INSERT INTO deposit (id, account_id, amount, source, memo, lease_until)
     VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 millisecond')
     ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until`,
      [deposit.id, deposit.accountId, deposit.amount, deposit.source, deposit.memo, leaseMs],
      "note-deposit",
    );
  });
  crashPoint("deposit.after-claim");
  await finishDeposit(database, provider, deposit);
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

/** Writes what the provider said, once: an answer that comes again, or twice, changes nothing. */
export async function recordCharge(database: Database, deposit: Deposit, answer: ChargeOutcome): Promise<void> {
  await database.transaction(async (transaction) => {
    const state = answer.outcome === "captured" ? "CAPTURED" : "DECLINED";
    const first = await transaction.query(
      "UPDATE deposit SET state = $2 WHERE id = $1 AND state = 'PENDING' RETURNING id",
      [deposit.id, state],
      "finish-deposit",
    );
    if (first.length === 1 && answer.outcome === "captured")
      await addTransfers(transaction, [
        {
          id: deposit.id,
          debitId: systemAccounts.external,
          creditId: deposit.accountId,
          amount: deposit.amount,
          kind: "deposit",
          memo: deposit.memo,
        },
      ]);
    crashPoint("deposit.before-commit");
  });
  crashPoint("deposit.after-commit");
}

/** Takes up deposits that were left half-way, by a crash or a provider that did not answer. */
export async function resumeDeposits(database: Database, provider: PaymentProvider, leaseMs: number): Promise<boolean> {
  const due = await database.query<Deposit>(
    `UPDATE deposit SET lease_until = now() + $1 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM deposit WHERE state = 'PENDING' AND lease_until < now() LIMIT 50 FOR UPDATE SKIP LOCKED)
     RETURNING id, account_id AS "accountId", amount, source, memo`,
    [leaseMs],
  );
  await Promise.allSettled(due.map((deposit) => finishDeposit(database, provider, deposit)));
  return due.length === 50;
}
