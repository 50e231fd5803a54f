import assert from "node:assert/strict";
import { hash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import sharp from "sharp";
import type { Person } from "../harness/api-client.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

/** A connection of the server's owner whose tables are a module's. */
async function connect(market: Marketplace, module: string, options = ""): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: await market.databaseOf(module),
    options: `-c search_path="${module}" ${options}`,
  });
  await client.connect();
  return client;
}

const count = async (client: pg.Client, sql: string, values: unknown[] = []) =>
  (await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, values)).rows[0]!.count;

/** Waits for one more round of every rule of the module: a row of the inbox that is old enough is removed by each. */
async function nextRound(client: pg.Client): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const id = randomUUID();
    await client.query("INSERT INTO inbox (event_id, at) VALUES ($1, now() - interval '22 days')", [id]);
    await until(async () => (await count(client, "inbox WHERE event_id = $1", [id])) === 0);
  }
}

const rows = 1_500;

/**
 * Stored responses of long ago, more than one statement can remove within its time, since each takes a millisecond: on a
 * machine of any speed.
 */
async function addOldKeys(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE FUNCTION public.slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.001); RETURN OLD; END $$;
    CREATE TRIGGER slowly BEFORE DELETE ON idempotency FOR EACH ROW EXECUTE FUNCTION public.slowly()`);
  await client.query(
    `INSERT INTO idempotency (scope, key, request_hash, ref, status, body, at)
     SELECT 'old', n::text, 'hash', gen_random_uuid(), 201, jsonb_build_object('id', gen_random_uuid()),
       now() - interval '40 days' - n * interval '1 second'
     FROM generate_series(1, $1) n`,
    [rows],
  );
}

describe("a table that outgrew the statement timeout", () => {
  const env = { JANGTEO_STATEMENT_TIMEOUT_MS: "100", JANGTEO_RETENTION_EVERY_MS: "500" };

  test("is emptied of old rows in chunks, and a killed process resumes", async () => {
    const first = await startMarketplace({ env });
    const order = await connect(first, "order");
    try {
      await addOldKeys(order);
      await order.query(
        `INSERT INTO idempotency (scope, key, request_hash, ref, status, body, at)
         VALUES ('young', '1', 'hash', gen_random_uuid(), 201, '{}', now() - interval '29 days')`,
      );
      const single = await connect(first, "order", "-c role=jangteo_order -c statement_timeout=100");
      await single.query("BEGIN");
      await assert.rejects(single.query("DELETE FROM idempotency WHERE at < now() - interval '30 days'"), {
        code: "57014",
      });
      await single.end();

      const left = () => count(order, "idempotency WHERE scope = 'old'");
      await until(async () => (await left()) < rows, { timeoutMs: 30_000 });
      for (const pid of await first.pids("order")) process.kill(pid, "SIGKILL");
      await first.crashed(5_000);
      const leftAtCrash = await left();
      assert.ok(leftAtCrash > 0, "killed in the middle");
      const again = await first.revive();
      try {
        await until(async () => (await left()) === 0, { timeoutMs: 120_000, everyMs: 200 });
        assert.equal(await count(order, "idempotency WHERE scope = 'young'"), 1);
        const metrics = (await again.api.get("/metrics")).body as string;
        const removed = Number(
          /^jangteo_retention_rows_total\{module="order",rule="idempotency"\} (\d+)$/m.exec(metrics)?.[1],
        );
        assert.ok(removed > 0 && removed <= leftAtCrash, `${removed} of ${leftAtCrash}`);
        await until(async () =>
          /^jangteo_retention_rounds_behind\{module="order",rule="idempotency"\} 0$/m.test(
            (await again.api.get("/metrics")).body as string,
          ),
        );
        await again.verify();
      } finally {
        await again.stop();
      }
    } finally {
      await order.end();
      await first.stop().catch(() => undefined);
    }
  });
});

describe("old rows go; young ones, and those that are still needed, stay", () => {
  let market: Marketplace;
  let account: pg.Client;
  let order: pg.Client;
  let chat: pg.Client;
  let home: string;
  before(async () => {
    home = mkdtempSync(join(tmpdir(), "jangteo-retention-"));
    market = await startMarketplace({ env: { JANGTEO_RETENTION_EVERY_MS: "100", JANGTEO_HOME: home } });
    account = await connect(market, "account");
    order = await connect(market, "order");
    chat = await connect(market, "chat");
  });
  after(async () => {
    await Promise.all([account?.end(), order?.end(), chat?.end()]);
    // Not verified: the rows of these tests are no whole orders and payments.
    await market?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** The sorted `name` column of what a query finds once every rule had its turn. */
  async function left(client: pg.Client, sql: string, values: unknown[] = []): Promise<string[]> {
    await nextRound(client);
    return (await client.query<{ name: string }>(sql, values)).rows.map((row) => row.name).sort();
  }

  test("consumed events", async () => {
    const [young, old] = [randomUUID(), randomUUID()];
    for (const module of [account, order, chat]) {
      await module.query(
        "INSERT INTO inbox (event_id, at) VALUES ($1, now() - interval '13 days'), ($2, now() - interval '22 days')",
        [young, old],
      );
      const names = await left(module, "SELECT event_id::text AS name FROM inbox WHERE event_id IN ($1, $2)", [
        young,
        old,
      ]);
      assert.deepEqual(names, [young]);
    }
  });

  test("idempotency keys: not those of a running command, of an order, a deposit or a payout that is pending", async () => {
    const person = await market.api.customer();
    const add = (client: pg.Client, key: string, ref: string, days: number, status: number | null, lease = "NULL") =>
      client.query(
        `INSERT INTO idempotency (scope, key, request_hash, ref, status, body, at, lease_until)
         VALUES ('kept', $1, 'hash', $2, $3, 'null', now() - $4 * interval '1 day', ${lease})`,
        [key, ref, status, days],
      );
    const [pendingOrder, paidOrder, deposit, payout] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await order.query(
      `INSERT INTO orders (id, buyer_id, status, total, from_cart, lease_until, created_at)
       VALUES ($1, $2, 'PENDING', 10, false, now() + interval '1 hour', now()),
              ($3, $2, 'CANCELLED', 10, false, NULL, now())`,
      [pendingOrder, person.id, paidOrder],
    );
    await account.query(
      `INSERT INTO deposit (id, account_id, amount, source, state, lease_until)
       VALUES ($1, $2, 10, 'card', 'PENDING', now() + interval '1 hour')`,
      [deposit, person.id],
    );
    await account.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, state, lease_until)
       VALUES ($1, $2, 10, '110-1', 'PENDING', now() + interval '1 hour')`,
      [payout, person.id],
    );
    for (const client of [order, account]) {
      await add(client, "answered", randomUUID(), 31, 200);
      await add(client, "abandoned", randomUUID(), 31, null, "now() - interval '1 day'");
      await add(client, "running", randomUUID(), 31, null, "now() + interval '1 hour'");
      await add(client, "young", randomUUID(), 29, 200);
    }
    await add(order, "pending order", pendingOrder, 31, null);
    await add(order, "ended order", paidOrder, 31, null);
    await add(account, "pending deposit", deposit, 31, null);
    await add(account, "pending payout", payout, 31, 200);
    const sql = "SELECT key AS name FROM idempotency WHERE scope = 'kept'";
    assert.deepEqual(await left(order, sql), ["pending order", "running", "young"]);
    assert.deepEqual(await left(account, sql), ["pending deposit", "pending payout", "running", "young"]);
    await order.query("DELETE FROM orders WHERE id = ANY ($1)", [[pendingOrder, paidOrder]]);
    await account.query("DELETE FROM deposit WHERE id = $1", [deposit]);
    await account.query("DELETE FROM payout WHERE id = $1", [payout]);
  });

  test("refresh tokens: a family goes as a whole once it has ended; reuse in a live family is still detected", async () => {
    const person = await market.api.customer();
    const families = { live: randomUUID(), expired: randomUUID(), revoked: randomUUID(), justExpired: randomUUID() };
    const add = (family: string, name: string, expires: number, used: number | null, revoked: number | null) =>
      account.query(
        `INSERT INTO refresh_token (hash, family, account_id, expires_at, used_at, revoked_at)
         VALUES ($1, $2, $3, now() - $4 * interval '1 day', now() - $5 * interval '1 day', now() - $6 * interval '1 day')`,
        [hash("sha256", name, "base64url"), family, person.id, expires, used, revoked],
      );
    await add(families.live, "live-old-used", 400, 430, null);
    await add(families.live, "live-used", -1, 29, null);
    await add(families.live, "live-head", -29, null, null);
    await add(families.expired, "expired-used", 40, 70, null);
    await add(families.expired, "expired-head", 31, null, null);
    await add(families.revoked, "revoked-used", -20, 35, 31);
    await add(families.revoked, "revoked-head", -20, null, 31);
    await add(families.justExpired, "just-used", 40, 60, null);
    await add(families.justExpired, "just-head", 29, null, null);
    const sql =
      "SELECT CASE family WHEN $1::uuid THEN 'live' WHEN $2::uuid THEN 'just expired' ELSE 'other' END AS name FROM refresh_token WHERE account_id = $3";
    assert.deepEqual(await left(account, sql, [families.live, families.justExpired, person.id]), [
      "just expired",
      "just expired",
      "live",
      "live",
      "live",
    ]);
    const reused = await market.api.post("/accounts/token/refresh", { refreshToken: "live-used" });
    assert.equal(reused.body.code, "INVALID_REFRESH_TOKEN");
    assert.equal(
      await count(account, "refresh_token WHERE family = $1 AND revoked_at IS NOT NULL", [families.live]),
      3,
    );
  });

  test("tokens of mails, and mails that were not sent", async () => {
    const person = await market.api.customer();
    await account.query(
      `INSERT INTO mail_token (hash, account_id, purpose, expires_at)
       VALUES ('retention-old', $1, 'reset', now() - interval '31 days'), ('retention-young', $1, 'reset', now() - interval '29 days')`,
      [person.id],
    );
    await account.query(
      `INSERT INTO mail (id, recipient, subject, text_body, html_body, at, attempts)
       SELECT gen_random_uuid(), 'retention@test.com', s, '', '', now() - d * interval '1 day', a
       FROM (VALUES ('old', 31, 0), ('old, given up', 31, 20), ('young', 29, 20)) AS m (s, d, a)`,
    );
    assert.deepEqual(await left(account, "SELECT hash AS name FROM mail_token WHERE hash LIKE 'retention-%'"), [
      "retention-young",
    ]);
    assert.deepEqual(await left(account, "SELECT subject AS name FROM mail WHERE recipient = 'retention@test.com'"), [
      "young",
    ]);
  });

  test("what tells of a person in deposits and payouts is erased, the amounts stay", async () => {
    const person = await market.api.customer();
    const pending = randomUUID();
    await account.query(
      `INSERT INTO deposit (id, account_id, amount, source, memo, state, lease_until, at)
       SELECT coalesce(id, gen_random_uuid()), $1, amount, 'card', 'from Kim', state, now() + interval '1 hour', now() - d * interval '1 day'
       FROM (VALUES (NULL::uuid, 11, 'CAPTURED', 1826), (NULL, 12, 'DECLINED', 1826), (NULL, 13, 'CAPTURED', 1824), ($2::uuid, 14, 'PENDING', 1826))
         AS d (id, amount, state, d)`,
      [person.id, pending],
    );
    await account.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, state, lease_until, at)
       SELECT coalesce(id, gen_random_uuid()), $1, amount, '110-1234', state, now() + interval '1 hour', now() - d * interval '1 day'
       FROM (VALUES (NULL::uuid, 11, 'PAID', 1826), (NULL, 12, 'FAILED', 1826), (NULL, 13, 'PAID', 1824), ($2::uuid, 14, 'PENDING', 1826))
         AS d (id, amount, state, d)`,
      [person.id, pending],
    );
    assert.deepEqual(
      await left(account, "SELECT amount || source || memo AS name FROM deposit WHERE account_id = $1", [person.id]),
      ["11", "12", "13cardfrom Kim", "14cardfrom Kim"],
    );
    assert.deepEqual(
      await left(
        account,
        "SELECT amount || CASE WHEN bank_account = '' THEN '' ELSE ' kept' END AS name FROM payout WHERE account_id = $1",
        [person.id],
      ),
      ["11", "12", "13 kept", "14 kept"],
    );
    await account.query("DELETE FROM deposit WHERE account_id = $1", [person.id]);
    await account.query("DELETE FROM payout WHERE account_id = $1", [person.id]);
  });

  test("agreed prices: expired ones that no order used", async () => {
    const [buyer, seller] = [await market.api.customer(), await market.api.seller()];
    const product = await market.api.product(seller, [[10, 5]]);
    // Each about another quantity: one of each may be open.
    const add = (price: number, days: number, orderId: string | null) =>
      order.query(
        `INSERT INTO agreed_price (offer_id, buyer_id, item_id, quantity, price, expires_at, order_id)
         VALUES (gen_random_uuid(), $1, $2, $3::int, $3, now() - $4 * interval '1 day', $5)`,
        [buyer.id, product.items[0].id, price, days, orderId],
      );
    await add(1, 8, null);
    await add(2, 8, randomUUID());
    await add(3, 6, null);
    await add(4, -1, null);
    const sql = "SELECT price::text AS name FROM agreed_price WHERE buyer_id = $1";
    assert.deepEqual(await left(order, sql, [buyer.id]), ["2", "3", "4"]);
  });

  test("views of products", async () => {
    const product = randomUUID();
    await order.query(
      `INSERT INTO product_view (product_id, day, views) VALUES
       ($1, (now() AT TIME ZONE 'Asia/Seoul')::date - 402, 1), ($1, (now() AT TIME ZONE 'Asia/Seoul')::date - 399, 2)`,
      [product],
    );
    const sql = "SELECT views::text AS name FROM product_view WHERE product_id = $1";
    assert.deepEqual(await left(order, sql, [product]), ["2"]);
  });

  test("reply times and ended sign-ins of the chat", async () => {
    const seller = randomUUID();
    await chat.query(
      "INSERT INTO reply_time (seller_id, seconds, at) VALUES ($1, 1, now() - interval '91 days'), ($1, 2, now() - interval '89 days')",
      [seller],
    );
    await chat.query(
      "INSERT INTO ended_session (key, at) VALUES ('retention-old', now() - interval '86401 s'), ('retention-young', now() - interval '80000 s')",
    );
    assert.deepEqual(await left(chat, "SELECT seconds::text AS name FROM reply_time WHERE seller_id = $1", [seller]), [
      "2",
    ]);
    assert.deepEqual(await left(chat, "SELECT key AS name FROM ended_session WHERE key LIKE 'retention-%'"), [
      "retention-young",
    ]);
  });

  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: "#c0562f" } })
      .jpeg()
      .toBuffer();
  async function upload(path: string, by: Person): Promise<string> {
    const response = await fetch(`${market.baseUrl}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${by.token}`, "content-type": "image/jpeg" },
      body: new Uint8Array(await picture()),
    });
    assert.equal(response.status, 201);
    return ((await response.json()) as { id: string }).id;
  }
  const filesOf = (id: string) =>
    [`${id}.webp`, `${id}-thumbnail.webp`].map((key) => join(home, "images", key.slice(-7, -5), key));
  const hasFiles = (id: string) => filesOf(id).map((path) => existsSync(path));

  test("pictures that no product ever named, with their files", async () => {
    const seller = await market.api.seller();
    const [never, named, dropped, young] = [
      await upload("/seller/pictures", seller),
      await upload("/seller/pictures", seller),
      await upload("/seller/pictures", seller),
      await upload("/seller/pictures", seller),
    ];
    const { status, body: product } = await market.api.post(
      "/seller/product",
      {
        name: `상품 ${randomUUID()}`,
        description: "설명",
        images: [`/search/pictures/${named}`, `/search/pictures/${dropped}/thumbnail`],
        items: [{ name: "옵션", price: 10, stock: 1 }],
      },
      seller.token,
    );
    assert.equal(status, 201, JSON.stringify(product));
    const deleted = await market.api.delete(`/seller/product?productId=${product.id}`, seller.token);
    assert.ok(deleted.status < 300, JSON.stringify(deleted.body));
    await order.query(
      "UPDATE picture SET at = now() - interval '8 days', unused_since = unused_since - interval '8 days' WHERE id = ANY ($1)",
      [[never, named, dropped]],
    );
    const sql = "SELECT id::text AS name FROM picture WHERE seller_id = $1";
    assert.deepEqual(await left(order, sql, [seller.id]), [named, dropped, young].sort());
    await until(() => !hasFiles(never).includes(true));
    for (const id of [named, dropped, young]) assert.deepEqual(hasFiles(id), [true, true], id);
    assert.equal((await market.api.get(`/search/pictures/${never}`)).status, 404);
    assert.equal((await market.api.get(`/search/pictures/${named}`)).status, 200);
  });

  test("images of rooms that no message holds, with their files; one that is about to be sent stays", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
    const { id: room } = await market.api.room(buyer, [seller]);
    const [never, sent, late] = [
      await upload(`/chat/${room}/images`, buyer),
      await upload(`/chat/${room}/images`, buyer),
      await upload(`/chat/${room}/images`, buyer),
    ];
    await market.api.say(buyer, room, { image: sent });
    const age = (ids: string[]) =>
      chat.query(
        "UPDATE image SET at = now() - interval '8 days', unused_since = unused_since - interval '8 days' WHERE id = ANY ($1)",
        [ids],
      );
    await chat.query("UPDATE image SET unused_since = unused_since - interval '6 days' WHERE id = $1", [late]);
    await age([never, sent]);
    const sql = "SELECT id::text AS name FROM image WHERE room_id = $1";
    assert.deepEqual(await left(chat, sql, [room]), [sent, late].sort());
    await market.api.say(buyer, room, { image: late });
    await age([late]);
    assert.deepEqual(await left(chat, sql, [room]), [sent, late].sort());
    await until(() => !hasFiles(never).includes(true));
    assert.deepEqual([...hasFiles(sent), ...hasFiles(late)], [true, true, true, true]);
    assert.equal((await market.api.get(`/chat/images/${sent}`, seller.token)).status, 200);
    assert.equal((await market.api.get(`/chat/images/${never}`, buyer.token)).status, 404);
  });

  test("files whose rows are gone, as a crash between the two leaves them, are removed by a later round", async () => {
    for (const client of [order, chat]) {
      const id = randomUUID();
      for (const path of filesOf(id)) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, "orphan");
      }
      await client.query("INSERT INTO removed_image (id) VALUES ($1)", [id]);
      await until(async () => (await count(client, "removed_image WHERE id = $1", [id])) === 0);
      assert.deepEqual(hasFiles(id), [false, false]);
    }
  });

  test("a rule that fails is logged and does not stop the others", async () => {
    await account.query("ALTER TABLE mail_token RENAME TO mail_token_away");
    try {
      await account.query(
        `INSERT INTO mail (id, recipient, subject, text_body, html_body, at)
         VALUES (gen_random_uuid(), 'failing@test.com', 'old', '', '', now() - interval '31 days')`,
      );
      await until(async () => (await count(account, "mail WHERE recipient = 'failing@test.com'")) === 0);
      await until(async () => {
        const metrics = (await market.api.get("/metrics")).body as string;
        return /^jangteo_retention_rounds_behind\{module="account",rule="mail tokens"\} [1-9]/m.test(metrics);
      });
      assert.match(market.output(), /the retention rule mail tokens failed/);
    } finally {
      await account.query("ALTER TABLE mail_token_away RENAME TO mail_token");
    }
    await until(async () => {
      const metrics = (await market.api.get("/metrics")).body as string;
      return /^jangteo_retention_rounds_behind\{module="account",rule="mail tokens"\} 0/m.test(metrics);
    });
  });
});
