import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { DescService } from "@bufbuild/protobuf";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { silentLogger } from "../telemetry/logger.ts";
import { inProcessClient } from "./in-process.ts";
import { createBalancer } from "./remote/balancer.ts";
import { grpcClient } from "./remote/grpc-client.ts";
import { startGrpcServer } from "./remote/grpc-server.ts";
import { createPushedMembership } from "./remote/membership.ts";
import { createServiceTokens } from "./remote/service-token.ts";
import { fail, ServiceError } from "./service-error.ts";
import type { CallContext, Client, ServiceImplementation } from "./types.ts";

type Implementation = ServiceImplementation<typeof OrderService>;

type Transport = "in process" | "in process, strict" | "over gRPC";
type ClientOptions = { timeoutMs?: number };

const toStop: (() => void | Promise<void>)[] = [];
after(async () => {
  for (const stop of toStop) await stop();
});

async function clientOf(
  transport: Transport,
  parts: Partial<Implementation>,
  { timeoutMs = 1_000 }: ClientOptions = {},
): Promise<Client<typeof OrderService>> {
  const missing = () => Promise.reject(new Error("not in this test"));
  const all: Implementation = {
    reconcile: missing,
    listPaidParts: missing,
    importProducts: missing,
    exportProducts: missing,
    getProducts: missing,
    getItem: missing,
    countOpenParts: missing,
    exportAccount: missing,
    ...parts,
  };
  const log = silentLogger();
  const strict = transport === "in process, strict";
  if (transport !== "over gRPC") return inProcessClient(OrderService, all, { log, timeoutMs, strict });
  const tokens = createServiceTokens("a secret of this test, long enough", "test");
  const implementation = all as unknown as ServiceImplementation<DescService>;
  const services = [{ service: OrderService, implementation }];
  const server = await startGrpcServer({ host: "127.0.0.1", port: 0, services, tokens, log });
  const membership = createPushedMembership();
  membership.set({ "order-api": [`127.0.0.1:${server.port}`] });
  const balancer = createBalancer("order-api", membership, log);
  toStop.push(balancer.stop, () => server.stop(0));
  return grpcClient(OrderService, { balancer, tokens, timeoutMs, strict });
}

for (const transport of ["in process", "in process, strict", "over gRPC"] as const)
  describe(transport, () => {
    test("messages are copies that neither side can change", async () => {
      const kept = { parts: [{ partId: "a", orderId: "o", paid: 5n, refunded: 0n, pending: false }] };
      const asked = { after: "x", limit: 3 };
      const client = await clientOf(transport, {
        listPaidParts: async (request) => {
          assert.ok(Object.isFrozen(request));
          assert.notEqual(request, asked);
          return kept;
        },
      });
      const answer = await client.listPaidParts(asked);
      assert.equal(answer.parts[0]!.paid, 5n);
      assert.notEqual(answer.parts, kept.parts);
      assert.ok(Object.isFrozen(answer) && Object.isFrozen(answer.parts) && Object.isFrozen(answer.parts[0]));
      kept.parts.push(kept.parts[0]!);
      kept.parts[0]!.paid = 6n;
      assert.deepEqual([answer.parts.length, answer.parts[0]!.paid], [1, 5n]);
    });

    test("errors arrive with code and details, but not as the same object; others become INTERNAL without words", async () => {
      const details = { itemId: "i" };
      const thrown = fail("NOT_FOUND_ITEM", details);
      const client = await clientOf(transport, {
        listPaidParts: () => Promise.reject(thrown),
        reconcile: () => Promise.reject(new TypeError("secret")),
      });
      await assert.rejects(client.listPaidParts({}), (error: ServiceError) => {
        assert.deepEqual([error.code, error.details], ["NOT_FOUND_ITEM", details]);
        assert.notEqual(error, thrown);
        assert.notEqual(error.details, details);
        return true;
      });
      await assert.rejects(client.reconcile({}), (error: ServiceError) => {
        assert.equal(error.code, "INTERNAL");
        assert.ok(!JSON.stringify([error.message, error.details]).includes("secret"));
        return true;
      });
    });

    test("a call ends at the smaller of both deadlines, and the callee is told", async () => {
      let aborted = false;
      const client = await clientOf(
        transport,
        {
          listPaidParts: (_request, context: CallContext) =>
            new Promise(() => context.signal.addEventListener("abort", () => (aborted = true))),
        },
        { timeoutMs: 60_000 },
      );
      // On a busy machine a call over a network may end before it is there, and the callee hears of its end a moment later.
      for (let attempt = 0; attempt < 10 && !aborted; attempt++) {
        await assert.rejects(client.listPaidParts({}, { deadline: Date.now() + 20 + 50 * attempt }), {
          code: "DEADLINE_EXCEEDED",
        });
        for (let waitedMs = 0; !aborted && waitedMs < 50; waitedMs++)
          await new Promise((resolve) => setTimeout(resolve, 1));
      }
      assert.ok(aborted);
      await assert.rejects(client.listPaidParts({}, { deadline: Date.now() - 1 }), { code: "DEADLINE_EXCEEDED" });
    });

    test("principal, idempotency key and trace travel along", async () => {
      let seen: CallContext | undefined;
      const client = await clientOf(transport, {
        reconcile: async (_request, context) => {
          seen = context;
          return {};
        },
      });
      const principal = { id: "p", role: "SELLER" } as const;
      await client.reconcile({}, { principal, idempotencyKey: "k", traceparent: "t" });
      assert.deepEqual([seen!.principal, seen!.idempotencyKey, seen!.traceparent], [principal, "k", "t"]);
    });

    test("only what is declared idempotent is tried again, and only when the other side was away", async () => {
      const calls = { list: 0, import: 0, refused: 0 };
      const client = await clientOf(transport, {
        listPaidParts: async () => {
          if (++calls.list < 3) throw fail("UNAVAILABLE");
          return {};
        },
        importProducts: async () => {
          calls.import++;
          throw fail("UNAVAILABLE");
        },
        reconcile: async () => {
          calls.refused++;
          throw fail("NOT_FOUND");
        },
      });
      await client.listPaidParts({});
      await assert.rejects(client.importProducts({}), { code: "UNAVAILABLE" });
      await assert.rejects(client.reconcile({}), { code: "NOT_FOUND" });
      assert.ok(calls.list >= 3);
      assert.deepEqual([calls.import, calls.refused], [1, 1]);
    });
  });

test("strict mode delivers idempotent calls twice and others once", async () => {
  const calls = { list: 0, import: 0 };
  const client = await clientOf("in process, strict", {
    listPaidParts: async () => {
      calls.list++;
      return {};
    },
    importProducts: async () => {
      calls.import++;
      return {};
    },
  });
  await client.listPaidParts({});
  await client.importProducts({});
  assert.deepEqual(calls, { list: 2, import: 1 });
});
