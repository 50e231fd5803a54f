import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { ApiClient, ApiResponse, Person } from "./api-client.ts";
import { converged, createDatabase, startMarketplace } from "./marketplace.ts";
import { until } from "./until.ts";

/**
 * The database of a small healthy marketplace, stopped: orders in every state under both settlement policies with a fee,
 * payments of every outcome, an agreement, disputes, a closed account and points in suspense.
 */
export async function makeEventfulDatabase(): Promise<string> {
  const databaseUrl = await createDatabase();
  for (const settlement of ["on-purchase", "on-confirmation"]) {
    const market = await startMarketplace({
      stage: "monolith",
      databaseUrl,
      env: { JANGTEO_SETTLEMENT: settlement, JANGTEO_FEE_BASIS_POINTS: "500" },
    });
    await trade(market.api);
    await converged(databaseUrl);
    await market.stop();
  }
  return databaseUrl;
}

async function trade(api: ApiClient): Promise<void> {
  const [buyer, seller, other] = [await api.customer(100_000), await api.seller(), await api.seller()];
  const admin = await api.admin();
  const product = await api.product(seller, [
    [1_000, 100],
    [2_000, 100],
  ]);
  const [item, second] = product.items as { id: string }[];
  const [foreign] = (await api.product(other, [[3_000, 100]])).items as { id: string }[];
  await endItems(api, seller);

  const order = async (): Promise<string> =>
    (await ok(api.buy(buyer, [{ itemId: item!.id, quantity: 1 }], 1_000))).body.id as string;
  const move = (by: Person, orderId: string, step: string, body: object = {}) =>
    ok(api.post(`/${by.role.toLowerCase()}/orders/${orderId}/${step}`, body, by.token, randomUUID()));
  const ship = async (orderId: string) => {
    await move(seller, orderId, "prepare");
    await move(seller, orderId, "ship", { carrier: "한길택배", trackingNumber: "1" });
  };
  const deliver = async (orderId: string) => {
    await ship(orderId);
    await move(seller, orderId, "deliver");
  };
  const dispute = async (orderId: string) => move(buyer, orderId, "dispute", { reason: "사진과 달라요" });

  // Two sellers, two lines of one of them.
  const wanted = [item!, second!, foreign!].map(({ id }) => ({ itemId: id, quantity: 2 }));
  await ok(api.buy(buyer, wanted, 12_000));
  await order();
  await move(seller, await order(), "prepare");
  await ship(await order());
  await deliver(await order());
  const confirmed = await order();
  await deliver(confirmed);
  await move(buyer, confirmed, "confirm");
  const confirmedAfterAll = await order();
  await deliver(confirmedAfterAll);
  await dispute(confirmedAfterAll);
  await move(buyer, confirmedAfterAll, "confirm");
  const refundedLate = await order();
  await deliver(refundedLate);
  await move(buyer, refundedLate, "confirm");
  await move(seller, refundedLate, "refund");
  await move(buyer, await order(), "cancel");
  await move(seller, await order(), "refund");
  const returned = await order();
  await deliver(returned);
  await move(seller, returned, "refund");
  const decided = await order();
  await deliver(decided);
  await dispute(decided);
  const { body: open } = await api.get("/order-admin/disputes?limit=100", admin.token);
  const { id: disputeId } = open.items.find((each: { orderId: string }) => each.orderId === decided);
  const decision = { decision: "REFUND", reason: "사진을 확인함" };
  await ok(api.post(`/order-admin/disputes/${disputeId}/decide`, decision, admin.token, randomUUID()));
  const argued = await order();
  await deliver(argued);
  await dispute(argued);

  const poor = await api.customer();
  const refused = await api.buy(poor, [{ itemId: item!.id, quantity: 1 }], 1_000);
  assert.equal(refused.body.code, "NOT_ENOUGH_BALANCE");
  const declined = { amount: 100, from: "decline" };
  assert.equal((await api.post("/accounts/customer/balance", declined, buyer.token, randomUUID())).status, 409);

  await until(async () => (await withdrawable(api, seller)) >= 200);
  for (const bankAccount of ["110-123-456789", "fail"])
    await ok(api.post("/accounts/seller/payouts", { amount: 100, bankAccount }, seller.token, randomUUID()));

  await agree(api, buyer, seller, second!.id);
  await leave(api, seller, item!.id, deliver);
  await leaveDebt(api, buyer, admin);
}

/** One item is deleted with stock, one sold out. */
async function endItems(api: ApiClient, seller: Person): Promise<void> {
  const product = await api.product(seller, [
    [500, 7],
    [600, 1],
  ]);
  const deleted = await api.delete(`/seller/product/item?itemId=${product.items[0].id}`, seller.token);
  assert.equal(deleted.status, 204);
}

/** Two agreements, of which one is used. */
async function agree(api: ApiClient, buyer: Person, seller: Person, itemId: string): Promise<void> {
  const room = await api.room(buyer, [seller]);
  await api.say(buyer, room.id, { text: "깎아 주세요" });
  for (const quantity of [3, 4]) {
    await api.say(seller, room.id, { offer: { itemId, quantity, price: 1_500 } });
    const { messages } = (await api.get(`/chat/${room.id}?limit=100`, buyer.token)).body;
    await api.say(buyer, room.id, { answer: { offerId: messages.at(-1).body.offerId, accept: true } });
  }
  await until(async () => (await api.buy(buyer, [{ itemId, quantity: 3 }], 4_500)).status === 201);
}

/** A buyer gives points up by closing the account; a refund that comes later goes into suspense. */
async function leave(
  api: ApiClient,
  seller: Person,
  itemId: string,
  deliver: (orderId: string) => Promise<void>,
): Promise<void> {
  const leaver = await api.customer(5_000);
  const { body } = await ok(api.buy(leaver, [{ itemId, quantity: 1 }], 1_000));
  await deliver(body.id);
  await ok(api.post(`/customer/orders/${body.id}/confirm`, {}, leaver.token, randomUUID()));
  const goodbye = { password: "jangteo-tester", giveUpPoints: true };
  await until(async () => (await api.post("/accounts/customer/close", goodbye, leaver.token)).status === 204);
  await ok(api.post(`/seller/orders/${body.id}/refund`, {}, seller.token, randomUUID()));
}

/** A seller is paid out and closes the account; a dispute that is decided after that is paid by the marketplace. */
async function leaveDebt(api: ApiClient, buyer: Person, admin: Person): Promise<void> {
  const seller = await api.seller();
  const product = await api.product(seller, [[1_000, 5]]);
  const { body: order } = await ok(api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000));
  await api.confirm(order.id, seller, buyer);
  await until(async () => (await withdrawable(api, seller)) === 950);
  const payout = { amount: 950, bankAccount: "110-123-456789" };
  await ok(api.post("/accounts/seller/payouts", payout, seller.token, randomUUID()));
  const goodbye = { password: "jangteo-tester" };
  await until(async () => (await api.post("/accounts/seller/close", goodbye, seller.token)).status === 204);
  const reason = { reason: "물건이 고장났어요" };
  await ok(api.post(`/customer/orders/${order.id}/dispute`, reason, buyer.token, randomUUID()));
  const { body: open } = await api.get("/order-admin/disputes?limit=100", admin.token);
  const { id } = open.items.find((each: { orderId: string }) => each.orderId === order.id);
  const decision = { decision: "REFUND", reason: "판매자가 떠남" };
  await ok(api.post(`/order-admin/disputes/${id}/decide`, decision, admin.token, randomUUID()));
}

async function withdrawable(api: ApiClient, seller: Person): Promise<number> {
  return (await api.post("/accounts/seller/balance/check", {}, seller.token)).body.withdrawable as number;
}

async function ok(response: Promise<ApiResponse>): Promise<ApiResponse> {
  const answer = await response;
  assert.ok(answer.status < 300, `${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
