import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import pg from "pg";
import { createAccessChecks } from "../harness/access.ts";
import { type ApiResponse, assertProblem, type Person } from "../harness/api-client.ts";
import { helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Two instances of every process, in every stage. */
const market = useMarketplace({ copies: 2 });

const { access, expected, becomes, sockets, areClosed, opensNoSocket, limitMs } = createAccessChecks(market);
const reason = "운영 정책 위반";
const password = "jangteo-tester";

async function move(person: Person, verb: "suspend" | "reinstate"): Promise<void> {
  const admin = await market.api.admin();
  const path = `/accounts/admin/members/${person.id}/${verb}`;
  assert.equal((await market.api.post(path, { reason }, admin.token)).status, 200);
}

async function onAccounts(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: await market.behind.databaseOf("account") });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, values);
    assert.equal(rowCount, 1);
  } finally {
    await client.end();
  }
}

const freshToken = ({ role, email }: Person): Promise<ApiResponse> =>
  market.api.post(`/test/login/${role.toLowerCase()}`, { email });

describe("access ends on every instance", () => {
  test("when a buyer and a seller are suspended; it returns when they are reinstated", async () => {
    const [buyer, seller, shop] = [
      await market.api.customer(9_000),
      await market.api.seller(),
      await market.api.seller(),
    ];
    const product = await market.api.product(shop, [[1_000, 9]]);
    const buy = () => market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    const room = await market.api.room(buyer, [seller]);
    for (const person of [buyer, seller]) assert.deepEqual(await access(person), expected(person, "200"));
    assert.equal((await buy()).status, 201);
    const open = [...(await sockets(buyer)), ...(await sockets(seller))];
    const unharmed = await helloSocket(market.api, shop);

    for (const person of [buyer, seller]) {
      await move(person, "suspend");
      await becomes(person, "403 ACCOUNT_SUSPENDED");
    }
    for (let count = 0; count < 4; count++) assertProblem(await buy(), 403, "ACCOUNT_SUSPENDED");
    assertProblem(
      await market.api.post(`/chat/${room.id}/messages`, { clientId: randomUUID(), body: "아직 있어요" }, buyer.token),
      403,
      "ACCOUNT_SUSPENDED",
    );
    await areClosed(open);
    for (const person of [buyer, seller]) {
      await opensNoSocket(person);
      assertProblem(await freshToken(person), 403, "ACCOUNT_SUSPENDED");
    }
    assert.equal(unharmed.closed(), undefined);
    assert.deepEqual(await access(shop), expected(shop, "200"));
    unharmed.end();

    for (const person of [buyer, seller]) {
      await move(person, "reinstate");
      await becomes(person, "200");
      await until(
        async () => {
          const { body } = await freshToken(person);
          const again = await sockets({ ...person, token: body.token });
          for (const socket of again) socket.end();
          return true;
        },
        { timeoutMs: limitMs },
      );
    }
    assert.equal((await buy()).status, 201);
  });

  test("when an account is closed", async () => {
    for (const person of [await market.api.customer(), await market.api.seller()]) {
      const open = await sockets(person);
      const path = `/accounts/${person.role.toLowerCase()}/close`;
      assert.equal((await market.api.post(path, { password }, person.token)).status, 204);
      await becomes(person, "401 INVALID_ACCESS_TOKEN");
      await areClosed(open);
      await opensNoSocket(person);
    }
  });

  test("when a sign-in ends: by signing out, from another one, or by a new password", async () => {
    const buyer = await market.api.customer();
    const signIn = async () => {
      const { status, body } = await market.api.post("/accounts/customer/login", { email: buyer.email, password });
      assert.equal(status, 200, JSON.stringify(body));
      return body as { accessToken: string; refreshToken: string };
    };
    const own = (accessToken: string) => ({ ...buyer, token: accessToken });
    const [first, second, third, owner] = [await signIn(), await signIn(), await signIn(), await signIn()];
    const staying = await helloSocket(market.api, own(owner.accessToken));
    for (const [ended, end] of [
      [first, () => market.api.post("/accounts/logout", { refreshToken: first.refreshToken })],
      [second, async () => endNewest(second.accessToken)],
      [
        third,
        () =>
          market.api.put(
            "/accounts/customer/update",
            { password: "another-password-9182", currentPassword: password },
            owner.accessToken,
          ),
      ],
    ] as const) {
      const open = await sockets(own(ended.accessToken));
      assert.deepEqual(await access(own(ended.accessToken)), expected(own(ended.accessToken), "200"));
      assert.ok((await end()).status < 300);
      await becomes(own(ended.accessToken), "401 INVALID_ACCESS_TOKEN");
      await areClosed(open);
      await opensNoSocket(own(ended.accessToken));
    }
    async function endNewest(token: string) {
      const { body } = await market.api.get("/accounts/customer/sessions", token);
      const { id } = body.items.find(({ current }: { current: boolean }) => current);
      return market.api.delete(`/accounts/customer/sessions/${id}`, owner.accessToken);
    }
    const { body: again } = await market.api.post("/accounts/customer/login", {
      email: buyer.email,
      password: "another-password-9182",
    });
    assert.deepEqual(await access(own(again.accessToken)), expected(own(again.accessToken), "200"));
    staying.end();
  });

  test("without any event: when nobody notifies an instance, and the change commits long after its time", async () => {
    const [buyer, seller] = [await market.api.customer(), await market.api.seller()];
    for (const [person, status, response] of [
      [buyer, "SUSPENDED", "403 ACCOUNT_SUSPENDED"],
      [seller, "CLOSED", "401 INVALID_ACCESS_TOKEN"],
    ] as const) {
      const open = await sockets(person);
      // What a transaction of 30 s leaves behind.
      await onAccounts(
        "UPDATE account.account SET status = $2, status_at = now() - interval '30 seconds' WHERE id = $1",
        [person.id, status],
      );
      await Promise.all([becomes(person, response), areClosed(open)]);
      await opensNoSocket(person);
      await onAccounts("UPDATE account.account SET status = 'ACTIVE', status_at = now() WHERE id = $1", [person.id]);
      await becomes(person, "200");
      for (const socket of await sockets(person)) socket.end();
    }
    const { body } = await market.api.post("/accounts/customer/login", { email: buyer.email, password });
    const signedIn = { ...buyer, token: body.accessToken };
    const open = await sockets(signedIn);
    await onAccounts(
      "UPDATE account.session SET ended_at = now() - interval '30 seconds' WHERE account_id = $1 AND ended_at IS NULL",
      [buyer.id],
    );
    await Promise.all([becomes(signedIn, "401 INVALID_ACCESS_TOKEN"), areClosed(open)]);
    await opensNoSocket(signedIn);
  });
});
