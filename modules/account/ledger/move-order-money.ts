import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { systemAccounts } from "./system-accounts.ts";
import { addTransfers, type Transfer } from "./transfer.ts";

type OrderMoneyRow = {
  order_part: string;
  order_id: string;
  buyer_id: string;
  seller_id: string;
  paid: number;
  fee: number;
  refunded: number;
  settled: number;
};

async function lockOrderMoney(transaction: Transaction, partId: string): Promise<OrderMoneyRow> {
  const rows = await transaction.query<OrderMoneyRow>(
    "SELECT * FROM order_money WHERE order_part = $1 FOR UPDATE",
    [partId],
    "lock-order-money",
  );
  if (!rows[0]) throw fail("NOT_FOUND_ORDER", { partId });
  return rows[0];
}

/**
 * Gives a paid order part back to its buyer, whole and once: out of escrow, or from the seller (who may fall below
 * zero) and the marketplace's fee. A part refunded before is answered with the same amount, without effect.
 */
export async function refund(database: Database, partId: string, memo: string): Promise<number> {
  const amount = await database.transaction(async (transaction) => {
    const money = await lockOrderMoney(transaction, partId);
    if (money.refunded > 0) return money.refunded;
    await transaction.query("UPDATE order_money SET refunded = paid, settled = 0 WHERE order_part = $1", [partId]);
    await addTransfers(transaction, refundTransfers(money, memo));
    crashPoint("refund.before-commit");
    return money.paid;
  });
  crashPoint("refund.after-commit");
  return amount;
}

function refundTransfers(money: OrderMoneyRow, memo: string): Transfer[] {
  const named = { orderId: money.order_id, orderPart: money.order_part, memo };
  const settled = money.settled > 0;
  const from = settled ? money.seller_id : systemAccounts.escrow;
  const transfers: Transfer[] = [
    { debitId: from, creditId: money.buyer_id, amount: money.paid, kind: "refund", ...named },
  ];
  if (settled && money.fee > 0)
    transfers.push({
      debitId: systemAccounts.fee,
      creditId: money.seller_id,
      amount: money.fee,
      kind: "fee_refund",
      ...named,
    });
  return transfers;
}

/** Pays a held order part to its seller, less the fee, once. What is settled or refunded stays as it is. */
export async function settle(database: Database, partId: string): Promise<number> {
  const amount = await database.transaction(async (transaction) => {
    const money = await lockOrderMoney(transaction, partId);
    if (money.settled > 0 || money.refunded > 0) return money.settled;
    await transaction.query("UPDATE order_money SET settled = paid WHERE order_part = $1", [partId]);
    const named = { orderId: money.order_id, orderPart: partId };
    const transfers: Transfer[] = [
      { debitId: systemAccounts.escrow, creditId: money.seller_id, amount: money.paid, kind: "settle", ...named },
    ];
    if (money.fee > 0)
      transfers.push({
        debitId: money.seller_id,
        creditId: systemAccounts.fee,
        amount: money.fee,
        kind: "fee",
        ...named,
      });
    await addTransfers(transaction, transfers);
    crashPoint("settlement.before-commit");
    return money.paid;
  });
  crashPoint("settlement.after-commit");
  return amount;
}
