import assert from "node:assert/strict";
import { describe, test } from "node:test";
import pg from "pg";
import type { ApiClient, ApiResponse } from "../harness/api-client.ts";
import { converged, startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";

type Step = { step: string; status: number; body: unknown };

/** A long day in a marketplace, good requests and bad ones, with every answer. */
async function day(api: ApiClient): Promise<Step[]> {
  const steps: Step[] = [];
  const note = (step: string, { status, body }: ApiResponse) => {
    steps.push({ step, status, body });
    return body;
  };
  const post = async (path: string, body: unknown, token?: string, key?: string) =>
    note(`POST ${path}`, await api.post(path, body, token, key));
  const get = async (path: string, token?: string) => note(`GET ${path}`, await api.get(path, token));

  const seller = await post("/test/create/seller", { email: "seller@day.example", name: "하루 상점" });
  const other = await post("/test/create/seller", { email: "other@day.example" });
  const buyer = await post("/test/create/customer", { email: "buyer@day.example" });
  await post("/accounts/customer/login", { email: "buyer@day.example", password: "wrong-password" });
  await post("/accounts/customer/signup", { email: "not an email" });
  await post("/accounts/customer/balance", { amount: 10_000, from: "card" }, buyer.token, "deposit");
  await post("/accounts/customer/balance", { amount: 10_000, from: "card" }, buyer.token, "deposit");
  await post("/accounts/customer/balance", { amount: 9, from: "card" }, buyer.token, "deposit");
  const product = await post(
    "/seller/product",
    {
      name: "하루 종일 쓰는 컵",
      description: "튼튼합니다",
      categoryId: "kitchen",
      items: [
        { name: "작은 것", price: 1_000, stock: 3 },
        { name: "큰 것", price: 2_000, stock: 1 },
      ],
    },
    seller.token,
  );
  const [small, large] = product.items as { id: string }[];
  await post("/seller/product", { name: "" }, seller.token);
  await post("/seller/product", { name: "x" }, buyer.token);
  note("another's product", await api.put("/seller/product", { id: product.id, name: "내 것" }, other.token as string));
  const room = await post(
    "/chat/invite",
    { participants: [{ email: "seller@day.example", role: "SELLER" }], productId: product.id },
    buyer.token,
  );
  /** What travels as events is there a moment later. */
  const notices = async () =>
    (await api.get(`/chat/${room.id}`, buyer.token)).body.messages.filter(
      (each: { kind: string }) => each.kind === "order",
    ).length as number;
  const noticesAre = (count: number) =>
    until(async () => (await notices()) === count, { timeoutMs: 30_000, why: () => `not ${count} notices` });
  await get("/search/product?name=컵");
  await get("/search/suggest?text=하루");
  await get(`/search/product/detail?productId=${product.id}`);
  await post("/customer/cart", { itemId: small!.id, quantity: 2 }, buyer.token);
  await post("/customer/cart", { itemId: large!.id, quantity: 5 }, buyer.token);
  await get("/customer/cart", buyer.token);
  await post("/customer/orders", { expectedTotal: 1 }, buyer.token, "wrong total");
  const order = await post("/customer/orders", { expectedTotal: 2_000 }, buyer.token, "order");
  await post("/customer/orders", { expectedTotal: 2_000 }, buyer.token, "order");
  await post("/customer/orders", { expectedTotal: 2_000 }, buyer.token);
  const large9 = [{ itemId: large!.id, quantity: 9 }];
  await post("/customer/orders", { expectedTotal: 18_000, items: large9 }, buyer.token, "too many");
  await post(`/seller/orders/${order.id}/ship`, { carrier: "c", trackingNumber: "1" }, seller.token);
  await post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
  await post(`/seller/orders/${order.id}/ship`, { carrier: "c", trackingNumber: "1" }, seller.token);
  await post(`/customer/orders/${order.id}/cancel`, {}, buyer.token);
  await post(`/seller/orders/${order.id}/deliver`, {}, seller.token);
  await post(`/customer/orders/${order.id}/confirm`, {}, buyer.token);
  await noticesAre(5);
  await post(`/chat/${room.id}/messages`, { clientId: "1", body: "안녕하세요" }, buyer.token);
  await post(`/chat/${room.id}/messages`, { clientId: "1", body: "안녕하세요" }, buyer.token);
  await post(`/chat/${room.id}/messages`, { clientId: "2", body: { product: product.id } }, seller.token);
  await post(
    `/chat/${room.id}/messages`,
    { clientId: "3", body: { offer: { itemId: large!.id, quantity: 1, price: 1_500 } } },
    buyer.token,
  );
  await post(`/chat/${room.id}/messages`, { clientId: "x", body: "남의 방" }, other.token);
  await get(`/chat/${room.id}`, seller.token);
  await post(
    "/customer/orders",
    { expectedTotal: 2_000, items: [{ itemId: large!.id, quantity: 1 }] },
    buyer.token,
    "b",
  );
  note(
    "renamed",
    await api.request("PUT", "/accounts/seller/update", {
      body: { name: "저녁 상점" },
      token: seller.token as string,
      key: "rename",
    }),
  );
  const seen = async () =>
    (await api.get(`/search/product/detail?productId=${product.id}`)).body.sellerName === "저녁 상점";
  await until(seen, { timeoutMs: 30_000 });
  await noticesAre(6);
  await get(`/chat/${room.id}`, buyer.token);
  await get("/customer/orders", buyer.token);
  await post("/accounts/seller/balance/check", {}, seller.token);
  await post("/accounts/customer/balance/check", {}, buyer.token);
  await post("/chat-info/roomList", {}, seller.token);
  await get("/nowhere");
  await get("/customer/orders/01a203fd-1f57-7111-8ca9-88d07c23d443", buyer.token);
  return steps;
}

/** The same text for the same thing: ids by their first appearance, no times, no tokens, no cursors. */
function normalised(steps: Step[]): Step[] {
  const ids = new Map<string, string>();
  const text = JSON.stringify(steps)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
      return ids.get(id)!;
    })
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a time")
    .replace(/eyJ[\w-]{20,}(\.[\w-]+)*/g, "a token");
  return JSON.parse(text) as Step[];
}

const modes: [name: string, options: Parameters<typeof startMarketplace>[0]][] = [
  ["monolith", { stage: "monolith" }],
  ["strict", { stage: "monolith", env: { JANGTEO_STRICT: "on" } }],
  ["multi-module", { stage: "multi-module" }],
  ["microservices", { stage: "microservices" }],
];

describe("one day in each stage", { skip: await withoutJava() }, () => {
  test("same answers, same error codes, same events", async () => {
    let first: { steps: Step[]; events: Record<string, number> } | undefined;
    for (const [name, options] of modes) {
      const market = await startMarketplace(options);
      try {
        const steps = normalised(await day(market.api));
        await converged(market.databaseUrl);
        const events: Record<string, number> = {};
        for (const module of ["account", "order", "chat"]) {
          const client = new pg.Client({ connectionString: await market.databaseOf(module) });
          await client.connect();
          const { rows } = await client.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM "${module}".inbox`,
          );
          events[module] = rows[0]!.count;
          await client.end();
        }
        first ??= { steps, events };
        for (const [index, step] of steps.entries())
          assert.deepEqual(step, first.steps[index], `${name}: step ${index + 1}, ${step.step}`);
        assert.equal(steps.length, first.steps.length);
        assert.deepEqual(events, first.events, `${name}: events taken in`);
        await market.verify();
      } finally {
        await market.stop();
      }
    }
    assert.ok(first!.events.order! >= 3 && first!.events.chat! >= 5, JSON.stringify(first!.events));
  });
});
