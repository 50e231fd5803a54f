import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";

/**
 * `npm test`: every suite, on one PostgreSQL that is made for it and thrown away. With arguments, the files whose path
 * holds one of them.
 */
const wanted = process.argv.slice(2);
const picks = (path: string) => wanted.length === 0 || wanted.some((word) => path.includes(word));
const files = (pattern: string) =>
  globSync(pattern, { exclude: (path) => path.includes("node_modules") })
    .map((path) => path.replaceAll("\\", "/"))
    .filter(picks)
    .sort();

type Run = { name: string; files: string[]; env?: Record<string, string>; concurrency: number };

const runs: Run[] = [
  {
    name: "unit",
    files: files("{kernel,modules,packages,apps,scripts,contracts,tests/checker}/**/*.test.ts"),
    concurrency: 2,
  },
  { name: "acceptance", files: files("tests/acceptance/*.test.ts"), concurrency: 2 },
  {
    name: "acceptance, strict",
    files: files("tests/acceptance/*.test.ts"),
    env: { JANGTEO_STRICT: "on" },
    concurrency: 2,
  },
  {
    name: "acceptance, two copies",
    files: files("tests/acceptance/*.test.ts"),
    env: { TEST_COPIES: "2" },
    concurrency: 1,
  },
  {
    name: "database, commands, operations",
    files: files("tests/{database,commands,operations}/*.test.ts"),
    concurrency: 2,
  },
  { name: "security", files: files("tests/security/*.test.ts"), concurrency: 1 },
  {
    name: "security, strict",
    files: files("tests/security/*.test.ts"),
    env: { JANGTEO_STRICT: "on" },
    concurrency: 1,
  },
  {
    name: "security, two copies",
    files: files("tests/security/*.test.ts"),
    env: { TEST_COPIES: "2" },
    concurrency: 1,
  },
  {
    name: "chat and security, strict, two copies",
    files: files("tests/{acceptance/chat*,security/*}.test.ts"),
    env: { JANGTEO_STRICT: "on", TEST_COPIES: "2" },
    concurrency: 1,
  },
  { name: "races", files: files("tests/races/*.test.ts"), concurrency: 1 },
  { name: "chat", files: files("tests/chat/*.test.ts"), concurrency: 1 },
  { name: "crash", files: files("tests/crash/*.test.ts"), concurrency: 2 },
];

const folder = mkdtempSync(join(tmpdir(), "jangteo-postgres-"));
const database = await startEmbeddedPostgres({ folder, log: silentLogger(), parameters: { max_connections: "400" } });
let running: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => running?.kill(signal));

const results: { name: string; code: number | null; seconds: number }[] = [];
try {
  for (const { name, files, env, concurrency } of runs) {
    if (files.length === 0) continue;
    console.log(`\n  ── ${name}: ${files.length} files\n`);
    const startedAt = performance.now();
    const code = await runNode(["--test", `--test-concurrency=${concurrency}`, "--test-timeout=300000", ...files], env);
    results.push({ name, code, seconds: (performance.now() - startedAt) / 1_000 });
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

console.log("");
for (const { name, code, seconds } of results)
  console.log(`  ${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(32)} ${seconds.toFixed(1)} s`);
if (results.length === 0) console.log("  No test file fits.");
process.exitCode = results.length > 0 && results.every((result) => result.code === 0) ? 0 : 1;

function runNode(args: string[], env: Record<string, string> = {}): Promise<number | null> {
  running = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, TEST_DATABASE_URL: database.url, ...env },
  });
  return new Promise((resolve) => running!.once("close", resolve));
}
