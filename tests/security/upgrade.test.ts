import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { describe, test } from "node:test";
import { openSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const connectionsMax = 60;
const marketplace = useMarketplace({
  alone: true,
  copies: 1,
  env: { JANGTEO_RATE_LIMITS: "on", JANGTEO_CONNECTIONS_PER_ADDRESS_MAX: String(connectionsMax) },
});

/** Sends requests one after the other on one connection; the status line and the rest of each response. */
async function sendOn(requests: readonly string[]): Promise<string[]> {
  const { hostname, port } = new URL(marketplace.api.baseUrl);
  const socket = connect(Number(port), hostname);
  let received = "";
  let isClosed = false;
  socket.setEncoding("utf8").on("data", (text: string) => (received += text));
  socket.on("error", () => undefined).on("close", () => (isClosed = true));
  const responses = () => received.split(/(?=HTTP\/1\.1 \d{3} )/).filter(Boolean);
  for (const [index, request] of requests.entries()) {
    if (isClosed) break;
    socket.write(request);
    await until(() => responses().length > index || isClosed, { timeoutMs: 5_000, why: () => received });
  }
  socket.destroy();
  return responses();
}

function signIn(email: string, forwardedFor: string, headers = ""): string {
  const body = JSON.stringify({ email, password: "not-the-password" });
  return (
    `POST /accounts/customer/login HTTP/1.1\r\nHost: jangteo.example\r\nContent-Type: application/json\r\n` +
    `X-Forwarded-For: ${forwardedFor}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

const statusOf = (response: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1]);

describe("the address of a client", () => {
  test("line 51: is that of its connection, whatever headers report: limits hold", async () => {
    const { email } = await marketplace.api.customer();
    const names = ["x-forwarded-for", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "forwarded"];
    const headersOf = (index: number) =>
      Object.fromEntries(
        names.map((name) => {
          const address = `203.0.113.${index}`;
          return [name, name === "forwarded" ? `for=${address}` : index % 2 ? address : `${address}, 127.0.0.1`];
        }),
      );
    const statuses = [];
    for (let index = 1; index <= 30; index++) {
      const body = { email, password: "not-the-password" };
      const path = "/accounts/customer/login";
      statuses.push((await marketplace.api.request("POST", path, { body, headers: headersOf(index) })).status);
    }
    // Ten a minute of one address and email, by each instance; the last ones are over the limit of two instances too.
    assert.ok(
      statuses.slice(0, 10).every((status) => status === 401),
      statuses.join(),
    );
    assert.ok(
      statuses.slice(-8).every((status) => status === 429),
      statuses.join(),
    );
  });
});

describe("an upgrade", () => {
  for (const protocol of ["websocket", "h2c", "anything"])
    test(`of another path to ${protocol} is an ordinary request: what follows it meets every limit`, async () => {
      const { email } = await marketplace.api.customer();
      const upgrade = `Connection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`;
      const requests = Array.from({ length: 40 }, (_, index) =>
        signIn(email, `198.51.100.${index}`, index === 0 ? upgrade : ""),
      );
      const responses = await sendOn(requests);
      const statuses = responses.map(statusOf);
      assert.ok(responses.length > 0 && !statuses.includes(101), statuses.join());
      assert.ok(statuses.slice(0, 30).includes(429), `30 sign-ins on one connection: ${statuses.join()}`);
    });

  test("of another path with GET does not open a socket, nor a way to what a process shows to its own machine", async () => {
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    const get = (path: string, headers = "") => `GET ${path} HTTP/1.1\r\nHost: jangteo.example\r\n${headers}\r\n`;
    for (const path of ["/health/live", "/search/product?name=a", "/chat/socket/", "/chat/socket/x", "/accounts/x"]) {
      const responses = await sendOn([get(path, upgrade), get("/health/live")]);
      assert.equal(responses.length, 2, `${path}: ${responses.join()}`);
      assert.notEqual(statusOf(responses[0]!), 101);
      assert.equal(statusOf(responses[1]!), 200);
    }
  });

  test("of the chat's path opens a socket; without a WebSocket's key it is refused, and the connection is over", async () => {
    const socket = await openSocket(marketplace.api);
    socket.end();
    const handshake =
      "GET /chat/socket HTTP/1.1\r\nHost: jangteo.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const responses = await sendOn([handshake, signIn("a@b.example", "198.51.100.1")]);
    assert.deepEqual(responses.map(statusOf), [400]);
  });
});

describe("a front door", () => {
  test("holds so many connections of one address and closes the others; who leaves makes room", async () => {
    const { hostname, port } = new URL(marketplace.api.baseUrl);
    const open = new Set<Socket>();
    const more = (count: number) => {
      for (let index = 0; index < count; index++) {
        const socket = connect(Number(port), hostname);
        open.add(socket.on("error", () => undefined).on("close", () => open.delete(socket)));
      }
    };
    more(connectionsMax * 2);
    await until(() => open.size <= connectionsMax, { timeoutMs: 5_000, why: () => `${open.size} are open` });
    // Those of the requests before may still be open, too.
    assert.ok(open.size > connectionsMax / 2, `${open.size} are open`);
    for (const socket of open) socket.destroy();
    await until(() => open.size === 0);
    more(connectionsMax / 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(open.size, connectionsMax / 2);
    for (const socket of open) socket.destroy();
    assert.equal((await marketplace.api.get("/search/product")).status, 200);
  });

  test("refuses what can be read in two ways: two hosts, one that is no name, and a target that is no path", async () => {
    const ask = async (target: string, headers: string) =>
      (await sendOn([`GET ${target} HTTP/1.1\r\n${headers}\r\n`])).map(statusOf);
    const host = "Host: jangteo.example\r\n";
    assert.deepEqual(await ask("/search/product", host), [200]);
    assert.deepEqual(await ask("/search/product", `${host}host: other.example\r\n`), [400]);
    for (const name of ["127.0.0.1:80/forgot?", "shop example", "a@b", "[::1", "shop.example:x"])
      assert.deepEqual(await ask("/search/product", `Host: ${name}\r\n`), [400], name);
    for (const name of ["[::1]:8080", "shop.example", "xn--9t4b11yi5a.example:443"])
      assert.deepEqual(await ask("/search/product", `Host: ${name}\r\n`), [200], name);
    assert.deepEqual(await ask("*", host), [400]);
    assert.deepEqual(await ask("search/product", host), [400]);
  });

  test("closes a connection whose requests do not wait for responses", async () => {
    const { hostname, port } = new URL(marketplace.api.baseUrl);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.setEncoding("utf8").on("data", (text: string) => (received += text));
    const closed = new Promise((resolve) => socket.once("close", resolve).on("error", () => undefined));
    socket.write("GET /search/product HTTP/1.1\r\nHost: jangteo.example\r\n\r\n".repeat(100));
    await closed;
    const answered = received.split("HTTP/1.1 200").length - 1;
    assert.ok(answered <= 16, `${answered} were answered`);
    assert.equal((await marketplace.api.get("/search/product")).status, 200);
  });

  test("keeps a connection without requests longer than the load balancers of clouds do", async () => {
    const { headers } = await marketplace.api.get("/search/product");
    const seconds = Number(/timeout=(\d+)/.exec(headers.get("keep-alive") ?? "")?.[1]);
    assert.ok(seconds >= 60, `${headers.get("keep-alive")}`);
  });
});
