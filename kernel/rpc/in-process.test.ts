import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { silentLogger } from "../telemetry/logger.ts";
import { inProcessClient } from "./in-process.ts";
import { fail, ServiceError } from "./service-error.ts";
import type { CallContext, ServiceImplementation } from "./types.ts";

type Implementation = ServiceImplementation<typeof OrderService>;

function clientOf(parts: Partial<Implementation>, options: { strict?: boolean; timeoutMs?: number } = {}) {
  const missing = () => Promise.reject(new Error("not in this test"));
  const all: Implementation = {
    reconcile: missing,
    listPaidParts: missing,
    importProducts: missing,
    exportProducts: missing,
    getProducts: missing,
    getItem: missing,
    ...parts,
  };
  return inProcessClient(OrderService, all, {
    log: silentLogger(),
    timeoutMs: options.timeoutMs ?? 1_000,
    strict: options.strict ?? false,
  });
}

for (const strict of [false, true])
  describe(strict ? "in strict mode" : "in normal mode", () => {
    test("messages are copies that neither side can change", async () => {
      const kept = { parts: [{ partId: "a", orderId: "o", paid: 5n, refunded: 0n, pending: false }] };
      const asked = { after: "x", limit: 3 };
      const client = clientOf(
        {
          listPaidParts: async (request) => {
            assert.ok(Object.isFrozen(request));
            assert.notEqual(request, asked);
            return kept;
          },
        },
        { strict },
      );
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
      const client = clientOf(
        { listPaidParts: () => Promise.reject(thrown), reconcile: () => Promise.reject(new TypeError("secret")) },
        { strict },
      );
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
  });

test("a call ends at the smaller of both deadlines, and the callee is told", async () => {
  let aborted = false;
  const client = clientOf(
    {
      listPaidParts: (_request, context: CallContext) =>
        new Promise(() => context.signal.addEventListener("abort", () => (aborted = true))),
    },
    { timeoutMs: 60_000 },
  );
  await assert.rejects(client.listPaidParts({}, { deadline: Date.now() + 20 }), { code: "DEADLINE_EXCEEDED" });
  assert.ok(aborted);
  await assert.rejects(client.listPaidParts({}, { deadline: Date.now() - 1 }), { code: "DEADLINE_EXCEEDED" });
});

test("principal, idempotency key and trace travel along", async () => {
  let seen: CallContext | undefined;
  const client = clientOf({
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
  const client = clientOf({
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
  assert.deepEqual(calls, { list: 3, import: 1, refused: 1 });
});

test("strict mode delivers idempotent calls twice and others once", async () => {
  const calls = { list: 0, import: 0 };
  const client = clientOf(
    {
      listPaidParts: async () => {
        calls.list++;
        return {};
      },
      importProducts: async () => {
        calls.import++;
        return {};
      },
    },
    { strict: true },
  );
  await client.listPaidParts({});
  await client.importProducts({});
  assert.deepEqual(calls, { list: 2, import: 1 });
});
