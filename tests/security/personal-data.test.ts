import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import pg from "pg";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();

const password = "jangteo-tester";

/** Every table of every module in which some of these words stand, with the words. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const module of ["account", "order", "chat"]) {
    const client = new pg.Client({ connectionString: await market.behind.databaseOf(module) });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ name: string }>(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = $1",
        [module],
      );
      for (const { name } of tables) {
        const table = `${client.escapeIdentifier(module)}.${client.escapeIdentifier(name)}`;
        const { rows } = await client.query<{ word: string }>(
          `SELECT DISTINCT word FROM (SELECT t::text AS text FROM ${table} AS t) AS rows
           JOIN unnest($1::text[]) AS word ON position(word IN text) > 0`,
          [words],
        );
        found.push(...rows.map(({ word }) => `${module}.${name}: ${word}`));
      }
    } finally {
      await client.end();
    }
  }
  return found;
}

const unique = () => randomUUID().slice(0, 8);

/** Somebody who signs up as people do, with everything that a person may tell. */
async function signUp(role: "customer" | "seller") {
  const { api } = market;
  const told = {
    email: `${unique()}-${unique()}@test.com`,
    name: `이름${unique()}`,
    phone: `010${Math.floor(Math.random() * 90_000_000 + 10_000_000)}`,
    birth: "1961-03-17",
    password,
  };
  const key = randomUUID();
  const first = await api.post(`/accounts/${role}/signup`, told, undefined, key);
  assert.equal(first.status, 201, JSON.stringify(first.body));
  const again = await api.post(`/accounts/${role}/signup`, told, undefined, key);
  assert.deepEqual([again.status, again.body], [201, first.body], "a repeated sign-up gets the first answer");
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  let link = "";
  await until(async () => {
    const { body } = await api.get(`/dev/mail?to=${encodeURIComponent(told.email)}`);
    link = /\/verify\/([\w-]+)/.exec(body.items[0]?.text ?? "")?.[1] ?? "";
    return link !== "";
  });
  assert.equal((await api.get(`/accounts/${role}/verify/${link}`)).status, 200);
  const { body: tokens } = await api.post(`/accounts/${role}/login`, { email: told.email, password });
  const person: Person = { id: first.body.id, email: told.email, role: role.toUpperCase(), token: tokens.accessToken };
  return { told, person };
}

describe("what is known of a person", () => {
  test("line 57: is gone from every table of every module once the account is closed, but for what the law keeps", async () => {
    const { api } = market;
    const [buyer, seller] = [await signUp("customer"), await signUp("seller")];
    const bankAccount = `110-${unique()}-777`;
    const note = `용돈${unique()}`;
    const spoken = `집 주소는 ${unique()}`;
    const deposit = { amount: 10_000, from: `card-${unique()}`, message: note };
    assert.equal((await api.post("/accounts/customer/balance", deposit, buyer.person.token, randomUUID())).status, 200);
    const renamed = `새이름${unique()}`;
    await api.put("/accounts/customer/update", { name: renamed }, buyer.person.token);
    const product = await api.product(seller.person, [[1_000, 10]]);
    const { id: room } = await api.room(buyer.person, [seller.person], product.id);
    await api.say(buyer.person, room, spoken);
    const { body: order } = await api.buy(buyer.person, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    await api.confirm(order.id, seller.person, buyer.person);
    const review = { rating: 5, body: "좋아요" };
    assert.equal((await api.put(`/customer/reviews/${product.id}`, review, buyer.person.token)).status, 200);
    const payout = { amount: 400, bankAccount };
    assert.equal((await api.post("/accounts/seller/payouts", payout, seller.person.token, randomUUID())).status, 201);
    assert.ok((await tablesWith([buyer.told.email])).length > 0, "the search finds what is there");

    for (const { person } of [buyer, seller]) {
      const closing = { password, giveUpPoints: true };
      const path = `/accounts/${person.role.toLowerCase()}/close`;
      assert.equal((await api.post(path, closing, person.token)).status, 204);
    }
    const words = [buyer, seller].flatMap(({ told }) => [told.email, told.name, told.phone]);
    const left = () => tablesWith([...words, renamed, buyer.told.birth, bankAccount, note, deposit.from]);
    // What a seller is called on the receipts of others is part of these, which the law keeps.
    const kept = (table: string) => table === `order.order_part: ${seller.told.name}`;
    await until(async () => (await left()).every(kept), {
      timeoutMs: 15_000,
      why: () => "see the assertion below",
    }).catch(() => undefined);
    assert.deepEqual(
      (await left()).filter((table) => !kept(table)),
      [],
    );
  });

  test("line 57: is gone from responses, too, that were stored by a request that was under way at the closing", async () => {
    const { api, behind } = market;
    const seller = await api.seller();
    const stores = await Promise.all(
      ["order", "chat"].map(async (module) => {
        const client = new pg.Client({ connectionString: await behind.databaseOf(module) });
        await client.connect();
        const scope = `${seller.id} POST /somewhere`;
        return {
          module,
          client,
          store: (key: string) =>
            client.query(
              `INSERT INTO "${module}".idempotency (scope, key, request_hash, ref, status, body)
               VALUES ($1, $2, 'hash', gen_random_uuid(), 200, $3)`,
              [scope, key, JSON.stringify({ sellerName: `이름${unique()}` })],
            ),
          isErased: async (key: string) => {
            const select = `SELECT body FROM "${module}".idempotency WHERE scope = $1 AND key = $2`;
            return (await client.query<{ body: unknown }>(select, [scope, key])).rows[0]!.body === null;
          },
        };
      }),
    );
    try {
      for (const { store } of stores) await store("before");
      assert.equal((await api.post("/accounts/seller/close", { password }, seller.token)).status, 204);
      for (const key of ["before", "after"])
        for (const { module, store, isErased } of stores) {
          if (key === "after") await store(key);
          await until(() => isErased(key), { timeoutMs: 20_000, why: () => `${module} keeps what was stored ${key}` });
        }
    } finally {
      for (const { client } of stores) await client.end();
    }
  });

  test("cannot be stored again by a closed account's token", async () => {
    const { api } = market;
    const buyer = await api.customer();
    assert.equal((await api.post("/accounts/customer/close", { password }, buyer.token)).status, 204);
    const changed = await api.put("/accounts/customer/update", { name: "다시", phone: "010-1234-5678" }, buyer.token);
    assert.ok([401, 404].includes(changed.status), JSON.stringify(changed.body));
  });

  test("line 57: is exported in one file: account, points, orders, reviews, rooms and what the person wrote", async () => {
    const { api } = market;
    const [buyer, seller] = [await api.customer(5_000), await api.seller()];
    const product = await api.product(seller, [[1_000, 10]]);
    const { id: room } = await api.room(buyer, [seller], product.id);
    await api.say(buyer, room, "내가 쓴 말");
    await api.say(seller, room, "남이 쓴 말");
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
    const file = await api.get("/accounts/customer/export", buyer.token);
    assert.equal(file.status, 200);
    assert.match(file.headers.get("content-type")!, /ndjson/);
    assert.match(file.headers.get("content-disposition")!, /attachment/);
    const lines = (file.body as string)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const kinds = new Set(lines.map(({ kind }) => kind));
    for (const kind of ["account", "entry", "deposit", "order", "room", "message"]) assert.ok(kinds.has(kind), kind);
    assert.equal(lines.find(({ kind }) => kind === "account")!.email, buyer.email);
    assert.equal(lines.find(({ kind }) => kind === "order")!.id, order.id);
    assert.ok((file.body as string).includes("내가 쓴 말"));
    assert.ok(!(file.body as string).includes("남이 쓴 말"), "others' words are theirs");
    assert.ok(!(file.body as string).includes(seller.email));
    assertProblem(await api.get("/accounts/seller/export", buyer.token), 403, "WRONG_ROLE");
    assert.equal((await api.get("/accounts/seller/export", seller.token)).status, 200);
  });

  test("is exported page by page, each row once", async () => {
    const { api } = market;
    const [buyer, seller] = [await api.customer(), await api.seller()];
    const rooms = [await api.room(buyer, [seller]), await api.room(buyer, [await api.seller()])] as { id: string }[];
    for (let count = 0; count < 620; count += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => api.say(buyer, rooms[index % 2]!.id, `글 ${count + index}`)),
      );
    const { body } = await api.get("/accounts/customer/export", buyer.token);
    const texts = [...(body as string).matchAll(/"text": ?"(글 \d+)"/g)].map(([, text]) => text);
    assert.deepEqual([texts.length, new Set(texts).size], [620, 620]);
  });
});
