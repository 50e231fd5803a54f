import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";

export type TransferKind =
  | "deposit"
  | "purchase"
  | "fee"
  | "settle"
  | "refund"
  | "fee_refund"
  | "payout"
  | "payout_reversal"
  | "forfeit"
  | "cover";

/** Moves `amount` points from the debited to the credited account. Ids are ledger accounts. */
export type Transfer = {
  id?: string;
  debitId: string;
  creditId: string;
  amount: number;
  kind: TransferKind;
  orderId?: string;
  orderPart?: string;
  memo?: string;
  /** Whose points these are, when the suspense account is credited in the owner's place. */
  forId?: string;
};

/** Transfers as columns, for `unnest`. */
export function transferColumns(transfers: readonly Transfer[]): unknown[][] {
  return [
    transfers.map((transfer) => transfer.id ?? newId()),
    transfers.map((transfer) => transfer.debitId),
    transfers.map((transfer) => transfer.creditId),
    transfers.map((transfer) => transfer.amount),
    transfers.map((transfer) => transfer.kind),
    transfers.map((transfer) => transfer.orderId ?? null),
    transfers.map((transfer) => transfer.orderPart ?? null),
    transfers.map((transfer) => transfer.memo ?? ""),
    transfers.map((transfer) => transfer.forId ?? null),
  ];
}

/**
 * Adds transfers; the database moves the balances and refuses what the rules forbid (`balance_floor`, `balance_ceiling`,
 * `balance_withdrawable`).
 */
export async function addTransfers(queryable: Queryable, transfers: readonly Transfer[]): Promise<void> {
  await queryable.query(
    `INSERT INTO transfer (id, debit_id, credit_id, amount, kind, order_id, order_part, memo, for_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::uuid[])`,
    transferColumns(transfers),
    "add-transfers",
  );
}
