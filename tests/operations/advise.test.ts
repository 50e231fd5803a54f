import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { runCommand } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";

describe("jangteo advise", { skip: await withoutJava() }, () => {
  test("measures every stage, says what an order costs in each and when the next one pays, and draws it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jangteo-advise-"));
    const page = join(folder, "advise.html");
    const words = ["advise", "--rounds", "1", "--seconds", "1", "--json", "--page", page];
    const { code, output } = await runCommand(words, {}, 280_000);
    assert.equal(code, 0, output);
    const advice = JSON.parse(output.slice(output.indexOf("\n{") + 1, output.lastIndexOf("\n}") + 2));
    assert.deepEqual(
      advice.stages.map((stage: { stage: string }) => stage.stage),
      ["monolith", "multi-module", "microservices"],
    );
    for (const { stage, orders, pages, cpuMsPerOrder, memoryMb, processes, usdPerMonth } of advice.stages)
      assert.ok(
        orders.perSecond > 10 &&
          orders.p99Ms >= orders.p50Ms &&
          pages.perSecond > 10 &&
          cpuMsPerOrder.own > 0 &&
          cpuMsPerOrder.postgres > 0 &&
          memoryMb.own > 50 &&
          processes >= 1 &&
          usdPerMonth > 50,
        `${stage}: ${output}`,
      );
    assert.match(advice.sentences.join(" "), /The next stage pays from about [\d,]+ orders a second/);
    const html = readFileSync(page, "utf8");
    for (const { stage } of advice.stages) assert.ok(html.includes(`<span>${stage}</span>`));
    rmSync(folder, { recursive: true, force: true });
  });

  test("tells wrong options", async () => {
    const { code, output } = await runCommand(["advise", "--rounds", "0"]);
    assert.equal(code, 2);
    assert.match(output, /--rounds must be a whole number from 1 to 20/);
  });
});
