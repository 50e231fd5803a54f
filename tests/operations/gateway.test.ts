import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { WebSocket } from "ws";
import { assertProblem } from "../harness/api-client.ts";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-gateway-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("the gateway", () => {
  test("keeps out networks and countries, over sockets too; a visitor's own word about the address is not believed", async () => {
    const market = await startMarketplace({
      copies: 2,
      env: {
        JANGTEO_TRUSTED_PROXIES: "loopback",
        JANGTEO_BLOCKED_ADDRESSES: "203.0.113.0/24, 2001:db8::/32",
        JANGTEO_BLOCKED_COUNTRIES: "XX,yy",
      },
    });
    try {
      const from = (headers: Record<string, string>) =>
        market.api.request("GET", "/search/product?limit=1", { headers });
      const good = { "x-forwarded-for": "198.51.100.7" };
      assert.equal((await from(good)).status, 200);
      for (const bad of [
        { "x-forwarded-for": "203.0.113.9" },
        { "x-forwarded-for": "::ffff:203.0.113.9" },
        { "x-forwarded-for": "2001:db8::1" },
        // The last hop is our proxy's word; what stands before it the visitor wrote.
        { "x-forwarded-for": "198.51.100.7, 203.0.113.9" },
        { ...good, "cloudfront-viewer-country": "XX" },
        { ...good, "cloudfront-viewer-country": "YY" },
      ])
        assertProblem(await from(bad), 403, "NETWORK_BLOCKED");
      const shown = await from({ "x-forwarded-for": "203.0.113.9", accept: "text/html", "accept-language": "en" });
      assert.equal(shown.status, 403);
      assert.match(shown.headers.get("content-type")!, /^text\/html/);
      assert.match(shown.body, /<html lang="en">[\s\S]*Try again/);
      assert.equal((await from({ "x-forwarded-for": "203.0.113.9, 198.51.100.7" })).status, 200);
      assert.equal((await from({ ...good, "cloudfront-viewer-country": "KR" })).status, 200);
      const status = await new Promise((resolve) => {
        const socket = new WebSocket(`${market.baseUrl.replace("http", "ws")}/chat/socket`, {
          headers: { "x-forwarded-for": "203.0.113.9" },
        });
        socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
        socket.once("open", () => resolve("open"));
        socket.on("error", () => undefined);
      });
      assert.equal(status, 403);
    } finally {
      await market.stop();
    }
  });

  test("without a proxy of ours in front, X-Forwarded-For and the country say nothing", async () => {
    const market = await startMarketplace({
      copies: 2,
      env: { JANGTEO_BLOCKED_ADDRESSES: "203.0.113.0/24", JANGTEO_BLOCKED_COUNTRIES: "XX" },
    });
    try {
      const headers = { "x-forwarded-for": "203.0.113.9", "cloudfront-viewer-country": "XX" };
      const { status } = await market.api.request("GET", "/search/product?limit=1", { headers });
      assert.equal(status, 200);
    } finally {
      await market.stop();
    }
  });

  test("one address that comes too often is told to wait, others are not", async () => {
    const market = await startMarketplace({
      copies: 2,
      env: {
        JANGTEO_RATE_LIMITS: "on",
        JANGTEO_RATE_LIMIT_PER_MINUTE: "1000000",
        JANGTEO_GATEWAY_REQUESTS_PER_SECOND: "10",
        JANGTEO_TRUSTED_PROXIES: "loopback",
      },
    });
    try {
      const from = (address: string) =>
        market.api.request("GET", "/search/categories", { headers: { "x-forwarded-for": address } });
      const answers = await Promise.all(Array.from({ length: 60 }, () => from("198.51.100.7")));
      const limited = answers.filter((answer) => answer.status === 429);
      assert.ok(limited.length >= 30 && limited.length < 45, `${limited.length} of 60 were limited`);
      assertProblem(limited[0]!, 429, "TOO_MANY_REQUESTS");
      assert.ok(limited[0]!.headers.get("retry-after"));
      assert.equal((await from("198.51.100.8")).status, 200);
    } finally {
      await market.stop();
    }
  });

  test("speaks TLS with the certificate it is given, and tells the services so", async () => {
    const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const subject = "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1";
    const kind = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2";
    execFileSync("openssl", `req ${kind} ${subject} -keyout ${key} -out ${certificate}`.split(" "), {
      stdio: "ignore",
    });
    const env = { JANGTEO_TLS_CERT_FILE: certificate, JANGTEO_TLS_KEY_FILE: key };
    const market = await startMarketplace({ copies: 2, env });
    try {
      assert.match(market.baseUrl, /^https:/);
      const ca = readFileSync(certificate);
      for (const [path, status] of [
        ["/health/ready", 200],
        ["/search/categories", 200],
        ["/nowhere", 404],
      ] as const) {
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
          request(`${market.baseUrl}${path}`, { ca }, resolve).once("error", reject).end();
        });
        response.resume();
        assert.equal(response.statusCode, status);
        assert.equal(response.headers["strict-transport-security"], "max-age=31536000; includeSubDomains", path);
      }
      const opened = await new Promise((resolve) => {
        const socket = new WebSocket(`${market.baseUrl.replace("https", "wss")}/chat/socket`, { ca });
        socket.once("open", () => {
          socket.terminate();
          resolve(true);
        });
        socket.once("error", resolve);
      });
      assert.equal(opened, true);
    } finally {
      await market.stop();
    }
    writeFileSync(key, "no key");
    const { code, output } = await runCommand(["start", "--copies", "2"], { ...env, PORT: "0" });
    assert.equal(code, 2);
    assert.match(output, /cannot be used/);
  });
});
