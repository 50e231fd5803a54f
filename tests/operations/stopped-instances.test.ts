import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { after, test } from "node:test";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { createBalancer } from "@jangteo/kernel/rpc/remote/balancer.ts";
import { grpcClient } from "@jangteo/kernel/rpc/remote/grpc-client.ts";
import { createPushedMembership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { createServiceTokens } from "@jangteo/kernel/rpc/remote/service-token.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createForward } from "../../apps/gateway/forward.ts";
import { createHeldBodies } from "../../apps/gateway/held-bodies.ts";
import { createUpstreams } from "../../apps/gateway/upstreams.ts";
import { until } from "../harness/until.ts";

const secret = "the secret of these instances";
const log = silentLogger();
/** An instance that answers nothing gets no more requests after this long. */
const noticedWithinMs = 3_000;
const toStop: (() => unknown)[] = [];
after(async () => {
  for (const stop of toStop.toReversed()) await stop();
});

type Instance = { process: ChildProcess; pid: string; requests: string; calls: string };

async function startInstance(): Promise<Instance> {
  const child = fork(new URL("./fixtures/instance.ts", import.meta.url), [secret]);
  toStop.push(() => child.kill("SIGKILL"));
  const [ports] = (await once(child, "message")) as [{ requests: number; calls: number }];
  return {
    process: child,
    pid: String(child.pid),
    requests: `http://127.0.0.1:${ports.requests}`,
    calls: `127.0.0.1:${ports.calls}`,
  };
}

/** What answers requests at a gateway in front of these. */
async function gatewayTo(addresses: string[]): Promise<{ ask(): Promise<string>; healthy(): number }> {
  const upstreams = createUpstreams(10_000, log);
  toStop.push(upstreams.stop);
  await upstreams.set(addresses.map((address) => ({ id: address, address })));
  const { forward } = createForward({
    upstreams,
    trustsProxy: () => false,
    standingHeaders: () => ({}),
    timeoutMs: 300,
    bodyMaxBytes: 1_000,
    held: createHeldBodies({ maxBytes: 100_000, maxBytesOfAddress: 100_000 }),
    uploads: { isUpload: () => false, maxBytes: 1_000 },
  });
  const server = createServer((incoming, response) => void forward(incoming, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  toStop.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    ask: async () => (await fetch(url, { method: "POST", signal: AbortSignal.timeout(500) })).text(),
    healthy: upstreams.healthyCount,
  };
}

/** What answers calls over gRPC to these. */
function callersOf(addresses: string[]): () => Promise<string> {
  const membership = createPushedMembership();
  membership.set({ "order-api": addresses });
  const balancer = createBalancer("order-api", membership, log);
  toStop.push(balancer.stop);
  const tokens = createServiceTokens(secret, "test");
  const client = grpcClient(OrderService, { balancer, tokens, timeoutMs: 5_000, strict: false });
  return async () => (await client.reconcile({}, { deadline: Date.now() + 500 })).checks[0]!.name;
}

/** Who answers ten requests, one after the other; fails when one is not answered. */
async function whoAnswers(ask: () => Promise<string>): Promise<string[]> {
  const pids = new Set<string>();
  for (let count = 0; count < 10; count++) pids.add(await ask());
  return [...pids].sort();
}

test("an instance that is stopped by a signal gets no requests and calls after 3 s, and gets them again when it resumes", async () => {
  const [first, second] = [await startInstance(), await startInstance()];
  const gateway = await gatewayTo([first.requests, second.requests]);
  const call = callersOf([first.calls, second.calls]);
  const both = [first.pid, second.pid].sort();
  assert.deepEqual(await whoAnswers(gateway.ask), both);
  assert.deepEqual(await whoAnswers(call), both);
  first.process.kill("SIGSTOP");
  await Promise.all(
    [gateway.ask, call].map((ask) =>
      until(async () => (await whoAnswers(ask)).join() === second.pid, { timeoutMs: noticedWithinMs }),
    ),
  );
  // Out until a check succeeds: not one request goes there, however often the others' turn comes.
  for (let round = 0; round < 20; round++)
    for (const ask of [gateway.ask, call]) assert.deepEqual(await whoAnswers(ask), [second.pid]);
  first.process.kill("SIGCONT");
  for (const ask of [gateway.ask, call]) await until(async () => (await whoAnswers(ask)).length === 2);
});

test("an address that accepts connections and never answers gets no requests", async () => {
  const sockets: Socket[] = [];
  const silent = createTcpServer((socket) => sockets.push(socket.on("error", () => undefined).resume()));
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  toStop.push(() => {
    silent.close();
    for (const socket of sockets) socket.destroy();
  });
  const port = (silent.address() as AddressInfo).port;
  const good = await startInstance();
  const gateway = await gatewayTo([`http://127.0.0.1:${port}`, good.requests]);
  const call = callersOf([`127.0.0.1:${port}`, good.calls]);
  assert.equal(gateway.healthy(), 1);
  assert.deepEqual(await whoAnswers(gateway.ask), [good.pid]);
  await until(async () => (await whoAnswers(call)).join() === good.pid, { timeoutMs: noticedWithinMs });
});
