import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import pg from "pg";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({ alone: true });

async function withClient<T>(work: (client: pg.Client) => Promise<T>, role?: string): Promise<T> {
  const client = new pg.Client({ connectionString: market.own.databaseUrl, options: '-c search_path="order"' });
  await client.connect();
  try {
    if (role) await client.query(`SET ROLE ${role}`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An event as the inbox parks it. */
async function park(payload: object): Promise<string> {
  const id = newId();
  await withClient((client) =>
    client.query(
      `INSERT INTO parked_event (id, type, key, payload, at, last_error)
       VALUES ($1::uuid, 'AccountChanged', $1::text, $2, now(), 'the database was full')`,
      [id, payload],
    ),
  );
  return id;
}

describe("administration", () => {
  test("shows parked events, tries them again, or drops them for good", async () => {
    const admin = await market.api.admin();
    const seller = await market.api.seller("옛 이름");
    const product = await market.api.product(seller, [[1_000, 1]]);
    // Events hold no names: who takes one in asks for the name as it is.
    await withClient((client) =>
      client.query("UPDATE account.account SET name = '새 이름', version = 7 WHERE id = $1", [seller.id]),
    );
    const right = await park({ accountId: seller.id, role: "SELLER", version: 7 });
    const wrong = await park({ accountId: "nobody", role: "SELLER", version: 1 });
    const { body: parked } = await market.api.get("/order-admin/parked", admin.token);
    assert.deepEqual(
      parked.items.map(({ id, lastError }: { id: string; lastError: string }) => [id, lastError]),
      [wrong, right].map((id) => [id, "the database was full"]),
    );
    const decide = (id: string, verb: string) =>
      market.api.post(`/order-admin/parked/${id}/${verb}`, { reason: "디스크를 늘렸음" }, admin.token);
    assert.equal((await decide(right, "retry")).status, 204);
    await until(async () => {
      const { body } = await market.api.get(`/search/product/detail?productId=${product.id}`);
      return body.sellerName === "새 이름";
    });
    assertProblem(await decide(right, "retry"), 404, "NOT_FOUND_EVENT");
    assert.equal((await decide(wrong, "drop")).status, 204);
    assert.deepEqual((await market.api.get("/order-admin/parked", admin.token)).body.items, []);
    const { body: log } = await market.api.get("/order-admin/audit", admin.token);
    assert.deepEqual(
      log.items.map(({ action, subjectId }: { action: string; subjectId: string }) => [action, subjectId]),
      [
        ["event.drop", wrong],
        ["event.retry", right],
      ],
    );
    assert.equal(log.items[0].detail.payload.accountId, "nobody", "what was dropped is still to be read");
  });

  test("leaves an audit log that nobody changes: not the application, not the owner of the tables", async () => {
    for (const [role, message] of [
      ["jangteo_order", /permission denied/],
      ["jangteo_order_owner", /never changed/],
    ] as const)
      for (const sql of ["UPDATE audit_entry SET reason = ''", "DELETE FROM audit_entry"])
        await assert.rejects(
          withClient((client) => client.query(sql), role),
          message,
        );
  });

  test("begins with a command that prints a link to choose a password at; a second one makes a new link", async () => {
    const email = "operator@example.com";
    const run = async (expected: RegExp) => {
      const { code, output } = await market.own.command("admin", email, "--name", "운영자");
      assert.equal(code, 0, output);
      assert.match(output, expected);
      return /token[= ]([\w-]+)/.exec(output)![1]!;
    };
    await run(/Made the administrator/);
    const token = await run(/There is an administrator/);
    const password = "a long enough secret";
    assert.equal((await market.api.post("/accounts/password/reset", { token, password })).status, 200);
    const { status, body } = await market.api.post("/accounts/admin/login", { email, password });
    assert.equal(status, 200);
    assert.equal((await market.api.post("/accounts/admin", {}, body.accessToken)).body.name, "운영자");
    const wrong = await market.own.command("admin", "nobody");
    assert.equal(wrong.code, 2, wrong.output);
    assert.match(wrong.output, /Name one email/);
  });
});

test("an administrator's sign-in ends twelve hours after it began, a buyer's thirty days after it was used", async () => {
  const { api } = market.own;
  const endsOf = async (account: string) =>
    withClient(async (client) => {
      const { rows } = await client.query<{ hours: number }>(
        `SELECT extract(epoch FROM expires_at - now())::float8 / 3600 AS hours FROM account.refresh_token
         WHERE account_id = $1 AND used_at IS NULL`,
        [account],
      );
      return rows[0]!.hours;
    });
  for (const [person, hours] of [
    [await api.admin(), 11],
    [await api.customer(), 30 * 24],
  ] as const) {
    const login = { email: person.email, password: "jangteo-tester" };
    const { body } = await api.post(`/accounts/${person.role.toLowerCase()}/login`, login);
    // An hour later.
    await withClient((client) =>
      client.query(
        "UPDATE account.refresh_token SET expires_at = expires_at - interval '1 hour' WHERE account_id = $1",
        [person.id],
      ),
    );
    const traded = await api.post("/accounts/token/refresh", { refreshToken: body.refreshToken });
    assert.equal(traded.status, 200);
    assert.ok(Math.abs((await endsOf(person.id)) - hours) < 0.1, `${await endsOf(person.id)} hours`);
  }
});
