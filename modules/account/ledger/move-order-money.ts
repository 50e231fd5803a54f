import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { creditTo, type LockedBalance, lockBalances, withdrawable } from "./balances.ts";
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
  confirmed_at: Date | null;
  refused_ref: string | null;
};

async function lockOrderMoney(transaction: Transaction, partId: string): Promise<OrderMoneyRow> {
  const rows = await transaction.query<OrderMoneyRow>(
    `SELECT order_part, order_id, buyer_id, seller_id, paid, fee, refunded, settled, confirmed_at, refused_ref
     FROM order_money WHERE order_part = $1 FOR UPDATE`,
    [partId],
    "lock-order-money",
  );
  if (!rows[0]) throw fail("NOT_FOUND_ORDER", { partId });
  return rows[0];
}

/**
 * Returns the points of a seller's part of an order to its buyer, whole and once: out of escrow, or from the seller and
 * the marketplace's fee. Before confirmation that is always covered, since payouts take no unconfirmed points. After
 * confirmation it may take the seller below zero, unless it must be covered: then it throws NOT_ENOUGH_BALANCE, for the
 * same request (`coveredRef`) ever after. What a seller who has closed the account has not got, the marketplace pays. A part refunded before returns the same amount, without effect.
 */
export async function refund(
  database: Database,
  { partId, memo, coveredRef }: { partId: string; memo: string; coveredRef: string | undefined },
): Promise<number> {
  const amount = await database.transaction(async (transaction) => {
    const money = await lockOrderMoney(transaction, partId);
    if (money.refunded > 0) return money.refunded;
    const balances = await lockBalances(transaction, [money.buyer_id, money.seller_id]);
    if (coveredRef !== undefined && money.confirmed_at !== null) {
      if (money.refused_ref === coveredRef) return undefined;
      const { posted } = balances.get(money.seller_id)!;
      if ((await withdrawable(transaction, money.seller_id, posted)) < money.paid - money.fee) {
        await transaction.query(
          "UPDATE order_money SET refused_ref = $2 WHERE order_part = $1",
          [partId, coveredRef],
          "refuse-covered-refund",
        );
        return undefined;
      }
    }
    await transaction.query("UPDATE order_money SET refunded = paid, settled = 0 WHERE order_part = $1", [partId]);
    const seller = balances.get(money.seller_id);
    await addTransfers(transaction, [
      ...refundTransfers(money, balances.get(money.buyer_id), memo),
      ...coverTransfers(money, seller),
    ]);
    crashPoint("refund.before-commit");
    return money.paid;
  });
  if (amount === undefined) throw fail("NOT_ENOUGH_BALANCE");
  crashPoint("refund.after-commit");
  return amount;
}

function refundTransfers(money: OrderMoneyRow, buyer: LockedBalance | undefined, memo: string): Transfer[] {
  const named = { orderId: money.order_id, orderPart: money.order_part, memo };
  const settled = money.settled > 0;
  const transfers: Transfer[] = [
    {
      debitId: settled ? money.seller_id : systemAccounts.escrow,
      ...creditTo(money.buyer_id, buyer, money.paid),
      amount: money.paid,
      kind: "refund",
      ...named,
    },
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

/** A seller who is gone sells nothing more that could net a debt. */
function coverTransfers(money: OrderMoneyRow, seller: LockedBalance | undefined): Transfer[] {
  if (seller?.status !== "CLOSED" || money.settled === 0) return [];
  const left = seller.posted - money.paid + money.fee;
  if (left >= 0) return [];
  return [
    {
      debitId: systemAccounts.fee,
      creditId: money.seller_id,
      amount: -left,
      kind: "cover",
      orderId: money.order_id,
      memo: money.order_part,
    },
  ];
}

/**
 * Notes that a part is confirmed, once: from now on its seller may withdraw its points. A part that is held in escrow is
 * paid to its seller, less the fee. What is confirmed or refunded stays as it is. Returns the points that are settled.
 */
export async function settle(database: Database, partId: string): Promise<number> {
  const amount = await database.transaction(async (transaction) => {
    const money = await lockOrderMoney(transaction, partId);
    if (money.confirmed_at !== null || money.refunded > 0) return money.settled;
    const balances = await lockBalances(transaction, [money.seller_id]);
    await transaction.query(
      "UPDATE order_money SET settled = paid, confirmed_at = now() WHERE order_part = $1",
      [partId],
      "confirm-order-money",
    );
    if (money.settled === 0) await addTransfers(transaction, settleTransfers(money, balances.get(money.seller_id)));
    crashPoint("settlement.before-commit");
    return money.paid;
  });
  crashPoint("settlement.after-commit");
  return amount;
}

function settleTransfers(money: OrderMoneyRow, seller: LockedBalance | undefined): Transfer[] {
  const named = { orderId: money.order_id, orderPart: money.order_part };
  const to = creditTo(money.seller_id, seller, money.paid);
  const transfers: Transfer[] = [
    { debitId: systemAccounts.escrow, ...to, amount: money.paid, kind: "settle", ...named },
  ];
  if (money.fee > 0)
    transfers.push({
      debitId: to.creditId,
      creditId: systemAccounts.fee,
      amount: money.fee,
      kind: "fee",
      ...named,
    });
  return transfers;
}
