import assert from "node:assert/strict";
import { hkdfSync } from "node:crypto";
import { after, test } from "node:test";
import { create, type DescService, type Message } from "@bufbuild/protobuf";
import { credentials, Client as GrpcChannel, type ServiceError as GrpcError, Metadata, status } from "@grpc/grpc-js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { SignJWT } from "jose";
import { silentLogger } from "../../telemetry/logger.ts";
import type { ServiceImplementation } from "../types.ts";
import { createBalancer } from "./balancer.ts";
import { grpcClient } from "./grpc-client.ts";
import { type GrpcServer, startGrpcServer } from "./grpc-server.ts";
import { createPushedMembership } from "./membership.ts";
import { createServiceTokens } from "./service-token.ts";
import { deserializer, serializer } from "./wire.ts";

const secret = "a secret of this test, long enough";
const log = silentLogger();
const toStop: (() => void | Promise<void>)[] = [];
after(async () => {
  for (const stop of toStop) await stop();
});

/** A copy of the order service that counts its calls. */
async function copy(delayMs = 0) {
  let calls = 0;
  const implementation = {
    async reconcile() {
      calls++;
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      return { checks: [{ name: "answered", count: 0n, examples: [] }] };
    },
  } as unknown as ServiceImplementation<DescService>;
  const server: GrpcServer = await startGrpcServer({
    host: "127.0.0.1",
    port: 0,
    services: [{ service: OrderService, implementation }],
    tokens: createServiceTokens(secret, "order-api"),
    log,
  });
  toStop.push(() => server.stop(0));
  return { server, address: `127.0.0.1:${server.port}`, calls: () => calls };
}

function callers(copies: { address: string }[]) {
  const membership = createPushedMembership();
  const set = (next: { address: string }[]) => membership.set({ "order-api": next.map(({ address }) => address) });
  set(copies);
  const balancer = createBalancer("order-api", membership, log);
  toStop.push(balancer.stop);
  const tokens = createServiceTokens(secret, "test");
  return { set, client: grpcClient(OrderService, { balancer, tokens, timeoutMs: 5_000, strict: false }) };
}

const reconcile = OrderService.method.reconcile;
/** A call by hand, with whatever it is that it shows as its token. */
function bareCall(address: string, authorization?: string): Promise<number> {
  const channel = new GrpcChannel(address, credentials.createInsecure());
  const metadata = new Metadata();
  if (authorization !== undefined) metadata.set("authorization", authorization);
  return new Promise((resolve) =>
    channel.makeUnaryRequest<Message, Message>(
      `/${OrderService.typeName}/${reconcile.name}`,
      serializer(reconcile.input),
      deserializer(reconcile.output),
      create(reconcile.input),
      metadata,
      { deadline: Date.now() + 2_000 },
      (error: GrpcError | null) => {
        channel.close();
        resolve(error?.code ?? status.OK);
      },
    ),
  );
}

test("a call without a good service token is UNAUTHENTICATED, and reflection is not there", async () => {
  const { address, calls } = await copy();
  const good = await createServiceTokens(secret, "test").issue(OrderService.typeName, undefined);
  const sign = (key: string, audience: string, expires: string) =>
    new SignJWT({ principal: { id: "x", role: "ADMIN" } })
      .setProtectedHeader({ alg: "HS256", typ: "service+jwt" })
      .setIssuer("jangteo-services")
      .setSubject("thief")
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(new Uint8Array(hkdfSync("sha256", key, "", "jangteo service tokens", 32)));
  const bad: Record<string, string | undefined> = {
    none: undefined,
    nonsense: "Bearer nonsense",
    "no scheme": good,
    "another secret": `Bearer ${await sign("another", OrderService.typeName, "1m")}`,
    "another service": `Bearer ${await sign(secret, "jangteo.account.v1.AccountService", "1m")}`,
    expired: `Bearer ${await sign(secret, OrderService.typeName, "-1m")}`,
    unsigned: `Bearer ${Buffer.from('{"alg":"none"}').toString("base64url")}.${good.split(".")[1]}.`,
  };
  for (const [what, authorization] of Object.entries(bad))
    assert.equal(await bareCall(address, authorization), status.UNAUTHENTICATED, what);
  assert.equal(calls(), 0);
  assert.equal(await bareCall(address, `Bearer ${good}`), status.OK);
});

test("copies take turns; a new one gets its share at once, one that left gets none", async () => {
  const [first, second, third] = [await copy(), await copy(), await copy()];
  const { client, set } = callers([first, second]);
  for (let call = 0; call < 20; call++) await client.reconcile({});
  assert.deepEqual([first.calls(), second.calls()], [10, 10]);
  set([first, second, third]);
  for (let call = 0; call < 30; call++) await client.reconcile({});
  assert.equal(third.calls(), 10);
  set([second, third]);
  const before = first.calls();
  for (let call = 0; call < 10; call++) await client.reconcile({});
  assert.equal(first.calls(), before);
});

test("when a copy dies, its calls go to the other one and none is lost", async () => {
  const [first, second] = [await copy(5), await copy(5)];
  const { client } = callers([first, second]);
  let done = 0;
  const callers_ = Array.from({ length: 10 }, async () => {
    while (done < 400) {
      await client.reconcile({});
      if (++done === 100) void first.server.stop(0);
    }
  });
  await Promise.all(callers_);
  const after_ = first.calls();
  for (let call = 0; call < 10; call++) await client.reconcile({});
  assert.equal(first.calls(), after_, "the dead one takes no more");
});

test("a copy that says it does not serve is left alone after its health check, and one that stops finishes its calls", async () => {
  const [first, second] = [await copy(50), await copy()];
  const { client, set } = callers([first, second]);
  const underWay = Array.from({ length: 20 }, () => client.reconcile({}));
  await Promise.race(underWay);
  first.server.notServing();
  set([second]);
  const stopped = first.server.stop(5_000);
  assert.equal((await Promise.all(underWay)).length, 20);
  await stopped;
  const third = await copy();
  third.server.notServing();
  set([second, third]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const before = third.calls();
  for (let call = 0; call < 10; call++) await client.reconcile({});
  assert.equal(third.calls(), before);
});
