import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();

describe("notifications", () => {
  test("tell a buyer what sellers did with the orders, newest first, and what of it is new", async () => {
    const [seller, buyer] = [await market.api.seller("소식 상회"), await market.api.customer(10_000)];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    const read = async (query = "") => (await market.api.get(`/customer/notifications${query}`, buyer.token)).body;
    assert.deepEqual(await read(), { items: [], nextCursor: null });

    const move = async (step: string, body: unknown) =>
      assert.equal((await market.api.post(`/seller/orders/${order.id}/${step}`, body, seller.token)).status, 200);
    await move("prepare", {});
    const [first] = (await read()).items;
    assert.equal(first.orderId, order.id);
    assert.equal(first.sellerName, "소식 상회");
    assert.equal(first.productName, product.name);
    assert.equal(first.isNew, true);
    assert.equal((await market.api.post("/customer/notifications/seen", {}, buyer.token)).status, 204);
    await move("ship", { carrier: "한길택배", trackingNumber: "1" });
    const { items } = await read();
    assert.deepEqual(
      items.map(({ status, isNew }: { status: string; isNew: boolean }) => [status, isNew]),
      [
        ["SHIPPED", true],
        ["PREPARING", false],
      ],
    );
    const page = await read("?limit=1");
    assert.deepEqual(
      (await read(`?limit=1&cursor=${page.nextCursor}`)).items.map(({ status }: { status: string }) => status),
      ["PREPARING"],
    );
    const stranger = await market.api.customer();
    assert.deepEqual((await market.api.get("/customer/notifications", stranger.token)).body.items, []);
    assertProblem(await market.api.get("/customer/notifications", seller.token), 403, "WRONG_ROLE");
    assertProblem(await market.api.get("/customer/notifications?cursor=bm9wZQ", buyer.token), 400, "INVALID_CURSOR");
  });
});
