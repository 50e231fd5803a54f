import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";

const secret = "0123456789abcdef0123456789abcdef";

test("production hides tests, docs and mails, shows metrics to this machine alone, and marks its cookies", async () => {
  const market = await startMarketplace({
    env: { NODE_ENV: "production", JANGTEO_SECRET: secret, JANGTEO_RATE_LIMITS: "on" },
  });
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
  assert.deepEqual((await market.api.get("/search/product")).body.items, [], "no demo data");
  const { headers } = await market.api.post("/accounts/logout", {});
  assert.match(headers.get("set-cookie")!, /__Host-jangteo_refresh=.*Secure/);
  await market.stop();
});

test("production refuses to start on the development secret", async () => {
  const { code, output } = await runCommand(["start"], { NODE_ENV: "production" });
  assert.equal(code, 2);
  assert.match(output, /JANGTEO_SECRET/);
});

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
