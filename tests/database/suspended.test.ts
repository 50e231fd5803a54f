import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import pg from "pg";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { holdLock } from "../harness/locks.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Instances do not read suspensions during the test: access tokens are accepted, so each operation decides by itself. */
const market = useMarketplace({ alone: true, env: { JANGTEO_ACCESS_CHECK_EVERY_MS: "60000" } });

const suspend = async ({ id }: Person) => {
  const admin = await market.api.admin();
  return market.api.post(`/accounts/admin/members/${id}/suspend`, { reason: "도용" }, admin.token);
};
const points = async ({ id }: Person): Promise<number> => {
  const admin = await market.api.admin();
  return (await market.api.get(`/accounts/admin/members/${id}`, admin.token)).body.points.balance;
};

async function soldAndConfirmed(quantity: number) {
  const [seller, buyer] = [await market.api.seller(), await market.api.customer(5_000)];
  const product = await market.api.product(seller, [[1_000, 50]]);
  const items = [{ itemId: product.items[0].id as string, quantity }];
  const { body: order } = await market.api.buy(buyer, items, 1_000 * quantity);
  await market.api.confirm(order.id, seller, buyer);
  return { seller, buyer, items };
}

describe("a suspended account whose access token is still accepted", () => {
  test("deposits nothing and buys nothing", async () => {
    const { buyer, items } = await soldAndConfirmed(2);
    assert.equal((await suspend(buyer)).status, 200);
    assertProblem(
      await market.api.post("/accounts/customer/balance", { amount: 100, from: "card" }, buyer.token, randomUUID()),
      403,
      "ACCOUNT_SUSPENDED",
    );
    assertProblem(await market.api.buy(buyer, items, 2_000), 403, "ACCOUNT_SUSPENDED");
    assert.equal(await points(buyer), 3_000);
  });

  test("is not paid out", async () => {
    const { seller } = await soldAndConfirmed(2);
    assert.equal((await suspend(seller)).status, 200);
    assertProblem(await market.api.payOut(seller, 1_000), 403, "ACCOUNT_SUSPENDED");
    assert.equal(await points(seller), 2_000);
  });

  test("puts no product on sale", async () => {
    const seller = await market.api.seller();
    await market.api.product(seller, [[1_000, 1]]);
    assert.equal((await suspend(seller)).status, 200);
    const client = new pg.Client({ connectionString: await market.own.databaseOf("order") });
    await client.connect();
    await until(async () => {
      const { rows } = await client.query(`SELECT status FROM "order".seller WHERE id = $1`, [seller.id]);
      return rows[0].status === "SUSPENDED";
    });
    await client.end();
    const product = { name: "새 상품", description: "", items: [{ name: "기본", price: 1, stock: 1 }] };
    assertProblem(await market.api.post("/seller/product", product, seller.token), 403, "ACCOUNT_SUSPENDED");
  });

  test("is suspended only after the points that are being moved, so that no decision about them is overtaken", async () => {
    const buyer = await market.api.customer(100);
    const purse = await holdLock(
      market.own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${buyer.id}' FOR UPDATE`,
    );
    try {
      const suspended = suspend(buyer);
      await purse.isWaitedFor();
      await purse.release();
      assert.equal((await suspended).status, 200);
    } finally {
      await purse.release().catch(() => undefined);
    }
  });
});
