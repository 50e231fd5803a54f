import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, describe, test } from "node:test";
import { moduleUrl } from "@jangteo/kernel/database/logins.ts";
import pg from "pg";
import { type ApiResponse, assertProblem, type Person } from "../harness/api-client.ts";
import { meetAt } from "../harness/meet.ts";
import {
  forEachOf,
  nobodys,
  type Operation,
  type Placed,
  placesOf,
  type Role,
  readOperations,
  replaced,
  sampleOf,
  urlOf,
} from "../harness/operations.ts";
import { developmentSecret } from "../harness/signing-key.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually, until } from "../harness/until.ts";

// The lines of docs/security.md about money; each test is named by its line. The races are here once; tests/races has more of them.
const marketplace = useMarketplace();
const atOnce = 12;
let operations: Operation[];
before(async () => {
  await until(() => marketplace.api !== undefined, { timeoutMs: 60_000 });
  operations = await readOperations(marketplace.api);
});

const count = (responses: readonly ApiResponse[], status: number) =>
  responses.filter((response) => response.status === status).length;
const stockOf = async (productId: string): Promise<number> =>
  (await marketplace.api.get(`/search/product/detail?productId=${productId}`)).body.items[0].stock;
const act = ({ role, token }: Person, orderId: string, action: string, body: object = {}) =>
  marketplace.api.post(`/${role.toLowerCase()}/orders/${orderId}/${action}`, body, token, randomUUID());

async function shop(points: number, stock = 100) {
  const { api } = marketplace;
  const [seller, buyer] = await Promise.all([api.seller(), api.customer(points)]);
  const product = await api.product(seller, [[1_000, stock]]);
  const itemId = product.items[0].id as string;
  const buy = (quantity = 1, key: string = randomUUID()) =>
    api.buy(buyer, [{ itemId, quantity }], 1_000 * quantity, key);
  return { api, seller, buyer, product, itemId, buy };
}

/** The sums of a buyer and a seller, and the units in stock. */
const sums = async (buyer: Person, seller: Person, productId: string) => [
  await marketplace.api.balance(buyer),
  await marketplace.api.balance(seller),
  await stockOf(productId),
];

const lockItem = (itemId: string) => `SELECT id FROM "order".item WHERE id = '${itemId}' FOR UPDATE`;
const lockOrder = (orderId: string) => `SELECT id FROM "order".order_part WHERE order_id = '${orderId}' FOR UPDATE`;

/** Written out, since some of them are no JavaScript numbers. */
const noAmounts = [
  "-1",
  "0",
  "0.5",
  '"1"',
  "NaN",
  "2147483648.5",
  "9007199254740992",
  "9223372036854775808",
  "1e400",
  "null",
  "[1]",
];

describe("amounts", () => {
  test("line 24: that are none are refused in every field of points, price, stock and quantity; no row is made", async () => {
    const { api } = marketplace;
    const [CUSTOMER, SELLER, ADMIN] = await Promise.all([api.customer(), api.seller(), api.admin()]);
    const people = { CUSTOMER, SELLER, ADMIN };
    const names = /^(amount|price|stock|expectedStock|quantity|expectedTotal|stockChange)$/;
    const fields = operations.flatMap((operation) =>
      operation.body && operation.roles
        ? placesOf(operation.body)
            .filter(({ at, schema }) => names.test(at.at(-1) ?? "") && schema.type === "integer")
            .map((placed) => ({ operation, placed }))
        : [],
    );
    assert.ok(
      fields.length >= 12,
      fields.map(({ operation, placed }) => `${operation.name} ${placed.at.join("/")}`).join(),
    );
    let sent = 0;
    await forEachOf(
      fields.flatMap((field) => noAmounts.map((text) => ({ ...field, text }))),
      atOnce,
      async ({ operation, placed, text }) => {
        if (isFine(placed, text)) return;
        // The bare text in the place of a marked value, since JSON.stringify cannot write all of them.
        const body = JSON.stringify(replaced(sampleOf(operation.body!, {}, true), placed.at, "@")).replace('"@"', text);
        const token = people[operation.roles![0]!].token;
        const options = { token, body, key: randomUUID() };
        const response = await api.request(operation.method, urlOf(operation), options);
        assert.equal(
          response.status,
          400,
          `${operation.name} with ${placed.at.join("/")} = ${text}: ${JSON.stringify(response.body)}`,
        );
        sent++;
      },
    );
    assert.ok(sent > 100, `${sent} requests`);
    // Offers of the chat are read by a schema of alternatives.
    const product = await api.product(SELLER, [[1_000, 1]]);
    const { id: room } = await api.room(CUSTOMER, [SELLER], product.id);
    for (const text of noAmounts)
      for (const [price, quantity] of [
        [text, "1"],
        ["1", text],
      ] as const) {
        const offer = `{"itemId":"${product.items[0].id}","quantity":${quantity},"price":${price}}`;
        const body = `{"clientId":"${randomUUID()}","body":{"offer":${offer}}}`;
        assertProblem(await api.request("POST", `/chat/${room}/messages`, { body, token: CUSTOMER.token }), 400);
      }
    assert.deepEqual((await api.get(`/chat/${room}`, CUSTOMER.token)).body.messages.length, 1);
    for (const who of [CUSTOMER, SELLER])
      assert.deepEqual((await api.get("/accounts/balance/entries", who.token)).body.items, []);
    assert.deepEqual((await api.get("/customer/orders", CUSTOMER.token)).body.items, []);
    assert.deepEqual((await api.get("/customer/cart", CUSTOMER.token)).body.lines, []);
    const { body: products } = await api.post("/seller/product/myproducts", {}, SELLER.token);
    assert.equal(products.items.length, 1);
  });

  /** Whether a field allows what others do not: a stock of 0, a change by -1. */
  function isFine({ schema }: Placed, text: string): boolean {
    const value = Number(text);
    return /^-?\d+$/.test(text) && value >= (schema.minimum ?? 0) && value <= (schema.maximum ?? 0);
  }

  test("line 25: a client's price is refused, and a total that is not the present one is 409", async () => {
    const { api, seller, buyer, product, itemId } = await shop(10_000);
    const items = [{ itemId, quantity: 2 }];
    for (const body of [
      { expectedTotal: 2, items: [{ itemId, quantity: 2, price: 1 }] },
      { expectedTotal: 2_000, items, total: 2 },
      { expectedTotal: 2_000, items, discount: 1_998 },
    ])
      assertProblem(await api.post("/customer/orders", body, buyer.token, randomUUID()), 400, "INVALID_INPUT");
    for (const total of [1, 1_999, 2_001]) assertProblem(await api.buy(buyer, items, total), 409, "PRICE_CHANGED");
    assert.equal((await api.put("/seller/product/item", { id: itemId, price: 1_500 }, seller.token)).status, 200);
    const stale = await api.buy(buyer, items, 2_000);
    assertProblem(stale, 409, "PRICE_CHANGED");
    assert.equal(stale.body.total, 3_000);
    await eventually(() => sums(buyer, seller, product.id), [10_000, 0, 100]);
    assert.equal((await api.buy(buyer, items, 3_000)).body.total, 3_000);
  });

  test("line 26: two lines of one item that are more than there is are refused together", async () => {
    const { api, seller, buyer, product, itemId } = await shop(10_000, 3);
    const line = { itemId, quantity: 2 };
    const refused = await api.buy(buyer, [line, line], 4_000);
    assertProblem(refused, 409, "ITEM_COUNT_NOT_ENOUGH");
    assert.equal(refused.body.available, 3);
    await eventually(() => sums(buyer, seller, product.id), [10_000, 0, 3]);
    assert.equal((await api.buy(buyer, [line, { itemId, quantity: 1 }], 3_000)).status, 201);
    await eventually(() => sums(buyer, seller, product.id), [7_000, 3_000, 0]);
  });
});

describe("many at once", () => {
  test("line 27: 50 checkouts with points for one buy one (V15.4.2)", async () => {
    const { seller, buyer, product, itemId, buy } = await shop(1_000);
    const responses = await meetAt(marketplace.behind, "order", lockItem(itemId), () =>
      Array.from({ length: 50 }, () => buy()),
    );
    assert.deepEqual([count(responses, 201), count(responses, 409)], [1, 49]);
    for (const response of responses.filter(({ status }) => status === 409))
      assert.equal(response.body.code, "NOT_ENOUGH_BALANCE");
    await eventually(() => sums(buyer, seller, product.id), [0, 1_000, 99]);
  });

  test("line 28: one key 50 times makes one order; with another body it is 422, and another buyer's key is their own", async () => {
    const { api, seller, buyer, product, itemId, buy } = await shop(100_000);
    const other = await api.customer(5_000);
    const key = randomUUID();
    const responses = await meetAt(marketplace.behind, "order", lockItem(itemId), () =>
      Array.from({ length: 50 }, () => buy(1, key)),
    );
    const made = responses.filter(({ status }) => status === 201);
    assert.equal(new Set(made.map(({ body }) => body.id)).size, 1);
    for (const { status, body } of responses)
      assert.ok(status === 201 || body.code === "IDEMPOTENCY_KEY_IN_FLIGHT", JSON.stringify(body));
    assertProblem(await buy(2, key), 422, "IDEMPOTENCY_KEY_REUSED");
    const others = await api.buy(other, [{ itemId, quantity: 1 }], 1_000, key);
    assert.equal(others.status, 201);
    assert.notEqual(others.body.id, made[0]!.body.id);
    await eventually(() => sums(buyer, seller, product.id), [99_000, 2_000, 98]);
  });

  test("line 30: 20 refunds of one order give back what was paid", async () => {
    const { seller, buyer, product, buy } = await shop(5_000);
    const { body: order } = await buy(2);
    const responses = await meetAt(marketplace.behind, "order", lockOrder(order.id), () =>
      Array.from({ length: 20 }, () => act(seller, order.id, "refund")),
    );
    assert.deepEqual([count(responses, 200), count(responses, 409)], [1, 19]);
    assert.deepEqual((await sums(buyer, seller, product.id)).slice(0, 2), [5_000, 0]);
  });

  test("line 31: of confirming and refunding, and of confirming twice, one wins", async () => {
    const { seller, buyer, buy } = await shop(5_000);
    const delivered = async () => {
      const { body: order } = await buy();
      await act(seller, order.id, "prepare");
      await act(seller, order.id, "ship", { carrier: "한진택배", trackingNumber: "1" });
      await act(seller, order.id, "deliver");
      return order.id as string;
    };
    const [first, second] = [await delivered(), await delivered()];
    const confirm = (id: string) => act(buyer, id, "confirm");
    const twice = await meetAt(marketplace.behind, "order", lockOrder(first), () => [confirm(first), confirm(first)]);
    assert.deepEqual([count(twice, 200), count(twice, 409)], [1, 1]);
    const crossed = await meetAt(marketplace.behind, "order", lockOrder(second), () => [
      confirm(second),
      act(buyer, second, "cancel"),
      act(seller, second, "refund"),
    ]);
    const [confirmed, cancelled, refunded] = crossed as [ApiResponse, ApiResponse, ApiResponse];
    assertProblem(cancelled, 409, "ILLEGAL_TRANSITION");
    // A refund that comes second is one of a confirmed sale: it is made once the confirmation is through, or refused.
    const isRefunded = refunded.status === 200;
    assert.ok(isRefunded || confirmed.status === 200, JSON.stringify([confirmed.body, refunded.body]));
    for (const { status, body } of [confirmed, refunded])
      assert.ok(status === 200 || body.code === "ILLEGAL_TRANSITION", JSON.stringify(body));
    const shown = (await marketplace.api.get(`/customer/orders/${second}`, buyer.token)).body.status;
    assert.equal(shown, isRefunded ? "REFUNDED" : "CONFIRMED");
    const points = [await marketplace.api.balance(buyer), await marketplace.api.balance(seller)];
    assert.deepEqual(points, isRefunded ? [4_000, 1_000] : [3_000, 2_000]);

    // An order that was just paid: cancelled by its buyer or prepared by its seller, never both.
    const { body: paid } = await buy();
    const either = await meetAt(marketplace.behind, "order", lockOrder(paid.id), () => [
      act(buyer, paid.id, "cancel"),
      act(seller, paid.id, "prepare"),
    ]);
    assert.deepEqual([count(either, 200), count(either, 409)], [1, 1]);
  });
});

describe("requests about money", () => {
  test("line 29: without an Idempotency-Key are 400, by every route that moves points", async () => {
    const { api } = marketplace;
    const [CUSTOMER, SELLER, ADMIN] = await Promise.all([api.customer(1_000), api.seller(), api.admin()]);
    const people: Record<Role, Person> = { CUSTOMER, SELLER, ADMIN };
    const keyed = operations.filter(({ needsKey }) => needsKey);
    assert.deepEqual(keyed.map(({ name }) => name).sort(), [
      "POST /accounts/customer/balance",
      "POST /accounts/seller/payouts",
      "POST /customer/orders",
      "POST /order-admin/disputes/{id}/decide",
      "POST /seller/orders/{id}/refund",
    ]);
    for (const operation of keyed) {
      const options = { body: sampleOf(operation.body!), token: people[operation.roles![0]!].token };
      const send = (key?: string) =>
        api.request(operation.method, urlOf(operation), { ...options, ...(key !== undefined && { key }) });
      assertProblem(await send(), 400, "IDEMPOTENCY_KEY_REQUIRED");
      for (const key of ["with space", "x".repeat(65), "é"])
        assertProblem(await send(key), 400, "INVALID_IDEMPOTENCY_KEY");
    }
    assert.equal(await api.balance(CUSTOMER), 1_000);
  });

  test("line 32: that skip or repeat a step of an order are 409", async () => {
    const { seller, buyer, product, buy } = await shop(5_000);
    const { body: order } = await buy();
    const shipping = { carrier: "한진택배", trackingNumber: "1" };
    const steps = [
      [seller, "prepare", {}],
      [seller, "ship", shipping],
      [seller, "deliver", {}],
      [buyer, "confirm", {}],
    ] as const;
    for (const [index, [by, action, body]] of steps.entries()) {
      for (const [other, [wrongBy, wrong, wrongBody]] of steps.entries())
        if (other !== index) assertProblem(await act(wrongBy, order.id, wrong, wrongBody), 409, "ILLEGAL_TRANSITION");
      if (index > 0) assertProblem(await act(buyer, order.id, "cancel"), 409, "ILLEGAL_TRANSITION");
      assert.equal((await act(by, order.id, action, body)).status, 200, action);
    }
    for (const [by, action, body] of steps)
      assertProblem(await act(by, order.id, action, body), 409, "ILLEGAL_TRANSITION");
    await eventually(() => sums(buyer, seller, product.id), [4_000, 1_000, 99]);
  });

  test("line 33: no request from outside says that a deposit was paid; what a provider says twice counts once", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const entries = async () => (await api.get("/accounts/balance/entries", buyer.token)).body.items.length as number;
    // There is no address for a provider's callback: points move for signed-in callers alone.
    const open = operations.filter(
      ({ roles, path }) => !roles && /balance|deposit|pay|callback|webhook|notify/i.test(path),
    );
    assert.deepEqual(open, []);
    const outcome = {
      outcome: "captured",
      id: randomUUID(),
      depositId: randomUUID(),
      amount: 1_000,
      accountId: buyer.id,
    };
    for (const path of [
      "/accounts/customer/balance/callback",
      "/accounts/deposits/callback",
      "/payments/callback",
      "/webhooks/payment",
    ])
      for (const token of [undefined, buyer.token])
        for (const method of ["POST", "PUT"]) {
          const { status } = await api.request(method, path, { body: outcome, token });
          assert.ok(status === 404 || status === 405, `${method} ${path}: ${status}`);
        }
    const deposit = (body: object, key: string) => api.post("/accounts/customer/balance", body, buyer.token, key);
    for (const forged of [{ outcome: "captured" }, { id: randomUUID() }, { state: "CAPTURED" }])
      assertProblem(await deposit({ amount: 1_000, from: "decline", ...forged }, randomUUID()), 400, "INVALID_INPUT");
    assert.deepEqual([await api.balance(buyer), await entries()], [0, 0]);

    // The provider reports the capture, then responds with it; the request is repeated under its key, also at once.
    const key = randomUUID();
    const paid = { amount: 1_000, from: "twice" };
    const first = await deposit(paid, key);
    assert.deepEqual([first.status, first.body], [200, { changed: 1_000, balance: 1_000 }]);
    for (const again of await Promise.all(Array.from({ length: 5 }, () => deposit(paid, key))))
      assert.deepEqual([again.status, again.body], [200, first.body]);
    const declined = randomUUID();
    for (let round = 0; round < 2; round++)
      assertProblem(await deposit({ amount: 1_000, from: "decline" }, declined), 409, "PAYMENT_DECLINED");
    assertProblem(await deposit({ amount: 1_000, from: "card" }, declined), 422, "IDEMPOTENCY_KEY_REUSED");
    assert.deepEqual([await api.balance(buyer), await entries()], [1_000, 1]);
  });

  test("line 34: nobody buys or reviews an item of their own", async () => {
    const { api } = marketplace;
    const email = `${randomUUID()}@test.com`;
    const seller = (await api.post("/test/create/seller", { email })).body as Person;
    const buyer = (await api.post("/test/create/customer", { email })).body as Person;
    await api.deposit(buyer, 5_000);
    const product = await api.product(seller, [[1_000, 5]]);
    const itemId = product.items[0].id as string;
    assertProblem(await api.buy(buyer, [{ itemId, quantity: 1 }], 1_000), 403, "OWN_PRODUCT");
    const other = await api.product(await api.seller(), [[500, 5]]);
    const both = [itemId, other.items[0].id as string].map((id) => ({ itemId: id, quantity: 1 }));
    assertProblem(await api.buy(buyer, both, 1_500), 403, "OWN_PRODUCT");
    await api.post("/customer/cart", { itemId, quantity: 1 }, buyer.token);
    const pay = await api.post("/customer/orders", { expectedTotal: 1_000 }, buyer.token, randomUUID());
    assertProblem(pay, 403, "OWN_PRODUCT");
    const review = await api.put(`/customer/reviews/${product.id}`, { rating: 5, body: "최고" }, buyer.token);
    assertProblem(review, 409, "NOT_RECEIVED");
    await eventually(() => sums(buyer, seller, product.id), [5_000, 0, 5]);
  });

  test("line 36: `__proto__`, a key twice and an array in the place of an id are 400, by every route", async () => {
    const { api } = marketplace;
    const [CUSTOMER, SELLER, ADMIN] = await Promise.all([api.customer(), api.seller(), api.admin()]);
    const people: Record<Role, Person> = { CUSTOMER, SELLER, ADMIN };
    const tokenOf = ({ roles }: Operation) => roles && people[roles[0]!].token;
    const requests: { operation: Operation; what: string; body?: unknown; url?: string }[] = [];
    for (const operation of operations) {
      const { body, query } = operation;
      if (body) {
        const sample = sampleOf(body, {}, true) as Record<string, unknown>;
        const inside = JSON.stringify(sample).slice(1, -1);
        const comma = inside ? "," : "";
        const [name] = Object.keys(sample);
        requests.push({ operation, what: "__proto__", body: `{${inside}${comma}"__proto__":{"role":"ADMIN"}}` });
        requests.push({
          operation,
          what: "constructor",
          body: `{${inside}${comma}"constructor":{"prototype":{"role":"ADMIN"}}}`,
        });
        if (name) {
          requests.push({
            operation,
            what: "a key twice",
            body: `{${inside},"${name}":${JSON.stringify(sample[name])}}`,
          });
          const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}`;
          requests.push({ operation, what: "a key twice, escaped", body: `{${inside},"${escaped}":1}` });
        }
        for (const { at, schema } of placesOf(body))
          if (schema.pattern?.includes("[0-9a-f]{8}"))
            for (const id of [[nobodys], [], { id: nobodys }, [nobodys, nobodys]])
              requests.push({ operation, what: at.join("/"), body: replaced(sample, at, id) });
      }
      for (const { name, schema } of query)
        if (schema.pattern?.includes("[0-9a-f]{8}"))
          for (const wrong of [
            `${name}=${nobodys}&${name}=${nobodys}`,
            `${name}[]=${nobodys}`,
            `${name}[0]=${nobodys}`,
          ]) {
            const url = `${urlOf({ ...operation, query: [] })}?${wrong}`;
            requests.push({ operation, what: wrong, url, ...(body && { body: sampleOf(body) }) });
          }
    }
    await forEachOf(requests, atOnce, async ({ operation, what, body, url }) => {
      const options = { token: tokenOf(operation), key: randomUUID(), ...(body !== undefined && { body }) };
      const response = await api.request(operation.method, url ?? urlOf(operation), options);
      assert.equal(
        response.status,
        400,
        `${operation.name}, ${what}: ${response.status} ${JSON.stringify(response.body)}`,
      );
    });
    assert.ok(requests.length > 250, `${requests.length} requests`);
  });
});

describe("the database", () => {
  test("line 37: refuses the application's own login to change a transfer, a balance or another module's rows", async () => {
    const { behind, api } = marketplace;
    const buyer = await api.customer(1_000);
    const refusedBy = async (module: string, statements: readonly string[], codes: readonly string[]) => {
      const url = moduleUrl(await behind.databaseOf(module), module, developmentSecret);
      const client = new pg.Client({ connectionString: url, options: `-c search_path="${module}"` });
      await client.connect();
      try {
        for (const sql of statements)
          await assert.rejects(client.query(sql), (error: { code?: string; message: string }) => {
            assert.ok(codes.includes(error.code ?? ""), `${sql}: ${error.code} ${error.message}`);
            return true;
          });
      } finally {
        await client.end();
      }
    };
    const changes = [
      `UPDATE transfer SET amount = 1 WHERE credit_id = '${buyer.id}'`,
      `DELETE FROM transfer WHERE credit_id = '${buyer.id}'`,
      "TRUNCATE transfer",
      `UPDATE balance SET posted = posted + 1 WHERE account_id = '${buyer.id}'`,
      `DELETE FROM balance WHERE account_id = '${buyer.id}'`,
      `UPDATE entry SET amount = 1 WHERE account_id = '${buyer.id}'`,
      "ALTER TABLE transfer DISABLE TRIGGER ALL",
      "SET ROLE jangteo_account_owner",
      "DROP TABLE transfer",
      "UPDATE audit_entry SET reason = ''",
    ];
    await refusedBy("account", changes, ["42501"]);
    const others = ["UPDATE account.balance SET posted = 1", "SELECT * FROM account.account"];
    for (const module of ["order", "chat"]) {
      // Permission denied; in a database of the module's own there is no such schema.
      await refusedBy(module, others, ["42501", "3F000", "42P01"]);
      await refusedBy(module, ["DELETE FROM audit_entry", "UPDATE audit_entry SET reason = ''"], ["42501"]);
    }
    assert.equal(await api.balance(buyer), 1_000);
  });
});
