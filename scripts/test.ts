import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { startBroker } from "../apps/server/kafka/broker.ts";
import { loginEnv } from "../apps/server/kafka/broker-login.ts";
import { ensurePages } from "../apps/server/pages/build-pages.ts";
import { bundleServer } from "./testing/bundle-server.ts";
import { type Counts, readCounts } from "./testing/read-counts.ts";

/**
 * `npm test`: every suite, on one PostgreSQL and one Kafka broker that are made for it and thrown away. With arguments, the
 * files whose path holds one of them; with `--run WORDS`, the runs whose name holds them (`--run microservices`).
 */
const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { run: { type: "string" } } });
const picks = (path: string) => wanted.length === 0 || wanted.some((word) => path.includes(word));
const files = (pattern: string) =>
  globSync(pattern, { exclude: (path) => path.includes("node_modules") })
    .map((path) => path.replaceAll("\\", "/"))
    .filter(picks)
    .sort();

type Run = {
  name: string;
  files: string[];
  env?: Record<string, string>;
  concurrency: number;
  /** One marketplace for all files that do not need one of their own. */
  shared?: true;
};

/** What must come out the same wherever the modules run. */
function sameEverywhere(name: string, env: Record<string, string>): Run[] {
  const run = (what: string, pattern: string, concurrency: number): Run => ({
    name: `${name}: ${what}`,
    files: files(pattern),
    env: { STORM_SECONDS: process.env.STORM_SECONDS ?? "30", ...env },
    concurrency,
  });
  return [
    {
      ...run("acceptance, security", "tests/{acceptance,security}/!(chat-flood).test.ts", 2),
      shared: true,
      // Several marketplaces share the processor; looking for left-over steps takes much of it.
      env: { TEST_RESUME_EVERY_MS: "500", ...env },
    },
    run("races", "tests/races/*.test.ts", 1),
    run("crash, chat storm", "tests/{crash/crash-walk,chat/storm}.test.ts", 2),
    // Alone, since they say how soon all is back, and how long others wait.
    run("database loss, flood", "tests/{crash/database-loss,security/chat-flood}.test.ts", 1),
  ];
}

/** The pages in a browser, in these languages and widths. */
const inBrowser = (name: string, stage: string, looks: string, pattern = "*"): Run => ({
  name,
  files: files(`tests/browser/${pattern}.test.ts`),
  env: { TEST_STAGE: stage, BROWSER_LOOKS: process.env.BROWSER_LOOKS ?? looks },
  concurrency: 2,
});

const all: Run[] = [
  {
    name: "unit",
    files: files("{kernel,modules,packages,apps,scripts,contracts,tests/checker}/**/*.test.ts"),
    concurrency: 2,
  },
  {
    name: "database, commands, operations",
    files: files("tests/{database,commands,operations}/*.test.ts"),
    concurrency: 2,
  },
  ...sameEverywhere("monolith", { STORM_SECONDS: process.env.STORM_SECONDS ?? "60" }),
  { name: "monolith: chat, copies replaced", files: files("tests/chat/!(storm).test.ts"), concurrency: 1 },
  inBrowser("monolith: browser", "monolith", "ko-360,en-1280", "!(selling|consoles)"),
  inBrowser("monolith: browser, those who sell and administer", "monolith", "ko-360", "{selling,consoles}"),
  // One process with every message between modules sent through bytes: what requests do, and what they do to each other.
  ...sameEverywhere("strict", { JANGTEO_STRICT: "on" }).slice(0, 2),
  ...sameEverywhere("multi-module", { TEST_STAGE: "multi-module" }),
  ...sameEverywhere("microservices", { TEST_STAGE: "microservices" }),
  // What is different there: the pages are processes of their own, two of them, which share no memory.
  inBrowser("microservices: browser", "microservices", "en-360", "{shop,talk,troubles,second-factor}"),
  { name: "growth", files: files("tests/growth/*.test.ts"), concurrency: 2 },
  { name: "faults", files: files("tests/faults/*.test.ts"), concurrency: 1 },
];
const runs = all.filter(({ name, files }) => files.length > 0 && name.includes(values.run ?? ""));

if (runs.some(({ name }) => name.includes("browser"))) await ensurePages((message) => console.log(`  ${message}`));
// Servers are started a thousand times, from one file. The monolith's acceptance runs from the sources, as `npm start` does.
const server = await bundleServer();
const isFromSources = (name: string) => name === "monolith: acceptance, security";
const folder = mkdtempSync(join(tmpdir(), "jangteo-postgres-"));
// Its log is kept, so that a suite can show what a deadlock was about.
const databaseLog = join(folder, "log");
mkdirSync(databaseLog, { mode: 0o777 });
const database = await startEmbeddedPostgres({
  folder,
  log: silentLogger(),
  parameters: {
    max_connections: "400",
    // What is killed under load has a database of its own, on a disk that is waited for.
    fsync: "off",
    logging_collector: "on",
    log_directory: databaseLog,
    log_filename: "postgres.log",
    log_line_prefix: "%m %d [%p] ",
  },
});
process.env.TEST_DATABASE_LOG = join(databaseLog, "postgres.log");
let kafka: { env: Record<string, string>; stop(): Promise<void> } | undefined;
let running: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => running?.kill(signal));

const results: { name: string; code: number | null; seconds: number; counts: Counts }[] = [];
const countsFile = join(folder, "counts");
try {
  for (const { name, files, env: given, concurrency, shared } of runs) {
    const env = { ...(!isFromSources(name) && { TEST_SERVER: server }), ...given };
    console.log(`\n  ── ${name}: ${files.length} files\n`);
    // A new one for each run: a broker keeps the topics of all marketplaces that were there, and gets slow.
    if (given?.TEST_STAGE === "microservices") {
      const started = await startKafka();
      if (typeof started === "string") {
        results.push({ name, code: 0, seconds: 0, counts: { ran: 0, failed: [], leftOut: [started] } });
        continue;
      }
      kafka = started;
    }
    const startedAt = performance.now();
    const args = [
      "--test",
      `--test-concurrency=${concurrency}`,
      "--test-timeout=300000",
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=./scripts/testing/count-reporter.ts",
      `--test-reporter-destination=${countsFile}`,
      ...files,
    ];
    rmSync(countsFile, { force: true });
    const code = shared ? await runOnOne(args, env) : await runNode(args, env);
    const seconds = (performance.now() - startedAt) / 1_000;
    results.push({ name, code, seconds, counts: readCounts(countsFile) });
    await kafka?.stop();
    kafka = undefined;
  }
} finally {
  await kafka?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

console.log("");
for (const { name, code, seconds, counts } of results) {
  const { failed, leftOut } = counts;
  const verdict = code !== 0 ? "FAILED" : leftOut.length > 0 ? "left out" : "ok";
  console.log(`  ${verdict.padEnd(8)}  ${name.padEnd(32)} ${seconds.toFixed(1)} s`);
  for (const reason of leftOut) console.log(`            left out: ${reason}`);
  for (const each of failed) console.log(`            ${each.file}: ${each.name}: ${each.message.slice(0, 500)}`);
}
if (results.length === 0) console.log("  No test file fits.");
// A machine without a browser or Java may leave suites out; CI may not.
const isComplete = process.env.CI === undefined || results.every(({ counts }) => counts.leftOut.length === 0);
process.exitCode = results.length > 0 && isComplete && results.every(({ code }) => code === 0) ? 0 : 1;

/** Runs files against one marketplace of two instances, which must verify at the end. */
async function runOnOne(args: string[], env: Record<string, string> = {}): Promise<number | null> {
  const before = { ...process.env };
  Object.assign(process.env, { TEST_DATABASE_URL: database.url, ...kafkaEnv(), ...env });
  const { startMarketplace } = await import("../tests/harness/marketplace.ts");
  const market = await startMarketplace({
    copies: 2,
  });
  process.env = before;
  try {
    const place = JSON.stringify(market.place);
    const code = await runNode(args, { ...env, JANGTEO_BASE_URL: market.baseUrl, TEST_PLACE: place });
    await market.verify();
    return code;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await market.stop();
  }
}

/** A broker, or why there is none. */
async function startKafka(): Promise<{ env: Record<string, string>; stop(): Promise<void> } | string> {
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => /KAFKA_/.test(entry[0]));
  if (process.env.KAFKA_BROKERS) return { env: Object.fromEntries(given), stop: async () => undefined };
  try {
    const { address, login, stop } = await startBroker({
      folder: mkdtempSync(join(folder, "kafka-")),
      port: 0,
      onProgress: (line) => console.log(`  ${line}`),
    });
    return { env: { KAFKA_BROKERS: address, ...loginEnv(login) }, stop };
  } catch (error) {
    return (error as Error).message;
  }
}

function runNode(args: string[], env: Record<string, string> = {}): Promise<number | null> {
  running = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, TEST_DATABASE_URL: database.url, ...kafkaEnv(), ...env },
  });
  return new Promise((resolve) => running!.once("close", resolve));
}

function kafkaEnv(): Record<string, string> {
  return kafka ? { TEST_KAFKA_ENV: JSON.stringify(kafka.env) } : {};
}
