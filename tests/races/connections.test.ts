import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { useMarketplace } from "../harness/suite.ts";

// Few connections and a short wait: whoever holds one and wants a second would stand still.
const market = useMarketplace({ env: { JANGTEO_DATABASE_POOL_MAX: "4", JANGTEO_DATABASE_WAIT_MS: "1000" } });

test("no request holds a connection while it waits for another: 60 new sellers add their first product at once", async () => {
  const sellers = await Promise.all(Array.from({ length: 60 }, () => market.api.seller()));
  const product = { name: "첫 상품", description: "", items: [{ name: "기본", price: 1, stock: 1 }] };
  const responses = await Promise.all(
    sellers.map(({ token }) => market.api.post("/seller/product", product, token, randomUUID())),
  );
  assert.deepEqual([...new Set(responses.map((response) => response.status))], [201]);
});

test("sign-ups wait for their hashes without a connection: others are served meanwhile", async () => {
  const person = () => ({
    email: `${randomUUID()}@test.com`,
    name: "김",
    phone: "010-1234-5678",
    password: "장터에서-만나요",
    birth: "1990-01-02",
  });
  const signUps = Promise.all(Array.from({ length: 40 }, () => market.api.post("/accounts/customer/signup", person())));
  const buyers = await Promise.all(Array.from({ length: 10 }, () => market.api.customer(10)));
  for (const buyer of buyers) assert.equal(await market.api.balance(buyer), 10);
  assert.deepEqual([...new Set((await signUps).map((response) => response.status))], [201]);
});
