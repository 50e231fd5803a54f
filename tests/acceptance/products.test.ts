import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually, until } from "../harness/until.ts";

const market = useMarketplace();
const detail = (productId: string) => market.api.get(`/search/product/detail?productId=${productId}`);

describe("products", () => {
  test("a seller adds a product with items", async () => {
    const seller = await market.api.seller("바다 상점");
    const name = `린넨 셔츠 ${randomUUID()}`;
    const items = [
      { name: "화이트 M", price: 39_000, stock: 5 },
      { name: "화이트 L", price: 41_000, stock: 0 },
    ];
    const { status, body } = await market.api.post(
      "/seller/product",
      { name, description: "시원해요", items, categoryId: "fashion", images: ["/pictures/a.svg"] },
      seller.token,
    );
    assert.equal(status, 201);
    assert.equal(body.sellerId, seller.id);
    assert.equal(body.sellerName, "바다 상점");
    assert.equal(body.status, "ON_SALE");
    assert.deepEqual(
      body.items.map(({ name, price, stock }: (typeof items)[number]) => ({ name, price, stock })),
      items,
    );
    assert.deepEqual((await detail(body.id)).body, body);
  });

  test("the same product name twice is refused, also at once, and free again after deletion", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1, 1]], "같은 이름");
    const again = { name: " 같은 이름 ", description: "", items: [{ name: "x", price: 1, stock: 1 }] };
    assertProblem(await market.api.post("/seller/product", again, seller.token), 409, "SAME_PRODUCT_NAME");
    await market.api.delete(`/seller/product?productId=${product.id}`, seller.token);
    assert.equal((await market.api.post("/seller/product", again, seller.token)).status, 201);
    assert.equal((await market.api.post("/seller/product", again, (await market.api.seller()).token)).status, 201);
  });

  test("two items of one name are refused", async () => {
    const seller = await market.api.seller();
    const item = { name: "같은 옵션", price: 1, stock: 1 };
    assertProblem(
      await market.api.post("/seller/product", { name: "상품", description: "", items: [item, item] }, seller.token),
      409,
      "SAME_ITEM_NAME",
    );
  });

  test("a product and its items are changed", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [
      [1_000, 1],
      [2_000, 2],
    ]);
    // Seen before the change: what is kept of it must be forgotten.
    assert.deepEqual((await detail(product.id)).body, product);
    const [first] = product.items;
    const { status, body } = await market.api.put(
      "/seller/product",
      { id: product.id, name: "새 이름", description: "새 설명", items: [{ id: first.id, price: 3_000, stock: 9 }] },
      seller.token,
    );
    assert.equal(status, 200);
    assert.equal(body.name, "새 이름");
    assert.deepEqual(body.items[0], { ...first, price: 3_000, stock: 9 });
    await eventually(async () => (await detail(product.id)).body as unknown, body);
    const found = await market.api.get(`/search/product?name=${encodeURIComponent("새 이름")}`);
    assert.equal(found.body.items.find((each: { id: string }) => each.id === product.id).priceFrom, 2_000);
  });

  test("items are added, changed and deleted one by one", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 1]]);
    const added = await market.api.post(
      "/seller/product/item",
      { productId: product.id, name: "추가", price: 500, stock: 3 },
      seller.token,
    );
    assert.equal(added.status, 201);
    assert.equal(added.body.items.length, 2);
    const item = added.body.items[1];
    assertProblem(
      await market.api.post(
        "/seller/product/item",
        { productId: product.id, name: "추가", price: 1, stock: 1 },
        seller.token,
      ),
      409,
      "SAME_ITEM_NAME",
    );
    const changed = await market.api.put("/seller/product/item", { id: item.id, name: "바꿈", stock: 0 }, seller.token);
    assert.deepEqual(changed.body, { ...item, name: "바꿈", stock: 0 });
    assert.equal((await market.api.delete(`/seller/product/item?itemId=${item.id}`, seller.token)).status, 204);
    await eventually(async () => (await detail(product.id)).body.items.length as number, 1);
    assertProblem(
      await market.api.delete(`/seller/product/item?itemId=${item.id}`, seller.token),
      404,
      "NOT_FOUND_ITEM",
    );
  });

  test("an item's stock is set or changed by a difference, not both; an expected stock needs one that is set", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 5]]);
    const [item] = product.items;
    const change = (body: object) => market.api.put("/seller/product/item", { id: item.id, ...body }, seller.token);
    for (const body of [{ stock: 6, stockChange: 1 }, { expectedStock: 5, stockChange: 1 }, { expectedStock: 5 }])
      assertProblem(await change(body), 400, "INVALID_INPUT");
    for (const [path, body] of [
      ["/seller/product/items", { items: [{ id: item.id, expectedStock: 5 }] }],
      ["/seller/product", { id: product.id, items: [{ id: item.id, stock: 6, stockChange: 1 }] }],
    ] as const)
      assertProblem(await market.api.put(path, body, seller.token), 400, "INVALID_INPUT");
    assert.equal((await change({ stock: 6, expectedStock: 5 })).body.stock, 6);
    assert.equal((await change({ stockChange: -1 })).body.stock, 5);
  });

  test("a deleted product is gone everywhere", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 1]]);
    assert.equal((await detail(product.id)).status, 200);
    assert.equal((await market.api.delete(`/seller/product?productId=${product.id}`, seller.token)).status, 204);
    await eventually(async () => (await detail(product.id)).body.code as string, "NOT_FOUND_PRODUCT");
    assertProblem(
      await market.api.delete(`/seller/product?productId=${product.id}`, seller.token),
      404,
      "NOT_FOUND_PRODUCT",
    );
    assertProblem(await market.api.put("/seller/product", { id: product.id, name: "다시" }, seller.token), 404);
    assert.deepEqual((await market.api.post("/seller/product/myproducts", {}, seller.token)).body.items, []);
  });

  test("another seller's product, item and stock are as good as not there", async () => {
    const owner = await market.api.seller();
    const other = await market.api.seller();
    const product = await market.api.product(owner, [[1_000, 1]]);
    const [item] = product.items;
    for (const response of [
      await market.api.put("/seller/product", { id: product.id, name: "내 것" }, other.token),
      await market.api.delete(`/seller/product?productId=${product.id}`, other.token),
      await market.api.post(
        "/seller/product/item",
        { productId: product.id, name: "x", price: 1, stock: 1 },
        other.token,
      ),
      await market.api.put("/seller/product/item", { id: item.id, price: 1 }, other.token),
      await market.api.delete(`/seller/product/item?itemId=${item.id}`, other.token),
    ])
      assertProblem(response, 404);
    assert.deepEqual((await detail(product.id)).body, product);
  });

  test("a seller's products are listed newest first, in pages", async () => {
    const seller = await market.api.seller();
    const names: string[] = [];
    for (let index = 0; index < 5; index++) names.unshift((await market.api.product(seller, [[1, 1]])).name);
    const first = await market.api.post("/seller/product/myproducts?limit=3", {}, seller.token);
    const second = await market.api.post(
      `/seller/product/myproducts?limit=3&cursor=${first.body.nextCursor}`,
      {},
      seller.token,
    );
    assert.deepEqual(
      [...first.body.items, ...second.body.items].map((product) => product.name),
      names,
    );
    assert.equal(second.body.nextCursor, null);
  });

  test("a seller's new name reaches the products by an event", async () => {
    const seller = await market.api.seller("옛 이름");
    const product = await market.api.product(seller, [[1, 1]]);
    await market.api.put("/accounts/seller/update", { name: "새 상호" }, seller.token);
    await until(async () => (await detail(product.id)).body.sellerName === "새 상호");
  });

  test("customers and strangers may not sell", async () => {
    const customer = await market.api.customer();
    const body = { name: "x", description: "", items: [{ name: "x", price: 1, stock: 1 }] };
    assertProblem(await market.api.post("/seller/product", body, customer.token), 403, "WRONG_ROLE");
    assertProblem(await market.api.post("/seller/product", body), 401, "UNAUTHENTICATED");
  });

  for (const [what, change] of Object.entries({
    "a price of 0": { items: [{ name: "x", price: 0, stock: 1 }] },
    "a negative price": { items: [{ name: "x", price: -5, stock: 1 }] },
    "a price with a fraction": { items: [{ name: "x", price: 1.5, stock: 1 }] },
    "a price as text": { items: [{ name: "x", price: "1", stock: 1 }] },
    "a negative stock": { items: [{ name: "x", price: 1, stock: -1 }] },
    "no items": { items: [] },
    "an empty name": { name: " " },
    "a seller of one's own": { sellerId: randomUUID() },
    "an unknown category": { categoryId: "no-such-category" },
    "a script as a picture": { images: ["javascript:alert(1)"] },
    "a picture of another host": { images: ["https://evil.example/a.png"] },
    "a path that is no picture": { images: ["/pictures/../account/export"] },
    "a picture of another host without a protocol": { images: ["//evil.example/a.png"] },
  }))
    test(`${what} is refused`, async () => {
      const seller = await market.api.seller();
      const good = { name: "상품", description: "", items: [{ name: "x", price: 1, stock: 1 }] };
      assertProblem(
        await market.api.post("/seller/product", { ...good, ...change }, seller.token),
        400,
        "INVALID_INPUT",
      );
      assert.deepEqual((await market.api.post("/seller/product/myproducts", {}, seller.token)).body.items, []);
    });

  test("a key makes a product once; its replay answers the first", async () => {
    const seller = await market.api.seller();
    const body = { name: "한 번만", description: "", items: [{ name: "x", price: 1, stock: 1 }] };
    const first = await market.api.post("/seller/product", body, seller.token, "once");
    const second = await market.api.post("/seller/product", body, seller.token, "once");
    assert.equal(second.status, 201);
    assert.deepEqual(second.body, first.body);
    assert.equal(second.headers.get("idempotency-replayed"), "true");
    assertProblem(
      await market.api.post("/seller/product", { ...body, name: "다른" }, seller.token, "once"),
      422,
      "IDEMPOTENCY_KEY_REUSED",
    );
    const refused = await market.api.post("/seller/product", body, seller.token, "twice");
    assertProblem(refused, 409, "SAME_PRODUCT_NAME");
    const again = await market.api.post("/seller/product", body, seller.token, "twice");
    assert.deepEqual(again.body, refused.body);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
  });

  test("a key that is sent 20 times at once makes one product; others are answered the same or to come again", async () => {
    const seller = await market.api.seller();
    const body = { name: "한꺼번에", description: "", items: [{ name: "x", price: 1, stock: 1 }] };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        market.api.post("/seller/product", body, seller.token, "at-once").catch((error: Error) => error.message),
      ),
    );
    const seen = answers.map((answer) =>
      typeof answer === "string" ? answer : answer.status === 201 ? answer.body.id : answer.body.code,
    );
    const { body: mine } = await market.api.post("/seller/product/myproducts", {}, seller.token);
    const expected = new Set([mine.items[0].id, "IDEMPOTENCY_KEY_IN_FLIGHT"]);
    assert.equal(mine.items.length, 1);
    assert.deepEqual(
      [...new Set(seen)].filter((each) => !expected.has(each)),
      [],
    );
  });

  test("a refusal under a key is stored, and nothing of what was done before it", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[1_000, 1]]);
    const change = { id: product.id, description: "새 설명", items: [{ id: randomUUID(), price: 5 }] };
    for (let time = 0; time < 2; time++) {
      const refused = await market.api.request("PUT", "/seller/product", {
        body: change,
        token: seller.token,
        key: "refused",
      });
      assertProblem(refused, 404, "NOT_FOUND_ITEM");
      assert.equal(refused.headers.get("idempotency-replayed"), time === 0 ? null : "true");
    }
    const { body: mine } = await market.api.post("/seller/product/myproducts", {}, seller.token);
    assert.equal(mine.items[0].description, product.description);
  });
});
