import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import {
  type ApiClient,
  type ApiResponse,
  assertProblem,
  createApiClient,
  type Person,
} from "../harness/api-client.ts";
import { meetAt } from "../harness/meet.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually, until } from "../harness/until.ts";

/** Two instances of every process, in every stage. */
const market = useMarketplace({ copies: 2 });

type Product = { id: string; items: { id: string }[] };

/** A product of two options at 100 points each with this purchase limit. */
async function limitedProduct(seller: Person, purchaseLimit: number | null): Promise<Product> {
  const items = [1, 2].map((each) => ({ name: `옵션 ${each}`, price: 100, stock: 1_000 }));
  const body = { name: `한정 ${randomUUID()}`, description: "", items, purchaseLimit };
  const response = await market.api.post("/seller/product", body, seller.token);
  assert.equal(response.status, 201, JSON.stringify(response.body));
  assert.equal(response.body.purchaseLimit, purchaseLimit);
  return response.body as Product;
}

const buy = (buyer: Person, product: Product, option: number, quantity = 1, api: ApiClient = market.api) =>
  api.buy(buyer, [{ itemId: product.items[option]!.id, quantity }], 100 * quantity);

const setLimit = async (seller: Person, product: Product, purchaseLimit: number | null) => {
  const { status, body } = await market.api.put("/seller/product", { id: product.id, purchaseLimit }, seller.token);
  assert.deepEqual([status, body.purchaseLimit], [200, purchaseLimit]);
};

const count = (responses: readonly ApiResponse[], status: number) =>
  responses.filter((response) => response.status === status).length;

/** Units that the buyer has in orders that are neither cancelled nor refunded. */
async function units(buyer: Person): Promise<number> {
  const { body } = await market.api.get("/customer/orders?limit=100", buyer.token);
  const live = body.items.filter(({ status }: { status: string }) => !["CANCELLED", "REFUNDED"].includes(status));
  return live
    .flatMap(({ lines }: { lines: { quantity: number }[] }) => lines)
    .reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0);
}

function assertLimit(response: ApiResponse, limit: number, bought: number): void {
  assertProblem(response, 409, "PURCHASE_LIMIT");
  assert.deepEqual([response.body.limit, response.body.bought], [limit, bought]);
}

/** Holds the rows of a product's items while requests are sent, until orders wait for them. */
function meetAtItems<T>({ items }: Product, send: () => Promise<T>[]): Promise<T[]> {
  const ids = items.map(({ id }) => `'${id}'`).join();
  const lockSql = `SELECT FROM "order".item WHERE id IN (${ids}) ORDER BY id FOR UPDATE`;
  return meetAt(market.behind, "order", lockSql, send);
}

describe("a purchase limit", () => {
  test("line 35: of 20 checkouts at once over two options with limit 3, exactly 3 units are bought; cancelled units are bought again", async () => {
    const [buyer, seller] = [await market.api.customer(10_000), await market.api.seller()];
    const product = await limitedProduct(seller, 3);
    const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => buy(buyer, product, index % 2)));
    assert.deepEqual([count(responses, 201), count(responses, 409)], [3, 17]);
    for (const refused of responses.filter(({ status }) => status === 409)) assertLimit(refused, 3, 3);
    assert.equal(await units(buyer), 3);
    assert.equal(await market.api.balance(buyer), 9_700);

    const [cancelled, refunded] = responses.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    assert.equal((await market.api.post(`/customer/orders/${cancelled}/cancel`, {}, buyer.token)).status, 200);
    const again = await Promise.all(Array.from({ length: 4 }, (_, index) => buy(buyer, product, index % 2)));
    assert.deepEqual([count(again, 201), count(again, 409)], [1, 3]);

    const refund = `/seller/orders/${refunded}/refund`;
    assert.equal((await market.api.post(refund, {}, seller.token, randomUUID())).status, 200);
    assert.equal((await buy(buyer, product, 1)).status, 201);
    assertLimit(await buy(buyer, product, 0), 3, 3);
    assert.equal(await units(buyer), 3);
  });

  test("holds for one buyer's orders of different options, at two instances at once", async () => {
    const seller = await market.api.seller();
    const serving = await market.behind.pids("order");
    const instances = (await market.behind.copies())
      .filter(({ pid }) => serving.includes(pid))
      .map(({ address }) => createApiClient(address));
    assert.equal(instances.length, 2);
    for (let round = 0; round < 5; round++) {
      const [buyer, product] = [await market.api.customer(1_000), await limitedProduct(seller, 3)];
      const responses = await meetAtItems(product, () =>
        instances.map((instance, option) => buy(buyer, product, option, 2, instance)),
      );
      assert.deepEqual([count(responses, 201), count(responses, 409)], [1, 1]);
      assertLimit(responses.find(({ status }) => status === 409)!, 3, 2);
      assert.equal(await units(buyer), 2);
    }
  });

  test("counts all options and lines of an order together, for each buyer alone, and says so in the buyer's language", async () => {
    const [buyer, other, seller] = [
      await market.api.customer(1_000),
      await market.api.customer(1_000),
      await market.api.seller(),
    ];
    const [product, free] = [await limitedProduct(seller, 3), await limitedProduct(seller, null)];
    const lines = product.items.map(({ id: itemId }) => ({ itemId, quantity: 2 }));
    const refused = await market.api.buy(buyer, lines, 400);
    assertLimit(refused, 3, 0);
    assert.match(refused.body.detail, /한 사람이 3개까지.*0개를 구매/);
    const options = {
      token: buyer.token,
      key: randomUUID(),
      headers: { "accept-language": "en" },
      body: { expectedTotal: 400, items: lines },
    };
    const english = await market.api.request("POST", "/customer/orders", options);
    assert.match(english.body.detail, /at most 3 of this product. You have bought 0 so far/);
    assert.equal((await buy(buyer, product, 0, 3)).status, 201);
    assert.equal((await buy(other, product, 1, 3)).status, 201);
    assertLimit(await buy(buyer, product, 1), 3, 3);
    assert.equal((await buy(buyer, free, 0, 5)).status, 201);
    // A refused request keeps its response, also after units are free.
    assert.deepEqual((await market.api.request("POST", "/customer/orders", options)).body, english.body);
  });

  test("an order that is not paid frees its units", async () => {
    const [buyer, seller] = [await market.api.customer(), await market.api.seller()];
    const product = await limitedProduct(seller, 3);
    assertProblem(await buy(buyer, product, 0, 3), 409, "NOT_ENOUGH_BALANCE");
    await market.api.deposit(buyer, 300);
    assert.equal((await buy(buyer, product, 1, 3)).status, 201);
  });

  test("holds for the cart, which shows it", async () => {
    const [buyer, seller] = [await market.api.customer(1_000), await market.api.seller()];
    const product = await limitedProduct(seller, 3);
    assert.equal((await buy(buyer, product, 0)).status, 201);
    for (const { id: itemId } of product.items)
      assert.equal((await market.api.post("/customer/cart", { itemId, quantity: 2 }, buyer.token)).status, 200);
    const { body: cart } = await market.api.get("/customer/cart", buyer.token);
    assert.deepEqual(
      cart.lines.map(({ available, purchaseLimit }: Record<string, unknown>) => [available, purchaseLimit]),
      [
        [true, { limit: 3, bought: 1, exceeded: false }],
        [false, { limit: 3, bought: 1, exceeded: true }],
      ],
    );
    assert.equal(cart.total, 200);
    const pay = (expectedTotal: number) =>
      market.api.post("/customer/orders", { expectedTotal }, buyer.token, randomUUID());
    for (const total of [200, 400]) assertLimit(await pay(total), 3, 1);
    await market.api.delete(`/customer/cart/items/${product.items[1]!.id}`, buyer.token);
    assert.equal((await pay(200)).status, 201);
    assert.equal(await units(buyer), 3);
  });

  test("holds for agreed prices", async () => {
    const [buyer, seller] = [await market.api.customer(1_000), await market.api.seller()];
    const product = await limitedProduct(seller, 3);
    const itemId = product.items[0]!.id;
    const room = await market.api.room(buyer, [seller], product.id);
    await market.api.say(seller, room.id, { offer: { itemId, quantity: 2, price: 50 } });
    const { messages } = (await market.api.get(`/chat/${room.id}`, buyer.token)).body;
    await market.api.say(buyer, room.id, { answer: { offerId: messages.at(-1).body.offerId, accept: true } });
    // The agreement is known once the cart shows its price.
    await market.api.post("/customer/cart", { itemId, quantity: 2 }, buyer.token);
    await until(async () => (await market.api.get("/customer/cart", buyer.token)).body.total === 100);
    const agreed = () => market.api.buy(buyer, [{ itemId, quantity: 2 }], 100);
    assert.equal((await buy(buyer, product, 1, 2)).status, 201);
    assertLimit(await agreed(), 3, 2);
    await setLimit(seller, product, 4);
    assert.equal((await agreed()).status, 201);
    assertLimit(await buy(buyer, product, 1), 4, 4);
  });

  test("that is set, changed or removed holds for later purchases, and counts earlier ones", async () => {
    const [buyer, seller] = [await market.api.customer(1_000), await market.api.seller()];
    const product = await limitedProduct(seller, null);
    assert.equal((await buy(buyer, product, 0, 4)).status, 201);
    await setLimit(seller, product, 5);
    await eventually(
      async () =>
        (await market.api.get(`/search/product/detail?productId=${product.id}`)).body.purchaseLimit as number | null,
      5,
    );
    assertLimit(await buy(buyer, product, 1, 2), 5, 4);
    assert.equal((await buy(buyer, product, 1)).status, 201);
    await setLimit(seller, product, 2);
    assert.equal(await units(buyer), 5);
    assertLimit(await buy(buyer, product, 1), 2, 5);
    const renamed = { id: product.id, name: `이름만 ${randomUUID()}` };
    assert.equal((await market.api.put("/seller/product", renamed, seller.token)).body.purchaseLimit, 2);
    await setLimit(seller, product, null);
    assert.equal((await buy(buyer, product, 1)).status, 201);
  });

  test("is a whole number from 1 to 9,999", async () => {
    const seller = await market.api.seller();
    const product = await limitedProduct(seller, 9_999);
    for (const purchaseLimit of [0, -1, 10_000, 1.5, "3", true, [3], 2 ** 31, 2 ** 53]) {
      const change = await market.api.put("/seller/product", { id: product.id, purchaseLimit }, seller.token);
      assertProblem(change, 400, "INVALID_INPUT");
      assert.match(change.body.errors[0].path, /purchaseLimit/);
      const body = {
        name: randomUUID(),
        description: "",
        items: [{ name: "x", price: 1, stock: 1 }],
        purchaseLimit,
      };
      assertProblem(await market.api.post("/seller/product", body, seller.token), 400, "INVALID_INPUT");
    }
    const stranger = await market.api.seller();
    const foreign = { id: product.id, purchaseLimit: 1 };
    assertProblem(await market.api.put("/seller/product", foreign, stranger.token), 404, "NOT_FOUND_PRODUCT");
  });
});
