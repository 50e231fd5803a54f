import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();
const look = async (buyer: Person) => (await market.api.get("/customer/cart", buyer.token)).body;
const add = (buyer: Person, itemId: string, quantity: number) =>
  market.api.post("/customer/cart", { itemId, quantity }, buyer.token);
const change = (seller: Person, body: unknown) => market.api.put("/seller/product/item", body, seller.token);

async function filledCart(stock = 10, quantity = 2) {
  const seller = await market.api.seller();
  const buyer = await market.api.customer();
  const product = await market.api.product(seller, [
    [1_000, stock],
    [500, 5],
  ]);
  const [item, other] = product.items;
  assert.equal((await add(buyer, item.id, quantity)).status, 200);
  return { seller, buyer, product, item, other };
}

describe("cart", () => {
  test("is empty at first", async () => {
    assert.deepEqual(await look(await market.api.customer()), { lines: [], total: 0, notices: [] });
  });

  test("takes items, sums up, and adds to what is there", async () => {
    const { buyer, product, item, other } = await filledCart();
    await add(buyer, item.id, 1);
    const { status, body } = await add(buyer, other.id, 1);
    assert.equal(status, 200);
    assert.equal(body.total, 3_500);
    assert.deepEqual(body.lines[0], {
      itemId: item.id,
      productId: product.id,
      productName: product.name,
      itemName: item.name,
      price: 1_000,
      quantity: 3,
      available: true,
      purchaseLimit: null,
    });
    assert.deepEqual(await look(buyer), body);
  });

  test("does not take more than there is, counting what is in it", async () => {
    const { buyer, item } = await filledCart(3, 2);
    const refused = await add(buyer, item.id, 2);
    assertProblem(refused, 409, "ITEM_COUNT_NOT_ENOUGH");
    assert.equal(refused.body.available, 1);
    assert.equal((await look(buyer)).lines[0].quantity, 2);
  });

  test("quantities are set, lines are taken out, all is emptied", async () => {
    const { buyer, item, other } = await filledCart();
    await add(buyer, other.id, 1);
    const path = `/customer/cart/items/${item.id}`;
    assert.equal((await market.api.put(path, { quantity: 5 }, buyer.token)).body.total, 5_500);
    assertProblem(await market.api.put(path, { quantity: 11 }, buyer.token), 409, "ITEM_COUNT_NOT_ENOUGH");
    assert.equal((await market.api.delete(path, buyer.token)).body.total, 500);
    assertProblem(await market.api.delete(path, buyer.token), 404, "NOT_FOUND_ITEM");
    assertProblem(await market.api.put(path, { quantity: 1 }, buyer.token), 404, "NOT_FOUND_ITEM");
    assert.equal((await market.api.delete("/customer/cart", buyer.token)).status, 204);
    assert.deepEqual((await look(buyer)).lines, []);
  });

  test("one buyer's cart is not another's", async () => {
    const { item } = await filledCart();
    const other = await market.api.customer();
    assert.deepEqual((await look(other)).lines, []);
    assertProblem(await market.api.delete(`/customer/cart/items/${item.id}`, other.token), 404, "NOT_FOUND_ITEM");
  });

  for (const quantity of [0, -1, 0.5, "1", null, 10_001])
    test(`a quantity of ${JSON.stringify(quantity)} is refused`, async () => {
      const { buyer, item } = await filledCart();
      assertProblem(await market.api.post("/customer/cart", { itemId: item.id, quantity }, buyer.token), 400);
      assert.equal((await look(buyer)).lines[0].quantity, 2);
    });

  test("an unknown item is NOT_FOUND_ITEM, a malformed id 400", async () => {
    const buyer = await market.api.customer();
    assertProblem(await add(buyer, randomUUID(), 1), 404, "NOT_FOUND_ITEM");
    assertProblem(await add(buyer, "1", 1), 400, "INVALID_INPUT");
    assertProblem(await market.api.post("/customer/cart", { itemId: [randomUUID()], quantity: 1 }, buyer.token), 400);
  });
});

describe("notices are shown once", () => {
  async function noticeOf(buyer: Person, code: string) {
    const { notices } = await look(buyer);
    assert.deepEqual(
      notices.map((notice: { code: string }) => notice.code),
      [code],
    );
    assert.deepEqual((await look(buyer)).notices, []);
    return notices[0];
  }

  test("PRICE_CHANGED", async () => {
    const { seller, buyer, item } = await filledCart();
    await change(seller, { id: item.id, price: 1_500 });
    const { from, to, itemId, message } = await noticeOf(buyer, "PRICE_CHANGED");
    assert.deepEqual({ from, to, itemId }, { from: 1_000, to: 1_500, itemId: item.id });
    assert.match(message, /1,000원에서 1,500원/);
    assert.equal((await look(buyer)).total, 3_000);
  });

  test("QUANTITY_REDUCED", async () => {
    const { seller, buyer, item } = await filledCart(10, 5);
    await change(seller, { id: item.id, stock: 3 });
    const { from, to } = await noticeOf(buyer, "QUANTITY_REDUCED");
    assert.deepEqual({ from, to }, { from: 5, to: 3 });
    assert.equal((await look(buyer)).lines[0].quantity, 3);
  });

  test("NAME_CHANGED", async () => {
    const { seller, buyer, item } = await filledCart();
    await change(seller, { id: item.id, name: "새 옵션 이름" });
    assert.match((await noticeOf(buyer, "NAME_CHANGED")).to, /새 옵션 이름/);
  });

  test("ITEM_REMOVED and PRODUCT_REMOVED", async () => {
    const first = await filledCart();
    await market.api.delete(`/seller/product/item?itemId=${first.item.id}`, first.seller.token);
    await noticeOf(first.buyer, "ITEM_REMOVED");
    assert.deepEqual((await look(first.buyer)).lines, []);
    const second = await filledCart();
    await market.api.delete(`/seller/product?productId=${second.product.id}`, second.seller.token);
    await noticeOf(second.buyer, "PRODUCT_REMOVED");
  });

  test("a line that is sold out stays, not available and not in the total", async () => {
    const { seller, buyer, item, other } = await filledCart();
    await add(buyer, other.id, 1);
    await change(seller, { id: item.id, stock: 0 });
    const cart = await look(buyer);
    assert.deepEqual([cart.lines[0].available, cart.lines[0].quantity, cart.total], [false, 2, 500]);
  });

  test("they are in English for those who ask for it", async () => {
    const { seller, buyer, item } = await filledCart();
    await change(seller, { id: item.id, price: 1_500 });
    const { body } = await market.api.request("GET", "/customer/cart", {
      token: buyer.token,
      headers: { "accept-language": "en-US,ko;q=0.5" },
    });
    assert.match(body.notices[0].message, /price changed/);
  });
});
