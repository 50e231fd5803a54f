import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { type CrashPointName, crashPoints } from "@jangteo/kernel/module/crash-point.ts";
import type { ApiClient, ApiResponse, Person } from "../harness/api-client.ts";
import { converged, type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

/** What a client does, and what must be true once it has its answer. `retry` sends the same request again. */
type Story = {
  settlement?: "on-purchase" | "on-confirmation";
  prepare: (api: ApiClient) => Promise<Scene>;
};
type Scene = {
  act: (api: ApiClient) => Promise<ApiResponse>;
  status: number;
  check: (api: ApiClient) => Promise<void>;
};

const shipping = { carrier: "c", trackingNumber: "1" };

async function twoPeople(api: ApiClient) {
  const seller = await api.seller();
  const buyer = await api.customer(10_000);
  const product = await api.product(seller, [[1_000, 10]]);
  return { seller, buyer, product, items: [{ itemId: product.items[0].id as string, quantity: 2 }] };
}

async function expectState(api: ApiClient, buyer: Person, seller: Person, productId: string, expected: number[]) {
  const read = async () => [
    await api.balance(buyer),
    await api.balance(seller),
    (await api.get(`/search/product/detail?productId=${productId}`)).body.items[0].stock,
  ];
  let state: number[] = [];
  await until(
    async () => {
      state = await read();
      return JSON.stringify(state) === JSON.stringify(expected);
    },
    { timeoutMs: 30_000, why: () => `buyer, seller, stock are ${state.join(", ")}, not ${expected.join(", ")}` },
  );
}

const checkout: Story = {
  prepare: async (api) => {
    const { seller, buyer, product, items } = await twoPeople(api);
    const key = randomUUID();
    return {
      act: (again) => again.buy(buyer, items, 2_000, key),
      status: 201,
      check: (again) => expectState(again, buyer, seller, product.id, [8_000, 2_000, 8]),
    };
  },
};

const deposit: Story = {
  prepare: async (api) => {
    const buyer = await api.customer();
    const key = randomUUID();
    return {
      act: (again) => again.post("/accounts/customer/balance", { amount: 500, from: "card" }, buyer.token, key),
      status: 200,
      check: async (again) => assert.equal(await again.balance(buyer), 500),
    };
  },
};

const payout: Story = {
  prepare: async (api) => {
    const { seller, buyer, items } = await twoPeople(api);
    const { body: order } = await api.buy(buyer, items, 2_000);
    await api.confirm(order.id, seller, buyer);
    const key = randomUUID();
    return {
      act: (again) => again.post("/accounts/seller/payouts", { amount: 700, bankAccount: "110-1" }, seller.token, key),
      status: 201,
      check: async (again) => assert.equal(await again.balance(seller), 1_300),
    };
  },
};

const refund: Story = {
  prepare: async (api) => {
    const { seller, buyer, product, items } = await twoPeople(api);
    const { body: order } = await api.buy(buyer, items, 2_000);
    const key = randomUUID();
    return {
      act: (again) => again.post(`/customer/orders/${order.id}/cancel`, {}, buyer.token, key),
      status: 200,
      check: (again) => expectState(again, buyer, seller, product.id, [10_000, 0, 10]),
    };
  },
};

/** After confirmation the ledger decides first, then the part moves. */
const coveredRefund: Story = {
  prepare: async (api) => {
    const { seller, buyer, product, items } = await twoPeople(api);
    const { body: order } = await api.buy(buyer, items, 2_000);
    await api.confirm(order.id, seller, buyer);
    const key = randomUUID();
    return {
      act: (again) => again.post(`/seller/orders/${order.id}/refund`, {}, seller.token, key),
      status: 200,
      check: (again) => expectState(again, buyer, seller, product.id, [10_000, 0, 8]),
    };
  },
};

const settlement: Story = {
  settlement: "on-confirmation",
  prepare: async (api) => {
    const { seller, buyer, product, items } = await twoPeople(api);
    const { body: order } = await api.buy(buyer, items, 2_000);
    await api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
    await api.post(`/seller/orders/${order.id}/ship`, shipping, seller.token);
    await api.post(`/seller/orders/${order.id}/deliver`, {}, seller.token);
    const key = randomUUID();
    return {
      act: (again) => again.post(`/customer/orders/${order.id}/confirm`, {}, buyer.token, key),
      status: 200,
      check: (again) => expectState(again, buyer, seller, product.id, [8_000, 2_000, 8]),
    };
  },
};

/** A seller's new name travels over outbox, relay and inbox. */
const renaming: Story = {
  prepare: async (api) => {
    const { seller, product } = await twoPeople(api);
    const key = randomUUID();
    return {
      act: (again) =>
        again.request("PUT", "/accounts/seller/update", { body: { name: "새 상호" }, token: seller.token, key }),
      status: 200,
      check: (again) =>
        until(
          async () => (await again.get(`/search/product/detail?productId=${product.id}`)).body.sellerName === "새 상호",
          {
            timeoutMs: 30_000,
          },
        ),
    };
  },
};

/** A message is stored once, whatever its sender repeats. */
const sending: Story = {
  prepare: async (api) => {
    const { seller, buyer } = await twoPeople(api);
    const { id: room } = await api.room(buyer, [seller]);
    const message = { clientId: "the-one", body: "오늘 발송되나요?" };
    return {
      act: (again) => again.post(`/chat/${room}/messages`, message, buyer.token),
      status: 201,
      check: async (again) => {
        const { body } = await again.get(`/chat/${room}`, seller.token);
        assert.deepEqual(
          body.messages.slice(1).map((event: { seq: number; clientId: string }) => [event.seq, event.clientId]),
          [[2, "the-one"]],
        );
      },
    };
  },
};

const stories: Record<string, Story> = {
  send: sending,
  checkout,
  purchase: checkout,
  deposit,
  payout,
  refund,
  "covered-refund": coveredRefund,
  settlement,
  relay: renaming,
  inbox: renaming,
};

function storyOf(point: CrashPointName): Story {
  return stories[point.split(".")[0]!]!;
}

/** A marketplace that goes on from point to point, whatever dies under it. */
async function walk(points: readonly CrashPointName[], settlement: string): Promise<void> {
  let market = await startMarketplace({ env: { JANGTEO_SETTLEMENT: settlement } });
  try {
    for (const point of points) market = await visit(market, point);
    await converged(market.databaseUrl);
    await market.verify();
  } finally {
    await market.stop();
  }
}

async function visit(market: Marketplace, point: CrashPointName): Promise<Marketplace> {
  const scene = await storyOf(point).prepare(market.api);
  // What led here must not come to the point in its place.
  await converged(market.databaseUrl);
  await market.arm(point);
  const lost = await scene.act(market.api).catch((error: unknown) => error);
  assert.ok(await market.crashed(15_000), `a process was killed at ${point}; the client got ${JSON.stringify(lost)}`);
  const healed = await market.revive();
  let answer: ApiResponse | undefined;
  await until(
    async () => {
      answer = await scene.act(healed.api);
      return answer.status === scene.status;
    },
    { timeoutMs: 30_000, everyMs: 200, why: () => `${point}: the retry was answered ${JSON.stringify(answer?.body)}` },
  );
  const again = await scene.act(healed.api);
  assert.deepEqual(again.body, answer!.body, `${point}: the same request gets the same answer`);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  await scene.check(healed.api);
  return healed;
}

describe("SIGKILL at every named point, then everything is definite and nothing is lost", { concurrency: 2 }, () => {
  const bySettlement = Map.groupBy(crashPoints, (point) => storyOf(point).settlement ?? "on-purchase");
  for (const [settlement, points] of bySettlement)
    for (const half of [points.filter((_, index) => index % 2 === 0), points.filter((_, index) => index % 2 === 1)])
      test(`${settlement}: ${half.join(", ")}`, { timeout: 900_000 }, () => walk(half, settlement));
});
