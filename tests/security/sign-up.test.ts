import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();
const limited = useMarketplace({
  alone: true,
  copies: 1,
  env: { JANGTEO_RATE_LIMITS: "on", JANGTEO_MAIL_LIMIT_PER_MINUTE: "1000", JANGTEO_RATE_LIMIT_PER_MINUTE: "100000" },
});

type Mail = { subject: string; text: string; html: string };
const mailsTo = async ({ api }: typeof marketplace, email: string): Promise<Mail[]> =>
  (await api.get(`/dev/mail?to=${encodeURIComponent(email)}`)).body.items;
const verifyToken = ({ text }: Mail) => /verify\/([\w-]+)/.exec(text)![1]!;
const resetToken = ({ text }: Mail) => /\n\n([\w-]{30,})\n/.exec(text)![1]!;

const attackers = "공격자의-비밀번호-1";
const owners = "주인의-비밀번호-2";

describe("an address that two sign up with", () => {
  for (const role of ["customer", "seller"])
    for (const opened of ["first", "last"] as const)
      test(`keeps no password: whoever opens the ${opened} mail of a ${role} chooses it`, async () => {
        const { api } = marketplace;
        const email = `${randomUUID()}@test.com`;
        const signUp = (password: string, phone: string) =>
          api.post(`/accounts/${role}/signup`, { email, name: "누구", phone, birth: "1990-01-02", password });
        const signIn = (password: string) => api.post(`/accounts/${role}/login`, { email, password });
        assert.equal((await signUp(attackers, "010-6666-6666")).status, 201);
        assert.equal((await signUp(owners, "010-1111-1111")).status, 201);
        const mails = await mailsTo(marketplace, email);
        assert.equal(mails.length, 2);
        const token = verifyToken(mails.at(opened === "first" ? -1 : 0)!);
        const verified = await api.get(`/accounts/${role}/verify/${token}`);
        assert.equal(verified.status, 200);
        for (const password of [attackers, owners]) assertProblem(await signIn(password), 401, "LOGIN_FAILED");
        const other = verifyToken(mails.at(opened === "first" ? 0 : -1)!);
        assertProblem(await api.get(`/accounts/${role}/verify/${other}`), 400, "INVALID_TOKEN");

        const chosen = { token: verified.body.resetToken, password: owners };
        assert.equal((await api.post("/accounts/password/reset", chosen)).status, 200);
        assertProblem(await signIn(attackers), 401, "LOGIN_FAILED");
        const { body } = await signIn(owners);
        const profile = (await api.post(`/accounts/${role}`, {}, body.accessToken)).body;
        assert.deepEqual([profile.phone, profile.birth], [null, null], "nothing of the other one is left");
      });

  test("keeps the password of somebody who signs up again with the same one", async () => {
    const { api } = marketplace;
    const email = `${randomUUID()}@test.com`;
    const account = { email, name: "다시", phone: "010-1111-1111", birth: "1990-01-02", password: owners };
    for (let count = 0; count < 2; count++) await api.post("/accounts/customer/signup", account);
    const token = verifyToken((await mailsTo(marketplace, email))[0]!);
    assert.deepEqual((await api.get(`/accounts/customer/verify/${token}`)).body, { verified: true });
    assert.equal((await api.post("/accounts/customer/login", { email, password: owners })).status, 200);
  });
});

describe("mails that a stranger asks for", () => {
  test("do not end the link that the owner has; using one ends all", async () => {
    const { api } = marketplace;
    const { email } = await api.customer();
    const forgot = () => api.post("/accounts/password/forgot", { email, role: "CUSTOMER" });
    const reset = (token: string) => api.post("/accounts/password/reset", { token, password: owners });
    await forgot();
    await forgot();
    const mails = await mailsTo(marketplace, email);
    assert.equal((await reset(resetToken(mails[1]!))).status, 200);
    assertProblem(await reset(resetToken(mails[0]!)), 400, "INVALID_TOKEN");
  });

  test("two links of one account used at once: one works", async () => {
    const { api } = marketplace;
    for (let round = 0; round < 5; round++) {
      const { email } = await api.customer();
      for (let count = 0; count < 4; count++) await api.post("/accounts/password/forgot", { email, role: "CUSTOMER" });
      const tokens = (await mailsTo(marketplace, email)).map(resetToken);
      const responses = await Promise.all(
        tokens.map((token) => api.post("/accounts/password/reset", { token, password: owners })),
      );
      assert.deepEqual(
        responses.map(({ status }) => status).sort((a, b) => a - b),
        [200, 400, 400, 400],
      );
    }
  });

  test("reach one recipient ten times an hour, and the response does not differ", async () => {
    const { api } = limited;
    const { email } = await api.customer();
    const unverified = `${randomUUID()}@test.com`;
    const account = { name: "가", phone: "010-1111-1111", birth: "1990-01-02", password: owners };
    for (let count = 0; count < 14; count++) {
      const forgot = await api.post("/accounts/password/forgot", { email, role: "CUSTOMER" });
      assert.deepEqual([forgot.status, forgot.body], [200, { sent: true }]);
      for (const to of [email, unverified])
        assert.equal((await api.post("/accounts/customer/signup", { ...account, email: to })).status, 201);
    }
    await until(async () => (await mailsTo(limited, email)).length === 10);
    assert.equal((await mailsTo(limited, unverified)).length, 10);
  });
});

describe("names", () => {
  test("make no link in mails", async () => {
    const { api } = marketplace;
    const email = `${randomUUID()}@test.com`;
    const name = "https://evil.example/pay 를 여세요 www.evil.example";
    const account = { email, name, phone: "010-1111-1111", birth: "1990-01-02", password: owners };
    for (let count = 0; count < 2; count++) await api.post("/accounts/customer/signup", account);
    for (const { text, html } of await mailsTo(marketplace, email)) {
      assert.deepEqual(
        [...html.matchAll(/href="([^"]*)"/g)].filter(([, link]) => /evil/.test(link!)),
        [],
      );
      assert.doesNotMatch(`${text}${html}`, /:\/\/evil|www\.evil|evil\.example/);
    }
  });

  test("are one line of plain text", async () => {
    const { api } = marketplace;
    const [seller, buyer] = [await api.seller(), await api.customer()];
    for (const name of ["가\r\nBcc: a@b.example", "가\n나", "\u202e나가", "가\u2028나", "\u0000", "\u0085"]) {
      const account = { email: `${randomUUID()}@test.com`, name, phone: "010-1111-1111", birth: "1990-01-02" };
      assertProblem(await api.post("/accounts/customer/signup", { ...account, password: owners }), 400);
      const item = { name: "옵션", price: 1, stock: 1 };
      assertProblem(await api.post("/seller/product", { name, description: "", items: [item] }, seller.token), 400);
      const product = { name: "상품", description: "", items: [{ ...item, name }] };
      assertProblem(await api.post("/seller/product", product, seller.token), 400);
      const participants = [{ email: seller.email, role: "SELLER" }];
      assertProblem(await api.post("/chat/invite", { name, participants }, buyer.token), 400);
    }
  });
});
