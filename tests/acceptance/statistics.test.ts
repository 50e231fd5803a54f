import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();

describe("a seller's statistics", () => {
  test("count sales, orders, units and looks by day, and name what sold best; called off orders do not count", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer(100_000)];
    const cheap = await market.api.product(seller, [[1_000, 50]]);
    const dear = await market.api.product(seller, [[9_000, 50]]);
    const buy = async (product: typeof cheap, quantity: number) => {
      const [item] = product.items;
      const { status, body } = await market.api.buy(buyer, [{ itemId: item.id, quantity }], item.price * quantity);
      assert.equal(status, 201);
      return body;
    };
    await buy(cheap, 3);
    await buy(dear, 1);
    const { id } = await buy(dear, 5);
    assert.equal((await market.api.post(`/seller/orders/${id}/refund`, {}, seller.token, randomUUID())).status, 200);
    for (let looks = 0; looks < 4; looks++)
      assert.equal((await market.api.post("/search/product/viewed", { productId: cheap.id })).status, 204);
    await market.api.post("/search/product/viewed", { productId: buyer.id });

    const read = async (days: number) => (await market.api.get(`/seller/statistics?days=${days}`, seller.token)).body;
    await until(async () => (await read(1)).days[0].views === 4);
    const { days, products } = await read(7);
    assert.equal(days.length, 7);
    const { day, ...today } = days.at(-1);
    assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
    assert.deepEqual(today, { orders: 2, units: 4, sales: 12_000, views: 4 });
    for (const { day: _, ...before } of days.slice(0, -2))
      assert.deepEqual(before, { orders: 0, units: 0, sales: 0, views: 0 });
    assert.deepEqual(products, [
      { productId: dear.id, name: dear.name, units: 1, sales: 9_000, views: 0 },
      { productId: cheap.id, name: cheap.name, units: 3, sales: 3_000, views: 4 },
    ]);
    const other = await market.api.seller();
    assert.deepEqual((await market.api.get("/seller/statistics", other.token)).body.products, []);
    assertProblem(await market.api.get("/seller/statistics?days=91", seller.token), 400, "INVALID_INPUT");
    assertProblem(await market.api.get("/seller/statistics", buyer.token), 403, "WRONG_ROLE");
  });
});

describe("products of a seller", () => {
  test("are changed with items added and removed, all or nothing", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [
      [1_000, 5],
      [2_000, 5],
    ]);
    const [first, second] = product.items;
    const change = (body: object) => market.api.put("/seller/product", { id: product.id, ...body }, seller.token);
    const read = async () => (await market.api.get(`/search/product/detail?productId=${product.id}`)).body;
    const wrong = await change({
      name: "이름부터 바뀌면 안 됨",
      removeItemIds: [first.id],
      addItems: [{ name: second.name, price: 1, stock: 1 }],
    });
    assertProblem(wrong, 409, "SAME_ITEM_NAME");
    assert.deepEqual((await read()).items, product.items);
    const { status, body } = await change({
      items: [{ id: second.id, price: 2_500 }],
      removeItemIds: [first.id],
      addItems: [{ name: first.name, price: 700, stock: 1 }],
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      body.items.map(({ name, price }: { name: string; price: number }) => [name, price]),
      [
        [second.name, 2_500],
        [first.name, 700],
      ],
    );
    assertProblem(await change({ removeItemIds: [first.id] }), 404, "NOT_FOUND_ITEM");
  });

  test("have their items changed many at a time, all or nothing, and never another's", async () => {
    const [seller, other] = [await market.api.seller(), await market.api.seller()];
    const products = [
      await market.api.product(seller, [
        [1_000, 5],
        [2_000, 5],
      ]),
      await market.api.product(seller, [[3_000, 5]]),
    ];
    const foreign = await market.api.product(other, [[500, 1]]);
    const items = products.flatMap((product) => product.items as { id: string }[]);
    const change = (changes: object[]) => market.api.put("/seller/product/items", { items: changes }, seller.token);
    const changes = items.map(({ id }, index) => ({ id, price: 100 + index, stock: 7 }));
    assertProblem(await change([...changes, { id: foreign.items[0].id, price: 1 }]), 404, "NOT_FOUND_ITEM");
    assertProblem(await change([changes[0]!, changes[0]!]), 400, "INVALID_INPUT");
    assert.deepEqual((await change(changes)).body, { changed: 3 });
    await until(async () => {
      const { body } = await market.api.get(`/search/product/detail?productId=${products[1].id}`);
      return body.items[0].price === 102 && body.items[0].stock === 7;
    });
    const { body } = await market.api.get(`/search/product?sellerId=${seller.id}&sort=price-asc`);
    assert.deepEqual(
      body.items.map(({ id, priceFrom }: { id: string; priceFrom: number }) => [id, priceFrom]),
      [
        [products[0].id, 100],
        [products[1].id, 102],
      ],
    );
  });

  test("show pictures that their seller uploaded; everyone sees them, nobody else's upload is taken for one", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
    const upload = (token: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(`${market.api.baseUrl}/seller/pictures`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "image/gif" },
        body,
      });
    const gif = Uint8Array.from(Buffer.from("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64"));
    const uploaded = await upload(seller.token, gif);
    assert.equal(uploaded.status, 201);
    const { url } = (await uploaded.json()) as { url: string };
    for (const path of [url, `${url}/thumbnail`]) {
      const picture = await fetch(`${market.api.baseUrl}${path}`);
      assert.equal(picture.status, 200);
      assert.equal(picture.headers.get("content-type"), "image/webp");
      assert.match(picture.headers.get("cache-control") ?? "", /^public, max-age=31536000, immutable$/);
    }
    const product = {
      name: `사진 ${randomUUID()}`,
      description: "",
      images: [url],
      items: [{ name: "기본", price: 1, stock: 1 }],
    };
    assert.deepEqual((await market.api.post("/seller/product", product, seller.token)).body.images, [url]);
    assert.equal((await upload(buyer.token, gif)).status, 403);
    assert.equal((await upload(seller.token, Uint8Array.from(Buffer.from("<svg/>")))).status, 415);

    const room = await market.api.room(buyer, [seller]);
    const inRoom = await fetch(`${market.api.baseUrl}/chat/${room.id}/images`, {
      method: "POST",
      headers: { authorization: `Bearer ${buyer.token}`, "content-type": "image/gif" },
      body: gif,
    });
    const { id } = (await inRoom.json()) as { id: string };
    assertProblem(await market.api.get(`/search/pictures/${id}`), 404, "NOT_FOUND_IMAGE");
  });
});
