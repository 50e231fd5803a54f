import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { AccountService, PurchaseOutcome } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed } from "../../apps/server/compose.ts";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

/** Not verified at the end: some of these tests write points as no request could. */
let market: Marketplace;
before(async () => {
  market = await startMarketplace();
});
after(() => market?.stop());

async function sql<T extends object>(text: string, values: unknown[] = [], role?: string): Promise<T[]> {
  const client = new pg.Client({
    connectionString: market.databaseUrl,
    options: `${role ? `-c role=${role} ` : ""}-c search_path=account`,
  });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const external = "00000000-0000-7000-8000-000000000001";
/** A transfer as the program could write it, past its own rules. */
const transfer = (debit: string, credit: string, amount: number, kind: string, part: string | null = null) =>
  sql(
    "INSERT INTO transfer (id, debit_id, credit_id, amount, kind, order_part) VALUES ($1, $2, $3, $4, $5, $6)",
    [randomUUID(), debit, credit, amount, kind, part],
    "jangteo_account",
  );
const violates = (constraint: string) => (error: { constraint?: string; message: string }) => {
  assert.equal(error.constraint, constraint, error.message);
  return true;
};
const deposit = (buyer: Person, amount: number, from = "card", key = randomUUID()) =>
  market.api.post("/accounts/customer/balance", { amount, from }, buyer.token, key);
type Entry = { amount: number; balanceAfter: number; kind: string };
const statement = async (person: Person): Promise<Entry[]> =>
  (await market.api.get("/accounts/balance/entries?limit=100", person.token)).body.items;

describe("statements", () => {
  test("a deposit that is captured late comes last and changes no entry that was shown", async () => {
    const buyer = await market.api.customer();
    const key = randomUUID();
    assertProblem(await deposit(buyer, 500, "timeout", key), 503, "PAYMENT_PENDING");
    await deposit(buyer, 30);
    const shown = await statement(buyer);
    await until(async () => (await market.api.balance(buyer)) === 530);
    await deposit(buyer, 7);
    const now = await statement(buyer);
    assert.deepEqual(now.slice(-shown.length), shown.slice(-shown.length));
    assert.deepEqual(
      now.map(({ amount, balanceAfter }) => [amount, balanceAfter]),
      now[2]!.amount === 30
        ? [
            [7, 537],
            [500, 530],
            [30, 30],
          ]
        : [
            [7, 537],
            [30, 530],
            [500, 500],
          ],
    );
  });

  test("many purchases of one batch: each entry holds the balance after it", async () => {
    const [seller, ...buyers] = await Promise.all([
      market.api.seller(),
      ...Array.from({ length: 12 }, () => market.api.customer(1_000)),
    ]);
    const product = await market.api.product(seller, [[100, 1_000]]);
    const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
    await Promise.all(
      buyers.flatMap((buyer) => [market.api.buy(buyer, items, 100), market.api.buy(buyer, items, 100)]),
    );
    const entries = (await statement(seller)).toReversed();
    assert.deepEqual(
      entries.map(({ balanceAfter }) => balanceAfter),
      Array.from({ length: 24 }, (_, index) => (index + 1) * 100),
    );
    const page = await market.api.get("/accounts/balance/entries?limit=10", seller.token);
    const next = await market.api.get(
      `/accounts/balance/entries?limit=10&cursor=${page.body.nextCursor}`,
      seller.token,
    );
    assert.equal(next.body.items[0].balanceAfter, 1_400);
  });

  test("entries are written by the database alone, and never changed", async () => {
    const buyer = await market.api.customer(10);
    for (const text of [
      "INSERT INTO entry VALUES (gen_random_uuid(), 1, gen_random_uuid(), 1, 1)",
      "UPDATE entry SET amount = 1",
      "DELETE FROM entry",
      "UPDATE balance SET last_seq = 0",
    ])
      await assert.rejects(sql(text, [], "jangteo_account"), { code: "42501" });
    await assert.rejects(sql("UPDATE entry SET amount = 1 WHERE account_id = $1", [buyer.id]), { code: "42501" });
  });
});

describe("the database refuses what the program must not do", () => {
  test("a payout of sales that are not confirmed", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer(1_000)];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await assert.rejects(transfer(seller.id, external, 1, "payout"), violates("balance_withdrawable"));
    await market.api.confirm(order.id, seller, buyer);
    assert.equal(await market.api.withdrawable(seller), 1_000);
    await assert.rejects(transfer(seller.id, external, 1_001, "payout"), violates("balance_withdrawable"));
    assert.equal((await market.api.payOut(seller, 1_000)).status, 201);
  });

  test("a second purchase, fee, refund or settlement of a part; two reversals of a payout", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer(1_000)];
    const product = await market.api.product(seller, [[100, 5]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 100);
    const [money] = await sql<{ order_part: string }>("SELECT order_part FROM order_money WHERE order_id = $1", [
      order.id,
    ]);
    const part = money!.order_part;
    assert.equal((await market.api.post(`/customer/orders/${order.id}/cancel`, {}, buyer.token)).status, 200);
    for (const kind of ["purchase", "refund"])
      await assert.rejects(transfer(buyer.id, seller.id, 1, kind, part), violates("transfer_once_per_part"));
    for (const kind of ["fee", "settle", "fee_refund"]) {
      const [from, to] = kind === "fee" ? [seller.id, buyer.id] : [buyer.id, seller.id];
      // Twice in one statement, so that neither stays.
      await assert.rejects(
        sql(
          `INSERT INTO transfer (id, debit_id, credit_id, amount, kind, order_part)
           SELECT gen_random_uuid(), $1, $2, 1, $3, $4 FROM generate_series(1, 2)`,
          [from, to, kind, part],
          "jangteo_account",
        ),
        violates("transfer_once_per_part"),
      );
    }
    await assert.rejects(
      sql(
        `INSERT INTO transfer (id, debit_id, credit_id, amount, kind, memo)
         SELECT gen_random_uuid(), $1, $2, 1, 'payout_reversal', $3 FROM generate_series(1, 2)`,
        [external, seller.id, randomUUID()],
        "jangteo_account",
      ),
      violates("transfer_reversal_once"),
    );
  });

  test("a balance beyond its ceiling, and points in suspense without an owner", async () => {
    const buyer = await market.api.customer();
    const suspense = "00000000-0000-7000-8000-000000000004";
    await assert.rejects(transfer(external, suspense, 1, "deposit"), violates("transfer_names_owner_of_suspense"));
    await assert.rejects(
      sql(
        `INSERT INTO transfer (id, debit_id, credit_id, amount, kind)
         SELECT gen_random_uuid(), $1, $2, 1000000000000, 'deposit' FROM generate_series(1, 9001)`,
        [external, buyer.id],
        "jangteo_account",
      ),
      violates("balance_ceiling"),
    );
  });
});

describe("balances have a limit", () => {
  /** Deposits as the provider would capture them, up to a little below the limit of 10^15. */
  async function fill(buyer: Person, times: number): Promise<void> {
    await sql(
      `WITH made AS (
         INSERT INTO deposit (id, account_id, amount, source, state, lease_until)
         SELECT gen_random_uuid(), $2, 1000000000000, 'card', 'CAPTURED', now() FROM generate_series(1, $3) RETURNING id)
       INSERT INTO transfer (id, debit_id, credit_id, amount, kind) SELECT id, $1, $2, 1000000000000, 'deposit' FROM made`,
      [external, buyer.id, times],
    );
  }

  test("a deposit beyond it is refused before anything is charged, pending ones counted", async () => {
    const buyer = await market.api.customer();
    await fill(buyer, 999);
    assertProblem(await deposit(buyer, 600_000_000_000, "timeout"), 503, "PAYMENT_PENDING");
    assertProblem(await deposit(buyer, 600_000_000_000), 409, "BALANCE_LIMIT");
    const rows = await sql("SELECT FROM deposit WHERE account_id = $1 AND amount = 600000000000", [buyer.id]);
    assert.equal(rows.length, 1, "the refused one was not recorded, so nobody charges it");
    await until(async () => (await market.api.balance(buyer)) === 999_600_000_000_000);
  });

  test("a refund beyond its ceiling goes to the suspense account", async () => {
    const [seller, buyer, admin] = [await market.api.seller(), await market.api.customer(), await market.api.admin()];
    await fill(buyer, 1);
    const product = await market.api.product(seller, [[1_000_000_000_000, 1]]);
    const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
    const { body: order } = await market.api.buy(buyer, items, 1_000_000_000_000);
    await fill(buyer, 9_000);
    const suspense = async () => (await market.api.get("/accounts/admin/suspense", admin.token)).body.balance as number;
    const before = await suspense();
    assert.equal((await market.api.post(`/customer/orders/${order.id}/cancel`, {}, buyer.token)).status, 200);
    await until(async () => (await suspense()) === before + 1_000_000_000_000);
    assert.equal(await market.api.balance(buyer), 9_000_000_000_000_000);
  });

  test("a seller at the limit is refused alone; others of the batch buy", async () => {
    const [rich, seller, other, buyer] = [
      await market.api.customer(),
      await market.api.seller(),
      await market.api.seller(),
      await market.api.customer(100),
    ];
    await fill(rich, 1_000);
    const product = await market.api.product(seller, [[1_000_000_000_000, 2_000]]);
    const fine = await market.api.product(other, [[1, 100]]);
    const line = (product_: { items: { id: string }[] }) => [{ itemId: product_.items[0]!.id, quantity: 1 }];
    // The seller's balance is filled by SQL: a thousand purchases would do the same.
    await sql(
      `INSERT INTO transfer (id, debit_id, credit_id, amount, kind) SELECT gen_random_uuid(), $1, $2, 1000000000000, 'deposit' FROM generate_series(1, 1000)`,
      [external, seller.id],
    );
    await sql(
      `INSERT INTO deposit (id, account_id, amount, source, state, lease_until)
       SELECT id, credit_id, amount, 'card', 'CAPTURED', now() FROM transfer WHERE credit_id = $1 AND kind = 'deposit'`,
      [seller.id],
    );
    const answers = await Promise.all([
      market.api.buy(rich, line(product), 1_000_000_000_000),
      market.api.buy(buyer, line(fine), 1),
      market.api.buy(rich, line(fine), 1),
    ]);
    assertProblem(answers[0]!, 409, "BALANCE_LIMIT");
    assert.deepEqual(
      answers.slice(1).map(({ status }) => status),
      [201, 201],
    );
    assert.equal(await market.api.balance(rich), 999_999_999_999_999);
  });
});

test("a purchase that cannot be stored ends alone, with a definite answer, for good", async () => {
  // On a marketplace of its own: the orders of these purchases exist in the ledger alone, which `verify` would report.
  const other = await startMarketplace();
  const [buyer, seller] = [await other.api.customer(1_000), await other.api.seller()];
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => other.databaseUrl, events: "direct", livePush: "none" },
  });
  const service = host.client(AccountService);
  const good = () => ({
    orderId: randomUUID(),
    buyerId: buyer.id,
    parts: [{ partId: randomUUID(), sellerId: seller.id, amount: 10n }],
  });
  const [first, last] = [good(), good()];
  const twin = randomUUID();
  const poison = {
    "an id that is none": { ...good(), orderId: "not an id" },
    "a part without an id": { ...good(), parts: [{ partId: "x", sellerId: seller.id, amount: 1n }] },
    "one part twice": {
      ...good(),
      parts: [
        { partId: twin, sellerId: seller.id, amount: 1n },
        { partId: twin, sellerId: seller.id, amount: 2n },
      ],
    },
    "no points": { ...good(), parts: [{ partId: randomUUID(), sellerId: seller.id, amount: 0n }] },
    "fewer than none": { ...good(), parts: [{ partId: randomUUID(), sellerId: seller.id, amount: -5n }] },
  };
  const { results } = await service.purchase({ purchases: [first, ...Object.values(poison), last] });
  assert.deepEqual(
    results.map(({ outcome }) => outcome === PurchaseOutcome.PURCHASED),
    [true, false, false, false, false, false, true],
  );
  const again = await service.purchase({ purchases: [Object.values(poison)[1]!] });
  assert.notEqual(again.results[0]!.outcome, PurchaseOutcome.PURCHASED);
  assert.deepEqual([await other.api.balance(buyer), await other.api.balance(seller)], [980, 20]);
  await host.close();
  await other.stop();
});

test("an error of the database is no decision: a purchase that was made stays made, and is answered so later", async () => {
  const other = await startMarketplace();
  const [buyer, seller] = [await other.api.customer(1_000), await other.api.seller()];
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => other.databaseUrl, events: "direct", livePush: "none" },
  });
  const service = host.client(AccountService);
  const paid = {
    orderId: randomUUID(),
    buyerId: buyer.id,
    parts: [{ partId: randomUUID(), sellerId: seller.id, amount: 10n }],
  };
  const owner = new pg.Client({ connectionString: other.databaseUrl });
  await owner.connect();
  await service.purchase({ purchases: [paid] });
  await owner.query("REVOKE USAGE ON SCHEMA account FROM jangteo_account");
  try {
    await assert.rejects(service.purchase({ purchases: [paid] }));
    await assert.rejects(service.purchase({ purchases: [{ ...paid, orderId: "not an id" }, paid] }));
  } finally {
    await owner.query("GRANT USAGE ON SCHEMA account TO jangteo_account");
    await owner.end();
  }
  assert.equal((await service.purchase({ purchases: [paid] })).results[0]!.outcome, PurchaseOutcome.PURCHASED);
  await host.close();
  await other.stop();
});

test("a covered refund that was refused is refused for good under its request, granted under another", async () => {
  const [seller, buyer] = [await market.api.seller(), await market.api.customer(2_000)];
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => market.databaseUrl, events: "direct", livePush: "none" },
  });
  const service = host.client(AccountService);
  const product = await market.api.product(seller, [[1_000, 5]]);
  const sell = async () => {
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await market.api.confirm(order.id, seller, buyer);
    return order.id as string;
  };
  const orderId = await sell();
  await market.api.payOut(seller, 1_000);
  const [{ order_part: partId }] = (await sql<{ order_part: string }>(
    "SELECT order_part FROM order_money WHERE order_id = $1",
    [orderId],
  )) as [{ order_part: string }];
  const coveredRef = randomUUID();
  await assert.rejects(service.refund({ partId, coveredRef }), { code: "NOT_ENOUGH_BALANCE" });
  await sell();
  await assert.rejects(service.refund({ partId, coveredRef }), { code: "NOT_ENOUGH_BALANCE" });
  assert.equal((await service.refund({ partId, coveredRef: randomUUID() })).amount, 1_000n);
  await host.close();
});

test("a payout whose provider does not respond is finished later, once", async () => {
  const [seller, buyer] = [await market.api.seller(), await market.api.customer(1_000)];
  const product = await market.api.product(seller, [[1_000, 5]]);
  const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
  await market.api.confirm(order.id, seller, buyer);
  const key = randomUUID();
  const send = () =>
    market.api.post("/accounts/seller/payouts", { amount: 400, bankAccount: "timeout" }, seller.token, key);
  const first = await send();
  assert.deepEqual([first.status, first.body.status], [201, "PENDING"]);
  assert.equal(await market.api.balance(seller), 600);
  await until(
    async () => (await sql("SELECT FROM payout WHERE id = $1 AND state = 'PAID'", [first.body.id])).length === 1,
  );
  assert.deepEqual((await send()).body, first.body);
  assert.equal(await market.api.balance(seller), 600);
});
