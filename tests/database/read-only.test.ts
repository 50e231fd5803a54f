import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import pg from "pg";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({ alone: true });

test("while the database takes no writes they answer 503 with Retry-After; once it does, the same process goes on", async () => {
  const { api, own } = market;
  const [buyer, seller] = [await api.customer(10_000), await api.seller()];
  const product = await api.product(seller, [[100, 50]]);
  const room = await api.room(buyer, [seller]);
  const items = [{ itemId: product.items[0].id, quantity: 1 }];
  const writes: Record<string, () => ReturnType<typeof api.post>> = {
    "a change": () => api.put("/accounts/customer/update", { name: "새 이름" }, buyer.token),
    "a change under a key": () =>
      api.request("PUT", "/accounts/customer/update", { token: buyer.token, body: { name: "가" }, key: randomUUID() }),
    "a deposit": () => api.post("/accounts/customer/balance", { amount: 1, from: "card" }, buyer.token, randomUUID()),
    "a checkout": () => api.buy(buyer, items, 100),
    "a cart line": () => api.post("/customer/cart", { itemId: items[0]!.itemId, quantity: 1 }, buyer.token),
    "a sign-in": () => api.post("/accounts/customer/login", { email: buyer.email, password: "jangteo-tester" }),
    "a message": () => api.post(`/chat/${room.id}/messages`, { clientId: randomUUID(), body: "여보세요" }, buyer.token),
  };
  const pids = await own.pids();
  const client = new pg.Client({ connectionString: own.databaseUrl });
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${client.database} SET default_transaction_read_only = on`);
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await until(async () => (await api.get("/health/ready")).status === 200);
    for (let round = 0; round < 3; round++)
      for (const [what, write] of Object.entries(writes)) {
        const { status, headers } = await write();
        assert.deepEqual([status, headers.get("retry-after")], [503, "1"], what);
      }
  } finally {
    await client.query(`ALTER DATABASE ${client.database} RESET default_transaction_read_only`);
    await client.end();
  }
  for (const [what, write] of Object.entries(writes))
    await until(async () => [200, 201].includes((await write()).status), { why: () => `${what} still fails` });
  assert.deepEqual(await own.pids(), pids);
});
