import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import {
  AccountChanged,
  type EventInit,
  type EventType,
  OrderPartMoved,
  PriceAgreed,
} from "@jangteo/contracts/events.ts";
import { outboxEvent } from "@jangteo/kernel/events/outbox.ts";
import pg from "pg";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();

async function sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: market.own.databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Puts an event into a module's outbox and waits until all consumers have received it. */
async function publish<Type extends EventType>(module: string, type: Type, key: string, init: EventInit<Type>) {
  const { id, payload } = outboxEvent(type, key, init);
  await sql(`INSERT INTO "${module}".outbox (id, type, key, payload) VALUES ($1, $2, $3, $4)`, [
    id,
    type.name,
    key,
    JSON.stringify(payload),
  ]);
  await until(async () => (await sql(`SELECT FROM "${module}".outbox WHERE id = $1`, [id])).length === 0);
}

describe("events that are late, repeated under another id, or about another's goods", () => {
  test("an older version of a seller does not replace a newer one: the products of a suspended seller stay off sale", async () => {
    const [admin, seller] = [await market.api.admin(), await market.api.seller("옛 이름")];
    const product = await market.api.product(seller, [[1, 1]]);
    await market.api.put("/accounts/seller/update", { name: "새 상호" }, seller.token);
    const suspend = `/accounts/admin/members/${seller.id}/suspend`;
    assert.equal((await market.api.post(suspend, { reason: "확인 중" }, admin.token)).status, 200);
    const stored = async () => {
      const [row] = await sql<Record<string, unknown>>(
        `SELECT name, version, status FROM "order".seller WHERE id = $1`,
        [seller.id],
      );
      return row!;
    };
    const newest = { name: "새 상호", version: 3, status: "SUSPENDED" };
    await until(async () => (await stored()).version === newest.version);
    for (const version of [1, 2]) {
      await publish("account", AccountChanged, seller.id, {
        accountId: seller.id,
        role: "SELLER",
        version,
        status: "ACTIVE",
      });
      assert.deepEqual(await stored(), newest, `after version ${version}`);
    }
    const { status } = await market.api.get(`/search/product/detail?productId=${product.id}`);
    assert.equal(status, 404);
  });

  test("a status of an order is posted into the room once", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer(1_000)];
    const product = await market.api.product(seller, [[1_000, 1]]);
    const room = await market.api.room(buyer, [seller], product.id);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await market.api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
    const posted = async () =>
      (
        await sql<{ status: string }>(
          "SELECT body ->> 'status' AS status FROM chat.event WHERE room_id = $1 AND kind = 'order' ORDER BY seq",
          [room.id],
        )
      ).map(({ status }) => status);
    await until(async () => (await posted()).length === 2);
    const [part] = await sql<{ id: string }>(`SELECT id FROM "order".order_part WHERE order_id = $1`, [order.id]);
    await publish("order", OrderPartMoved, order.id, {
      orderId: order.id,
      partId: part!.id,
      buyerId: buyer.id,
      sellerId: seller.id,
      status: "PREPARING",
    });
    assert.deepEqual(await posted(), ["PAID", "PREPARING"]);
  });

  test("an agreement about an item of another seller is not stored", async () => {
    const [seller, other, buyer] = [
      await market.api.seller(),
      await market.api.seller(),
      await market.api.customer(1_000),
    ];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const itemId = product.items[0].id as string;
    const offerId = randomUUID();
    await publish("chat", PriceAgreed, offerId, {
      offerId,
      buyerId: buyer.id,
      sellerId: other.id,
      itemId,
      quantity: 1,
      price: 1n,
      expiresAtMs: BigInt(Date.now() + 3_600_000),
    });
    assert.equal((await market.api.buy(buyer, [{ itemId, quantity: 1 }], 1)).body.code, "PRICE_CHANGED");
  });
});
