import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();
const reason = "사진과 다른 상품이 왔어요";

async function sold() {
  const [admin, seller, buyer] = [
    await market.api.admin(),
    await market.api.seller(),
    await market.api.customer(9_000),
  ];
  const product = await market.api.product(seller, [[1_000, 5]]);
  const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
  const move = async (by: Person, step: string, body: unknown = {}) =>
    market.api.post(`/${by.role.toLowerCase()}/orders/${order.id}/${step}`, body, by.token, randomUUID());
  await move(seller, "prepare");
  await move(seller, "ship", { carrier: "한길택배", trackingNumber: "1" });
  await move(seller, "deliver");
  const disputes = async (query = ""): Promise<{ id: string; orderId: string; state: string; answer: string }[]> => {
    const { body } = await market.api.get(`/order-admin/disputes?limit=100${query}`, admin.token);
    return body.items.filter((each: { orderId: string }) => each.orderId === order.id);
  };
  const decide = (id: string, decision: string, key = randomUUID()) =>
    market.api.post(`/order-admin/disputes/${id}/decide`, { decision, reason: "사진을 확인함" }, admin.token, key);
  return { admin, seller, buyer, order, move, disputes, decide };
}

describe("disputes", () => {
  test("are opened by the buyer once, answered by the seller, and decided with a refund once", async () => {
    const { admin, seller, buyer, order, move, disputes, decide } = await sold();
    const opened = await move(buyer, "dispute", { reason });
    assert.equal(opened.status, 200);
    assert.deepEqual(opened.body.sellers[0].dispute, { state: "OPEN", reason, answer: null, decisionReason: null });
    assert.equal(opened.body.sellers[0].timeline.at(-1).status, "DISPUTED");
    assertProblem(await move(buyer, "dispute", { reason }), 409, "ALREADY_DISPUTED");
    const waiting = await market.api.get("/seller/orders?status=DISPUTED", seller.token);
    assert.deepEqual(
      waiting.body.items.map(({ id }: { id: string }) => id),
      [order.id],
    );
    assert.equal(
      (await move(seller, "dispute", { answer: "맞는 상품입니다" })).body.sellers[0].dispute.answer,
      "맞는 상품입니다",
    );
    assertProblem(
      await market.api.post(
        `/seller/orders/${order.id}/dispute`,
        { answer: "저요" },
        (await market.api.seller()).token,
      ),
      404,
      "NOT_FOUND_DISPUTE",
    );

    const [dispute] = await disputes();
    assert.equal(dispute!.answer, "맞는 상품입니다");
    const key = randomUUID();
    assert.equal((await decide(dispute!.id, "REFUND", key)).body.status, "REFUNDED");
    assert.equal((await decide(dispute!.id, "REFUND", key)).headers.get("idempotency-replayed"), "true");
    assertProblem(await decide(dispute!.id, "DISMISS"), 409, "ALREADY_DECIDED");
    await until(async () => (await market.api.balance(buyer)) === 9_000);
    assert.equal(await market.api.balance(seller), 0);
    assert.deepEqual(await disputes(), [], "it is not open any more");
    assert.equal((await disputes("&all=true"))[0]!.state, "REFUNDED");
    const { body: log } = await market.api.get(`/order-admin/audit?subjectId=${order.id}`, admin.token);
    assert.deepEqual([log.items[0].action, log.items[0].adminId], ["dispute.decide", admin.id]);
    const { body: news } = await market.api.get("/customer/notifications", buyer.token);
    assert.deepEqual(
      news.items.slice(0, 2).map(({ status }: { status: string }) => status),
      ["REFUNDED", "DISPUTE_ANSWERED"],
    );
  });

  test("that are dismissed leave the order as it was; those that the buyer confirms over are withdrawn", async () => {
    const first = await sold();
    await first.move(first.buyer, "dispute", { reason });
    const [dispute] = await first.disputes();
    assertProblem(
      await market.api.post(
        `/order-admin/disputes/${dispute!.id}/decide`,
        { decision: "DISMISS", reason },
        first.admin.token,
      ),
      400,
      "IDEMPOTENCY_KEY_REQUIRED",
    );
    const { body: order } = await first.decide(dispute!.id, "DISMISS");
    assert.deepEqual([order.status, order.sellers[0].dispute.state], ["DELIVERED", "DISMISSED"]);
    assert.equal(await market.api.balance(first.buyer), 7_000);

    const second = await sold();
    await second.move(second.buyer, "dispute", { reason });
    const { body: confirmed } = await second.move(second.buyer, "confirm");
    assert.equal(confirmed.sellers[0].dispute.state, "WITHDRAWN");
    const [withdrawn] = await second.disputes("&all=true");
    assertProblem(await second.decide(withdrawn!.id, "REFUND"), 409, "ALREADY_DECIDED");
    assert.equal(await market.api.balance(second.seller), 2_000);
  });

  test("a seller who gives in closes the dispute; what was called off cannot be disputed; nor a stranger's order", async () => {
    const { seller, buyer, order, move, disputes } = await sold();
    await move(buyer, "dispute", { reason });
    assert.equal((await move(seller, "refund")).status, 200);
    assert.equal((await disputes("&all=true"))[0]!.state, "REFUNDED");
    assertProblem(await move(buyer, "dispute", { reason }), 409, "ILLEGAL_TRANSITION");
    const stranger = await market.api.customer();
    assertProblem(
      await market.api.post(`/customer/orders/${order.id}/dispute`, { reason }, stranger.token),
      404,
      "NOT_FOUND_ORDER",
    );
  });
});
