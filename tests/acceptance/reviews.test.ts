import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();
const review = (buyer: Person, productId: string, body: unknown) =>
  market.api.put(`/customer/reviews/${productId}`, body, buyer.token);
const reviewsOf = async (productId: string) =>
  (await market.api.get(`/search/product/reviews?productId=${productId}`)).body;

async function deliver(seller: Person, buyer: Person, itemId: string, price: number): Promise<string> {
  const { status, body } = await market.api.buy(buyer, [{ itemId, quantity: 1 }], price, randomUUID());
  assert.equal(status, 201);
  for (const [step, details] of [
    ["prepare", {}],
    ["ship", { carrier: "한길택배", trackingNumber: "1" }],
    ["deliver", {}],
  ] as const)
    assert.equal((await market.api.post(`/seller/orders/${body.id}/${step}`, details, seller.token)).status, 200);
  return body.id;
}

describe("reviews", () => {
  test("are for those who received the product: one each, which may be changed and taken back", async () => {
    const [seller, buyer, other] = [
      await market.api.seller(),
      await market.api.customer(10_000),
      await market.api.customer(10_000),
    ];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const good = { rating: 5, body: "튼튼하고 예뻐요" };
    assertProblem(await review(buyer, product.id, good), 409, "NOT_RECEIVED");
    const bought = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    assert.equal(bought.status, 201);
    assertProblem(await review(buyer, product.id, good), 409, "NOT_RECEIVED");
    assert.deepEqual(await reviewsOf(product.id), { items: [], nextCursor: null, count: 0, average: null });

    await deliver(seller, buyer, product.items[0].id, 1_000);
    await deliver(seller, other, product.items[0].id, 1_000);
    const first = await review(buyer, product.id, good);
    assert.equal(first.status, 200);
    assert.equal((await review(other, product.id, { rating: 2, body: "작아요" })).status, 200);
    const changed = await review(buyer, product.id, { rating: 4, body: " 한 달 써 보니 좋아요 " });
    assert.equal(changed.body.id, first.body.id);
    const listed = await reviewsOf(product.id);
    assert.equal(listed.count, 2);
    assert.equal(listed.average, 3);
    assert.deepEqual(
      listed.items.map(({ rating, body }: { rating: number; body: string }) => [rating, body]),
      [
        [2, "작아요"],
        [4, "한 달 써 보니 좋아요"],
      ],
    );
    for (const { author } of listed.items) assert.match(author, /\*/);
    assert.equal((await market.api.get(`/customer/reviews/${product.id}`, buyer.token)).body.rating, 4);
    assert.equal((await market.api.delete(`/customer/reviews/${product.id}`, buyer.token)).status, 204);
    assertProblem(await market.api.delete(`/customer/reviews/${product.id}`, buyer.token), 404, "NOT_FOUND_REVIEW");
    assert.equal((await reviewsOf(product.id)).count, 1);
  });

  test("refuse what is no review", async () => {
    const [buyer, seller] = [await market.api.customer(), await market.api.seller()];
    const { id } = await market.api.product(seller, [[1_000, 5]]);
    for (const body of [{ rating: 6, body: "x" }, { rating: 4.5, body: "x" }, { rating: 3, body: "  " }, { rating: 3 }])
      assertProblem(await review(buyer, id, body), 400, "INVALID_INPUT");
    assertProblem(await review(seller, id, { rating: 3, body: "x" }), 403, "WRONG_ROLE");
  });
});

describe("the wishlist", () => {
  test("holds products once, newest first, and forgets what is not sold any more", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
    const [one, two] = [await market.api.product(seller, [[1_000, 5]]), await market.api.product(seller, [[2_000, 0]])];
    const path = (id: string) => `/customer/wishes/${id}`;
    const wishes = async () => (await market.api.get("/customer/wishes", buyer.token)).body.items;
    for (const id of [one.id, two.id, one.id])
      assert.equal((await market.api.put(path(id), {}, buyer.token)).status, 204);
    assert.deepEqual(
      (await wishes()).map(({ id, soldOut }: { id: string; soldOut: boolean }) => [id, soldOut]),
      [
        [two.id, true],
        [one.id, false],
      ],
    );
    assert.equal((await market.api.get(path(one.id), buyer.token)).body.wished, true);
    assert.equal((await market.api.delete(path(one.id), buyer.token)).status, 204);
    assert.equal((await market.api.get(path(one.id), buyer.token)).body.wished, false);
    assert.equal((await market.api.delete(`/seller/product?productId=${two.id}`, seller.token)).status, 204);
    assert.deepEqual(await wishes(), []);
    assertProblem(await market.api.put(path(randomUUID()), {}, buyer.token), 404, "NOT_FOUND_PRODUCT");
  });
});
