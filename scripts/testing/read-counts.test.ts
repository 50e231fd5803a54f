import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { readCounts } from "./read-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-counts-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a file of tests and counts them. */
function counted(source: string) {
  const [file, counts] = [join(folder, "one.test.mjs"), join(folder, "counts")];
  writeFileSync(file, `import { describe, test } from "node:test";\n${source}`);
  const reporter = new URL("count-reporter.ts", import.meta.url).pathname;
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ["--test", `--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`, file];
  spawnSync(process.execPath, args, { env, stdio: "ignore" });
  return readCounts(counts);
}

test("tests that ran are counted, suites that were left out are named with their reason", () => {
  assert.deepEqual(
    counted(`describe("a", () => { test("b", () => {}); test("c", () => { throw new Error("of c") }) })`),
    {
      ran: 2,
      failed: [{ type: "failed", name: "c", file: relative(".", join(folder, "one.test.mjs")), message: "of c" }],
      leftOut: [],
    },
  );
  assert.deepEqual(counted(`describe("a", { skip: "there is no Chromium" }, () => { test("b", () => {}) })`), {
    ran: 0,
    failed: [],
    leftOut: ["there is no Chromium"],
  });
  assert.deepEqual(counted(`test("a", () => {}); test.skip("b", () => {}); test.todo("c")`), {
    ran: 1,
    failed: [],
    leftOut: ["skipped"],
  });
  assert.deepEqual(counted(""), { ran: 0, failed: [], leftOut: ["no test ran"] });
});
