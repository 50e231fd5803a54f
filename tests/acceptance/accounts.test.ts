import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();
const newEmail = () => `${randomUUID()}@test.com`;
const person = () => ({
  email: newEmail(),
  name: "김장터",
  phone: "010-1234-5678",
  password: "장터에서-만나요",
  birth: "1990-01-02",
});

async function mailTo(email: string): Promise<{ subject: string; text: string }> {
  const { body } = await market.api.get(`/dev/mail?to=${encodeURIComponent(email)}`);
  assert.ok(body.items.length > 0, "a mail was sent");
  return body.items[0];
}
const linkToken = (text: string) => /verify\/([\w-]+)/.exec(text)![1]!;

async function signUp(role: "customer" | "seller", input = person()) {
  const { status, body } = await market.api.post(`/accounts/${role}/signup`, input);
  assert.equal(status, 201);
  return { input, account: body };
}
async function signUpVerified(role: "customer" | "seller") {
  const { input } = await signUp(role);
  const token = linkToken((await mailTo(input.email)).text);
  assert.equal((await market.api.get(`/accounts/${role}/verify/${token}`)).status, 200);
  return input;
}
async function signIn(role: "customer" | "seller", email: string, password: string) {
  return market.api.post(`/accounts/${role}/login`, { email, password });
}

describe("test accounts", () => {
  for (const role of ["customer", "seller"] as const) {
    test(`POST /test/create/${role} makes a verified account with a token, once`, async () => {
      const email = newEmail();
      const { status, body } = await market.api.post(`/test/create/${role}`, { email, name: "시험" });
      assert.equal(status, 201);
      assert.deepEqual(Object.keys(body).sort(), ["email", "id", "role", "token"]);
      assert.equal(body.role, role.toUpperCase());
      assertProblem(await market.api.post(`/test/create/${role}`, { email }), 409, "ALREADY_REGISTERED");
      assert.equal((await market.api.post(`/accounts/${role}`, {}, body.token)).body.name, "시험");
    });

    test(`POST /test/login/${role} gives a new token, or NOT_FOUND_USER`, async () => {
      const { email, id } = role === "customer" ? await market.api.customer() : await market.api.seller();
      const { status, body } = await market.api.post(`/test/login/${role}`, { email });
      assert.equal(status, 200);
      assert.equal(body.id, id);
      assertProblem(await market.api.post(`/test/login/${role}`, { email: newEmail() }), 404, "NOT_FOUND_USER");
    });
  }

  test("the default email is tester@test.com, for each role one account", async () => {
    for (const role of ["customer", "seller"]) {
      const { body } = await market.api.post(`/test/create/${role}`, {});
      assert.ok(body.email === "tester@test.com" || body.code === "ALREADY_REGISTERED");
      assert.equal((await market.api.post(`/test/login/${role}`, {})).body.email, "tester@test.com");
    }
  });
});

describe("sign-up and verification", () => {
  for (const role of ["customer", "seller"] as const)
    test(`a ${role} signs up, verifies by the mail's token and signs in`, async () => {
      const { input, account } = await signUp(role);
      assert.equal(account.email, input.email);
      assert.equal(account.verified, false);
      assert.equal(account.password, undefined);
      assertProblem(await signIn(role, input.email, input.password), 403, "EMAIL_NOT_VERIFIED");
      const token = linkToken((await mailTo(input.email)).text);
      const verified = await market.api.get(`/accounts/${role}/verify/${token}`);
      assert.deepEqual(verified.body, { verified: true });
      assertProblem(await market.api.get(`/accounts/${role}/verify/${token}`), 400, "INVALID_TOKEN");
      const { status, body } = await signIn(role, input.email, input.password);
      assert.equal(status, 200);
      assert.equal(body.expiresIn, 900);
      assert.equal((await market.api.post(`/accounts/${role}`, {}, body.accessToken)).body.verified, true);
    });

  test("a seller may name a 사업자등록번호; a customer may not", async () => {
    const seller = await market.api.post("/accounts/seller/signup", {
      ...person(),
      companyRegistrationNumber: "123-45-67890",
    });
    assert.equal(seller.status, 201);
    assert.equal(seller.body.companyRegistrationNumber, "123-45-67890");
    assertProblem(
      await market.api.post("/accounts/customer/signup", { ...person(), companyRegistrationNumber: "123-45-67890" }),
      400,
      "INVALID_INPUT",
    );
  });

  test("signing up with a known email answers alike and tells its owner by mail", async () => {
    const input = await signUpVerified("customer");
    const again = await market.api.post("/accounts/customer/signup", { ...input, name: "다른 사람" });
    assert.equal(again.status, 201);
    assert.equal(again.body.verified, false);
    assert.match((await mailTo(input.email)).subject, /이미 가입/);
    const { body } = await signIn("customer", input.email, input.password);
    assert.equal((await market.api.post("/accounts/customer", {}, body.accessToken)).body.name, input.name);
  });

  test("a wrong verification token is INVALID_TOKEN", async () => {
    assertProblem(await market.api.get("/accounts/customer/verify/nonsense"), 400, "INVALID_TOKEN");
  });

  for (const [what, change] of Object.entries({
    "an email that is none": { email: "kim" },
    "an empty name": { name: "  " },
    "a short password": { password: "short" },
    "a birth that is no date": { birth: "1990-13-40" },
    "a phone with letters": { phone: "call me" },
    "a role of one's own": { role: "ADMIN" },
    "a balance of one's own": { balance: 5 },
  }))
    test(`${what} is refused by name`, async () => {
      const response = await market.api.post("/accounts/customer/signup", { ...person(), ...change });
      assertProblem(response, 400, "INVALID_INPUT");
      assert.equal(response.body.errors[0].path, Object.keys(change)[0]);
    });

  test("common passwords are refused, long Unicode ones work", async () => {
    assertProblem(
      await market.api.post("/accounts/customer/signup", { ...person(), password: "password123" }),
      400,
      "WEAK_PASSWORD",
    );
    const input = { ...person(), password: "긴 비밀번호 🦊 ".repeat(8) };
    await signUp("customer", input);
    const token = linkToken((await mailTo(input.email)).text);
    await market.api.get(`/accounts/customer/verify/${token}`);
    assert.equal((await signIn("customer", input.email, input.password)).status, 200);
  });
});

describe("sign-in", () => {
  test("a wrong password and an unknown email get the same answer", async () => {
    const input = await signUpVerified("customer");
    const wrong = await signIn("customer", input.email, "틀린 비밀번호");
    const unknown = await signIn("customer", newEmail(), "틀린 비밀번호");
    assertProblem(wrong, 401, "LOGIN_FAILED");
    assert.deepEqual(wrong.body, unknown.body);
  });

  test("a refresh token is used once; using it again ends its family", async () => {
    const input = await signUpVerified("customer");
    const first = (await signIn("customer", input.email, input.password)).body;
    const second = await market.api.post("/accounts/token/refresh", { refreshToken: first.refreshToken });
    assert.equal(second.status, 200);
    assert.notEqual(second.body.refreshToken, first.refreshToken);
    assertProblem(
      await market.api.post("/accounts/token/refresh", { refreshToken: first.refreshToken }),
      401,
      "INVALID_REFRESH_TOKEN",
    );
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken: second.body.refreshToken }), 401);
  });

  test("browsers get the refresh token as an HttpOnly cookie and may refresh from their own origin only", async () => {
    const input = await signUpVerified("customer");
    const response = await market.api.request("POST", "/accounts/customer/login", {
      body: { email: input.email, password: input.password },
      headers: { "sec-fetch-site": "same-origin" },
    });
    assert.equal(response.body.refreshToken, undefined);
    const cookie = response.headers.get("set-cookie")!;
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    const headers = { cookie: cookie.split(";")[0]! };
    const foreign = { ...headers, origin: "https://evil.example" };
    assertProblem(
      await market.api.request("POST", "/accounts/token/refresh", { body: {}, headers: foreign }),
      403,
      "FOREIGN_ORIGIN",
    );
    assert.equal((await market.api.request("POST", "/accounts/token/refresh", { body: {}, headers })).status, 200);
  });

  test("logging out ends the family", async () => {
    const input = await signUpVerified("seller");
    const { refreshToken } = (await signIn("seller", input.email, input.password)).body;
    assert.equal((await market.api.post("/accounts/logout", { refreshToken })).status, 204);
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
  });

  test("a forgotten password is chosen anew by mail, and signs out everywhere", async () => {
    const input = await signUpVerified("customer");
    const { refreshToken } = (await signIn("customer", input.email, input.password)).body;
    const known = await market.api.post("/accounts/password/forgot", { email: input.email, role: "CUSTOMER" });
    const unknown = await market.api.post("/accounts/password/forgot", { email: newEmail(), role: "CUSTOMER" });
    assert.equal(known.status, 200);
    assert.deepEqual(known.body, unknown.body);
    const token = (await mailTo(input.email)).text.split("\n\n")[1]!.trim();
    const password = "새로운-비밀번호-1";
    assert.equal((await market.api.post("/accounts/password/reset", { token, password })).status, 200);
    assertProblem(await market.api.post("/accounts/password/reset", { token, password }), 400, "INVALID_TOKEN");
    assertProblem(await signIn("customer", input.email, input.password), 401, "LOGIN_FAILED");
    assert.equal((await signIn("customer", input.email, password)).status, 200);
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401);
  });

  test("the public keys are served, and private parts are not", async () => {
    const { status, body } = await market.api.get("/accounts/.well-known/jwks.json");
    assert.equal(status, 200);
    assert.equal(body.keys[0].crv, "Ed25519");
    assert.equal(body.keys[0].d, undefined);
  });

  for (const [what, token] of Object.entries({
    "no token": undefined,
    nonsense: "nonsense",
    "an unsigned one": `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x","role":"ADMIN"}')}.`,
    "one signed by nobody we know": "eyJhbGciOiJFZERTQSIsImtpZCI6IngiLCJ0eXAiOiJhdCtqd3QifQ.eyJzdWIiOiJ4In0.AAAA",
  }))
    test(`${what} is 401`, async () => {
      assertProblem(await market.api.post("/accounts/customer", {}, token), 401);
    });

  test("a token whose claims were changed is 401", async () => {
    const [customer, other] = [await market.api.customer(), await market.api.customer()];
    const [header, claims, signature] = customer.token.split(".");
    const changed = { ...(JSON.parse(Buffer.from(claims!, "base64url").toString()) as object), sub: other.id };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
    assertProblem(await market.api.post("/accounts/customer", {}, forged), 401, "INVALID_ACCESS_TOKEN");
  });

  test("the other role is 403", async () => {
    const customer = await market.api.customer();
    assertProblem(await market.api.post("/accounts/seller", {}, customer.token), 403, "WRONG_ROLE");
  });
});

describe("profile", () => {
  for (const role of ["customer", "seller"] as const)
    test(`a ${role} changes name, phone and birth, and nothing else`, async () => {
      const { token } = role === "customer" ? await market.api.customer() : await market.api.seller();
      const change = { name: "새 이름", phone: "02-987-6543", birth: "2000-02-29" };
      const { status, body } = await market.api.put(`/accounts/${role}/update`, change, token);
      assert.equal(status, 200);
      assert.deepEqual({ name: body.name, phone: body.phone, birth: body.birth }, change);
      for (const forbidden of [{ email: "a@b.c" }, { role: "ADMIN" }, { balance: 1 }, {}])
        assertProblem(await market.api.put(`/accounts/${role}/update`, forbidden, token), 400, "INVALID_INPUT");
    });

  test("a new password needs the current one, and signs out everywhere", async () => {
    const input = await signUpVerified("customer");
    const { accessToken, refreshToken } = (await signIn("customer", input.email, input.password)).body;
    const password = "또-다른-비밀번호";
    assertProblem(await market.api.put("/accounts/customer/update", { password }, accessToken), 400, "INVALID_INPUT");
    assertProblem(
      await market.api.put("/accounts/customer/update", { password, currentPassword: "아닌데요" }, accessToken),
      403,
      "WRONG_PASSWORD",
    );
    const good = await market.api.put(
      "/accounts/customer/update",
      { password, currentPassword: input.password },
      accessToken,
    );
    assert.equal(good.status, 200);
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
    assert.equal((await signIn("customer", input.email, password)).status, 200);
  });

  test("a repeated password change gets the first answer and signs nobody out again", async () => {
    const input = await signUpVerified("customer");
    const { accessToken } = (await signIn("customer", input.email, input.password)).body;
    const password = "또-다른-비밀번호";
    const key = randomUUID();
    const change = () =>
      market.api.request("PUT", "/accounts/customer/update", {
        token: accessToken,
        body: { name: "새 이름", password, currentPassword: input.password },
        key,
      });
    const first = await change();
    assert.deepEqual([first.status, first.headers.get("idempotency-replayed")], [200, null]);
    const { refreshToken } = (await signIn("customer", input.email, password)).body;
    // The sign-in of the first request has ended, too.
    await until(async () => (await market.api.post("/accounts/customer", {}, accessToken)).status === 401);
    const again = await change();
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed")], [200, "true"]);
    assert.deepEqual(again.body, first.body);
    assert.equal((await market.api.post("/accounts/token/refresh", { refreshToken })).status, 200);
    assert.equal((await signIn("customer", input.email, password)).status, 200);
    const other = await market.api.request("PUT", "/accounts/customer/update", {
      token: accessToken,
      body: { name: "또 다른 이름", password, currentPassword: input.password },
      key,
    });
    assertProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
    const late = { name: "이미 끝난 로그인" };
    assertProblem(await market.api.put("/accounts/customer/update", late, accessToken), 401, "INVALID_ACCESS_TOKEN");
  });
});

describe("points", () => {
  const deposit = (token: string, body: unknown, key: string | undefined = randomUUID()) =>
    market.api.post("/accounts/customer/balance", body, token, key);

  test("a deposit arrives, shows in balance and statement, and a replay changes nothing", async () => {
    const customer = await market.api.customer();
    const key = randomUUID();
    const body = { amount: 50_000, from: "card", message: "용돈" };
    const first = await deposit(customer.token, body, key);
    assert.deepEqual(first.body, { changed: 50_000, balance: 50_000 });
    const replay = await deposit(customer.token, body, key);
    assert.deepEqual(replay.body, first.body);
    assert.equal(replay.headers.get("idempotency-replayed"), "true");
    assertProblem(await deposit(customer.token, { ...body, amount: 1 }, key), 422, "IDEMPOTENCY_KEY_REUSED");
    assert.deepEqual((await market.api.post("/accounts/customer/balance/check", {}, customer.token)).body, {
      balance: 50_000,
      held: 0,
      withdrawable: 0,
    });
    const { body: statement } = await market.api.get("/accounts/balance/entries", customer.token);
    assert.equal(statement.items.length, 1);
    const { kind, amount, balanceAfter, memo } = statement.items[0];
    assert.deepEqual(
      { kind, amount, balanceAfter, memo },
      { kind: "deposit", amount: 50_000, balanceAfter: 50_000, memo: "용돈" },
    );
  });

  test("another account may use the same key", async () => {
    const key = randomUUID();
    for (const customer of [await market.api.customer(), await market.api.customer()])
      assert.equal((await deposit(customer.token, { amount: 7, from: "card" }, key)).body.balance, 7);
  });

  test("a deposit without a key is refused", async () => {
    const customer = await market.api.customer();
    const { token } = customer;
    assertProblem(
      await market.api.post("/accounts/customer/balance", { amount: 1, from: "card" }, token),
      400,
      "IDEMPOTENCY_KEY_REQUIRED",
    );
    assertProblem(await deposit(token, { amount: 1, from: "card" }, "with space"), 400, "INVALID_IDEMPOTENCY_KEY");
    assertProblem(await deposit(token, { amount: 1, from: "card" }, "x".repeat(65)), 400, "INVALID_IDEMPOTENCY_KEY");
    assert.equal(await market.api.balance(customer), 0);
  });

  test("a declined deposit changes nothing, and stays declined under its key", async () => {
    const customer = await market.api.customer();
    const key = randomUUID();
    assertProblem(await deposit(customer.token, { amount: 9, from: "decline" }, key), 409, "PAYMENT_DECLINED");
    const replay = await deposit(customer.token, { amount: 9, from: "decline" }, key);
    assertProblem(replay, 409, "PAYMENT_DECLINED");
    assert.equal(replay.headers.get("idempotency-replayed"), "true");
    assert.equal(await market.api.balance(customer), 0);
  });

  test("a provider that answers twice is taken at its word once", async () => {
    const customer = await market.api.customer();
    const { body } = await deposit(customer.token, { amount: 40, from: "twice" });
    assert.deepEqual(body, { changed: 40, balance: 40 });
    assert.equal((await market.api.get("/accounts/balance/entries", customer.token)).body.items.length, 1);
  });

  test("a provider that does not answer: 503, then the same key gets the one deposit", async () => {
    const customer = await market.api.customer();
    const key = randomUUID();
    const first = await deposit(customer.token, { amount: 30, from: "timeout" }, key);
    assertProblem(first, 503, "PAYMENT_PENDING");
    assert.ok(first.headers.get("retry-after"));
    assertProblem(await deposit(customer.token, { amount: 31, from: "card" }, key), 422, "IDEMPOTENCY_KEY_REUSED");
    // As a client does: again with the same key until there is an answer.
    let answer = first;
    await until(async () => {
      answer = await deposit(customer.token, { amount: 30, from: "timeout" }, key);
      return answer.status !== 503;
    });
    assert.deepEqual(answer.body, { changed: 30, balance: 30 });
    assert.equal(await market.api.balance(customer), 30);
  });

  for (const amount of [
    "-1",
    "0",
    "0.5",
    '"1"',
    "null",
    "1e400",
    "9007199254740992",
    "9223372036854775808",
    "1000000000001",
    "[1]",
  ])
    test(`an amount of ${amount} is refused`, async () => {
      const customer = await market.api.customer();
      assertProblem(await deposit(customer.token, `{"amount":${amount},"from":"card"}`), 400);
      assert.equal(await market.api.balance(customer), 0);
    });

  test("the statement is paged, and each page carries on the running balance", async () => {
    const customer = await market.api.customer();
    for (let amount = 1; amount <= 5; amount++) await market.api.deposit(customer, amount);
    const seen: number[][] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
      const { body } = await market.api.get(`/accounts/balance/entries?limit=2${query}`, customer.token);
      for (const entry of body.items) seen.push([entry.amount, entry.balanceAfter]);
      cursor = body.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, [
      [5, 15],
      [4, 10],
      [3, 6],
      [2, 3],
      [1, 1],
    ]);
    assertProblem(
      await market.api.get("/accounts/balance/entries?cursor=nonsense", customer.token),
      400,
      "INVALID_CURSOR",
    );
    assertProblem(await market.api.get("/accounts/balance/entries?limit=101", customer.token), 400, "INVALID_INPUT");
  });

  test("a seller is paid out what was earned and confirmed, not more", async () => {
    const seller = await market.api.seller();
    const buyer = await market.api.customer(10_000);
    const product = await market.api.product(seller, [[10_000, 1]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 10_000);
    const points = async () => (await market.api.post("/accounts/seller/balance/check", {}, seller.token)).body;
    assert.deepEqual(await points(), { balance: 10_000, held: 0, withdrawable: 0 });
    assertProblem(await market.api.payOut(seller, 1), 409, "NOT_ENOUGH_BALANCE");
    await market.api.confirm(order.id, seller, buyer);
    assert.deepEqual(await points(), { balance: 10_000, held: 0, withdrawable: 10_000 });
    const payout = (amount: number, bankAccount: string, key?: string) =>
      market.api.post("/accounts/seller/payouts", { amount, bankAccount }, seller.token, key);
    assertProblem(await payout(1, "110-222-333333"), 400, "IDEMPOTENCY_KEY_REQUIRED");
    assertProblem(await payout(10_001, "110-222-333333", randomUUID()), 409, "NOT_ENOUGH_BALANCE");
    const key = randomUUID();
    const first = await payout(4_000, "110-222-333333", key);
    assert.equal(first.status, 201);
    assert.equal(first.body.status, "PAID");
    assert.ok(!first.body.bankAccount.includes("110-222"));
    assert.deepEqual((await payout(4_000, "110-222-333333", key)).body, first.body);
    assert.equal(await market.api.balance(seller), 6_000);
    const failed = await payout(1_000, "fail", randomUUID());
    assert.equal(failed.body.status, "FAILED");
    assert.equal(await market.api.balance(seller), 6_000);
  });
});
