import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { type ApiResponse, assertProblem, type Person } from "../harness/api-client.ts";
import { meetAt as meet } from "../harness/meet.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually } from "../harness/until.ts";

const market = useMarketplace();

const meetAtItem = <T>(itemId: string, send: () => Promise<T>[]): Promise<T[]> =>
  meetAt(`SELECT id FROM "order".item WHERE id = '${itemId}' FOR UPDATE`, send);

const meetAt = <T>(lockSql: string, send: () => Promise<T>[]): Promise<T[]> =>
  meet(market.own, lockSql.includes("account.") ? "account" : "order", lockSql, send);

const count = (responses: readonly ApiResponse[], status: number) =>
  responses.filter((response) => response.status === status).length;
const buyers = (number: number, points: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: number }, () => market.api.customer(points)));
const stockOf = async (productId: string): Promise<number> =>
  (await market.api.get(`/search/product/detail?productId=${productId}`)).body.items[0].stock;

describe("races", () => {
  test("500 buyers and 100 units: exactly 100 orders", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    const all = await buyers(500, 1_000);
    const responses = await meetAtItem(itemId, () =>
      all.map((buyer) => market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)),
    );
    assert.deepEqual([count(responses, 201), count(responses, 409)], [100, 400]);
    assert.ok(responses.every(({ status, body }) => status === 201 || body.code === "ITEM_COUNT_NOT_ENOUGH"));
    await eventually(async () => [await stockOf(product.id), await market.api.balance(seller)], [0, 100_000]);
  });

  test("one wallet and 50 checkouts that it can pay once", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    const [buyer] = await buyers(1, 1_000);
    const responses = await meetAtItem(itemId, () =>
      Array.from({ length: 50 }, () => market.api.buy(buyer!, [{ itemId, quantity: 1 }], 1_000)),
    );
    assert.deepEqual([count(responses, 201), count(responses, 409)], [1, 49]);
    await eventually(
      async () => [await market.api.balance(buyer!), await market.api.balance(seller), await stockOf(product.id)],
      [0, 1_000, 99],
    );
  });

  test("two lines of one item, by many at once: together they never take more than there is", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[10, 25]]);
    const itemId = product.items[0].id;
    const all = await buyers(20, 100);
    const lines = [
      { itemId, quantity: 1 },
      { itemId, quantity: 2 },
    ];
    const responses = await meetAtItem(itemId, () => all.map((buyer) => market.api.buy(buyer, lines, 30)));
    assert.deepEqual([count(responses, 201), count(responses, 409)], [8, 12]);
    await eventually(async () => [await stockOf(product.id), await market.api.balance(seller)], [1, 240]);
  });

  test("one key 50 times: one order, everyone is told the same or to come again", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    const [buyer] = await buyers(1, 100_000);
    const key = randomUUID();
    const send = () => market.api.buy(buyer!, [{ itemId, quantity: 1 }], 1_000, key);
    const responses = await meetAtItem(itemId, () => Array.from({ length: 50 }, send));
    const made = responses.filter((response) => response.status === 201);
    assert.ok(made.length >= 1);
    assert.equal(new Set(made.map((response) => response.body.id)).size, 1);
    for (const response of responses)
      assert.ok(
        response.status === 201 || response.body.code === "IDEMPOTENCY_KEY_IN_FLIGHT",
        JSON.stringify(response.body),
      );
    assert.equal((await send()).body.id, made[0]!.body.id);
    await eventually(async () => [await market.api.balance(buyer!), await stockOf(product.id)], [99_000, 99]);
  });

  test("a cart paid for in 20 tabs at once, each with its own key: one order", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    for (let round = 0; round < 5; round++) {
      const [buyer] = await buyers(1, 100_000);
      await market.api.post("/customer/cart", { itemId, quantity: 2 }, buyer!.token);
      const pay = () => market.api.post("/customer/orders", { expectedTotal: 2_000 }, buyer!.token, randomUUID());
      const responses = await meetAtItem(itemId, () => Array.from({ length: 20 }, pay));
      assert.deepEqual([count(responses, 201), count(responses, 409)], [1, 19]);
      assert.equal(await market.api.balance(buyer!), 98_000);
      assertProblem(await pay(), 409, "CART_EMPTY");
    }
  });

  test("one deposit key 50 times: one deposit", async () => {
    const [buyer] = await buyers(1, 0);
    const key = randomUUID();
    const send = () => market.api.post("/accounts/customer/balance", { amount: 70, from: "card" }, buyer!.token, key);
    const responses = await Promise.all(Array.from({ length: 50 }, send));
    for (const response of responses)
      assert.ok(
        response.status === 200 || response.body.code === "IDEMPOTENCY_KEY_IN_FLIGHT",
        JSON.stringify(response.body),
      );
    assert.deepEqual((await send()).body, { changed: 70, balance: 70 });
    assert.equal(await market.api.balance(buyer!), 70);
  });

  test("the price changes between cart and pay: never another price than the one agreed to", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    const all = await buyers(20, 2_000);
    const responses = await meetAtItem(itemId, () => [
      ...all.slice(0, 10).map((buyer) => market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)),
      market.api.put("/seller/product/item", { id: itemId, price: 1_500 }, seller.token),
      ...all.slice(10).map((buyer) => market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)),
    ]);
    const paid = responses.filter((response) => response.status === 201);
    assert.ok(paid.every(({ body }) => body.total === 1_000));
    assert.ok(
      responses
        .filter(({ status }) => status === 409)
        .every(({ body }) => body.code === "PRICE_CHANGED" && body.total === 1_500),
    );
    assert.equal(await market.api.balance(seller), paid.length * 1_000);
  });

  test("the seller deletes the item while it is bought: sold before, refused after", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id;
    const all = await buyers(20, 1_000);
    const responses = await meetAtItem(itemId, () => [
      ...all.slice(0, 10).map((buyer) => market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)),
      market.api.delete(`/seller/product?productId=${product.id}`, seller.token),
      ...all.slice(10).map((buyer) => market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)),
    ]);
    const paid = count(responses, 201);
    assert.equal(count(responses, 204), 1);
    assert.equal(count(responses, 404), 20 - paid);
    assert.equal(await market.api.balance(seller), paid * 1_000);
    assert.equal((await market.api.buy(all[0]!, [{ itemId, quantity: 1 }], 1_000)).status, 404);
  });

  test("20 refunds at once give the points back once", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const [buyer] = await buyers(1, 1_000);
    const { body: order } = await market.api.buy(buyer!, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    const responses = await meetAt(`SELECT id FROM "order".order_part WHERE order_id = '${order.id}' FOR UPDATE`, () =>
      Array.from({ length: 20 }, () =>
        market.api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID()),
      ),
    );
    assert.deepEqual([count(responses, 200), count(responses, 409)], [1, 19]);
    assert.deepEqual([await market.api.balance(buyer!), await market.api.balance(seller)], [1_000, 0]);
  });

  test("cancel against prepare, confirm against refund: one of the two wins", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const [buyer] = await buyers(1, 10_000);
    for (let round = 0; round < 5; round++) {
      const { body: order } = await market.api.buy(buyer!, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
      const responses = await meetAt(
        `SELECT id FROM "order".order_part WHERE order_id = '${order.id}' FOR UPDATE`,
        () => [
          market.api.post(`/customer/orders/${order.id}/cancel`, {}, buyer!.token),
          market.api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token),
        ],
      );
      assert.deepEqual([count(responses, 200), count(responses, 409)], [1, 1]);
    }
  });

  test("payouts at once never exceed what was earned and confirmed", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 100]]);
    const [buyer] = await buyers(1, 10_000);
    const items = [{ itemId: product.items[0].id, quantity: 3 }];
    const { body: order } = await market.api.buy(buyer!, items, 3_000);
    await market.api.confirm(order.id, seller, buyer!);
    await market.api.buy(buyer!, items, 3_000);
    const responses = await Promise.all(Array.from({ length: 20 }, () => market.api.payOut(seller, 1_000)));
    assert.deepEqual([count(responses, 201), count(responses, 409)], [3, 17]);
    assert.equal(await market.api.balance(seller), 3_000);
  });

  test("a refresh token that is used 10 times at once gives one new one", async () => {
    const [buyer] = await buyers(1, 0);
    const signIn = { email: buyer!.email, password: "jangteo-tester" };
    const { refreshToken } = (await market.api.post("/accounts/customer/login", signIn)).body;
    const responses = await meetAt(
      `SELECT FROM account.refresh_token WHERE account_id = '${buyer!.id}' FOR UPDATE`,
      () => Array.from({ length: 10 }, () => market.api.post("/accounts/token/refresh", { refreshToken })),
    );
    assert.deepEqual([count(responses, 200), count(responses, 401)], [1, 9]);
  });

  test("carts grown at once hold what was added and no more than there is", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 10]]);
    const [buyer] = await buyers(1, 0);
    const responses = await Promise.all(
      Array.from({ length: 20 }, () =>
        market.api.post("/customer/cart", { itemId: product.items[0].id, quantity: 1 }, buyer!.token),
      ),
    );
    assert.deepEqual([count(responses, 200), count(responses, 409)], [10, 10]);
    assert.equal((await market.api.get("/customer/cart", buyer!.token)).body.lines[0].quantity, 10);
  });
});
