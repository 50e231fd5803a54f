import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();
const password = "jangteo-tester";

const close = (by: Person, body: object = {}) =>
  market.api.post(`/accounts/${by.role.toLowerCase()}/close`, { password, ...body }, by.token);

describe("closing an account", () => {
  test("needs the password, and points that are spent or given up; then the person is gone and the email free", async () => {
    const buyer = await market.api.customer(3_000);
    const signIn = () => market.api.post("/accounts/customer/login", { email: buyer.email, password });
    const { refreshToken } = (await signIn()).body;
    assertProblem(await close(buyer, { password: "not it at all" }), 403, "WRONG_PASSWORD");
    const refused = await close(buyer);
    assertProblem(refused, 409, "BALANCE_LEFT");
    assert.match(refused.body.detail, /3,?000/);
    assert.equal((await close(buyer, { giveUpPoints: true })).status, 204);

    assertProblem(await signIn(), 401, "LOGIN_FAILED");
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
    // By the deposit itself, or by the check of the token a moment later.
    const deposit = await market.api.post(
      "/accounts/customer/balance",
      { amount: 100, from: "card" },
      buyer.token,
      randomUUID(),
    );
    assert.match(deposit.body.code, /^(ACCOUNT_SUSPENDED|INVALID_ACCESS_TOKEN)$/);
    const admin = await market.api.admin();
    const { body: member } = await market.api.get(`/accounts/admin/members/${buyer.id}`, admin.token);
    assert.deepEqual(
      [member.status, member.name, member.phone, member.birth, member.points.balance],
      ["CLOSED", "탈퇴한 회원", null, null, 0],
    );
    assert.ok(!JSON.stringify(member).includes(buyer.email));
    const again = await market.api.post("/test/create/customer", { email: buyer.email });
    assert.equal(again.status, 201);
    assert.notEqual(again.body.id, buyer.id);
  });

  test("repeated under its key gets the first answer", async () => {
    const buyer = await market.api.customer();
    const key = randomUUID();
    const closing = () => market.api.post("/accounts/customer/close", { password }, buyer.token, key);
    const first = await closing();
    assert.deepEqual([first.status, first.headers.get("idempotency-replayed")], [204, null]);
    const again = await closing();
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed")], [204, "true"]);
  });

  test("waits for orders that are under way, on both sides; a seller's products go, the buyers' orders stay", async () => {
    const [seller, buyer] = [await market.api.seller("문 닫는 가게"), await market.api.customer(1_000)];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    for (const who of [seller, buyer]) assertProblem(await close(who, { giveUpPoints: true }), 409, "ORDERS_UNDER_WAY");
    const move = async (by: Person, step: string, body: unknown = {}) =>
      assert.equal(
        (await market.api.post(`/${by.role.toLowerCase()}/orders/${order.id}/${step}`, body, by.token)).status,
        200,
      );
    await move(seller, "prepare");
    await move(seller, "ship", { carrier: "한길택배", trackingNumber: "1" });
    await move(seller, "deliver");
    await move(buyer, "confirm");
    await until(async () => {
      const { status, body } = await close(seller);
      return status === 409 && body.code === "BALANCE_LEFT";
    });
    await market.api.post(
      "/accounts/seller/payouts",
      { amount: 1_000, bankAccount: "123-456" },
      seller.token,
      randomUUID(),
    );
    assert.equal((await close(seller)).status, 204);
    await until(async () => (await market.api.get(`/search/product/detail?productId=${product.id}`)).status === 404);
    const { body: kept } = await market.api.get(`/customer/orders/${order.id}`, buyer.token);
    assert.deepEqual([kept.status, kept.sellers[0].sellerName], ["CONFIRMED", "문 닫는 가게"]);
  });

  test("takes the name out of rooms", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
    const room = await market.api.room(buyer, [seller]);
    assert.equal((await close(buyer)).status, 204);
    await until(async () => {
      const { body } = await market.api.get(`/chat/${room.id}/userlist`, seller.token);
      return body.items.some(({ name }: { name: string }) => name === "탈퇴한 회원");
    });
  });
});
