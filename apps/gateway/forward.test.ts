import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from "node:net";
import { afterEach, test } from "node:test";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { eventually, until } from "../../tests/harness/until.ts";
import { createForward, wasNeverSent } from "./forward.ts";
import { createHeldBodies } from "./held-bodies.ts";
import { createUpstreams } from "./upstreams.ts";

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

type AfterRequest = (socket: Socket, received: string) => void;

/** An instance that answers health checks and then treats every other request as `react` does, which counts as received. */
async function instance(id: string, react: AfterRequest) {
  let received = 0;
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      if (bytes.includes("/health/ready")) return void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
      received++;
      react(socket, bytes.toString());
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  };
  toClose.push(() => (server.listening ? close() : undefined));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { member: { id, address }, received: () => received, close };
}

const answers: AfterRequest = (socket) => socket.write("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n");
const staysSilent: AfterRequest = () => undefined;
const resets: AfterRequest = (socket) => socket.resetAndDestroy();

const bodyMaxBytes = 1_000;
/** What an unfinished body of one chunk takes. */
const unfinishedBytes = bodyMaxBytes - 1 + 256;
/** Room for three of them, of which one address may have two. */
const held = { maxBytes: 3 * unfinishedBytes, maxBytesOfAddress: 2 * unfinishedBytes };

/** The address of a gateway in front of these, which believes what its clients report of addresses. */
async function gatewayTo(
  instances: { member: { id: string; address: string } }[],
  { trusts = false, timeoutMs = 300, underWayMax }: { trusts?: boolean; timeoutMs?: number; underWayMax?: number } = {},
): Promise<string> {
  const upstreams = createUpstreams(timeoutMs, silentLogger(), underWayMax);
  toClose.push(upstreams.stop);
  await upstreams.set(instances.map(({ member }) => member));
  assert.equal(upstreams.healthyCount(), instances.length);
  const { forward } = createForward({
    upstreams,
    trustsProxy: () => trusts,
    standingHeaders: () => ({}),
    timeoutMs,
    bodyMaxBytes,
    held: createHeldBodies(held),
    uploads: { isUpload: (url) => url === "/upload", maxBytes: 50_000_000 },
  });
  const server = createServer((incoming, response) => void forward(incoming, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  toClose.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (gateway: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway}/orders`, { method: "POST", body: "{}", headers });

test("a POST that an instance has received and whose connection is reset is not repeated; one with an Idempotency-Key is", async () => {
  const [first, second] = [await instance("a", resets), await instance("b", resets)];
  const gateway = await gatewayTo([first, second]);
  assert.equal((await post(gateway)).status, 503);
  assert.equal(first.received() + second.received(), 1);
  const good = await instance("c", answers);
  const other = await gatewayTo([await instance("d", resets), good]);
  assert.equal((await post(other, { "idempotency-key": "k" })).status, 201);
});

test("whatever is not answered in time is not repeated: a slow marketplace does not get its load three times", async () => {
  const instances = [await instance("a", staysSilent), await instance("b", staysSilent)];
  const gateway = await gatewayTo(instances);
  const received = () => instances.reduce((sum, each) => sum + each.received(), 0);
  for (const ask of [
    () => fetch(`${gateway}/orders`),
    () => post(gateway),
    () => post(gateway, { "idempotency-key": "k" }),
  ]) {
    const before = received();
    const startedAt = performance.now();
    assert.equal((await ask()).status, 503);
    assert.equal(received(), before + 1);
    assert.ok(performance.now() - startedAt < 3_000);
  }
});

test("an instance that has all the requests it can take gets no more, and goes on being checked; the others serve", async () => {
  const [stalled, good] = [await instance("a", staysSilent), await instance("b", answers)];
  const gateway = await gatewayTo([stalled, good], { underWayMax: 4, timeoutMs: 2_000 });
  const waiting = Array.from({ length: 16 }, () => post(gateway));
  await until(() => stalled.received() === 4);
  for (let count = 0; count < 8; count++) assert.equal((await post(gateway)).status, 201);
  assert.equal(stalled.received(), 4);
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  assert.deepEqual([statuses.filter((status) => status === 503).length, stalled.received()], [4, 4]);

  const alone = await gatewayTo([await instance("c", staysSilent)], { underWayMax: 4, timeoutMs: 2_000 });
  const startedAt = performance.now();
  const taken = Array.from({ length: 4 }, () => post(alone));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const refused = await post(alone);
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [503, "OVERLOADED"]);
  assert.ok(performance.now() - startedAt < 1_500, "at once");
  await Promise.all(taken);
});

test("a POST whose connection is refused goes to the next instance", async () => {
  const [first, second] = [await instance("a", answers), await instance("b", answers)];
  const gateway = await gatewayTo([first, second]);
  await first.close();
  for (let count = 0; count < 4; count++) assert.equal((await post(gateway)).status, 201);
  assert.equal(second.received(), 4);
});

/** Begins a POST to the gateway by hand. */
async function begin(gateway: string, path: string, headers: readonly string[], body = ""): Promise<Socket> {
  const { hostname, port } = new URL(gateway);
  const socket = connect(Number(port), hostname);
  toClose.push(() => socket.destroy());
  socket.on("error", () => undefined);
  await new Promise<void>((connected) => socket.once("connect", connected));
  const head = [`POST ${path} HTTP/1.1`, "host: shop.example", ...headers].join("\r\n");
  await new Promise<void>((written) => socket.write(`${head}\r\n\r\n${body}`, () => written()));
  return socket;
}

/** The status of a POST from an address, as a proxy reports it. */
const statusFrom = async (gateway: string, address: string) =>
  (await post(gateway, { "x-forwarded-for": address })).status;

test("bodies that stay unfinished take no room but their address's own", async () => {
  const gateway = await gatewayTo([await instance("a", answers)], { trusts: true });
  const unfinished = (address: string) =>
    begin(
      gateway,
      "/",
      [`content-length: ${bodyMaxBytes}`, `x-forwarded-for: ${address}`],
      "x".repeat(bodyMaxBytes - 1),
    );
  const [first] = [await unfinished("192.0.2.1"), await unfinished("192.0.2.1")];
  await eventually(() => statusFrom(gateway, "192.0.2.1"), 429);
  assert.equal(await statusFrom(gateway, "192.0.2.2"), 201);
  // What all may have together is bounded, too.
  await eventually(async () => {
    await unfinished("192.0.2.3");
    // Its connection is new, and the one of the next request is not: that would overtake it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return statusFrom(gateway, "192.0.2.2");
  }, 503);
  first.destroy();
  await eventually(() => statusFrom(gateway, "192.0.2.1"), 201);
});

test("a body that comes byte by byte takes more room than its bytes", async () => {
  const gateway = await gatewayTo([await instance("a", answers)]);
  const statusOf = async (chunks: number) => {
    const socket = await begin(gateway, "/", ["transfer-encoding: chunked"], `${"1\r\nx\r\n".repeat(chunks)}0\r\n\r\n`);
    return new Promise((resolve) => socket.once("data", (bytes) => resolve(bytes.toString().slice(9, 12))));
  };
  assert.deepEqual([await statusOf(5), await statusOf(20)], ["201", "429"]);
});

test("a client that does not read its response holds no connection to the instance for long", async () => {
  let isClosed = false;
  const upstream = await instance("a", (socket) => {
    socket.once("close", () => (isClosed = true));
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 100000000\r\n\r\n`);
    socket.write(Buffer.alloc(50_000_000));
  });
  const client = await begin(await gatewayTo([upstream]), "/", ["content-length: 0"]);
  client.pause();
  await eventually(async () => isClosed, true);
});

test("a body that is only announced takes no room", async () => {
  const gateway = await gatewayTo([await instance("a", answers)]);
  for (let count = 0; count < 10; count++) await begin(gateway, "/", [`content-length: ${bodyMaxBytes}`]);
  assert.equal((await post(gateway)).status, 201);
});

test("an upload without its length is passed on as it comes", async () => {
  let received = "";
  const upstream = await instance("a", (_socket, bytes) => (received += bytes));
  const socket = await begin(await gatewayTo([upstream]), "/upload", ["transfer-encoding: chunked"], "5\r\nfirst\r\n");
  await eventually(async () => received.includes("first"), true);
  socket.write("6\r\nsecond\r\n");
  await eventually(async () => received.includes("second"), true);
});

test("an upload that an instance refuses before its end is read to its end, and its client sees why", async () => {
  const refused = "HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
  const upstream = await instance("a", (socket, bytes) => {
    if (!bytes.startsWith("POST /upload")) return;
    socket.pause();
    socket.write(refused, () => setTimeout(() => socket.resetAndDestroy(), 50));
  });
  const length = 40_000_000;
  const socket = await begin(await gatewayTo([upstream]), "/upload", [`content-length: ${length}`]);
  let received = "";
  socket.write("x".repeat(length));
  await new Promise<void>((sent) => socket.once("drain", sent));
  socket.on("data", (bytes) => (received += bytes.toString()));
  await eventually(async () => received.slice(9, 12), "401");
});

test("what a client says of the host that it asked is not passed on, unless it is a trusted proxy", async () => {
  const said = { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
  for (const trusts of [false, true]) {
    let received = "";
    const upstream = await instance("a", (socket, bytes) => {
      received = bytes;
      answers(socket, bytes);
    });
    assert.equal((await post(await gatewayTo([upstream], { trusts }), said)).status, 201);
    assert.equal(received.match(/evil\.example/g)?.length ?? 0, trusts ? 2 : 0, received);
  }
});

test("only an error that comes before the connection means that a request was never sent", () => {
  const error = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });
  for (const code of ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"]) {
    assert.equal(wasNeverSent(error(code, "connect")), true, code);
    for (const syscall of ["read", "write", undefined]) assert.equal(wasNeverSent(error(code, syscall)), false, code);
  }
  assert.equal(wasNeverSent(error("ENOTFOUND", "getaddrinfo")), true);
  assert.equal(wasNeverSent(error("UND_ERR_CONNECT_TIMEOUT")), true);
  for (const code of ["UND_ERR_SOCKET", "UND_ERR_HEADERS_TIMEOUT", "ECONNRESET"])
    assert.equal(wasNeverSent(error(code)), false, code);
  const refused = error("ECONNREFUSED", "connect");
  assert.equal(wasNeverSent(new AggregateError([refused, error("ETIMEDOUT", "connect")])), true);
  assert.equal(wasNeverSent(new AggregateError([refused, error("ETIMEDOUT", "read")])), false);
});
