import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { areaUnderCurve, timesOf } from "../harness/told-apart.ts";

const marketplace = useMarketplace();
const limited = useMarketplace({
  alone: true,
  copies: 1,
  env: { JANGTEO_RATE_LIMITS: "on", JANGTEO_CHAT_LOOKUPS_PER_HOUR: "8", JANGTEO_RATE_LIMIT_PER_MINUTE: "100000" },
});

const found = async (by: Person, { email }: Person, where = "user"): Promise<string[]> => {
  const { status, body } = await marketplace.api.post(
    `/chat-search/${where}?email=${encodeURIComponent(email)}`,
    {},
    by.token,
  );
  assert.equal(status, 200);
  return body.items.map(({ id }: Person) => id);
};

describe("who has an account", () => {
  test("is not told by the search of the chat: sellers, and buyers in a room with the caller, are all that is found", async () => {
    const { api } = marketplace;
    const [seller, buyer, stranger, admin] = [
      await api.seller(),
      await api.customer(),
      await api.customer(),
      await api.admin(),
    ];
    const ask = (by: Person, { email }: Person) =>
      api.post(`/chat-info/userInfo?email=${encodeURIComponent(email)}`, {}, by.token);
    for (const by of [seller, buyer]) {
      for (const who of [admin, stranger]) {
        assert.deepEqual(await found(by, who), []);
        assertProblem(await ask(by, who), 404, "NOT_FOUND_USER");
      }
      assert.deepEqual(await found(by, admin, "customer"), []);
    }
    assert.deepEqual(await found(buyer, seller), [seller.id]);
    assert.deepEqual(await found(seller, buyer), []);
    const { id: room } = await api.room(buyer, [seller]);
    assert.deepEqual(await found(seller, buyer), [buyer.id]);
    assert.equal((await ask(seller, buyer)).body.id, buyer.id);
    await api.post(`/chat/${room}/leave`, {}, buyer.token);
    assert.deepEqual(await found(seller, buyer), []);

    await api.post("/chat/block", { accountId: stranger.id }, seller.token);
    assert.deepEqual(await found(stranger, seller), [], "who blocks somebody is not found by them");
    const invited = { participants: [{ email: admin.email, role: "ADMIN" }] };
    assertProblem(await api.post("/chat/invite", invited, buyer.token), 400);
  });

  test("is not told by blocks: whose id is known has no name in them without a room, and an unknown id looks alike", async () => {
    const { api } = marketplace;
    const [buyer, stranger, met, seller] = [
      await api.customer(),
      await api.customer(),
      await api.customer(),
      await api.seller(),
    ];
    await api.room(seller, [met, buyer]);
    const ids = [randomUUID(), stranger.id, met.id, seller.id];
    for (const accountId of ids) await api.post("/chat/block", { accountId }, buyer.token);
    const { body } = await api.get("/chat/blocks", buyer.token);
    const shown = new Map(body.items.map(({ id, role, name }: Person & { name: string }) => [id, [role, name !== ""]]));
    assert.deepEqual(
      ids.map((id) => shown.get(id)),
      [
        ["", false],
        ["", false],
        ["CUSTOMER", true],
        ["SELLER", true],
      ],
    );
  });

  test("is looked up a few times an hour per account, whatever the address, by search and by invitation", async () => {
    const { api } = limited;
    const buyer = await api.customer();
    const invite = () =>
      api.post("/chat/invite", { participants: [{ email: `${randomUUID()}@test.com`, role: "SELLER" }] }, buyer.token);
    const search = () => api.post(`/chat-search/user?email=${randomUUID()}@test.com`, {}, buyer.token);
    // Each instance counts what it has received: eight where there is one, up to sixteen where there are two.
    for (let count = 0; count < 16; count++) {
      const response = count % 2 === 0 ? await invite() : await search();
      assert.ok(response.status === 429 || response.status === (count % 2 === 0 ? 404 : 200), JSON.stringify(response));
      if (count < 8) assert.notEqual(response.status, 429);
    }
    for (const response of [await invite(), await search()]) {
      assertProblem(response, 429, "TOO_MANY_REQUESTS");
      assert.ok(Number(response.headers.get("retry-after")) >= 60);
    }
    const other = await api.customer();
    assert.equal((await api.post(`/chat-search/user?email=a@test.com`, {}, other.token)).status, 200);
  });

  test("is not told by the time of 400 forgotten passwords", async () => {
    const { api } = marketplace;
    const known = (await Promise.all(Array.from({ length: 20 }, () => api.customer()))).map(({ email }) => email);
    const forgot = (email: string) => api.post("/accounts/password/forgot", { email, role: "CUSTOMER" });
    let area = 1;
    // Chance alone reaches 0.55 in one of twelve measurements: what is there is found in each of three.
    for (let attempt = 0; attempt < 3 && area > 0.55; attempt++) {
      const lines = await Promise.all(Array.from({ length: 4 }, () => timesOf(50, known, forgot)));
      area = areaUnderCurve(
        lines.flatMap(({ known }) => known),
        lines.flatMap(({ unknown }) => unknown),
      );
    }
    assert.ok(area <= 0.55, `told apart with AUC ${area.toFixed(3)}`);
  });

  test("is not told by the time of a sign-up", async () => {
    const { api } = marketplace;
    const known = (await Promise.all(Array.from({ length: 10 }, () => api.customer()))).map(({ email }) => email);
    const signUp = (email: string) =>
      api.post("/accounts/customer/signup", {
        email,
        name: "누구",
        phone: "010-1111-1111",
        birth: "1990-01-02",
        password: "긴-비밀번호-하나",
      });
    const { known: these, unknown: those } = await timesOf(20, known, signUp);
    const area = areaUnderCurve(these, those);
    // 20 times each: chance alone reaches 0.65 in one of twenty runs.
    assert.ok(area <= 0.75, `told apart with AUC ${area.toFixed(3)}`);
  });
});
