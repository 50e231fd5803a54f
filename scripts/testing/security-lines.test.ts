import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { findGaps, lineCount, readSecurityLines } from "./security-lines.ts";

const root = new URL("../../", import.meta.url).pathname;
const page = readFileSync(`${root}docs/security.md`, "utf8");
const sources = new Map(
  globSync("tests/security/*.test.ts", { cwd: root }).map((file) => [file, readFileSync(`${root}${file}`, "utf8")]),
);

test("every line of docs/security.md has a test, which exists in the file that it names", () => {
  const lines = readSecurityLines(page);
  assert.equal(lines.length, lineCount);
  assert.deepEqual(findGaps(lines, sources), []);
});

test("a line that is missing, twice or without its test is noticed", () => {
  const lines = readSecurityLines(page);
  const gapsWith = (changed: string, from = sources) => findGaps(readSecurityLines(changed), from);
  const row = page.split("\n").find((each) => each.startsWith("| 34 |"))!;
  assert.deepEqual(gapsWith(page.replace(row, "")).slice(0, 1), ["line 34 has 0 rows"]);
  assert.deepEqual(gapsWith(`${page}\n${row}`), ["line 34 has 2 rows"]);
  assert.throws(() => readSecurityLines(page.replace(row, "| 34 | a | b | |")), /no test in/);
  const [{ file, name }] = lines.find(({ line }) => line === 34)!.tests as [{ file: string; name: string }];
  const renamed = new Map(sources).set(file, sources.get(file)!.replace(name, "line 34: another name"));
  assert.deepEqual(gapsWith(page, renamed), [
    `line 34: ${file} has no test "${name}"`,
    `${file}: "line 34: another name" is not on the page`,
  ]);
  const without = new Map(sources);
  without.delete(file);
  assert.ok(gapsWith(page, without).includes(`line 34: there is no ${file}`));
});
