import assert from "node:assert/strict";
import { test } from "node:test";
import { startMarketplace } from "../harness/marketplace.ts";
import { processesOf } from "../harness/process-table.ts";
import { until } from "../harness/until.ts";

test("an instance that dies and is retired before it was started again is gone, from the process table too", async () => {
  const market = await startMarketplace({ stage: "multi-module", copies: 2 });
  const serving = () => processesOf(market.home).filter(({ command }) => command.includes("--process account-api"));
  try {
    // It is retired in the pause before its restart, and while its process starts.
    for (const afterMs of [60, 500]) {
      const victim = (await market.copies()).filter(({ service }) => service === "account-api").at(-1)!;
      process.kill(victim.pid, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const scaled = await market.command("scale", "account-api", "1");
      assert.equal(scaled.code, 0, scaled.output);
      const left = (await market.copies()).filter(({ service }) => service === "account-api");
      assert.equal(left.length, 1);
      await until(() => serving().length === 1, { timeoutMs: 10_000, why: () => JSON.stringify(serving()) });
      // Longer than a restart takes.
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      assert.deepEqual(
        serving().map(({ pid }) => pid),
        left.map(({ pid }) => pid),
      );
      assert.equal((await market.command("scale", "account-api", "2")).code, 0);
    }
    await market.api.customer(1_000);
    await market.verify();
  } finally {
    // Nobody else would end what the marketplace does not know of.
    const known = (await market.copies()).map(({ pid }) => pid);
    for (const { pid } of serving()) if (!known.includes(pid)) process.kill(pid, "SIGKILL");
    await market.stop();
  }
});
