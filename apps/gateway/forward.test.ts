import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { afterEach, test } from "node:test";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createForward, wasNeverSent } from "./forward.ts";
import { createUpstreams } from "./upstreams.ts";

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

type AfterRequest = (socket: Socket) => void;

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
      react(socket);
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

/** The address of a gateway in front of these. */
async function gatewayTo(instances: { member: { id: string; address: string } }[]): Promise<string> {
  const upstreams = createUpstreams(300, silentLogger());
  toClose.push(upstreams.stop);
  await upstreams.set(instances.map(({ member }) => member));
  assert.equal(upstreams.healthyCount(), instances.length);
  const { forward } = createForward({
    upstreams,
    trustsProxy: () => false,
    standingHeaders: () => ({}),
    timeoutMs: 300,
    bodyMaxBytes: 1_000,
    uploads: { isUpload: () => false, maxBytes: 1_000 },
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

for (const [what, react] of Object.entries({ "stays silent": staysSilent, "resets the connection": resets }))
  test(`a POST that an instance has received and ${what} is not repeated; one with an Idempotency-Key is`, async () => {
    const [first, second] = [await instance("a", react), await instance("b", react)];
    const gateway = await gatewayTo([first, second]);
    assert.equal((await post(gateway)).status, 503);
    assert.equal(first.received() + second.received(), 1);
    const good = await instance("c", answers);
    const other = await gatewayTo([await instance("d", react), good]);
    assert.equal((await post(other, { "idempotency-key": "k" })).status, 201);
  });

test("a POST whose connection is refused goes to the next instance", async () => {
  const [first, second] = [await instance("a", answers), await instance("b", answers)];
  const gateway = await gatewayTo([first, second]);
  await first.close();
  for (let count = 0; count < 4; count++) assert.equal((await post(gateway)).status, 201);
  assert.equal(second.received(), 4);
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
