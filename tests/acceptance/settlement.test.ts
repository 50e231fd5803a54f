import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({
  alone: true,
  env: { JANGTEO_SETTLEMENT: "on-confirmation", JANGTEO_FEE_BASIS_POINTS: "250", JANGTEO_AUTO_CONFIRM_HOURS: "0" },
});

async function balances(...people: Person[]): Promise<{ balance: number; held: number; withdrawable: number }[]> {
  return Promise.all(
    people.map(
      async ({ role, token }) =>
        (await market.api.post(`/accounts/${role.toLowerCase()}/balance/check`, {}, token)).body,
    ),
  );
}

async function bought() {
  const seller = await market.api.seller();
  const buyer = await market.api.customer(10_000);
  const product = await market.api.product(seller, [[1_000, 10]]);
  const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
  return { seller, buyer, order };
}

test("points are held until confirmation, then settled less the fee; delivered parts confirm themselves", async () => {
  const { seller, buyer, order } = await bought();
  assert.deepEqual(await balances(buyer, seller), [
    { balance: 8_000, held: 2_000, withdrawable: 0 },
    { balance: 0, held: 2_000, withdrawable: 0 },
  ]);
  await market.api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
  await market.api.post(`/seller/orders/${order.id}/ship`, { carrier: "c", trackingNumber: "1" }, seller.token);
  await market.api.post(`/seller/orders/${order.id}/deliver`, {}, seller.token);
  await until(async () => (await balances(seller))[0]!.balance === 1_950);
  assert.deepEqual(await balances(buyer, seller), [
    { balance: 8_000, held: 0, withdrawable: 0 },
    { balance: 1_950, held: 0, withdrawable: 1_950 },
  ]);
  const { body } = await market.api.get(`/customer/orders/${order.id}`, buyer.token);
  assert.equal(body.status, "CONFIRMED");
  const { body: refunded } = await market.api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, "refund");
  assert.equal(refunded.status, "REFUNDED");
  assert.deepEqual(await balances(buyer, seller), [
    { balance: 10_000, held: 0, withdrawable: 0 },
    { balance: 0, held: 0, withdrawable: 0 },
  ]);
});

test("what is held goes back whole when the order is cancelled", async () => {
  const { seller, buyer, order } = await bought();
  await market.api.post(`/customer/orders/${order.id}/cancel`, {}, buyer.token);
  assert.deepEqual(await balances(buyer, seller), [
    { balance: 10_000, held: 0, withdrawable: 0 },
    { balance: 0, held: 0, withdrawable: 0 },
  ]);
});
