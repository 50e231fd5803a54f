import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Guard } from "../tests/mutations/guard.ts";
import { guards } from "../tests/mutations/guards.ts";
import { copyRepository } from "./mutation/copy-repository.ts";
import { findMisfits } from "./mutation/find-misfits.ts";
import { type Outcome, runTest } from "./mutation/run-test.ts";
import { type Result, writeTable } from "./mutation/table.ts";

/**
 * `npm run mutate`: removes each guard of money, stock, sessions, events and chat in turn, in a copy of the repository, and
 * shows that a test fails without it. Exits with 1 if one survives. Options: `--only WORDS` (guards or files whose text
 * contains these words; again for more), `--left` (those that no run has seen killed since their files changed), `--list`, `--write` (docs/mutations.md, of this run and what earlier ones left in
 * artifacts/), `--timeout SECONDS` of each run.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    left: { type: "boolean" },
    list: { type: "boolean" },
    write: { type: "boolean" },
    timeout: { type: "string", default: "120" },
  },
});
const root = new URL("../", import.meta.url).pathname;
const tableFile = join(root, "docs/mutations.md");
const resultsFile = join(root, "artifacts/mutations.json");
const results = readResults();
const isWanted = ({ name, edits, test }: Guard) => {
  const texts = [name, test.file, ...edits.map(({ file }) => file)];
  const isNamed = values.only?.some((words) => texts.some((text) => text.includes(words))) ?? true;
  const isSeen = results[name]?.verdict === "killed" && results[name].version === versionOf(edits);
  return isNamed && !(values.left && isSeen);
};
const wanted = guards.filter(isWanted);

const misfits = findMisfits(root, guards);
if (misfits.length > 0) throw new Error(misfits.join("\n"));
if (values.write && wanted.length === 0) {
  writeTable(tableFile, guards, results, versionOf);
  process.exit();
}
if (values.list) {
  for (const { name, test } of wanted) console.log(`${name}\n    ${test.file}`);
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), "jangteo-mutations-"));
const copy = join(folder, "repository");
copyRepository(root, copy);
const database = await startEmbeddedPostgres({
  folder: join(folder, "postgres"),
  log: silentLogger(),
  parameters: { max_connections: "400", fsync: "off" },
});
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

let failed = 0;
const verdicts: string[] = [];
try {
  const unusable = await checkTests();
  for (const [index, guard] of wanted.entries()) {
    if (stop.signal.aborted) break;
    const startedAt = performance.now();
    const outcome = unusable.get(guard) ?? (await withoutGuard(guard));
    if (stop.signal.aborted) break;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const result = { ...outcome, seconds, version: versionOf(guard.edits) };
    results[guard.name] = result;
    verdicts.push(result.verdict);
    saveResult(guard.name, result);
    if (result.verdict !== "killed" && !(result.verdict === "survived" && guard.redundant)) failed++;
    console.log(
      `${String(index + 1).padStart(3)}/${wanted.length}  ${result.verdict.padEnd(8)} ${String(result.seconds).padStart(5)} s  ${guard.name}`,
    );
    if (result.verdict !== "survived") console.log(`${" ".repeat(27)}${result.test}: ${result.message}`);
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
console.log(
  `\n  ${verdicts.length} guards: ${["killed", "survived", "broken", "timeout"].map((verdict) => `${count(verdict)} ${verdict}`).join(", ")}`,
);
if (values.write) writeTable(tableFile, guards, results, versionOf);
process.exitCode = failed === 0 && !stop.signal.aborted ? 0 : 1;

/** Tests must pass while nothing is removed; those that do not show nothing. All of a file run together, then each. */
async function checkTests(): Promise<Map<Guard, Outcome>> {
  const unusable = new Map<Guard, Outcome>();
  for (const [file, those] of Map.groupBy(wanted, ({ test }) => test.file)) {
    const isWhole = those.some(({ test }) => test.only === undefined);
    const outcome = await run(file, isWhole ? [] : [...new Set(those.map(({ test }) => test.only!))]);
    console.log(`  ${outcome.verdict === "survived" ? "passes" : "FAILS "}  ${file}: ${outcome.passed} tests`);
    if (outcome.verdict === "survived") continue;
    console.log(`          ${outcome.test}: ${outcome.message}`);
    for (const guard of those) {
      const alone = guard.test.only === undefined ? outcome : await run(file, [guard.test.only]);
      if (alone.verdict === "survived") continue;
      unusable.set(guard, { ...alone, verdict: "broken", message: `fails with the guard too: ${alone.message}` });
    }
  }
  return unusable;
}

async function withoutGuard({ edits, test }: Guard): Promise<Outcome> {
  const before = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), "utf8")]));
  try {
    for (const { file, find, replace } of edits) {
      const path = join(copy, file);
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(find, () => replace),
      );
    }
    const outcome = await run(test.file, test.only === undefined ? [] : [test.only], test.counts);
    if (outcome.verdict === "survived" && outcome.passed === 0)
      return { ...outcome, verdict: "broken", test: test.file, message: `no test is called ${test.only}` };
    return outcome;
  } finally {
    for (const [file, text] of before) writeFileSync(join(copy, file), text);
  }
}

function run(file: string, only: readonly string[], counts?: string): Promise<Outcome> {
  return runTest({
    cwd: copy,
    file,
    only,
    counts,
    env: { TEST_DATABASE_URL: database.url },
    timeoutMs: Number(values.timeout) * 1_000,
    signal: stop.signal,
  });
}

function readResults(): Record<string, Result> {
  try {
    return JSON.parse(readFileSync(resultsFile, "utf8")) as Record<string, Result>;
  } catch {
    return {};
  }
}

/** Differs once the files of a guard, or how it is removed, have changed. */
function versionOf(edits: Guard["edits"]): string {
  const texts = edits.map(({ file }) => readFileSync(join(root, file), "utf8"));
  return hash("sha256", JSON.stringify([edits, texts]), "base64url").slice(0, 12);
}

/** Added to what is stored now, since another run may have stored more. */
function saveResult(name: string, result: Result): void {
  mkdirSync(join(root, "artifacts"), { recursive: true });
  writeFileSync(resultsFile, JSON.stringify({ ...readResults(), [name]: result }, null, 2));
}
