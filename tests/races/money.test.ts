import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import pg from "pg";
import {
  type ApiClient,
  type ApiResponse,
  assertProblem,
  createApiClient,
  type Person,
} from "../harness/api-client.ts";
import { holdLock } from "../harness/locks.ts";
import type { RunningCopy } from "../harness/marketplace.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Two instances of each service (or of the one process) behind the gateway. */
const market = useMarketplace({ alone: true, copies: 2 });

const count = (responses: readonly ApiResponse[], status: number) =>
  responses.filter((response) => response.status === status).length;
const cartLock = (buyer: Person) => `SELECT pg_advisory_xact_lock(hashtextextended('${buyer.id}', 1))`;

/** The instances that serve orders, each reached directly. */
async function instances(): Promise<ApiClient[]> {
  const copies = (await market.own.copies()).filter(({ service }) => /order-api|monolith|jangteo/.test(service));
  assert.ok(copies.length >= 2, JSON.stringify(await market.own.copies()));
  return copies.map(({ address }) => createApiClient(address));
}

async function orderDatabase<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: await market.own.databaseOf("order") });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe("one cart, one payment", () => {
  test("a payment that waited while the other instance's one was completed does not pay again", async () => {
    const { api, own } = market;
    const [first, second] = await instances();
    const seller = await api.seller();
    const product = await api.product(seller, [
      [10, 100],
      [10, 100],
      [1_000, 100],
    ]);
    const [occupied, barrier, wanted] = product.items as { id: string }[];
    const [buyer, other, another] = await Promise.all([api.customer(10_000), api.customer(100), api.customer(100)]);
    await api.post("/customer/cart", { itemId: wanted!.id, quantity: 1 }, buyer.token);
    const pay = (at: ApiClient) => at.post("/customer/orders", { expectedTotal: 1_000 }, buyer.token, randomUUID());
    const lockOf = (item: { id: string }) => `SELECT FROM "order".item WHERE id = '${item.id}' FOR UPDATE`;

    // The second instance is busy with one batch, so that the next two requests form a batch of their own. It locks
    // the barrier before the wanted item.
    const busy = await holdLock(own, "order", lockOf(occupied!));
    const held = await holdLock(own, "order", lockOf(barrier!));
    const before = second!.buy(another, [{ itemId: occupied!.id, quantity: 1 }], 10);
    await busy.isWaitedFor();
    const neighbour = second!.buy(other, [{ itemId: barrier!.id, quantity: 1 }], 10);
    const late = pay(second!);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await busy.release();
    await held.isWaitedFor();
    const early = pay(first!);
    await Promise.race([early, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    await held.release();
    const answers = await Promise.all([early, late]);
    assert.deepEqual([count(answers, 201), count(answers, 409)], [1, 1]);
    assert.deepEqual([(await before).status, (await neighbour).status], [201, 201]);
    assert.equal(await api.balance(buyer), 9_000);
    assertProblem(await pay(first!), 409, "CART_EMPTY");
  });

  test("paid at both instances at once, round after round, with several lines: never twice", async () => {
    const { api } = market;
    const both = await instances();
    const seller = await api.seller();
    const product = await api.product(seller, [
      [1_000, 10_000],
      [500, 10_000],
      [200, 10_000],
    ]);
    const buyers = await Promise.all(Array.from({ length: 6 }, () => api.customer(1_000_000)));
    for (let round = 0; round < 8; round++)
      await Promise.all(
        buyers.map(async (buyer) => {
          for (const item of product.items)
            await api.post("/customer/cart", { itemId: item.id, quantity: 1 }, buyer.token);
          const pay = (at: ApiClient) =>
            at.post("/customer/orders", { expectedTotal: 1_700 }, buyer.token, randomUUID());
          const answers = await Promise.all([...both, ...both].map(pay));
          assert.deepEqual(
            [count(answers, 201), count(answers, 409)],
            [1, 3],
            JSON.stringify(answers.map((a) => a.body)),
          );
        }),
      );
    for (const buyer of buyers) assert.equal(await api.balance(buyer), 1_000_000 - 8 * 1_700);
  });

  test("changes of six lines, twelve at a time, wait for each other and none fails", async () => {
    const { api } = market;
    const seller = await api.seller();
    const product = await api.product(
      seller,
      Array.from({ length: 6 }, () => [100, 1_000]),
    );
    const buyer = await api.customer(1_000_000);
    for (const item of product.items) await api.post("/customer/cart", { itemId: item.id, quantity: 1 }, buyer.token);
    const change = (at: number) =>
      api.request("PUT", `/customer/cart/items/${product.items[at % 6].id}`, {
        body: { quantity: 1 + (at % 5) },
        token: buyer.token,
      });
    for (let round = 0; round < 6; round++) {
      const answers = await Promise.all([
        ...Array.from({ length: 12 }, (_, index) => change(index * 5 + round)),
        api.get("/customer/cart", buyer.token),
        api.post("/customer/orders", { expectedTotal: 1 }, buyer.token, randomUUID()),
      ]);
      assert.equal(count(answers, 503), 0, JSON.stringify(answers.map((answer) => answer.body.code)));
      assert.equal(count(answers.slice(0, 13), 200), 13);
    }
  });

  test("a payment that is done neither waits for its cart nor fails because of it", async () => {
    const { api, own } = market;
    const seller = await api.seller();
    const product = await api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id as string;
    const [buyer, bystander] = await Promise.all([api.customer(10_000), api.customer(10_000)]);
    await api.post("/customer/cart", { itemId, quantity: 2 }, buyer.token);
    const purse = await holdLock(
      own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${buyer.id}' FOR UPDATE`,
    );
    const paying = api.post("/customer/orders", { expectedTotal: 2_000 }, buyer.token, randomUUID());
    await purse.isWaitedFor();
    const cart = await holdLock(own, "order", cartLock(buyer));
    await cart.query(`SELECT FROM "order".cart_line WHERE buyer_id = '${buyer.id}' FOR UPDATE`);
    const beside = api.buy(bystander, [{ itemId, quantity: 1 }], 1_000);
    await purse.release();
    const answers = await Promise.all([paying, beside]);
    await cart.release();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    assert.deepEqual((await api.get("/customer/cart", buyer.token)).body.lines, []);
    assert.equal(await api.balance(buyer), 8_000);
  });

  test("what is added while a cart is being paid for stays in it", async () => {
    const { api, own } = market;
    const seller = await api.seller();
    const product = await api.product(seller, [[1_000, 100]]);
    const itemId = product.items[0].id as string;
    const buyer = await api.customer(10_000);
    const add = (quantity: number) => api.post("/customer/cart", { itemId, quantity }, buyer.token);
    await add(2);
    const purse = await holdLock(
      own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${buyer.id}' FOR UPDATE`,
    );
    const paying = api.post("/customer/orders", { expectedTotal: 2_000 }, buyer.token, randomUUID());
    await purse.isWaitedFor();
    assert.equal((await add(3)).body.lines[0].quantity, 5);
    await purse.release();
    assert.equal((await paying).status, 201);
    assert.equal((await api.get("/customer/cart", buyer.token)).body.lines[0].quantity, 3);
  });
});

describe("an order that two instances end at the same moment", () => {
  /** Pays for an item while another instance ends the order, as `sql` says, just before this one does. */
  async function ended(points: number, fromCart: boolean, sql: (buyer: Person, itemId: string) => string[]) {
    const { api, own } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(points)];
    const product = await api.product(seller, [[1_000, 5]]);
    const itemId = product.items[0].id as string;
    if (fromCart) await api.post("/customer/cart", { itemId, quantity: 1 }, buyer.token);
    const purse = await holdLock(
      own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${buyer.id}' FOR UPDATE`,
    );
    const items = fromCart ? undefined : [{ itemId, quantity: 1 }];
    const paying = api.post("/customer/orders", { expectedTotal: 1_000, items }, buyer.token, randomUUID());
    await purse.isWaitedFor();
    const order = await holdLock(own, "order", `SELECT FROM "order".orders WHERE buyer_id = '${buyer.id}' FOR UPDATE`);
    await purse.release();
    await order.isWaitedFor();
    for (const statement of sql(buyer, itemId)) await order.query(statement);
    await order.release();
    return { buyer, itemId, answer: await paying };
  }

  test("settled at the same moment: the cart that was filled anew stays as it is", async () => {
    const { buyer, answer } = await ended(1_000, true, ({ id }) => [
      `UPDATE "order".orders SET status = 'PAID', lease_until = NULL WHERE buyer_id = '${id}'`,
    ]);
    assert.equal(answer.status, 201);
    const { body: cart } = await market.api.get("/customer/cart", buyer.token);
    assert.equal(cart.lines[0]?.quantity, 1);
  });

  test("cancelled at the same moment: its stock is returned once", async () => {
    const { itemId, answer } = await ended(10, false, ({ id: buyerId }, itemId) => [
      `UPDATE "order".orders SET status = 'CANCELLED', lease_until = NULL, refusal = 'NOT_ENOUGH_BALANCE' WHERE buyer_id = '${buyerId}'`,
      `INSERT INTO "order".stock_move (item_id, order_id, kind, quantity, reason)
       SELECT '${itemId}', id, 'return', 1, 'CANCELLED' FROM "order".orders WHERE buyer_id = '${buyerId}'`,
      `UPDATE "order".item SET stock = stock + 1 WHERE id = '${itemId}'`,
    ]);
    assertProblem(answer, 409, "NOT_ENOUGH_BALANCE");
    const [item] = await orderDatabase<{ stock: number }>(`SELECT stock FROM "order".item WHERE id = $1`, [itemId]);
    assert.equal(item!.stock, 5);
  });
});

describe("locks are taken in one order", () => {
  test("orders of two sellers are bought and cancelled by 16 people at once: no deadlock, no 503", async () => {
    const { api } = market;
    const sellers = await Promise.all([api.seller(), api.seller(), api.seller()]);
    const products = await Promise.all(
      sellers.map((seller) =>
        api.product(seller, [
          [10, 100_000],
          [20, 100_000],
        ]),
      ),
    );
    const items = products.flatMap((product) => product.items as { id: string; price: number }[]);
    const until_ = Date.now() + 6_000;
    const answers: ApiResponse[] = [];
    await Promise.all(
      Array.from({ length: 16 }, async (_, number) => {
        const buyer = await api.customer(10_000_000);
        // Who cancels has bought in the other order, so that the seller parts are in the other order too.
        const mine = number % 2 === 0 ? items.toReversed() : items;
        const total = mine.reduce((sum, item) => sum + item.price, 0);
        while (Date.now() < until_) {
          const bought = await api.buy(
            buyer,
            mine.map((item) => ({ itemId: item.id, quantity: 1 })),
            total,
          );
          answers.push(bought);
          if (number % 2 === 0 && bought.status === 201)
            answers.push(await api.post(`/customer/orders/${bought.body.id}/cancel`, {}, buyer.token));
        }
      }),
    );
    assert.equal(count(answers, 503), 0, `${count(answers, 503)} of ${answers.length}`);
    assert.ok(count(answers, 200) > 20 && count(answers, 201) > 50);
  });

  test("every pair of money and stock operations, on the same items in crossed order", async () => {
    const { api } = market;
    const world = await crossedWorld(api);
    const names = Object.keys(world.operations);
    for (const [index, one] of names.entries())
      for (const two of names.slice(index)) {
        const answers = await Promise.all(
          Array.from({ length: 4 }, (_, number) => [
            world.operations[one]!(number),
            world.operations[two]!(number + 1),
          ]).flat(),
        );
        const failed = answers.filter(({ status }) => status >= 500);
        assert.deepEqual(
          failed.map(({ body }) => body),
          [],
          `${one} against ${two}`,
        );
      }
    // Whatever was deadlocked shows at the end of this file: `verify` asserts that there was none.
  });
});

/** Two sellers with two products each, buyers with orders over all of them, and each operation that locks any of it. */
async function crossedWorld(api: ApiClient) {
  const sellers = await Promise.all([api.seller(), api.seller()]);
  const products = await Promise.all(
    [0, 1, 0, 1].map((owner) =>
      api.product(sellers[owner]!, [
        [10, 1_000_000],
        [30, 1_000_000],
      ]),
    ),
  );
  const items = products.flatMap((product) => product.items as { id: string; price: number }[]);
  const buyers = await Promise.all(Array.from({ length: 3 }, () => api.customer(100_000_000)));
  const admin = await api.admin();
  const crossed = <T>(list: readonly T[], number: number) => (number % 2 === 0 ? [...list] : list.toReversed());
  const total = items.reduce((sum, { price }) => sum + price, 0);
  const buyer = (number: number) => buyers[number % buyers.length]!;
  const order = async (number: number) => {
    const lines = crossed(items, number).map(({ id: itemId }) => ({ itemId, quantity: 1 }));
    return api.buy(buyer(number), lines, total);
  };
  const ordered = async (number: number): Promise<string> => (await order(number)).body.id as string;
  const bySeller = async (number: number, step: string, body: unknown = {}) => {
    const id = await ordered(number);
    return api.post(`/seller/orders/${id}/${step}`, body, sellers[number % 2]!.token, randomUUID());
  };
  const delivered = async (number: number) => {
    const id = await ordered(number);
    for (const [step, body] of [
      ["prepare", {}],
      ["ship", { carrier: "c", trackingNumber: "1" }],
      ["deliver", {}],
    ] as const)
      for (const seller of crossed(sellers, number)) await api.post(`/seller/orders/${id}/${step}`, body, seller.token);
    return id;
  };
  const operations: Record<string, (number: number) => Promise<ApiResponse>> = {
    buy: order,
    "buy the cart": async (number) => {
      for (const { id: itemId } of crossed(items, number))
        await api.post("/customer/cart", { itemId, quantity: 1 }, buyer(number).token);
      const { body: cart } = await api.get("/customer/cart", buyer(number).token);
      return api.post(
        "/customer/orders",
        { expectedTotal: Math.max(1, cart.total) },
        buyer(number).token,
        randomUUID(),
      );
    },
    "empty the cart": (number) => api.delete("/customer/cart", buyer(number).token),
    cancel: async (number) => api.post(`/customer/orders/${await ordered(number)}/cancel`, {}, buyer(number).token),
    refund: (number) => bySeller(number, "refund"),
    confirm: async (number) => api.post(`/customer/orders/${await delivered(number)}/confirm`, {}, buyer(number).token),
    dispute: async (number) =>
      api.post(`/customer/orders/${await delivered(number)}/dispute`, { reason: "다른 상품" }, buyer(number).token),
    "change items": (number) => {
      const mine = products
        .filter((_, index) => index % 2 === number % 2)
        .flatMap(({ items: own }) => own as { id: string }[]);
      return api.put(
        "/seller/product/items",
        { items: crossed(mine, number).map(({ id }) => ({ id, stockChange: 1 })) },
        sellers[number % 2]!.token,
      );
    },
    "change a product": (number) =>
      api.put(
        "/seller/product",
        {
          id: products[number % 4].id,
          description: `새 설명 ${number}`,
          items: crossed(products[number % 4].items as { id: string }[], number).map(({ id }) => ({
            id,
            stockChange: 2,
          })),
        },
        sellers[number % 2]!.token,
      ),
    "add and delete a product": async (number) => {
      const seller = sellers[number % 2]!;
      // The seller may be suspended just now.
      const added = await api.post(
        "/seller/product",
        { name: randomUUID(), description: "", items: [{ name: "x", price: 10, stock: 5 }] },
        seller.token,
      );
      return api.delete(`/seller/product?productId=${added.body.id}`, seller.token);
    },
    "withhold and restore": async (number) => {
      const path = `/order-admin/products/${products[number % 4].id}`;
      await api.post(`${path}/withhold`, { reason: "확인 중" }, admin.token);
      return api.post(`${path}/restore`, { reason: "이상 없음" }, admin.token);
    },
    "pay out": (number) => api.payOut(sellers[number % 2]!, 1 + number),
    deposit: (number) =>
      api.post("/accounts/customer/balance", { amount: 5, from: "card" }, buyer(number).token, randomUUID()),
    "suspend and reinstate": async (number) => {
      const path = `/accounts/admin/members/${sellers[number % 2]!.id}`;
      await api.post(`${path}/suspend`, { reason: "확인 중" }, admin.token);
      return api.post(`${path}/reinstate`, { reason: "이상 없음" }, admin.token);
    },
  };
  return { operations };
}

describe("disputes and confirmation", () => {
  test("automatic confirmation does not override a dispute that was opened while it waited", async () => {
    const { api, own } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(1_000)];
    const product = await api.product(seller, [[1_000, 5]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
    await api.post(`/seller/orders/${order.id}/ship`, { carrier: "c", trackingNumber: "1" }, seller.token);
    const held = await holdLock(
      own,
      "order",
      `SELECT FROM "order".order_part WHERE order_id = '${order.id}' FOR UPDATE`,
    );
    // Delivered, so that the job finds it; the part is still locked when the dispute comes.
    await held.query(
      `UPDATE "order".order_part SET status = 'DELIVERED', delivered_at = now() - interval '8 days' WHERE order_id = '${order.id}'`,
    );
    await held.query("COMMIT");
    await held.query("BEGIN");
    await held.query(`SELECT FROM "order".order_part WHERE order_id = '${order.id}' FOR UPDATE`);
    await held.isWaitedFor();
    await held.query(
      `INSERT INTO "order".dispute (id, part_id, order_id, buyer_id, seller_id, reason)
       SELECT '${randomUUID()}', id, order_id, '${buyer.id}', seller_id, '다른 상품' FROM "order".order_part WHERE order_id = '${order.id}'`,
    );
    await held.release();
    const jobRan = await orderDatabase<{ until: Date }>(
      `SELECT until FROM "order".lease WHERE name = 'job confirm delivered parts'`,
    );
    await until(async () => {
      const [lease] = await orderDatabase<{ until: Date }>(
        `SELECT until FROM "order".lease WHERE name = 'job confirm delivered parts'`,
      );
      return lease !== undefined && lease.until > jobRan[0]!.until;
    });
    assert.equal((await api.get(`/customer/orders/${order.id}`, buyer.token)).body.status, "DELIVERED");
  });

  test("confirm against refund: one of the two wins, and the points are with the winner's side", async () => {
    const { api, own } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(10_000)];
    const product = await api.product(seller, [[1_000, 50]]);
    for (let round = 0; round < 6; round++) {
      const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
      await api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
      await api.post(`/seller/orders/${order.id}/ship`, { carrier: "c", trackingNumber: "1" }, seller.token);
      const held = await holdLock(
        own,
        "order",
        `SELECT FROM "order".order_part WHERE order_id = '${order.id}' FOR UPDATE`,
      );
      await held.query(
        `INSERT INTO "order".dispute (id, part_id, order_id, buyer_id, seller_id, reason)
         SELECT '${randomUUID()}', id, order_id, '${buyer.id}', seller_id, '다른 상품' FROM "order".order_part WHERE order_id = '${order.id}'`,
      );
      await held.query(
        `UPDATE "order".order_part SET status = 'DELIVERED', delivered_at = now() WHERE order_id = '${order.id}'`,
      );
      const sent = [
        api.post(`/customer/orders/${order.id}/confirm`, {}, buyer.token),
        api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID()),
      ];
      await held.isWaitedFor();
      await held.release();
      const [confirmed, refunded] = await Promise.all(sent);
      // A refund may also follow the confirmation, when it is covered.
      assert.ok(confirmed!.status === 200 || refunded!.status === 200);
      const { body: after } = await api.get(`/customer/orders/${order.id}`, buyer.token);
      assert.equal(after.status, refunded!.status === 200 ? "REFUNDED" : "CONFIRMED");
    }
  });
});

test("an order whose money is still to be moved does not move on", async () => {
  const { api, own } = market;
  const [seller, buyer] = [await api.seller(), await api.customer(1_000)];
  const product = await api.product(seller, [[1_000, 5]]);
  const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
  const move = (by: Person, step: string, body: object = {}) =>
    api.post(`/${by.role.toLowerCase()}/orders/${order.id}/${step}`, body, by.token, randomUUID());
  await move(seller, "prepare");
  await move(seller, "ship", { carrier: "c", trackingNumber: "1" });
  const money = await holdLock(
    own,
    "account",
    `SELECT FROM account.order_money WHERE order_id = '${order.id}' FOR UPDATE`,
  );
  try {
    // Delivered parts are confirmed by the buyer here, or by the job.
    await move(seller, "deliver");
    const confirming = move(buyer, "confirm");
    await money.isWaitedFor();
    assertProblem(await move(seller, "refund"), 409, "ILLEGAL_TRANSITION");
    await money.release();
    await confirming;
  } finally {
    await money.release().catch(() => undefined);
  }
  await until(async () => (await api.withdrawable(seller)) === 1_000);
});

describe("who is suspended or leaves", () => {
  test("a suspended seller is not paid out, and a suspended buyer does not buy, whatever their tokens say", async () => {
    const { api } = market;
    const [admin, seller, buyer] = [await api.admin(), await api.seller(), await api.customer(5_000)];
    const product = await api.product(seller, [[1_000, 5]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
    await api.confirm(order.id, seller, buyer);
    const other = await api.product(await api.seller(), [[1_000, 5]]);
    for (const { id } of [seller, buyer])
      assert.equal(
        (await api.post(`/accounts/admin/members/${id}/suspend`, { reason: "도용" }, admin.token)).status,
        200,
      );
    const payout = await api.payOut(seller, 1_000);
    const purchase = await api.buy(buyer, [{ itemId: other.items[0].id, quantity: 1 }], 1_000);
    assert.deepEqual([payout.status, purchase.status], [403, 403]);
    const points = async (id: string) =>
      (await api.get(`/accounts/admin/members/${id}`, admin.token)).body.points.balance;
    assert.deepEqual([await points(seller.id), await points(buyer.id)], [2_000, 3_000]);
  });

  test("closing against a purchase: no points end inside a closed seller", async () => {
    const { api, own } = market;
    const admin = await api.admin();
    for (let round = 0; round < 4; round++) {
      const [seller, buyer] = [await api.seller(), await api.customer(4_000)];
      const product = await api.product(seller, [[4_000, 5]]);
      const purse = await holdLock(
        own,
        "account",
        `SELECT FROM account.balance WHERE account_id = '${seller.id}' FOR UPDATE`,
      );
      const buy = () => api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 4_000);
      const close = () =>
        api.post("/accounts/seller/close", { password: "jangteo-tester", giveUpPoints: true }, seller.token);
      const sent = round % 2 === 0 ? [close()] : [buy()];
      await purse.isWaitedFor();
      sent.push(round % 2 === 0 ? buy() : close());
      await new Promise((resolve) => setTimeout(resolve, 300));
      await purse.release();
      const statuses = (await Promise.all(sent)).map(({ status }) => status);
      const { body: member } = await api.get(`/accounts/admin/members/${seller.id}`, admin.token);
      const expected = member.status === "CLOSED" ? [0, 4_000] : [4_000, 0];
      assert.deepEqual([member.points.balance, await api.balance(buyer)], expected, statuses.join());
      await until(
        async () => (await api.get(`/search/product/detail?productId=${product.id}`)).body.items?.[0].stock !== 0,
      );
    }
  });

  test("a refund for a buyer who has left goes to the suspense account, which administrators see", async () => {
    const { api } = market;
    const [admin, seller, buyer] = [await api.admin(), await api.seller(), await api.customer(1_000)];
    const product = await api.product(seller, [[1_000, 5]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await api.confirm(order.id, seller, buyer);
    assert.equal((await api.post("/accounts/customer/close", { password: "jangteo-tester" }, buyer.token)).status, 204);
    const { body: before } = await api.get("/accounts/admin/suspense", admin.token);
    assert.equal((await api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID())).status, 200);
    const { body: after } = await api.get("/accounts/admin/suspense", admin.token);
    assert.equal(after.balance, before.balance + 1_000);
    const { kind, amount, accountId, orderId } = after.items[0];
    assert.deepEqual(
      { kind, amount, accountId, orderId },
      { kind: "refund", amount: 1_000, accountId: buyer.id, orderId: order.id },
    );
    const { body: member } = await api.get(`/accounts/admin/members/${buyer.id}`, admin.token);
    assert.equal(member.points.balance, 0);
    assertProblem(await api.get("/accounts/admin/suspense", seller.token), 403, "WRONG_ROLE");
  });

  test("a deposit that was charged before its buyer was suspended is answered as what it became", async () => {
    const { api } = market;
    const [admin, buyer] = [await api.admin(), await api.customer()];
    const key = randomUUID();
    const send = () => api.post("/accounts/customer/balance", { amount: 700, from: "timeout" }, buyer.token, key);
    assertProblem(await send(), 503, "PAYMENT_PENDING");
    await api.post(`/accounts/admin/members/${buyer.id}/suspend`, { reason: "도용" }, admin.token);
    const points = async () => (await api.get(`/accounts/admin/members/${buyer.id}`, admin.token)).body.points.balance;
    await send();
    await until(async () => (await points()) === 700);
    await api.post(`/accounts/admin/members/${buyer.id}/reinstate`, { reason: "확인됨" }, admin.token);
    await until(async () => {
      const { status, body } = await send();
      return status === 200 && body.changed === 700;
    });
    assert.equal(await points(), 700);
  });
});

test("closing against sign-ins and new tokens of the same account: none fails, none stays signed in", async () => {
  const { api } = market;
  for (let round = 0; round < 5; round++) {
    const buyer = await api.customer();
    const signIn = () => api.post("/accounts/customer/login", { email: buyer.email, password: "jangteo-tester" });
    const tokens = (await Promise.all([signIn(), signIn(), signIn()])).map(({ body }) => body.refreshToken as string);
    const refresh = (refreshToken: string) => api.post("/accounts/token/refresh", { refreshToken });
    const answers = await Promise.all([
      ...tokens.map(refresh),
      api.post("/accounts/customer/close", { password: "jangteo-tester" }, buyer.token),
      api.post("/accounts/password/forgot", { email: buyer.email, role: "CUSTOMER" }),
    ]);
    assert.deepEqual(
      answers.filter(({ status }) => status >= 500).map(({ body }) => body),
      [],
    );
    for (const { body } of answers.filter((answer) => answer.body?.refreshToken))
      assertProblem(await refresh(body.refreshToken), 401, "INVALID_REFRESH_TOKEN");
  }
});

test("disputes decided at two instances at once against a seller who is paid out and gone: the marketplace pays what is missing, once", async () => {
  const { api, own } = market;
  const [admin, seller, buyer] = [await api.admin(), await api.seller(), await api.customer(10_000)];
  const product = await api.product(seller, [[1_000, 100]]);
  const orders: string[] = [];
  for (let count = 0; count < 2; count++) {
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await api.confirm(order.id, seller, buyer);
    orders.push(order.id as string);
  }
  await until(async () => (await api.payOut(seller, 1_900)).status === 201);
  // The last 100 points are given up: the account closes with none.
  const goodbye = { password: "jangteo-tester", giveUpPoints: true };
  await until(async () => (await api.post("/accounts/seller/close", goodbye, seller.token)).status === 204);
  for (const order of orders) {
    const disputed = await api.post(`/customer/orders/${order}/dispute`, { reason: "고장" }, buyer.token, randomUUID());
    assert.equal(disputed.status, 200);
  }
  const { body: open } = await api.get("/order-admin/disputes?limit=100", admin.token);
  const disputes = open.items.filter(({ orderId }: { orderId: string }) => orders.includes(orderId)) as {
    id: string;
  }[];
  assert.equal(disputes.length, 2);
  const decision = { decision: "REFUND", reason: "판매자가 떠남" };
  const purse = await holdLock(
    own,
    "account",
    `SELECT FROM account.balance WHERE account_id = '${seller.id}' FOR UPDATE`,
  );
  const sent = (await instances())
    .slice(0, 2)
    .flatMap((instance) =>
      disputes.map(({ id }) =>
        instance.post(`/order-admin/disputes/${id}/decide`, decision, admin.token, randomUUID()),
      ),
    );
  await purse.isWaitedFor();
  await purse.release();
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  assert.deepEqual(
    statuses.toSorted((a, b) => a - b),
    [200, 200, 409, 409],
  );
  await until(async () => (await api.balance(buyer)) === 10_000);
  const client = new pg.Client({ connectionString: await own.databaseOf("account") });
  await client.connect();
  const { rows } = await client.query(
    `SELECT (SELECT posted::int FROM account.balance WHERE account_id = $1) AS posted,
       (SELECT sum(amount)::int FROM account.transfer WHERE credit_id = $1 AND kind = 'cover') AS covered`,
    [seller.id],
  );
  await client.end();
  assert.deepEqual(rows, [{ posted: 0, covered: 2_000 }]);
});

test("points of a sale cannot be pumped out: buy from a shop of one's own, pay out, cancel, again", async () => {
  const { api } = market;
  const [seller, buyer] = [await api.seller(), await api.customer(1_000)];
  const product = await api.product(seller, [[1_000, 100]]);
  for (let round = 0; round < 3; round++) {
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    assertProblem(await api.payOut(seller, 1_000), 409, "NOT_ENOUGH_BALANCE");
    assert.equal((await api.post(`/customer/orders/${order.id}/cancel`, {}, buyer.token)).status, 200);
  }
  assert.deepEqual([await api.balance(buyer), await api.balance(seller)], [1_000, 0]);
  // Neither after confirmation: then the seller's own refund must be covered.
  const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
  await api.confirm(order.id, seller, buyer);
  const race = await Promise.all([
    api.payOut(seller, 1_000),
    api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID()),
  ]);
  assert.equal(race.filter(({ status }) => status < 300).length, 1, JSON.stringify(race.map(({ body }) => body)));
  assert.ok((await api.balance(seller)) >= 0);
});

test("refunds after confirmation, under two keys at once: only what is covered, and once", async () => {
  const { api, own } = market;
  const [admin, seller, buyer] = [await api.admin(), await api.seller(), await api.customer(10_000)];
  const product = await api.product(seller, [[1_000, 100]]);
  for (const paidOut of [1_000, 0]) {
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await api.confirm(order.id, seller, buyer);
    await api.post(`/customer/orders/${order.id}/dispute`, { reason: "다른 상품" }, buyer.token);
    if (paidOut > 0) assert.equal((await api.payOut(seller, paidOut)).status, 201);
    const purse = await holdLock(
      own,
      "account",
      `SELECT FROM account.balance WHERE account_id = '${seller.id}' FOR UPDATE`,
    );
    const refund = () => api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID());
    const first = refund();
    await purse.isWaitedFor();
    // The ledger has not decided yet: nobody else moves the seller order meanwhile.
    assertProblem(await refund(), 409, "ILLEGAL_TRANSITION");
    const { body: disputes } = await api.get("/order-admin/disputes?limit=100", admin.token);
    const dispute = disputes.items.find((each: { orderId: string }) => each.orderId === order.id);
    const decided = await api.post(
      `/order-admin/disputes/${dispute.id}/decide`,
      { decision: "REFUND", reason: "확인" },
      admin.token,
      randomUUID(),
    );
    assertProblem(decided, 409, "ILLEGAL_TRANSITION");
    await purse.release();
    const { status } = await first;
    const { body: after } = await api.get(`/customer/orders/${order.id}`, buyer.token);
    assert.deepEqual([status, after.status], paidOut > 0 ? [409, "CONFIRMED"] : [200, "REFUNDED"]);
    assert.equal(await api.balance(seller), 0);
  }
  assert.equal(await api.balance(buyer), 9_000);
});

describe("stock changes by what was meant", () => {
  test("a stale form does not restore sold units; a difference applies to what there is", async () => {
    const { api } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(100_000)];
    const product = await api.product(seller, [[1_000, 10]]);
    const id = product.items[0].id as string;
    await api.buy(buyer, [{ itemId: id, quantity: 7 }], 7_000);
    const change = (body: object) => api.put("/seller/product/item", { id, ...body }, seller.token);
    const stale = await change({ stock: 10, expectedStock: 10 });
    assertProblem(stale, 409, "STOCK_CHANGED");
    assert.equal(stale.body.stock, 3);
    assert.equal((await change({ stock: 12, expectedStock: 3, reason: "입고" })).body.stock, 12);
    assert.equal((await change({ stockChange: -2, reason: "파손" })).body.stock, 10);
    assertProblem(await change({ stockChange: -11 }), 409, "ITEM_COUNT_NOT_ENOUGH");
    assertProblem(await change({ stockChange: 1, stock: 5 }), 400, "INVALID_INPUT");
    assertProblem(await change({ expectedStock: 10 }), 400, "INVALID_INPUT");
    const moves = await orderDatabase<{ kind: string; quantity: number; reason: string; author_id: string }>(
      `SELECT kind, quantity, reason, author_id FROM "order".stock_move WHERE item_id = $1 ORDER BY id`,
      [id],
    );
    assert.deepEqual(
      moves.map((move) => [move.kind, move.quantity, move.reason, move.author_id]),
      [
        ["initial", 10, "", seller.id],
        ["sale", -7, "", buyer.id],
        ["adjust", 9, "입고", seller.id],
        ["adjust", -2, "파손", seller.id],
      ],
    );
  });

  test("a number against a purchase at the same moment: the form is stale", async () => {
    const { api, own } = market;
    const seller = await api.seller();
    const product = await api.product(seller, [[1_000, 10]]);
    const id = product.items[0].id as string;
    const item = await holdLock(own, "order", `SELECT FROM "order".item WHERE id = '${id}' FOR UPDATE`);
    const changing = api.put("/seller/product/item", { id, stock: 12, expectedStock: 10 }, seller.token);
    await item.isWaitedFor();
    await item.query(`UPDATE "order".item SET stock = stock - 1 WHERE id = '${id}'`);
    await item.query(`INSERT INTO "order".stock_move (item_id, kind, quantity) VALUES ('${id}', 'adjust', -1)`);
    await item.release();
    assertProblem(await changing, 409, "STOCK_CHANGED");
  });

  test("a price that changes while a checkout waits for the item is the one that counts", async () => {
    const { api, own } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(5_000)];
    const product = await api.product(seller, [[1_000, 10]]);
    const itemId = product.items[0].id as string;
    const item = await holdLock(own, "order", `SELECT FROM "order".item WHERE id = '${itemId}' FOR UPDATE`);
    const buying = api.buy(buyer, [{ itemId, quantity: 1 }], 1_000);
    await item.isWaitedFor();
    await item.query(`UPDATE "order".item SET price = 1500 WHERE id = '${itemId}'`);
    await item.query(`UPDATE "order".product SET price_from = 1500 WHERE id = '${product.id}'`);
    await item.release();
    const answer = await buying;
    assertProblem(answer, 409, "PRICE_CHANGED");
    assert.equal(answer.body.total, 1_500);
  });

  test("20 differences and 20 purchases at once: none is lost", async () => {
    const { api } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(100_000)];
    const product = await api.product(seller, [[1_000, 100]]);
    const id = product.items[0].id as string;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => [
        api.put("/seller/product/item", { id, stockChange: 3 }, seller.token),
        api.buy(buyer, [{ itemId: id, quantity: 1 }], 1_000),
      ]).flat(),
    );
    assert.deepEqual([count(answers, 200), count(answers, 201)], [20, 20]);
    const [item] = await orderDatabase<{ stock: number }>(`SELECT stock FROM "order".item WHERE id = $1`, [id]);
    assert.equal(item!.stock, 140);
  });
});

describe("agreed prices", () => {
  const agree = (buyer: Person, itemId: string, quantity: number, price: number, ends: string) =>
    orderDatabase(
      `INSERT INTO "order".agreed_price (offer_id, buyer_id, item_id, quantity, price, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + $6::interval)`,
      [randomUUID(), buyer.id, itemId, quantity, price, ends],
    );

  test("the lower price wins: an agreement above the list price is not charged, an expired one not used", async () => {
    const { api } = market;
    const [seller, buyer] = [await api.seller(), await api.customer(100_000)];
    const product = await api.product(seller, [
      [1_000, 10],
      [2_000, 10],
      [3_000, 10],
    ]);
    const [dear, expired, cheap] = product.items as { id: string }[];
    await agree(buyer, dear!.id, 1, 1_500, "1 hour");
    await agree(buyer, expired!.id, 1, 5, "-1 hour");
    await agree(buyer, cheap!.id, 1, 2_500, "1 hour");
    const lines = [dear, expired, cheap].map((item) => ({ itemId: item!.id, quantity: 1 }));
    assert.equal((await api.buy(buyer, lines, 5_500)).status, 201);
    assert.equal((await api.buy(buyer, lines, 6_000)).status, 201, "each is used once");
  });
});

test("a suspended account buys nothing on an instance that starts after the suspension, from its first request", async () => {
  const buyer = await market.api.customer();
  const admin = await market.api.admin();
  const suspend = `/accounts/admin/members/${buyer.id}/suspend`;
  assert.equal((await market.api.post(suspend, { reason: "운영 정책 위반" }, admin.token)).status, 200);
  const before = (await market.own.copies()).map(({ pid }) => pid);
  process.kill((await market.own.pids("order"))[0]!, "SIGKILL");
  let started: RunningCopy | undefined;
  const hasStarted = async () => {
    const copies = await market.own.copies();
    started = copies.find(({ pid, state }) => state === "ready" && !before.includes(pid));
    return started !== undefined;
  };
  await until(hasStarted, { timeoutMs: 30_000, everyMs: 5 });
  const instance = createApiClient(started!.address);
  // 503 while it has not found the account service.
  let response: ApiResponse | undefined;
  await until(async () => (response = await instance.get("/customer/cart", buyer.token)).status !== 503);
  assertProblem(response!, 403, "ACCOUNT_SUSPENDED");
});
