import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import type { ApiResponse, Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually } from "../harness/until.ts";

const market = useMarketplace();

/** The marketplace as it should be: plain numbers. */
type Model = {
  buyers: number[];
  seller: number;
  items: { price: number; stock: number }[];
  orders: { buyer: number; item: number; quantity: number; total: number; status: string }[];
};
type Real = {
  buyers: Person[];
  seller: Person;
  product: { id: string; items: { id: string }[] };
  orders: string[];
};
type Step = (model: Model, real: Real) => Promise<void>;

const expectStatus = (response: ApiResponse, status: number) =>
  assert.equal(response.status, status, JSON.stringify(response.body));

const deposit =
  (buyer: number, amount: number): Step =>
  async (model, real) => {
    await market.api.deposit(real.buyers[buyer]!, amount);
    model.buyers[buyer]! += amount;
  };

const buy =
  (buyer: number, item: number, quantity: number): Step =>
  async (model, real) => {
    const { price, stock } = model.items[item]!;
    const total = price * quantity;
    const possible = stock >= quantity && model.buyers[buyer]! >= total;
    const response = await market.api.buy(
      real.buyers[buyer]!,
      [{ itemId: real.product.items[item]!.id, quantity }],
      total,
    );
    expectStatus(response, possible ? 201 : 409);
    if (!possible) return;
    model.items[item]!.stock -= quantity;
    model.buyers[buyer]! -= total;
    model.seller += total;
    model.orders.push({ buyer, item, quantity, total, status: "PAID" });
    real.orders.push(response.body.id);
  };

/** What the seller has earned by sales that are confirmed, and not paid out yet. */
function withdrawable(model: Model): number {
  const waiting = model.orders.filter(({ status }) => ["PAID", "PREPARING", "SHIPPED", "DELIVERED"].includes(status));
  return model.seller - waiting.reduce((sum, { total }) => sum + total, 0);
}

const moves: Record<string, { by: "buyer" | "seller"; from: string[]; to: string }> = {
  cancel: { by: "buyer", from: ["PAID"], to: "CANCELLED" },
  prepare: { by: "seller", from: ["PAID"], to: "PREPARING" },
  ship: { by: "seller", from: ["PREPARING"], to: "SHIPPED" },
  deliver: { by: "seller", from: ["SHIPPED"], to: "DELIVERED" },
  confirm: { by: "buyer", from: ["DELIVERED"], to: "CONFIRMED" },
  refund: { by: "seller", from: ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED"], to: "REFUNDED" },
};

const move =
  (pick: number, action: string): Step =>
  async (model, real) => {
    if (model.orders.length === 0) return;
    const index = pick % model.orders.length;
    const order = model.orders[index]!;
    const { by, from, to } = moves[action]!;
    const who = by === "buyer" ? real.buyers[order.buyer]! : real.seller;
    const body = action === "ship" ? { carrier: "c", trackingNumber: "1" } : {};
    const path = `/${who.role.toLowerCase()}/orders/${real.orders[index]!}/${action}`;
    const response = await market.api.post(path, body, who.token, randomUUID());
    const covered = action !== "refund" || order.status !== "CONFIRMED" || withdrawable(model) >= order.total;
    const possible = from.includes(order.status) && covered;
    expectStatus(response, possible ? 200 : 409);
    if (!possible) return;
    if (to === "CANCELLED" || to === "REFUNDED") {
      model.buyers[order.buyer]! += order.total;
      model.seller -= order.total;
      if (["PAID", "PREPARING"].includes(order.status)) model.items[order.item]!.stock += order.quantity;
    }
    order.status = to;
  };

const change =
  (item: number, what: "price" | "stock", value: number): Step =>
  async (model, real) => {
    const response = await market.api.put(
      "/seller/product/item",
      { id: real.product.items[item]!.id, [what]: value },
      real.seller.token,
    );
    expectStatus(response, 200);
    model.items[item]![what] = value;
  };

const payOut =
  (amount: number): Step =>
  async (model, real) => {
    const response = await market.api.post(
      "/accounts/seller/payouts",
      { amount, bankAccount: "110" },
      real.seller.token,
      randomUUID(),
    );
    const possible = withdrawable(model) >= amount;
    expectStatus(response, possible ? 201 : 409);
    if (possible) model.seller -= amount;
  };

const index = fc.nat({ max: 1 });
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .tuple(index, fc.integer({ min: 1, max: 5_000 }))
      .map(([buyer, amount]) => ({ name: `deposit ${buyer} ${amount}`, run: deposit(buyer, amount) })),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(index, index, fc.integer({ min: 1, max: 6 })).map(([buyer, item, quantity]) => ({
      name: `buy ${buyer} ${item} ${quantity}`,
      run: buy(buyer, item, quantity),
    })),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat({ max: 20 }), fc.constantFrom(...Object.keys(moves)))
      .map(([pick, action]) => ({ name: `${action} ${pick}`, run: move(pick, action) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(index, fc.integer({ min: 1, max: 900 }))
      .map(([item, price]) => ({ name: `price ${item} ${price}`, run: change(item, "price", price) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(index, fc.integer({ min: 0, max: 12 }))
      .map(([item, stock]) => ({ name: `stock ${item} ${stock}`, run: change(item, "stock", stock) })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 2_000 }).map((amount) => ({ name: `payout ${amount}`, run: payOut(amount) })),
  },
);

test("any sequence of deposits, purchases, moves, changes and payouts leaves what plain arithmetic says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const seller = await market.api.seller();
      const buyers = [await market.api.customer(3_000), await market.api.customer(3_000)];
      const product = await market.api.product(seller, [
        [300, 8],
        [120, 3],
      ]);
      const real: Real = { buyers, seller, product, orders: [] };
      const model: Model = {
        buyers: [3_000, 3_000],
        seller: 0,
        items: [
          { price: 300, stock: 8 },
          { price: 120, stock: 3 },
        ],
        orders: [],
      };
      for (const { run } of steps) await run(model, real);
      assert.deepEqual(await Promise.all(buyers.map((buyer) => market.api.balance(buyer))), model.buyers);
      assert.equal(await market.api.balance(seller), model.seller);
      const onSale = async () =>
        (await market.api.get(`/search/product/detail?productId=${product.id}`)).body.items as Model["items"];
      await eventually(async () => (await onSale()).map(({ price, stock }) => ({ price, stock })), model.items);
      for (const [number, id] of real.orders.entries()) {
        const { body: order } = await market.api.get(`/seller/orders/${id}`, seller.token);
        assert.equal(order.status, model.orders[number]!.status);
      }
    }),
    { numRuns: 40 },
  );
});

test("while points move, every reading sums to the same (Jepsen's bank)", async () => {
  const seller = await market.api.seller();
  const buyers = await Promise.all(Array.from({ length: 4 }, () => market.api.customer(2_000)));
  const product = await market.api.product(seller, [[10, 100_000]]);
  const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
  let moving = true;
  let bought = 0;
  const traffic = buyers.map(async (buyer) => {
    while (moving) {
      const { body, status } = await market.api.buy(buyer, items, 10);
      if (status === 201) bought++;
      if (status === 201) await market.api.post(`/customer/orders/${body.id}/cancel`, {}, buyer.token);
    }
  });
  // One statement is one snapshot: what it reads must add up, whatever is under way.
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: await market.own.databaseOf("account") });
  await client.connect();
  const people = [...buyers, seller].map((person) => person.id);
  for (let reading = 0; reading < 200 || bought < 50; reading++) {
    const { rows } = await client.query(
      "SELECT sum(posted)::int AS total FROM account.balance WHERE account_id = ANY ($1::uuid[])",
      [people],
    );
    assert.equal(rows[0].total, 8_000);
  }
  await market.own.verify();
  moving = false;
  await Promise.all(traffic);
  assert.ok(bought >= 50, "points did move");
  await client.end();
});
