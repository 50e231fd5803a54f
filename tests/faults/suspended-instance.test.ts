import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CrashPointName } from "@jangteo/kernel/module/crash-point.ts";
import { startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";

const sellAgainWithinMs = 5_000;
/** In the middle of the transaction, with the locks of a purchase held: items in one module, balances in the other. */
const points: Record<string, CrashPointName> = {
  order: "checkout.before-reserve-commit",
  account: "purchase.before-commit",
};

describe("an instance that is suspended in the middle of a transaction", { skip: await withoutJava() }, () => {
  for (const stage of ["multi-module", "microservices"])
    test(`${stage}: others sell again within ${sellAgainWithinMs / 1_000} s, and nothing is lost`, async (t) => {
      const market = await startMarketplace({ stage, copies: 2 });
      try {
        const { api } = market;
        const seller = await api.seller();
        const product = await api.product(seller, [[10, 1_000_000]]);
        const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
        const buyers = await Promise.all(Array.from({ length: 40 }, () => api.customer(10_000)));
        let bought = 0;
        const buy = async (): Promise<boolean> => {
          const buyer = buyers[bought++ % buyers.length]!;
          return (await api.buy(buyer, items, 10)).status === 201;
        };
        for (const [module, point] of Object.entries(points)) {
          const [victim] = await market.pids(module);
          // All of them buy the same item, so whoever comes after the suspended one waits for its locks.
          let asking = true;
          await market.suspendAt(victim!, point, async () => {
            while (asking) {
              void buy().catch(() => undefined);
              await new Promise((resolve) => setTimeout(resolve, 50));
            }
          });
          asking = false;
          const suspendedAt = performance.now();
          try {
            // A request may reach the suspended instance and wait there: each try is one of many.
            let sold = false;
            const attempt = () =>
              void buy().then(
                (done) => (sold ||= done),
                () => undefined,
              );
            await until(() => sold || (attempt(), false), {
              timeoutMs: sellAgainWithinMs,
              everyMs: 200,
              why: () => `${module}: nobody could buy ${sellAgainWithinMs} ms after ${point}`,
            });
            t.diagnostic(`${stage}, ${module}: sold again after ${Math.round(performance.now() - suspendedAt)} ms`);
            const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), sellAgainWithinMs));
            const answers = await Promise.all(Array.from({ length: 20 }, () => Promise.race([buy(), late])));
            assert.ok(answers.filter(Boolean).length >= 18, `${module}: ${answers.filter(Boolean).length} of 20 sold`);
          } finally {
            process.kill(victim!, "SIGCONT");
          }
          await until(async () => (await market.pids(module)).length === 2, { timeoutMs: 30_000 });
        }
        await market.verify();
      } finally {
        await market.stop();
      }
    });
});
