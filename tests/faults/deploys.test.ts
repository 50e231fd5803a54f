import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";
import { startShoppers } from "./shoppers.ts";
import { startTalkers } from "./talkers.ts";

const requestsMin = 10_000;

describe("microservices that change under load", { skip: await withoutJava() }, () => {
  test("scaled up, replaced one by one, scaled back: no request fails, no message is lost", async (t) => {
    const market = await startMarketplace({
      stage: "microservices",
      copies: 1,
      env: { JANGTEO_CHAT_GO_AWAY_MS: "1000" },
    });
    const { api } = market;
    try {
      const seller = await api.seller();
      const buyers = await Promise.all(Array.from({ length: 4 }, () => api.customer(10_000_000)));
      const product = await api.product(seller, [[10, 1_000_000]]);
      const shoppers = startShoppers(api, buyers, [{ itemId: product.items[0].id as string, quantity: 1 }], 10, 100);
      const talkers = await startTalkers(api, 10, 500);
      const failed: string[] = [];
      let read = 0;
      let stopped = false;
      const paths: [path: string, token?: string][] = [
        [`/search/product/detail?productId=${product.id}`],
        ["/search/product?name=상품"],
        ["/customer/cart", buyers[0]!.token],
        ["/chat-info/quickReplies", seller.token],
      ];
      const readers = Array.from({ length: 8 }, async (_, reader) => {
        for (let turn = reader; !stopped || read < requestsMin; turn++) {
          const [path, token] = paths[turn % paths.length]!;
          const answer = await api.get(path, token).catch((error: Error) => error);
          read++;
          if (answer instanceof Error) failed.push(`${path}: ${answer.message} ${String(answer.cause)}`);
          else if (answer.status !== 200) failed.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
          // Processes that start need the processor, too.
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      });
      const command = async (...args: string[]) => {
        const { code, output } = await market.command(...args);
        assert.equal(code, 0, output);
      };
      const copiesOf = async (service: string) => (await market.copies()).filter((copy) => copy.service === service);
      const scaled = { "order-api": 3, "chat-api": 2, "account-api": 2 };
      for (const [service, count] of Object.entries(scaled)) await command("scale", service, String(count));
      for (const [service, count] of Object.entries(scaled)) assert.equal((await copiesOf(service)).length, count);
      // Everyone gets a share of it soon.
      const fresh = (await copiesOf("order-api")).at(-1)!;
      const served = async () => {
        const text = await (await fetch(`${fresh.address}/metrics`)).text();
        return [...text.matchAll(/^jangteo_http_request_seconds_count\{.*route="\/search.*\} (\d+)/gm)].reduce(
          (sum, [, count]) => sum + Number(count),
          0,
        );
      };
      await until(async () => (await served()) > 50, { timeoutMs: 5_000 });
      await command("deploy", "--version", "2");
      for (const { id, version } of await market.copies()) assert.equal(version, "2", id);
      for (const service of Object.keys(scaled)) await command("scale", service, "1");
      assert.equal((await market.copies()).length, 3);
      stopped = true;
      await Promise.all(readers);
      await shoppers.finish();
      await talkers.finish();
      t.diagnostic(
        `${read} requests read, ${shoppers.acknowledged.length} orders, ${talkers.acknowledged()} messages; ${failed.length} failed, ${shoppers.troubles()} orders had to be repeated`,
      );
      assert.deepEqual(failed.slice(0, 10), []);
      assert.deepEqual(shoppers.wrong, []);
      assert.equal(shoppers.troubles(), 0, "no order had to be repeated");
      assert.ok(read >= requestsMin);
      assert.equal(await api.balance(seller), shoppers.acknowledged.length * 10);
      await market.verify();
    } finally {
      await market.stop();
    }
  });

  test("what cannot be done is said, and nothing changes", async () => {
    const market = await startMarketplace({ stage: "multi-module" });
    try {
      const before = await market.copies();
      for (const [args, told] of [
        [["scale", "post-api", "2"], /no service "post-api", but account-api, order-api, chat-api/],
        [["scale", "order-api", "0"], /whole number from 1 to 32/],
        [["scale", "order-api"], /Usage: jangteo scale/],
      ] as const) {
        const { code, output } = await market.command(...args);
        assert.notEqual(code, 0);
        assert.match(output, told);
      }
      assert.deepEqual(await market.copies(), before);
    } finally {
      await market.stop();
    }
  });
});
