import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();
const password = "jangteo-tester";

type SignIn = { accessToken: string; refreshToken: string };

async function signIn({ email, role }: Person, userAgent = "first-program/1"): Promise<SignIn> {
  const response = await marketplace.api.request("POST", `/accounts/${role.toLowerCase()}/login`, {
    body: { email, password },
    headers: { "user-agent": userAgent },
  });
  assert.equal(response.status, 200, JSON.stringify(response.body));
  return response.body as SignIn;
}

const base = ({ role }: Person) => `/accounts/${role.toLowerCase()}`;
const kindsOf = async (person: Person): Promise<string[]> =>
  (await marketplace.api.get(`${base(person)}/securityEvents`, person.token)).body.items.map(
    ({ kind }: { kind: string }) => kind,
  );
const mailsTo = async ({ email }: Person): Promise<{ subject: string; text: string }[]> =>
  (await marketplace.api.get(`/dev/mail?to=${encodeURIComponent(email)}`)).body.items;

describe("sign-ins that begin or go on while all of them are being ended", () => {
  const newPassword = "another-password-9182";
  const change = ({ role }: Person, token: string) =>
    marketplace.api.put(
      `/accounts/${role.toLowerCase()}/update`,
      { password: newPassword, currentPassword: password },
      token,
    );
  const refresh = async (refreshToken: string) => marketplace.api.post("/accounts/token/refresh", { refreshToken });

  test("a refresh token that is used at that moment has no successor that lives on", async () => {
    const { api } = marketplace;
    const lived: string[] = [];
    for (let round = 0; round < 10; round++) {
      const seller = await api.seller();
      const [thief, owner] = [await signIn(seller), await signIn(seller)];
      let token = thief.refreshToken;
      let stopped = false;
      const refreshing = (async () => {
        while (!stopped) {
          const { status, body } = await refresh(token);
          if (status !== 200) return;
          token = body.refreshToken;
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 20 + 5 * round));
      const end = round % 2 === 0 ? "endOthers" : "password";
      const { status } =
        end === "password"
          ? await change(seller, owner.accessToken)
          : await api.post("/accounts/seller/sessions/endOthers", {}, owner.accessToken);
      assert.ok(status < 300, `${end}: ${status}`);
      stopped = true;
      await refreshing;
      if ((await refresh(token)).status === 200) lived.push(end);
    }
    assert.deepEqual(lived, []);
  });

  test("the old password opens nothing that outlives its change, nor another email", async () => {
    const { api } = marketplace;
    const lived: string[] = [];
    for (let round = 0; round < 4; round++) {
      const seller = await api.seller();
      const [owner, thief] = [await signIn(seller), await signIn(seller)];
      const email = `${randomUUID()}@thief.test`;
      const changing = change(seller, owner.accessToken);
      const attempts = Array.from({ length: 5 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, 15 * (index + round / 2)));
        if (index === 0) return api.post("/accounts/seller/email", { email, password }, thief.accessToken);
        return api.post("/accounts/seller/login", { email: seller.email, password });
      });
      assert.equal((await changing).status, 200);
      for (const { status, body } of await Promise.all(attempts))
        if (status === 200 && body.refreshToken && (await refresh(body.refreshToken)).status === 200)
          lived.push("sign-in");
      const { body } = await api.get(`/dev/mail?to=${encodeURIComponent(email)}`);
      for (const { text } of body.items as { text: string }[]) {
        const path = new URL(/https?:\/\/\S+/.exec(text)![0]).pathname;
        if ((await api.get(path)).status === 200) lived.push("email");
      }
    }
    assert.deepEqual(lived, []);
  });

  test("an access token of an ended sign-in pays nothing out and suspends nobody", async () => {
    const { api } = marketplace;
    const [seller, buyer, admin] = [await api.seller(), await api.customer(5_000), await api.admin()];
    const product = await api.product(seller, [[1_000, 9]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
    await api.confirm(order.id, seller, buyer);
    const [ended, office] = [await signIn(seller), await signIn(admin)];
    for (const { refreshToken } of [ended, office])
      assert.equal((await api.post("/accounts/logout", { refreshToken })).status, 204);
    const key = randomUUID();
    assertProblem(await api.payOut({ ...seller, token: ended.accessToken }, 100, key), 401, "INVALID_ACCESS_TOKEN");
    const suspend = api.post(`/accounts/admin/members/${buyer.id}/suspend`, { reason: "시험" }, office.accessToken);
    assertProblem(await suspend, 401, "INVALID_ACCESS_TOKEN");
    assert.equal((await api.payOut({ ...seller, token: (await signIn(seller)).accessToken }, 100, key)).status, 201);
  });
});

describe("one's own sign-ins", () => {
  test("are listed with the program and the address, and one of them is the one that asks", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const [first] = [await signIn(buyer), await signIn(buyer, "second-program/2")];
    const { body } = await api.get("/accounts/customer/sessions", first.accessToken);
    assert.deepEqual(
      body.items.map(({ userAgent, current }: { userAgent: string; current: boolean }) => [userAgent, current]),
      [
        ["second-program/2", false],
        ["first-program/1", true],
      ],
    );
    assert.match(body.items[0].address, /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);
    assertProblem(await api.get("/accounts/seller/sessions", first.accessToken), 403, "WRONG_ROLE");
  });

  test("are ended one by one, or all others at once: refresh tokens die and sockets close", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const [here, there, elsewhere] = [
      await signIn(buyer),
      await signIn(buyer, "two/2"),
      await signIn(buyer, "three/3"),
    ];
    const socket = await helloSocket(api, { ...buyer, token: there.accessToken });
    const list = async () => (await api.get("/accounts/customer/sessions", here.accessToken)).body.items;
    const idOf = async (program: string) =>
      (await list()).find(({ userAgent }: { userAgent: string }) => userAgent === program).id as string;
    const end = (id: string, token: string) => api.delete(`/accounts/customer/sessions/${id}`, token);
    const id = await idOf("two/2");
    const stranger = await api.customer();
    assertProblem(await end(id, stranger.token), 404, "NOT_FOUND");
    assert.equal((await end(id, here.accessToken)).status, 204);
    assertProblem(await end(id, here.accessToken), 404, "NOT_FOUND");
    assert.equal(await socket.untilClosed(), 4403);
    const refresh = ({ refreshToken }: SignIn) => api.post("/accounts/token/refresh", { refreshToken });
    assertProblem(await refresh(there), 401, "INVALID_REFRESH_TOKEN");

    assert.equal((await api.post("/accounts/customer/sessions/endOthers", {}, here.accessToken)).status, 204);
    assertProblem(await refresh(elsewhere), 401, "INVALID_REFRESH_TOKEN");
    assert.equal((await refresh(here)).status, 200);
    assert.equal((await list()).length, 1);
  });
});

describe("an administrator's sign-in", () => {
  test("ends after twelve hours, however often its token is traded", async () => {
    const { api } = marketplace;
    const [admin, buyer] = [await api.admin(), await api.customer()];
    const secondsOf = (response: { headers: Headers }) =>
      Number(/jangteo_refresh=.*Max-Age=(\d+)/.exec(response.headers.get("set-cookie") ?? "")?.[1]);
    const login = ({ role, email }: Person) =>
      api.request("POST", `/accounts/${role.toLowerCase()}/login`, { body: { email, password } });
    const signedIn = await login(admin);
    assert.equal(secondsOf(signedIn), 12 * 3_600);
    assert.equal(secondsOf(await login(buyer)), 30 * 86_400);
    const traded = await api.post("/accounts/token/refresh", { refreshToken: signedIn.body.refreshToken });
    assert.deepEqual([traded.status, secondsOf(traded)], [200, 12 * 3_600]);
  });
});

describe("the security log", () => {
  test("tells of sign-ins, failures, reuse of a token, new passwords and payouts; the owner gets mails of what matters", async () => {
    const { api } = marketplace;
    const seller = await api.seller();
    const { refreshToken } = await signIn(seller);
    const login = { email: seller.email, password: "falsch-falsch" };
    assertProblem(await api.post("/accounts/seller/login", login), 401, "LOGIN_FAILED");
    await until(async () => (await kindsOf(seller)).includes("SIGN_IN_FAILED"));
    await signIn(seller, "another-program/3");

    assert.equal((await api.post("/accounts/token/refresh", { refreshToken })).status, 200);
    assertProblem(await api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
    const buyer = await api.customer(5_000);
    const product = await api.product(seller, [[5_000, 1]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 5_000);
    await api.confirm(order.id, seller, buyer);
    const key = randomUUID();
    for (let count = 0; count < 2; count++) assert.equal((await api.payOut(seller, 1_000, key)).status, 201);
    const changed = { password: "neues-passwort-1", currentPassword: password };
    assert.equal((await api.put("/accounts/seller/update", changed, seller.token)).status, 200);

    assert.deepEqual(await kindsOf(seller), [
      "PASSWORD_CHANGED",
      "PAYOUT",
      "TOKEN_REUSED",
      "SIGN_IN",
      "SIGN_IN_FAILED",
      "SIGN_IN",
    ]);
    const subjects = (await mailsTo(seller)).map(({ subject }) => subject);
    for (const words of ["비밀번호를 바꾸었습니다", "출금을 신청했습니다", "도용되었을 수 있습니다", "새 기기에서"])
      assert.equal(subjects.filter((subject) => subject.includes(words)).length, 1, `${words} in ${subjects.join()}`);
    // A name or a program that looks like an address makes no link.
    assert.ok((await mailsTo(seller)).every(({ text }) => !/https?:\/\//.test(text)));
  });

  test("is one's own alone, page by page", async () => {
    const { api } = marketplace;
    const [buyer, other] = [await api.customer(), await api.customer()];
    for (let count = 0; count < 3; count++) await signIn(buyer);
    const first = (await api.get("/accounts/customer/securityEvents?limit=2", buyer.token)).body;
    const rest = (await api.get(`/accounts/customer/securityEvents?limit=2&cursor=${first.nextCursor}`, buyer.token))
      .body;
    assert.deepEqual([first.items.length, rest.items.length, rest.nextCursor], [2, 1, null]);
    assert.deepEqual(await kindsOf(other), []);
  });
});
