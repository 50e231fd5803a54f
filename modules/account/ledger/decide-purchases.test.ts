import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { balanceMax, type LockedBalance } from "./balances.ts";
import { decidePurchases, type PurchasePolicy } from "./decide-purchases.ts";
import { systemAccounts } from "./system-accounts.ts";

const account = (posted: number, email: string, status: LockedBalance["status"] = "ACTIVE"): LockedBalance => ({
  posted,
  email,
  status,
});
const accounts = () =>
  new Map([
    ["buyer", account(100, "b@x")],
    ["other", account(50, "o@x")],
    ["shop", account(0, "s@x")],
    ["store", account(0, "t@x")],
    ["own", account(0, "b@x")],
    ["full", account(balanceMax - 5, "f@x")],
    ["suspended", account(100, "u@x", "SUSPENDED")],
    ["closed", account(0, "c@x", "CLOSED")],
  ]);
const atOnce: PurchasePolicy = { settlement: "on-purchase", feeBasisPoints: 250 };
const held: PurchasePolicy = { settlement: "on-confirmation", feeBasisPoints: 250 };
const order = (orderId: string, buyerId: string, ...parts: [string, number][]) => ({
  orderId,
  buyerId,
  parts: parts.map(([sellerId, amount], index) => ({ partId: `${orderId}-${index}`, sellerId, amount })),
});

test("an order is paid whole or not at all, in order of arrival", () => {
  const { decisions, money } = decidePurchases(
    [
      order("1", "buyer", ["shop", 40], ["store", 30]),
      order("2", "buyer", ["shop", 31]),
      order("3", "buyer", ["shop", 30]),
    ],
    accounts(),
    new Map(),
    atOnce,
  );
  assert.deepEqual(
    decisions.map((decision) => [decision.outcome, decision.reason]),
    [
      ["PURCHASED", ""],
      ["REFUSED", "NOT_ENOUGH_BALANCE"],
      ["PURCHASED", ""],
    ],
  );
  assert.equal(money.length, 3);
});

test("one's own shop, and accounts that are not there, are refused", () => {
  const { decisions } = decidePurchases(
    [order("1", "buyer", ["own", 1]), order("2", "nobody", ["shop", 1]), order("3", "buyer", ["nobody", 1])],
    accounts(),
    new Map(),
    atOnce,
  );
  assert.deepEqual(
    decisions.map((decision) => decision.reason),
    ["OWN_PRODUCT", "NOT_FOUND_USER", "NOT_FOUND_USER"],
  );
});

test("suspended and closed accounts neither buy nor sell; no balance grows beyond its limit", () => {
  const { decisions, transfers } = decidePurchases(
    [
      order("1", "suspended", ["shop", 1]),
      order("2", "buyer", ["suspended", 1]),
      order("3", "buyer", ["shop", 1], ["closed", 1]),
      order("4", "buyer", ["full", 6]),
      order("5", "buyer", ["full", 5]),
      order("6", "other", ["full", 1]),
    ],
    accounts(),
    new Map(),
    { settlement: "on-purchase", feeBasisPoints: 0 },
  );
  assert.deepEqual(
    decisions.map((decision) => decision.reason),
    ["ACCOUNT_SUSPENDED", "SELLER_NOT_ACTIVE", "SELLER_NOT_ACTIVE", "BALANCE_LIMIT", "", "BALANCE_LIMIT"],
  );
  assert.equal(transfers.length, 1);
});

test("what was decided before is answered again, without effect; a void stays a void", () => {
  const known = new Map([
    ["1", { orderId: "1", outcome: "PURCHASED", reason: "" } as const],
    ["2", { orderId: "2", outcome: "VOIDED", reason: "" } as const],
  ]);
  const again = order("3", "buyer", ["shop", 5]);
  const effects = decidePurchases(
    [order("1", "buyer", ["shop", 40]), order("2", "buyer", ["shop", 40]), again, again],
    accounts(),
    known,
    atOnce,
  );
  assert.deepEqual(
    effects.decisions.map((decision) => decision.outcome),
    ["PURCHASED", "VOIDED", "PURCHASED", "PURCHASED"],
  );
  assert.deepEqual(
    effects.fresh.map((decision) => decision.orderId),
    ["3"],
  );
  assert.equal(effects.money.length, 1);
});

test("the fee is taken at once or at settlement, rounded down", () => {
  const paid = decidePurchases([order("1", "buyer", ["shop", 39])], accounts(), new Map(), atOnce);
  assert.equal(paid.money[0]!.fee, 0);
  const dear = decidePurchases([order("1", "buyer", ["shop", 100])], accounts(), new Map(), atOnce);
  assert.deepEqual(
    dear.transfers.map(({ debitId, creditId, amount, kind }) => [debitId, creditId, amount, kind]),
    [
      ["buyer", "shop", 100, "purchase"],
      ["shop", systemAccounts.fee, 2, "fee"],
    ],
  );
  const escrow = decidePurchases([order("1", "buyer", ["shop", 100])], accounts(), new Map(), held);
  assert.deepEqual(
    escrow.transfers.map(({ creditId, kind }) => [creditId, kind]),
    [[systemAccounts.escrow, "purchase"]],
  );
  assert.equal(escrow.money[0]!.settled, 0);
});

test("no sequence of purchases takes a buyer below zero or makes a point", () => {
  const purchases = fc.array(
    fc.tuple(
      fc.constantFrom("buyer", "other"),
      fc.array(fc.tuple(fc.constantFrom("shop", "store"), fc.integer({ min: 1, max: 60 })), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(purchases, fc.constantFrom(atOnce, held), (orders, policy) => {
      const commands = orders.map(([buyerId, parts], index) =>
        order(String(index), buyerId, ...(parts as [string, number][])),
      );
      const { transfers } = decidePurchases(commands, accounts(), new Map(), policy);
      const balance = new Map([...accounts()].map(([id, { posted }]) => [id, posted]));
      for (const { debitId, creditId, amount } of transfers) {
        balance.set(debitId, (balance.get(debitId) ?? 0) - amount);
        balance.set(creditId, (balance.get(creditId) ?? 0) + amount);
      }
      for (const posted of balance.values()) assert.ok(posted >= 0);
      assert.equal(
        [...balance.values()].reduce((sum, posted) => sum + posted, 0),
        [...accounts().values()].reduce((sum, { posted }) => sum + posted, 0),
      );
    }),
  );
});
