import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type CheckoutCommand,
  type CheckoutDecision,
  decideCheckouts,
  keyName,
  type LockedItem,
} from "./decide-checkouts.ts";

const item = (itemId: string, price: number, stock: number, sellerId = "s1"): LockedItem => ({
  itemId,
  productId: `p-${itemId}`,
  sellerId,
  sellerName: sellerId,
  productName: "상품",
  itemName: itemId,
  price,
  stock,
  purchaseLimit: null,
  deleted: false,
});
let count = 0;
const command = (expectedTotal: number, items?: CheckoutCommand["items"], key = `k${count++}`): CheckoutCommand => ({
  orderId: `o${count++}`,
  buyerId: "b",
  scope: "b POST",
  key,
  requestHash: "h",
  oldRequestHash: () => "old",
  expectedTotal,
  language: "ko",
  items,
});
const map = (...items: LockedItem[]) => new Map(items.map((each) => [each.itemId, each]));
const none = new Map<string, never>();

test("earlier commands take stock from later ones; a refused one takes nothing", () => {
  const decisions = decideCheckouts(
    [
      command(20, [{ itemId: "a", quantity: 2 }]),
      command(20, [{ itemId: "a", quantity: 2 }]),
      command(10, [{ itemId: "a", quantity: 1 }]),
    ],
    map(item("a", 10, 3)),
    none,
    none,
  );
  assert.deepEqual(
    decisions.map((decision) => decision.kind),
    ["reserved", "refused", "reserved"],
  );
});

test("parts are per seller, subtotals sum to the total, and the last unit is noted", () => {
  const [decision] = decideCheckouts(
    [
      command(50, [
        { itemId: "a", quantity: 1 },
        { itemId: "b", quantity: 2 },
        { itemId: "a", quantity: 2 },
      ]),
    ],
    map(item("a", 10, 3), item("b", 10, 9, "s2")),
    none,
    none,
  );
  assert.ok(decision?.kind === "reserved");
  assert.deepEqual(
    decision.order.parts.map((part) => [part.sellerId, part.subtotal]),
    [
      ["s1", 30],
      ["s2", 20],
    ],
  );
  assert.equal(decision.order.tookTheLast, true);
});

test("the same key twice in one batch is decided once", () => {
  const decisions = decideCheckouts(
    [command(10, [{ itemId: "a", quantity: 1 }], "same"), command(10, [{ itemId: "a", quantity: 1 }], "same")],
    map(item("a", 10, 3)),
    none,
    none,
  );
  assert.deepEqual(
    decisions.map((decision) => decision.kind),
    ["reserved", "known"],
  );
});

test("a cart's deleted lines are left out, a named deleted item is refused", () => {
  const items = map(item("a", 10, 3), { ...item("gone", 5, 3), deleted: true });
  const lines = [
    { itemId: "a", quantity: 1 },
    { itemId: "gone", quantity: 1 },
  ];
  const cart = new Map([["b", { lines, inFlight: false }]]);
  assert.equal(decideCheckouts([command(10)], items, cart, none)[0]!.kind, "reserved");
  const stale = decideCheckouts([command(15)], items, cart, none)[0]!;
  assert.ok(stale.kind === "refused" && stale.code === "PRICE_CHANGED" && stale.details.total === 10);
  const named = decideCheckouts([command(5, [{ itemId: "gone", quantity: 1 }])], items, none, none)[0]!;
  assert.ok(named.kind === "refused" && named.code === "NOT_FOUND_ITEM");
});

test("a cart is bought once at a time: in one batch, and while its order is pending", () => {
  const items = map(item("a", 10, 9));
  const cart = (inFlight: boolean) => new Map([["b", { lines: [{ itemId: "a", quantity: 1 }], inFlight }]]);
  const twice = decideCheckouts([command(10), command(10)], items, cart(false), none);
  assert.deepEqual(
    twice.map((decision) => (decision.kind === "refused" ? decision.code : decision.kind)),
    ["reserved", "CHECKOUT_IN_FLIGHT"],
  );
  const again = decideCheckouts([command(10)], items, cart(true), none)[0]!;
  assert.ok(again.kind === "refused" && again.code === "CHECKOUT_IN_FLIGHT");
});

test("an agreed price holds once, for exactly its quantity, and only where it is lower", () => {
  const items = map(item("a", 10, 9), item("b", 10, 9));
  const agreement = (itemId: string, quantity: number, price: number) => ({
    offerId: `${itemId} ${quantity}`,
    buyerId: "b",
    itemId,
    quantity,
    price,
  });
  const agreements = [agreement("a", 1, 8), agreement("b", 1, 11)];
  const decisions = decideCheckouts(
    [
      command(16, [{ itemId: "a", quantity: 2 }]),
      command(8, [{ itemId: "a", quantity: 1 }]),
      command(8, [{ itemId: "a", quantity: 1 }]),
      command(10, [{ itemId: "a", quantity: 1 }]),
      command(10, [{ itemId: "b", quantity: 1 }]),
    ],
    items,
    none,
    none,
    agreements,
  );
  assert.deepEqual(
    decisions.map((decision) => (decision.kind === "reserved" ? decision.order.offerIds : decision.kind)),
    ["refused", ["a 1"], "refused", [], []],
  );
});

const limited = (itemId: string, purchaseLimit: number | null, productId = "p"): LockedItem => ({
  ...item(itemId, 1, 1_000),
  productId,
  purchaseLimit,
});
const outcome = (decision: CheckoutDecision) =>
  decision.kind === "refused" ? { code: decision.code, ...decision.details } : decision.kind;

test("a purchase limit counts all options, what was bought, and earlier orders of the batch, for each buyer alone", () => {
  const one = (itemId: string, buyerId = "b") => ({ ...command(1, [{ itemId, quantity: 1 }]), buyerId });
  const both = [
    { itemId: "a", quantity: 2 },
    { itemId: "c", quantity: 2 },
  ];
  const decisions = decideCheckouts(
    [command(4, both), one("a"), one("c"), one("a"), one("a", "other"), command(5, [{ itemId: "free", quantity: 5 }])],
    map(limited("a", 3), limited("c", 3), limited("free", null, "q")),
    none,
    none,
    [],
    new Map([["b p", 1]]),
  );
  assert.deepEqual(decisions.map(outcome), [
    { code: "PURCHASE_LIMIT", productId: "p", limit: 3, bought: 1 },
    "reserved",
    "reserved",
    { code: "PURCHASE_LIMIT", productId: "p", limit: 3, bought: 3 },
    "reserved",
    "reserved",
  ]);
});

test("an order that is refused for another reason leaves the purchase limit as it was", () => {
  const decisions = decideCheckouts(
    [command(99, [{ itemId: "a", quantity: 3 }]), command(3, [{ itemId: "a", quantity: 3 }])],
    map(limited("a", 3)),
    none,
    none,
  );
  assert.deepEqual(decisions.map(outcome), [{ code: "PRICE_CHANGED", total: 3 }, "reserved"]);
});

test("a limit that was lowered below what was bought refuses further units only", () => {
  const buy = (itemId: string) => command(1, [{ itemId, quantity: 1 }]);
  const decisions = decideCheckouts(
    [buy("a"), buy("free")],
    map(limited("a", 2), limited("free", null, "q")),
    none,
    none,
    [],
    new Map([["b p", 5]]),
  );
  assert.deepEqual(decisions.map(outcome), [
    { code: "PURCHASE_LIMIT", productId: "p", limit: 2, bought: 5 },
    "reserved",
  ]);
});

test("whatever is asked for, no buyer has more units of a product than its limit", () => {
  const wish = fc.record({
    buyerId: fc.constantFrom("b", "d"),
    lines: fc.array(fc.record({ itemId: fc.constantFrom("a", "c", "q"), quantity: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(
      fc.array(wish, { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat({ max: 12 }),
      (wishes, limit, bought) => {
        const commands = wishes.map(({ buyerId, lines }) => ({
          ...command(
            lines.reduce((sum, each) => sum + each.quantity, 0),
            lines,
          ),
          buyerId,
        }));
        const items = map(limited("a", limit), limited("c", limit), limited("q", limit, "q"));
        const before = new Map([["b p", bought]]);
        const units = new Map(before);
        for (const decision of decideCheckouts(commands, items, none, none, [], before)) {
          if (decision.kind !== "reserved") continue;
          for (const { productId, quantity } of decision.order.lines) {
            const name = `${decision.order.buyerId} ${productId}`;
            units.set(name, (units.get(name) ?? 0) + quantity);
            assert.ok(units.get(name)! <= limit);
          }
        }
        assert.equal(before.get("b p"), bought, "what was counted is not changed");
      },
    ),
  );
});

test("whatever is asked for, no item is sold more often than there is", () => {
  const line = fc.record({ itemId: fc.constantFrom("a", "b", "c"), quantity: fc.integer({ min: 1, max: 5 }) });
  const prices = { a: 10, b: 7, c: 1 };
  fc.assert(
    fc.property(
      fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 20 }),
      (orders, stock) => {
        const items = map(item("a", 10, stock), item("b", 7, stock, "s2"), item("c", 1, stock));
        const commands = orders.map((lines) =>
          command(
            lines.reduce((sum, each) => sum + prices[each.itemId as keyof typeof prices] * each.quantity, 0),
            lines,
          ),
        );
        const sold = new Map<string, number>();
        for (const decision of decideCheckouts(commands, items, none, none)) {
          if (decision.kind !== "reserved") continue;
          const { total, parts, lines } = decision.order;
          assert.equal(
            total,
            parts.reduce((sum, part) => sum + part.subtotal, 0),
          );
          assert.equal(
            total,
            lines.reduce((sum, each) => sum + each.price * each.quantity, 0),
          );
          for (const each of lines) sold.set(each.itemId, (sold.get(each.itemId) ?? 0) + each.quantity);
        }
        for (const quantity of sold.values()) assert.ok(quantity <= stock);
      },
    ),
  );
});

test("a key that an earlier release stored is known by its hash; another request's is refused", () => {
  const decide = (requestHash: string) => {
    const asked = command(10, [{ itemId: "a", quantity: 1 }]);
    const known = { requestHash, orderId: "o", status: 409, body: {} };
    return decideCheckouts([asked], map(item("a", 10, 3)), none, new Map([[keyName(asked), known]]))[0]!.kind;
  };
  assert.deepEqual(["h", "old", "another"].map(decide), ["known", "known", "refused"]);
});
