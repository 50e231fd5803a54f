import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually } from "../harness/until.ts";

const market = useMarketplace();
const stockOf = async (productId: string, index = 0) =>
  (await market.api.get(`/search/product/detail?productId=${productId}`)).body.items[index].stock;
const act = (
  person: Person,
  orderId: string,
  action: string,
  body: unknown = {},
  key: string | undefined = action === "refund" ? randomUUID() : undefined,
) => market.api.post(`/${person.role.toLowerCase()}/orders/${orderId}/${action}`, body, person.token, key);
const shipping = { carrier: "한진택배", trackingNumber: "1234567890" };

async function boughtOrder(quantity = 2) {
  const seller = await market.api.seller();
  const buyer = await market.api.customer(10_000);
  const product = await market.api.product(seller, [[1_000, 10]]);
  const { status, body: order } = await market.api.buy(
    buyer,
    [{ itemId: product.items[0].id, quantity }],
    1_000 * quantity,
  );
  assert.equal(status, 201);
  return { seller, buyer, product, order };
}

describe("checkout", () => {
  test("buys the cart: points go to the seller, stock goes down, the cart is empty", async () => {
    const seller = await market.api.seller("푸른 상점");
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [
      [1_000, 10],
      [500, 3],
    ]);
    const [first, second] = product.items;
    await market.api.post("/customer/cart", { itemId: first.id, quantity: 2 }, buyer.token);
    await market.api.post("/customer/cart", { itemId: second.id, quantity: 1 }, buyer.token);
    await eventually(async () => await stockOf(product.id), 10, "seen before");
    const { status, body } = await market.api.post(
      "/customer/orders",
      { expectedTotal: 2_500 },
      buyer.token,
      randomUUID(),
    );
    assert.equal(status, 201);
    assert.equal(body.status, "PAID");
    assert.equal(body.total, 2_500);
    assert.equal(body.lines.length, 2);
    assert.deepEqual(
      body.sellers.map((part: { sellerName: string; subtotal: number }) => [part.sellerName, part.subtotal]),
      [["푸른 상점", 2_500]],
    );
    assert.equal(await market.api.balance(buyer), 7_500);
    assert.equal(await market.api.balance(seller), 2_500);
    await eventually(async () => [await stockOf(product.id), await stockOf(product.id, 1)], [8, 2]);
    assert.deepEqual((await market.api.get("/customer/cart", buyer.token)).body.lines, []);
    assert.deepEqual((await market.api.get(`/customer/orders/${body.id}`, buyer.token)).body, body);
  });

  test("buying named items leaves the cart alone", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[1_000, 10]]);
    const itemId = product.items[0].id;
    await market.api.post("/customer/cart", { itemId, quantity: 3 }, buyer.token);
    assert.equal((await market.api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)).status, 201);
    assert.equal((await market.api.get("/customer/cart", buyer.token)).body.lines[0].quantity, 3);
  });

  test("a sold-out line in the cart is named before the total is compared", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [
      [1_000, 5],
      [500, 5],
    ]);
    const [first, second] = product.items;
    for (const { id } of [first, second])
      await market.api.post("/customer/cart", { itemId: id, quantity: 1 }, buyer.token);
    await market.api.put("/seller/product/item", { id: second.id, stock: 0 }, seller.token);
    const { body: cart } = await market.api.get("/customer/cart", buyer.token);
    assert.equal(cart.total, 1_000);
    const pay = () => market.api.post("/customer/orders", { expectedTotal: cart.total }, buyer.token, randomUUID());
    const refused = await pay();
    assertProblem(refused, 409, "ITEM_COUNT_NOT_ENOUGH");
    assert.equal(refused.body.itemId, second.id);
    await market.api.delete(`/customer/cart/items/${second.id}`, buyer.token);
    assert.equal((await pay()).status, 201);
  });

  test("one order has one part per seller; each seller sees their own", async () => {
    const [a, b] = [await market.api.seller("가"), await market.api.seller("나")];
    const buyer = await market.api.customer(10_000);
    const [fromA, fromB] = [await market.api.product(a, [[1_000, 10]]), await market.api.product(b, [[300, 10]])];
    const { body } = await market.api.buy(
      buyer,
      [
        { itemId: fromA.items[0].id, quantity: 1 },
        { itemId: fromB.items[0].id, quantity: 2 },
      ],
      1_600,
    );
    assert.equal(body.sellers.length, 2);
    const seen = (await market.api.get(`/seller/orders/${body.id}`, b.token)).body;
    assert.equal(seen.total, 600);
    assert.deepEqual([seen.lines.length, seen.sellers.length, seen.sellers[0].sellerId], [1, 1, b.id]);
    assert.deepEqual([await market.api.balance(a), await market.api.balance(b)], [1_000, 600]);
  });

  test("a key buys once: the replay answers the first order, whatever has happened to it", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[1_000, 10]]);
    const items = [{ itemId: product.items[0].id, quantity: 1 }];
    const key = randomUUID();
    const first = await market.api.buy(buyer, items, 1_000, key);
    await act(buyer, first.body.id, "cancel");
    const replay = await market.api.buy(buyer, items, 1_000, key);
    assert.equal(replay.status, 201);
    assert.deepEqual(replay.body, first.body);
    assert.equal(replay.headers.get("idempotency-replayed"), "true");
    assertProblem(
      await market.api.buy(buyer, [{ ...items[0]!, quantity: 2 }], 2_000, key),
      422,
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  test("a refusal is replayed too", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(500);
    const product = await market.api.product(seller, [[1_000, 1]]);
    const items = [{ itemId: product.items[0].id, quantity: 1 }];
    for (const [total, key, code] of [
      [999, randomUUID(), "PRICE_CHANGED"],
      [1_000, randomUUID(), "NOT_ENOUGH_BALANCE"],
    ] as const) {
      const first = await market.api.buy(buyer, items, total, key);
      assertProblem(first, 409, code);
      const replay = await market.api.buy(buyer, items, total, key);
      assert.deepEqual(replay.body, first.body);
      assert.equal(replay.headers.get("idempotency-replayed"), "true");
    }
    await eventually(async () => await stockOf(product.id), 1);
  });

  test("is refused without a key, and with a stale total tells the new one", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[1_000, 10]]);
    const items = [{ itemId: product.items[0].id, quantity: 2 }];
    assertProblem(
      await market.api.post("/customer/orders", { expectedTotal: 2_000, items }, buyer.token),
      400,
      "IDEMPOTENCY_KEY_REQUIRED",
    );
    await market.api.put("/seller/product/item", { id: items[0]!.itemId, price: 1_100 }, seller.token);
    const stale = await market.api.buy(buyer, items, 2_000);
    assertProblem(stale, 409, "PRICE_CHANGED");
    assert.equal(stale.body.total, 2_200);
    assert.deepEqual((await market.api.get("/customer/orders", buyer.token)).body.items, []);
  });

  test("two lines of one item count together", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[1_000, 3]]);
    const line = { itemId: product.items[0].id, quantity: 2 };
    const refused = await market.api.buy(buyer, [line, line], 4_000);
    assertProblem(refused, 409, "ITEM_COUNT_NOT_ENOUGH");
    assert.deepEqual([refused.body.itemId, refused.body.available], [line.itemId, 3]);
    assert.equal((await market.api.buy(buyer, [line, { ...line, quantity: 1 }], 3_000)).body.lines[0].quantity, 3);
  });

  test("without enough points nothing changes", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(999);
    const product = await market.api.product(seller, [[1_000, 1]]);
    assertProblem(
      await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000),
      409,
      "NOT_ENOUGH_BALANCE",
    );
    await eventually(
      async () => [await market.api.balance(buyer), await market.api.balance(seller), await stockOf(product.id)],
      [999, 0, 1],
    );
    assert.deepEqual((await market.api.get("/customer/orders", buyer.token)).body.items, []);
  });

  test("nobody buys from themselves", async () => {
    const email = `${randomUUID()}@test.com`;
    const seller = (await market.api.post("/test/create/seller", { email })).body;
    const buyer = (await market.api.post("/test/create/customer", { email })).body;
    await market.api.deposit(buyer, 1_000);
    const product = await market.api.product(seller, [[1_000, 1]]);
    assertProblem(
      await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000),
      403,
      "OWN_PRODUCT",
    );
    await eventually(async () => [await market.api.balance(buyer), await stockOf(product.id)], [1_000, 1]);
  });

  test("empty carts, unknown and deleted items are refused", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(1_000);
    assertProblem(
      await market.api.post("/customer/orders", { expectedTotal: 1 }, buyer.token, randomUUID()),
      409,
      "CART_EMPTY",
    );
    assertProblem(await market.api.buy(buyer, [{ itemId: randomUUID(), quantity: 1 }], 1), 404, "NOT_FOUND_ITEM");
    const product = await market.api.product(seller, [[1_000, 1]]);
    await market.api.delete(`/seller/product?productId=${product.id}`, seller.token);
    assertProblem(
      await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000),
      404,
      "NOT_FOUND_ITEM",
    );
  });

  for (const body of [
    {},
    { expectedTotal: 0 },
    { expectedTotal: -1 },
    { expectedTotal: 1.5 },
    { expectedTotal: "1000" },
    { expectedTotal: 1, items: [] },
    { expectedTotal: 1, items: [{ itemId: randomUUID(), quantity: 0 }] },
    { expectedTotal: 1, items: [{ itemId: randomUUID(), quantity: 2 ** 31 }] },
    { expectedTotal: 1, items: [{ itemId: randomUUID(), quantity: 1, price: 1 }] },
    { expectedTotal: 1, buyerId: randomUUID() },
  ])
    test(`${JSON.stringify(body).slice(0, 60)} is refused`, async () => {
      const buyer = await market.api.customer();
      assertProblem(await market.api.post("/customer/orders", body, buyer.token, randomUUID()), 400, "INVALID_INPUT");
    });
});

describe("an order's life", () => {
  test("goes from PAID over PREPARING, SHIPPED and DELIVERED to CONFIRMED, with a timeline", async () => {
    const { seller, buyer, order } = await boughtOrder();
    const steps = [
      [seller, "prepare", {}, "PREPARING"],
      [seller, "ship", shipping, "SHIPPED"],
      [seller, "deliver", {}, "DELIVERED"],
      [buyer, "confirm", {}, "CONFIRMED"],
    ] as const;
    for (const [who, action, body, status] of steps) {
      const response = await act(who, order.id, action, body);
      assert.equal(response.status, 200, JSON.stringify(response.body));
      assert.equal(response.body.status, status);
    }
    const { sellers } = (await market.api.get(`/customer/orders/${order.id}`, buyer.token)).body;
    assert.equal(sellers[0].trackingNumber, shipping.trackingNumber);
    assert.deepEqual(
      sellers[0].timeline.map((entry: { status: string }) => entry.status),
      ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED"],
    );
  });

  test("steps may not be skipped or repeated", async () => {
    const { seller, buyer, order } = await boughtOrder();
    for (const [who, action, body] of [
      [seller, "ship", shipping],
      [seller, "deliver", {}],
      [buyer, "confirm", {}],
    ] as const)
      assertProblem(await act(who, order.id, action, body), 409, "ILLEGAL_TRANSITION");
    await act(seller, order.id, "prepare");
    assertProblem(await act(seller, order.id, "prepare"), 409, "ILLEGAL_TRANSITION");
    assertProblem(await act(buyer, order.id, "cancel"), 409, "ILLEGAL_TRANSITION");
    assertProblem(await act(seller, order.id, "ship", {}), 400, "INVALID_INPUT");
  });

  test("cancelling while PAID gives points and stock back", async () => {
    const { seller, buyer, product, order } = await boughtOrder();
    const { status, body } = await act(buyer, order.id, "cancel", { reason: "마음이 바뀌었어요" });
    assert.equal(status, 200);
    assert.equal(body.status, "CANCELLED");
    assert.equal(body.sellers[0].timeline[1].reason, "마음이 바뀌었어요");
    await eventually(
      async () => [await market.api.balance(buyer), await market.api.balance(seller), await stockOf(product.id)],
      [10_000, 0, 10],
    );
  });

  test("a refund before confirmation always gives the points back; what was shipped stays out of stock", async () => {
    const { seller, buyer, product, order } = await boughtOrder();
    await act(seller, order.id, "prepare");
    await act(seller, order.id, "ship", shipping);
    assertProblem(await market.api.payOut(seller, 2_000), 409, "NOT_ENOUGH_BALANCE");
    const { body } = await act(seller, order.id, "refund", { reason: "파손" });
    assert.equal(body.status, "REFUNDED");
    assert.deepEqual([await market.api.balance(buyer), await market.api.balance(seller)], [10_000, 0]);
    await eventually(async () => await stockOf(product.id), 8, "what was shipped is not in stock again");
    assertProblem(await act(seller, order.id, "refund"), 409, "ILLEGAL_TRANSITION");
  });

  test("a refund after confirmation needs points that the seller can withdraw", async () => {
    const { seller, buyer, order } = await boughtOrder();
    await market.api.confirm(order.id, seller, buyer);
    assert.equal((await market.api.payOut(seller, 500)).status, 201);
    const key = randomUUID();
    const refund = (again: string) =>
      market.api.post(`/seller/orders/${order.id}/refund`, { reason: "변심" }, seller.token, again);
    assertProblem(await refund(key), 409, "NOT_ENOUGH_BALANCE");
    assert.equal((await refund(key)).headers.get("idempotency-replayed"), "true");
    const { body: kept } = await market.api.get(`/seller/orders/${order.id}`, seller.token);
    assert.equal(kept.status, "CONFIRMED");
    const product = await market.api.product(seller, [[500, 1]]);
    const { body: second } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 500);
    assertProblem(await refund(randomUUID()), 409, "NOT_ENOUGH_BALANCE");
    await market.api.confirm(second.id, seller, buyer);
    const refunded = await refund(randomUUID());
    assert.deepEqual([refunded.status, refunded.body.status], [200, "REFUNDED"]);
    assert.equal(refunded.body.sellers[0].timeline.at(-1).reason, "변심");
    assert.deepEqual([await market.api.balance(buyer), await market.api.balance(seller)], [9_500, 0]);
  });

  test("a refund without a key is refused; with one it happens once", async () => {
    const { seller, buyer, order } = await boughtOrder();
    const path = `/seller/orders/${order.id}/refund`;
    assertProblem(await market.api.post(path, {}, seller.token), 400, "IDEMPOTENCY_KEY_REQUIRED");
    assert.equal(await market.api.balance(buyer), 8_000);
    const first = await market.api.post(path, {}, seller.token, "refund-1");
    assert.equal(first.status, 200);
    const replay = await market.api.post(path, {}, seller.token, "refund-1");
    assert.deepEqual(replay.body, first.body);
    assert.equal(replay.headers.get("idempotency-replayed"), "true");
    assert.equal(await market.api.balance(buyer), 10_000);
  });

  test("each part moves alone", async () => {
    const [a, b] = [await market.api.seller(), await market.api.seller()];
    const buyer = await market.api.customer(10_000);
    const [fromA, fromB] = [await market.api.product(a, [[1_000, 10]]), await market.api.product(b, [[300, 10]])];
    const items = [fromA, fromB].map((product) => ({ itemId: product.items[0].id, quantity: 1 }));
    const { body: order } = await market.api.buy(buyer, items, 1_300);
    await act(a, order.id, "prepare");
    const { body } = await act(buyer, order.id, "cancel");
    const status = Object.fromEntries(
      body.sellers.map((part: { sellerId: string; status: string }) => [part.sellerId, part.status]),
    );
    assert.deepEqual(status, { [a.id]: "PREPARING", [b.id]: "CANCELLED" });
    assert.equal(body.status, "PREPARING");
    assert.equal(await market.api.balance(buyer), 9_000);
    assertProblem(await act(buyer, order.id, "cancel", { sellerId: a.id }), 409, "ILLEGAL_TRANSITION");
  });

  test("an action with a key happens once", async () => {
    const { buyer, order } = await boughtOrder();
    const key = randomUUID();
    const first = await act(buyer, order.id, "cancel", {}, key);
    const replay = await act(buyer, order.id, "cancel", {}, key);
    assert.deepEqual(replay.body, first.body);
    assert.equal(replay.headers.get("idempotency-replayed"), "true");
  });

  test("orders of others are not there", async () => {
    const { order } = await boughtOrder();
    const [buyer, seller] = [await market.api.customer(), await market.api.seller()];
    for (const who of [buyer, seller]) {
      const path = `/${who.role.toLowerCase()}/orders`;
      assertProblem(await market.api.get(`${path}/${order.id}`, who.token), 404, "NOT_FOUND_ORDER");
      assert.deepEqual((await market.api.get(path, who.token)).body, { items: [], nextCursor: null });
    }
    assertProblem(await act(buyer, order.id, "cancel"), 404, "NOT_FOUND_ORDER");
    assertProblem(await act(seller, order.id, "prepare"), 404, "NOT_FOUND_ORDER");
    assertProblem(await act(seller, order.id, "refund"), 404, "NOT_FOUND_ORDER");
    assertProblem(await market.api.get("/customer/orders/1", buyer.token), 400, "INVALID_INPUT");
  });

  test("orders are listed newest first, in pages, for buyer and seller", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[100, 10]]);
    const ids: string[] = [];
    for (let count = 0; count < 3; count++)
      ids.unshift((await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 100)).body.id);
    for (const who of [buyer, seller]) {
      const path = `/${who.role.toLowerCase()}/orders?limit=2`;
      const first = (await market.api.get(path, who.token)).body;
      const second = (await market.api.get(`${path}&cursor=${first.nextCursor}`, who.token)).body;
      assert.deepEqual(
        [...first.items, ...second.items].map((order: { id: string }) => order.id),
        ids,
      );
      assert.equal(second.nextCursor, null);
    }
  });
});
