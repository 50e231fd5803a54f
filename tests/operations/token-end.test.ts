import assert from "node:assert/strict";
import { test } from "node:test";
import { connectClient, helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace({ alone: true, env: { JANGTEO_TEST_TOKEN_SECONDS: "10" } });

test("a socket is warned before its token ends and closed when it does; the client renews in place", async () => {
  const { api } = marketplace;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const { id: room } = await api.room(buyer, [seller]);
  let tokens = 0;
  const client = connectClient(api, buyer, {
    rooms: [[room, 1]],
    token: async () => {
      tokens++;
      return (await api.post("/test/login/customer", { email: buyer.email })).body.token as string;
    },
  });
  let connected = 0;
  client.on("state", (state) => {
    if (state === "open") connected++;
  });
  const careless = await helloSocket(api, seller);
  const { seconds } = await careless.frame("expiring");
  assert.ok(seconds > 0 && seconds <= 10, `${seconds} s`);
  await until(() => careless.closed() !== undefined, { timeoutMs: 15_000 });
  assert.equal(careless.closed(), 4401);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await client.send(room, "아직 여기 있어요");
  assert.deepEqual([client.state, connected], ["open", 1], "never reconnected");
  assert.ok(tokens >= 2, `${tokens} tokens`);
  client.stop();
});
