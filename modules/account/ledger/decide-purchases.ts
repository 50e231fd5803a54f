import { systemAccounts } from "./system-accounts.ts";
import type { Transfer } from "./transfer.ts";

export type PurchaseCommand = {
  orderId: string;
  buyerId: string;
  parts: readonly { partId: string; sellerId: string; amount: number }[];
};

export type PurchaseDecision = { orderId: string; outcome: "PURCHASED" | "REFUSED" | "VOIDED"; reason: string };

/** Where the money of an order part is, as a new row of `order_money`. */
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

/** A locked balance, and the email that tells when buyer and seller are one person. */
export type LockedBalance = { posted: number; email: string | null };

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
  const balance = left.get(command.buyerId);
  if (balance === undefined) return refused("NOT_FOUND_USER");
  if (command.parts.some((part) => !left.has(part.sellerId))) return refused("NOT_FOUND_USER");
  const email = accounts.get(command.buyerId)?.email;
  if (command.parts.some((part) => accounts.get(part.sellerId)?.email === email)) return refused("OWN_PRODUCT");
  const total = command.parts.reduce((sum, part) => sum + part.amount, 0);
  if (total > balance) return refused("NOT_ENOUGH_BALANCE");
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
    effects.money.push({ partId, orderId, buyerId, sellerId, paid: amount, fee, settled: atOnce ? amount : 0 });
    const creditId = atOnce ? sellerId : systemAccounts.escrow;
    effects.transfers.push({ debitId: buyerId, creditId, amount, kind: "purchase", ...named });
    if (atOnce && fee > 0)
      effects.transfers.push({ debitId: sellerId, creditId: systemAccounts.fee, amount: fee, kind: "fee", ...named });
  }
}
