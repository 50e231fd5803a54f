import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();

/** A connection that may do what the module's own queries may, and no more. */
async function asModule(module: "account" | "order" | "chat"): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: market.own.databaseUrl,
    options: `-c role=jangteo_${module} -c search_path="${module}"`,
  });
  await client.connect();
  return client;
}

const external = "00000000-0000-7000-8000-000000000001";
let account: pg.Client;
let order: pg.Client;
before(async () => {
  // Root hooks run side by side: wait for the marketplace itself.
  while (!isOpen()) await new Promise((resolve) => setTimeout(resolve, 50));
  account = await asModule("account");
  order = await asModule("order");
});
after(async () => {
  await account?.end();
  await order?.end();
});
function isOpen(): boolean {
  try {
    return market.own.baseUrl !== "";
  } catch {
    return false;
  }
}

const refused = (work: Promise<unknown>, code: string, constraint?: string) =>
  assert.rejects(work, (error: { code?: string; constraint?: string; message: string }) => {
    assert.equal(error.code, code, error.message);
    if (constraint) assert.equal(error.constraint, constraint);
    return true;
  });
const transfer = (debit: string, credit: string, amount: number | string, kind: string, part: string | null = null) =>
  account.query(
    "INSERT INTO transfer (id, debit_id, credit_id, amount, kind, order_part) VALUES ($1, $2, $3, $4, $5, $6)",
    [randomUUID(), debit, credit, amount, kind, part],
  );

describe("the walls between modules hold in the database", () => {
  test("a module cannot read, join or write another's tables", async () => {
    await refused(order.query("SELECT * FROM account.balance"), "42501");
    await refused(order.query("SELECT * FROM orders JOIN account.account a ON a.id = buyer_id"), "42501");
    await refused(account.query('UPDATE "order".item SET stock = 1'), "42501");
  });

  test("a module cannot make tables of its own", async () => {
    await refused(order.query("CREATE TABLE x (id int)"), "42501");
    await refused(order.query("CREATE TABLE public.x (id int)"), "42501");
  });
});

describe("the ledger's rules are held by the database", () => {
  test("transfers and balances cannot be changed or deleted by the program", async () => {
    for (const sql of [
      "UPDATE transfer SET amount = 1",
      "DELETE FROM transfer",
      "TRUNCATE transfer",
      "UPDATE balance SET posted = 1000000",
      "INSERT INTO balance (account_id, posted, floor) SELECT id, 5, 0 FROM ledger_account",
      "DELETE FROM balance",
      "SELECT * FROM balance FOR UPDATE",
    ])
      await refused(account.query(sql), "42501");
  });

  test("not even the owner changes a transfer", async () => {
    const buyer = await market.api.customer(10);
    const owner = new pg.Client({ connectionString: market.own.databaseUrl });
    await owner.connect();
    await refused(
      owner.query("UPDATE account.transfer SET amount = amount + 1 WHERE credit_id = $1", [buyer.id]),
      "42501",
    );
    await refused(owner.query("DELETE FROM account.transfer WHERE credit_id = $1", [buyer.id]), "42501");
    await owner.end();
  });

  test("overdraft, zero, negative, too large, to oneself, to nobody: refused", async () => {
    const buyer = await market.api.customer(100);
    const other = await market.api.customer();
    await refused(transfer(buyer.id, external, 101, "payout"), "23514", "balance_floor");
    await refused(transfer(external, buyer.id, 0, "deposit"), "23514");
    await refused(transfer(external, buyer.id, -5, "deposit"), "23514");
    await refused(transfer(external, buyer.id, "1000000000001", "deposit"), "23514");
    await refused(transfer(buyer.id, buyer.id, 1, "payout"), "23514", "transfer_to_another");
    await refused(transfer(external, randomUUID(), 1, "deposit"), "23503", "transfer_account");
    await refused(transfer(buyer.id, other.id, 1, "purchase"), "23514", "transfer_names_its_order");
    assert.equal(await market.api.balance(buyer), 100);
  });

  test("an order part is bought, settled and refunded once each", async () => {
    const [buyer, seller] = [await market.api.customer(100), await market.api.seller()];
    const product = await market.api.product(seller, [[10, 5]]);
    const { body } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 10);
    const { rows } = await account.query<{ order_part: string }>(
      "SELECT order_part FROM order_money WHERE order_id = $1",
      [body.id],
    );
    const part = rows[0]!.order_part;
    await refused(transfer(buyer.id, seller.id, 10, "purchase", part), "23505", "transfer_once_per_part");
    await refused(
      account.query("UPDATE order_money SET refunded = 1 WHERE order_part = $1", [part]),
      "23514",
      "order_money_not_over_paid",
    );
  });

  test("stock never falls below zero", async () => {
    const seller = await market.api.seller();
    const product = await market.api.product(seller, [[10, 5]]);
    await refused(
      order.query("UPDATE item SET stock = stock - 6 WHERE id = $1", [product.items[0].id]),
      "23514",
      "item_stock",
    );
  });
});

describe("what happens once is stored once, whatever the program does", () => {
  test("one cart has one pending order", () =>
    refused(
      order.query(
        `INSERT INTO orders (id, buyer_id, status, total, from_cart, created_at)
         SELECT gen_random_uuid(), $1, 'PENDING', 1, true, now() FROM generate_series(1, 2)`,
        [randomUUID()],
      ),
      "23505",
      "orders_pending_cart",
    ));

  test("the stock of an order line is taken once and returned once", async () => {
    for (const kind of ["sale", "return"])
      await refused(
        order.query(
          `INSERT INTO stock_move (item_id, order_id, kind, quantity) SELECT $1::uuid, $2::uuid, $3, 1 FROM generate_series(1, 2)`,
          [randomUUID(), randomUUID(), kind],
        ),
        "23505",
        "stock_move_once",
      );
  });

  test("a message of one clientId", async () => {
    const chat = await asModule("chat");
    try {
      await refused(
        chat.query(
          `INSERT INTO event (room_id, seq, kind, sender_id, client_id, body, at)
           SELECT $1::uuid, seq, 'text', $2::uuid, 'c', '{}', now() FROM generate_series(1, 2) AS seq`,
          [randomUUID(), randomUUID()],
        ),
        "23505",
        "event_client",
      );
    } finally {
      await chat.end();
    }
  });
});
