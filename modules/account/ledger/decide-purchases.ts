import { balanceMax, type LockedBalance } from "./balances.ts";
import { systemAccounts } from "./system-accounts.ts";
import type { Transfer } from "./transfer.ts";

export type PurchaseCommand = {
  orderId: string;
  buyerId: string;
  parts: readonly { partId: string; sellerId: string; amount: number }[];
};

export type PurchaseDecision = { orderId: string; outcome: "PURCHASED" | "REFUSED" | "VOIDED"; reason: string };

/** Where the money of a seller's part of an order is, as a new row of `order_money`. */
export type OrderMoney = {
  partId: string;
  orderId: string;
  buyerId: string;
  sellerId: string;
  paid: number;
  fee: number;
  settled: number;
};

export type PurchaseEffects = {
  /** In the order of the commands. */
  decisions: PurchaseDecision[];
  /** Decisions that are not stored yet. */
  fresh: PurchaseDecision[];
  money: OrderMoney[];
  transfers: Transfer[];
};

/** When sellers are paid, and the marketplace's fee in 1/10,000 of the price. */
export type PurchasePolicy = { settlement: "on-purchase" | "on-confirmation"; feeBasisPoints: number };

/**
 * Decides purchases in order of arrival against locked balances: each is paid whole or not at all, and one that was
 * decided before (`known`) gets the same answer. Pure.
 */
export function decidePurchases(
  commands: readonly PurchaseCommand[],
  balances: ReadonlyMap<string, LockedBalance>,
  known: ReadonlyMap<string, PurchaseDecision>,
  policy: PurchasePolicy,
): PurchaseEffects {
  const left = new Map([...balances].map(([id, { posted }]) => [id, posted]));
  const decided = new Map(known);
  const effects: PurchaseEffects = { decisions: [], fresh: [], money: [], transfers: [] };
  for (const command of commands) {
    let decision = decided.get(command.orderId);
    if (!decision) {
      decision = decide(command, left, balances);
      decided.set(command.orderId, decision);
      effects.fresh.push(decision);
      if (decision.outcome === "PURCHASED") pay(command, left, policy, effects);
    }
    effects.decisions.push(decision);
  }
  return effects;
}

function decide(
  command: PurchaseCommand,
  left: ReadonlyMap<string, number>,
  accounts: ReadonlyMap<string, LockedBalance>,
): PurchaseDecision {
  const refused = (reason: string): PurchaseDecision => ({ orderId: command.orderId, outcome: "REFUSED", reason });
  const buyer = accounts.get(command.buyerId);
  const sellers = command.parts.map((part) => accounts.get(part.sellerId));
  if (!buyer || sellers.includes(undefined)) return refused("NOT_FOUND_USER");
  if (buyer.status !== "ACTIVE") return refused("ACCOUNT_SUSPENDED");
  if (sellers.some((seller) => seller!.status !== "ACTIVE")) return refused("SELLER_NOT_ACTIVE");
  if (sellers.some((seller) => seller!.email === buyer.email)) return refused("OWN_PRODUCT");
  const total = command.parts.reduce((sum, part) => sum + part.amount, 0);
  if (total > left.get(command.buyerId)!) return refused("NOT_ENOUGH_BALANCE");
  if (command.parts.some((part) => left.get(part.sellerId)! + total > balanceMax)) return refused("BALANCE_LIMIT");
  return { orderId: command.orderId, outcome: "PURCHASED", reason: "" };
}

function pay(
  command: PurchaseCommand,
  left: Map<string, number>,
  policy: PurchasePolicy,
  effects: PurchaseEffects,
): void {
  const { orderId, buyerId } = command;
  for (const { partId, sellerId, amount } of command.parts) {
    const fee = Math.floor((amount * policy.feeBasisPoints) / 10_000);
    const atOnce = policy.settlement === "on-purchase";
    const named = { orderId, orderPart: partId };
    left.set(buyerId, left.get(buyerId)! - amount);
    if (atOnce) left.set(sellerId, left.get(sellerId)! + amount - fee);
    effects.money.push({ partId, orderId, buyerId, sellerId, paid: amount, fee, settled: atOnce ? amount : 0 });
    const creditId = atOnce ? sellerId : systemAccounts.escrow;
    effects.transfers.push({ debitId: buyerId, creditId, amount, kind: "purchase", ...named });
    if (atOnce && fee > 0)
      effects.transfers.push({ debitId: sellerId, creditId: systemAccounts.fee, amount: fee, kind: "fee", ...named });
  }
}
