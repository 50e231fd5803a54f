import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

/** Behind a proxy on this machine, which reports the clients. */
const market = useMarketplace({ alone: true, copies: 1, env: { JANGTEO_TRUSTED_PROXIES: "loopback" } });
/** The same without one: whatever a client reports of itself does not count. */
const direct = useMarketplace();

describe("test accounts and sent mails", () => {
  const routes = [
    ["POST", "/test/create/customer"],
    ["POST", "/test/create/admin"],
    ["POST", "/test/login/seller"],
    ["GET", "/dev/mail"],
    // Not even the methods of what does not exist.
    ["GET", "/test/create/customer"],
    ["OPTIONS", "/test/login/seller"],
    ["DELETE", "/dev/mail"],
  ] as const;
  const ask = (to: typeof market, method: string, path: string, headers: Record<string, string>) =>
    to.api.request(method, path, {
      headers,
      ...(method === "POST" && { body: { email: `${randomUUID()}@test.com` } }),
    });

  for (const client of ["203.0.113.9", "10.0.0.7", "2001:db8::1", "::ffff:198.51.100.4"])
    test(`do not exist for a client at ${client}`, async () => {
      for (const [method, path] of routes)
        assertProblem(await ask(market, method, path, { "x-forwarded-for": client }), 404, "NOT_FOUND");
    });

  test("exist for clients on this machine", async () => {
    for (const client of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
      const headers = { "x-forwarded-for": client };
      assert.equal((await ask(market, "POST", "/test/create/customer", headers)).status, 201, client);
      assert.equal((await ask(market, "GET", "/dev/mail", headers)).status, 200);
    }
  });

  test("do not exist for who names another host: a page whose name leads here, or a proxy on this machine", async () => {
    const { hostname, port } = new URL(direct.api.baseUrl);
    const ask = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = request({ hostname, port, path: "/dev/mail", headers: { host } });
        sent.on("response", (response) => resolve(response.resume().statusCode!)).on("error", reject);
        sent.end();
      });
    for (const host of ["evil.example", "shop.example:8080", "127.0.0.1.evil.example"])
      assert.equal(await ask(host), 404, host);
    for (const host of [`localhost:${port}`, "127.0.0.1", "[::1]:80"]) assert.equal(await ask(host), 200, host);
  });

  test("go by the connection where no proxy is trusted", async () => {
    assert.equal(
      (await ask(direct, "POST", "/test/create/customer", { "x-forwarded-for": "203.0.113.9" })).status,
      201,
    );
  });
});

describe("strict transport security", () => {
  const paths = ["/search/product", "/nowhere", "/health/live", "/customer/cart"];
  const headerOf = async (to: typeof market, path: string, headers: Record<string, string>) =>
    (await to.api.request("GET", path, { headers })).headers.get("strict-transport-security");

  test("is on every response to a request that came over TLS, as a trusted proxy reports", async () => {
    for (const path of paths) {
      const value = await headerOf(market, path, { "x-forwarded-proto": "https" });
      assert.equal(value, "max-age=31536000; includeSubDomains", path);
    }
  });

  test("is on none that came over plain HTTP, whatever a client reports", async () => {
    for (const path of paths) {
      assert.equal(await headerOf(market, path, {}), null, path);
      assert.equal(await headerOf(market, path, { "x-forwarded-proto": "http" }), null, path);
      assert.equal(await headerOf(direct, path, { "x-forwarded-proto": "https" }), null, path);
    }
  });
});
