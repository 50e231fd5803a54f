import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";
import { startShoppers } from "./shoppers.ts";
import { startTalkers } from "./talkers.ts";

const healedWithinMs = 30_000;
const kafkaAwayMs = Number(process.env.KAFKA_AWAY_SECONDS ?? 60) * 1_000;
const homes: string[] = [];
after(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** Services with a PostgreSQL and a Kafka of their own, which may be killed. */
async function services(env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), "jangteo-faults-"));
  homes.push(home);
  const market = await startMarketplace({
    stage: "microservices",
    databaseUrl: "",
    env: { JANGTEO_HOME: home, KAFKA_BROKERS: "", ...env },
  });
  const pidOf = (file: string) => Number(readFileSync(join(home, file), "utf8").split("\n")[0]);
  return {
    market,
    postgres: () => pidOf("postgres/data/postmaster.pid"),
    kafka: () => pidOf("kafka/broker.pid"),
  };
}

async function load(market: Marketplace) {
  const { api } = market;
  const seller = await api.seller();
  const buyers = await Promise.all(Array.from({ length: 6 }, () => api.customer(10_000_000)));
  const product = await api.product(seller, [[10, 1_000_000]]);
  const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
  const shoppers = startShoppers(api, buyers, items, 10, 20);
  const talkers = await startTalkers(api, 10, 300);
  return {
    shoppers,
    talkers,
    async finish() {
      const definiteAfterMs = await shoppers.finish();
      assert.ok(definiteAfterMs < healedWithinMs, `definite ${definiteAfterMs} ms after the end`);
      await talkers.finish();
      assert.deepEqual(shoppers.wrong, []);
      const orders = shoppers.acknowledged;
      assert.equal(new Set(orders).size, orders.length, "each order has one answer");
      assert.equal(await api.balance(seller), orders.length * 10);
      const { code, output } = await market.command("verify");
      assert.equal(code, 0, output);
    },
  };
}

describe("microservices under load", { skip: await withoutJava(), concurrency: 2 }, () => {
  test("any of them killed, then PostgreSQL, then Kafka; the ledger asleep past the deadline: nothing acknowledged is lost", async (t) => {
    const { market, postgres, kafka } = await services({ JANGTEO_CALL_TIMEOUT_MS: "2000" });
    try {
      const { shoppers, talkers, finish } = await load(market);
      /** Goes on once both have made progress again, so that each fault meets a healthy marketplace. */
      const recovered = async (after_: string) => {
        const [orders, messages] = [shoppers.acknowledged.length, talkers.acknowledged()];
        await until(() => shoppers.acknowledged.length > orders + 20 && talkers.acknowledged() > messages + 20, {
          timeoutMs: healedWithinMs,
          why: () =>
            `after ${after_}: ${shoppers.acknowledged.length - orders} orders, ${talkers.acknowledged() - messages} messages`,
        });
      };
      await recovered("the start");
      for (const module of ["account", "order", "chat"]) {
        const [victim] = await market.pids(module);
        process.kill(victim!, "SIGKILL");
        await recovered(`the death of one ${module}-api`);
      }
      process.kill(postgres(), "SIGKILL");
      await recovered("the death of PostgreSQL");
      process.kill(kafka(), "SIGKILL");
      await recovered("the death of Kafka");
      const ledger = await market.pids("account");
      for (const pid of ledger) process.kill(pid, "SIGSTOP");
      const before = shoppers.troubles();
      await until(() => shoppers.troubles() > before, { timeoutMs: 15_000 });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      for (const pid of ledger) process.kill(pid, "SIGCONT");
      await recovered("the sleep of the ledger");
      await finish();
      t.diagnostic(`${shoppers.acknowledged.length} orders, ${talkers.acknowledged()} messages acknowledged`);
    } finally {
      await market.stop();
    }
  });

  test(`Kafka away for ${kafkaAwayMs / 1_000} s: orders and messages go on, what was told meanwhile arrives after`, async (t) => {
    const { market, kafka } = await services();
    try {
      const { api } = market;
      const [seller, buyer] = [await api.seller("처음 이름"), await api.customer(1_000)];
      const product = await api.product(seller, [[10, 5]]);
      const { id: room } = await api.room(buyer, [seller]);
      const { shoppers, talkers, finish } = await load(market);
      await until(() => shoppers.acknowledged.length > 20);
      const broker = kafka();
      process.kill(broker, "SIGSTOP");
      const awayUntil = Date.now() + kafkaAwayMs;
      const renamed = await api.request("PUT", "/accounts/seller/update", {
        body: { name: "나중 이름" },
        token: seller.token,
        key: "rename",
      });
      assert.equal(renamed.status, 200);
      const bought = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 10);
      assert.equal(bought.status, 201);
      const slowest = { orders: 0, messages: 0 };
      let [orders, messages] = [shoppers.acknowledged.length, talkers.acknowledged()];
      while (Date.now() < awayUntil) {
        const startedAt = Date.now();
        await until(() => shoppers.acknowledged.length > orders + 5 && talkers.acknowledged() > messages + 5, {
          timeoutMs: 10_000,
          why: () => "orders and messages stand still while Kafka is away",
        });
        slowest.orders = Math.max(slowest.orders, Date.now() - startedAt);
        [orders, messages] = [shoppers.acknowledged.length, talkers.acknowledged()];
      }
      assert.equal(shoppers.troubles(), 0, "no order had to be repeated");
      process.kill(broker, "SIGCONT");
      const name = async () =>
        (await api.get(`/search/product/detail?productId=${product.id}`)).body.sellerName as string;
      const notices = async () =>
        (await api.get(`/chat/${room}`, seller.token)).body.messages.filter(
          (event: { kind: string }) => event.kind === "order",
        ).length as number;
      await until(async () => (await name()) === "나중 이름" && (await notices()) === 1, { timeoutMs: 30_000 });
      await finish();
      t.diagnostic(
        `${shoppers.acknowledged.length} orders, ${talkers.acknowledged()} messages acknowledged; ten of them took ${slowest.orders} ms at worst`,
      );
    } finally {
      await market.stop();
    }
  });
});
