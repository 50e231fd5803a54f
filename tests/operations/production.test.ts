import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import pg from "pg";
import { assertProblem } from "../harness/api-client.ts";
import { converged, type Marketplace, runCommand, startMarketplace } from "../harness/marketplace.ts";

const secret = "0123456789abcdef0123456789abcdef";
/** What production needs at least. Nothing listens for mails there. */
const production = {
  NODE_ENV: "production",
  JANGTEO_SECRET: secret,
  JANGTEO_RATE_LIMITS: "on",
  SMTP_URL: "smtp://127.0.0.1:1",
  JANGTEO_PUBLIC_URL: "https://shop.example",
};
const password = "jangteo-tester";

test("production hides tests, docs and mails, shows metrics to this machine alone, and marks its cookies", async () => {
  const market = await startMarketplace({ env: production });
  for (const [method, path] of [
    ["POST", "/test/create/customer"],
    ["POST", "/test/login/seller"],
    ["GET", "/dev/mail"],
    ["GET", "/docs/"],
    ["GET", "/openapi.json"],
  ] as const)
    assertProblem(await market.api.request(method, path, method === "POST" ? { body: {} } : {}), 404, "NOT_FOUND");
  assert.equal((await market.api.get("/metrics")).status, 200);
  assertProblem(await market.api.request("GET", "/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } }), 404);
  assert.equal((await market.api.get("/health/live")).headers.get("x-jangteo-rehearsal"), null);
  assert.deepEqual((await market.api.get("/search/product")).body.items, [], "no demo data");
  const { headers } = await market.api.post("/accounts/logout", {});
  assert.match(headers.get("set-cookie")!, /__Host-jangteo_refresh=.*Secure/);
  await market.stop();
});

test("production refuses to start, and lists all that is missing", async () => {
  const fakes = { JANGTEO_PAYMENT_PROVIDER: "fake", JANGTEO_PAYOUT_PROVIDER: "fake" };
  for (const [args, env, told] of [
    [["start"], fakes, ["JANGTEO_SECRET", "SMTP_URL", "PUBLIC_URL", "PAYMENT_PROVIDER=fake", "PAYOUT_PROVIDER=fake"]],
    [["start", "--stage", "multi-module"], { ...production, ...fakes }, ["PAYMENT_PROVIDER=fake", "PAYOUT_PROVIDER"]],
    [["start"], { ...production, JANGTEO_PUBLIC_URL: "http://shop.example" }, ["JANGTEO_PUBLIC_URL"]],
    [["start"], { ...production, JANGTEO_REHEARSAL: "on", SMTP_URL: "" }, ["SMTP_URL"]],
    [["gateway", "--stage", "multi-module"], { ...production, ...fakes }, ["PAYMENT_PROVIDER=fake", "PAYOUT_PROVIDER"]],
  ] as const) {
    const { code, output } = await runCommand([...args], { NODE_ENV: "production", PORT: "0", ...env });
    assert.equal(code, 2, output);
    for (const each of told) assert.ok(output.includes(each), `${each} in ${output}`);
    assert.equal(output.match(/^ +- /gm)?.length, told.length, output);
  }
});

test("production without providers opens and refuses deposits and payouts, before any point moves", async () => {
  // The same marketplace before it went into production: with accounts, points and a confirmed sale.
  const before = await startMarketplace({ env: { JANGTEO_SECRET: secret } });
  const [buyer, seller] = [await before.api.customer(5_000), await before.api.seller()];
  const product = await before.api.product(seller, [[1_000, 5]]);
  const { body: order } = await before.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
  await before.api.confirm(order.id, seller, buyer);
  await converged(before.databaseUrl);
  await before.stop();

  const market = await startMarketplace({
    databaseUrl: before.databaseUrl,
    env: { ...production, JANGTEO_PAGES: "on" },
  });
  const { api } = market;
  const deposit = (language: string) =>
    api.request("POST", "/accounts/customer/balance", {
      body: { amount: 1_000, from: "card" },
      token: buyer.token,
      key: randomUUID(),
      headers: { "accept-language": language },
    });
  const refused = await deposit("ko");
  assertProblem(refused, 409, "PAYMENTS_NOT_SET_UP");
  assert.match(refused.body.detail, /결제사가 연결되지 않아/);
  assert.match((await deposit("en")).body.detail, /no payment provider is set up/);
  const signedIn = await api.post("/accounts/seller/login", { email: seller.email, password });
  const asSeller = { ...seller, token: signedIn.body.accessToken as string };
  assertProblem(await api.payOut(asSeller, 1_000), 409, "PAYOUTS_NOT_SET_UP");
  assert.equal(await api.balance(buyer), 3_000);
  assert.equal(await api.withdrawable(seller), 2_000);
  assert.deepEqual(await rowsOf(market, "SELECT count(*)::int AS n FROM account.payout"), [{ n: 0 }]);
  assert.deepEqual(await rowsOf(market, "SELECT count(*)::int AS n FROM account.deposit WHERE state = 'PENDING'"), [
    { n: 0 },
  ]);

  for (const [person, path, form, text] of [
    [buyer, "/points?/topUp", { amount: "1000", from: "card" }, "결제사가 연결되지 않아"],
    [seller, "/sell/settlement?/payOut", { amount: "1000", bankAccount: "110-222-333333" }, "출금사가 연결되지 않아"],
  ] as const) {
    const role = person.role.toLowerCase();
    const { body: session } = await api.post(`/accounts/${role}/login`, { email: person.email, password });
    const page = await fetch(`${market.baseUrl}${path}`, {
      method: "POST",
      headers: {
        accept: "text/html",
        origin: market.baseUrl,
        cookie: `__Host-jangteo_${role}=${session.refreshToken}`,
      },
      body: new URLSearchParams({ ...form, key: randomUUID() }),
    });
    const html = await page.text();
    assert.equal(page.status, 409, html);
    assert.ok(html.includes(text), html);
    assert.ok(!html.includes('id="rehearsal"'));
  }
  await market.verify();
  await market.stop();
});

test("deposits and payouts that were under way when their provider was taken away wait for it", async () => {
  const before = await startMarketplace({ env: { JANGTEO_STEP_LEASE_MS: "600000" } });
  const [buyer, seller] = [await before.api.customer(5_000), await before.api.seller()];
  const product = await before.api.product(seller, [[1_000, 5]]);
  const { body: order } = await before.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
  await before.api.confirm(order.id, seller, buyer);
  await converged(before.databaseUrl);
  const [depositKey, payoutKey] = [randomUUID(), randomUUID()];
  const deposit = ({ api }: Marketplace) =>
    api.post("/accounts/customer/balance", { amount: 700, from: "timeout" }, buyer.token, depositKey);
  const payOut = ({ api }: Marketplace) =>
    api.post("/accounts/seller/payouts", { amount: 500, bankAccount: "timeout" }, seller.token, payoutKey);
  assertProblem(await deposit(before), 503, "PAYMENT_PENDING");
  assert.equal((await payOut(before)).body.status, "PENDING");
  await before.stop();

  const none = { JANGTEO_PAYMENT_PROVIDER: "none", JANGTEO_PAYOUT_PROVIDER: "none" };
  const market = await startMarketplace({ databaseUrl: before.databaseUrl, env: none });
  await rowsOf(market, "UPDATE account.payout SET lease_until = now()");
  assertProblem(await deposit(market), 503, "PAYMENT_PENDING");
  assertProblem(await market.api.payOut(seller, 100), 409, "PAYOUTS_NOT_SET_UP");
  assert.equal(await market.api.balance(buyer), 3_000);
  assert.equal(await market.api.withdrawable(seller), 1_500);
  assert.deepEqual(await rowsOf(market, "SELECT state FROM account.payout"), [{ state: "PENDING" }]);
  await market.stop();

  const after = await startMarketplace({ databaseUrl: before.databaseUrl });
  await converged(after.databaseUrl);
  assert.equal((await deposit(after)).status, 200);
  assert.equal(await after.api.balance(buyer), 3_700);
  assert.deepEqual(await rowsOf(after, "SELECT state FROM account.payout"), [{ state: "PAID" }]);
  await after.verify();
  await after.stop();
});

const html = { accept: "text/html" };

for (const stage of ["monolith", "multi-module"])
  test(`a rehearsal in production has fakes, and says so on every page and in every response: ${stage}`, async () => {
    const market = await startMarketplace({
      stage,
      env: { ...production, JANGTEO_REHEARSAL: "on", JANGTEO_PAGES: "on", JANGTEO_TRUSTED_PROXIES: "loopback" },
    });
    const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
      market.api.request(method, path, { headers });
    for (const [method, path, headers] of [
      ["GET", "/search/product", {}],
      ["GET", "/customer/cart", {}],
      ["GET", "/nowhere", {}],
      ["DELETE", "/search/product", {}],
      ["GET", "/%zz", {}],
      ["GET", "/health/live", {}],
      ["GET", "/favicon.svg", {}],
      ["GET", "/", html],
      ["POST", "/language", {}],
    ] as const) {
      const response = await ask(path, headers, method);
      assert.equal(response.headers.get("x-jangteo-rehearsal"), "on", `${method} ${path}`);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff", `${method} ${path}`);
      assert.equal(response.headers.get("strict-transport-security"), null);
      const secure = await ask(path, { ...headers, "x-forwarded-proto": "https" }, method);
      assert.equal(secure.headers.get("strict-transport-security"), "max-age=31536000; includeSubDomains", path);
    }
    for (const path of ["/", "/find?q=a", "/sign-in", "/sign-in?as=seller", "/nothing-here", "/p/none"]) {
      const { headers, body } = await ask(path, html);
      assert.match(body, /<body>\s*<aside id="rehearsal"/, path);
      assert.match(body, /시험 운영 중입니다[\s\S]*This is a rehearsal/, path);
      assert.equal(headers.get("x-jangteo-rehearsal"), "on", path);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /connect-src 'self'(;|$)/, `${path}: ${policy}`);
      assert.doesNotMatch(policy, /\bwss?:/, path);
    }
    await market.stop();
  });

test("pages of other marketplaces say nothing of a rehearsal", async () => {
  const market = await startMarketplace({ env: { JANGTEO_PAGES: "on" } });
  for (const path of ["/", "/nothing-here"]) {
    const { headers, body } = await market.api.request("GET", path, { headers: html });
    assert.equal(headers.get("x-jangteo-rehearsal"), null);
    assert.match(body, /<html/);
    assert.doesNotMatch(body, /rehearsal/i);
  }
  await market.stop();
});

async function rowsOf(market: Marketplace, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: await market.databaseOf("account") });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("callers are limited, sign-ins more tightly, by address and email; health is not", async () => {
  const market = await startMarketplace({
    env: { JANGTEO_RATE_LIMITS: "on", JANGTEO_RATE_LIMIT_PER_MINUTE: "30", JANGTEO_SIGN_IN_LIMIT_PER_MINUTE: "5" },
  });
  const email = `${randomUUID()}@test.com`;
  const login = (who: string) => market.api.post("/accounts/customer/login", { email: who, password: "틀린 비밀번호" });
  for (let attempt = 0; attempt < 5; attempt++) assertProblem(await login(email), 401, "LOGIN_FAILED");
  const limited = await login(email.toUpperCase());
  assertProblem(limited, 429, "TOO_MANY_REQUESTS");
  assert.ok(Number(limited.headers.get("retry-after")) > 0);
  assertProblem(await login(`${randomUUID()}@test.com`), 401, "LOGIN_FAILED");
  const forged = (address: number) =>
    market.api.request("GET", "/search/product", { headers: { "x-forwarded-for": `203.0.113.${address}` } });
  let status = 200;
  for (let address = 1; address <= 40 && status === 200; address++) status = (await forged(address)).status;
  assert.equal(status, 429, "a forged X-Forwarded-For does not help");
  for (let count = 0; count < 40; count++) assert.equal((await market.api.get("/health/live")).status, 200);
  await market.stop();
});

test("a bounded queue answers 503 early instead of growing", async () => {
  const market = await startMarketplace({ env: { JANGTEO_CHECKOUT_BATCH_MAX: "1", JANGTEO_CHECKOUT_QUEUE_MAX: "5" } });
  const seller = await market.api.seller();
  const product = await market.api.product(seller, [[1, 1_000]]);
  const buyer = await market.api.customer(1_000);
  const responses = await Promise.all(
    Array.from({ length: 200 }, () => market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1)),
  );
  const overloaded = responses.filter((response) => response.status === 503);
  assert.ok(overloaded.length > 0);
  for (const response of overloaded) {
    assertProblem(response, 503, "OVERLOADED");
    assert.ok(response.headers.get("retry-after"));
  }
  const bought = responses.filter((response) => response.status === 201).length;
  assert.equal(bought + overloaded.length, 200);
  assert.equal(await market.api.balance(buyer), 1_000 - bought);
  await market.verify();
  await market.stop();
});
