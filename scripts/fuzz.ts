import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { startMarketplace } from "../tests/harness/marketplace.ts";
import { installSchemathesis } from "./fuzzing/install.ts";
import { knownValues } from "./fuzzing/known-values.ts";
import { createPeople } from "./fuzzing/people.ts";

const help = `Usage: npm run fuzz -- [options]

Sends requests made from the OpenAPI document, valid and invalid ones, to a marketplace of its own (monolith), as buyer,
seller and administrator, and compares the responses with the document (Schemathesis, which needs Python 3). Ends with 1
on any finding. The findings are in artifacts/fuzz/.

  --seconds N   of the random requests of each (12)
  --seed N      of the random choices (1)
  --only WORDS  the operations whose name contains them ("POST /chat")
  --help        this text`;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (!(Number(values.seconds) >= 1) || !/^\d+$/.test(values.seed)) {
  console.error(help);
  process.exit(2);
}

type Operation = { security?: Record<string, string[]>[] };
type Report = {
  operations: { selected: number; tested: number };
  test_cases: { generated: number };
  failures: { title: string; count: number; operations: string[] }[];
  errors?: { title: string; count: number; operations: string[] }[];
};

const root = new URL("../", import.meta.url).pathname;
const results = join(root, "artifacts/fuzz");
const commonConfiguration = join(root, "scripts/fuzzing/schemathesis.toml");
const configuration = join(results, "schemathesis.toml");
const shownLines = 200;
/** Of one run of Schemathesis; the first part of each has no limit of its own, so that it is complete. */
const timeoutMs = 120_000 + Number(values.seconds) * 1_000;

const startedAt = performance.now();
console.log("  Installing Schemathesis, unless it is there");
const command = await installSchemathesis(join(root, "artifacts/schemathesis"));
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "jangteo-fuzz-"));
const database = await startEmbeddedPostgres({ folder, log: silentLogger(), parameters: { fsync: "off" } });
process.env.TEST_DATABASE_URL = database.url;
const market = await startMarketplace({ stage: "monolith" });
const findings = new Map<string, Set<string>>();
try {
  const { body: document } = await market.api.get("/openapi.json");
  const paths = document.paths as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      roles: security.flatMap(({ token = [] }) => token),
    })),
  );
  const people = await createPeople(market.api);
  writeFileSync(configuration, `${readFileSync(commonConfiguration, "utf8")}\n${knownValues(people.known)}`);
  for (const person of [people.buyer, people.seller, people.admin]) {
    // The buyer also calls the operations that are open to everyone.
    const mayCall = (roles: string[]) => roles.includes(person.role) || (roles.length === 0 && person === people.buyer);
    const names = operations.filter(({ roles }) => mayCall(roles)).map(({ name }) => name);
    await fuzz(
      person,
      names.filter((name) => name.includes(values.only)),
    );
  }
  await market.verify().catch((error: unknown) => note("invariants broken", [String(error)]));
} finally {
  writeFileSync(join(results, "marketplace.txt"), market.output());
  await market.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

console.log("");
for (const [kind, where] of findings)
  console.log(`  ${String(where.size).padStart(4)}  ${kind}: ${[...where].join(", ")}`);
console.log(`  ${findings.size} kinds of findings, ${Math.round((performance.now() - startedAt) / 1_000)} s`);
process.exitCode = findings.size === 0 ? 0 : 1;

function note(kind: string, where: readonly string[]): void {
  findings.set(kind, new Set([...(findings.get(kind) ?? []), ...where]));
}

/**
 * Runs Schemathesis on these operations as one person, first with the requests that follow from the document, then with
 * random ones and sequences of them; notes what it finds and prints the first of it.
 */
async function fuzz({ role, token }: { role: string; token: string }, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const only = names.flatMap((name) => ["--include-name", name]);
  const phases = {
    coverage: ["--phases", "coverage"],
    random: ["--phases", "examples,fuzzing,stateful", "--max-time", values.seconds],
  };
  for (const [phase, options] of Object.entries(phases)) {
    const startedAt = performance.now();
    const name = `${role}-${phase}`;
    const report = join(results, `${name}.json`);
    const args = ["--config-file", configuration, "run", ...options, ...only];
    args.push(`${market.baseUrl}/openapi.json`, "--no-color", "--seed", values.seed);
    args.push("--report", "json", "--report-json-path", report);
    const { code, output } = await run(args, { JANGTEO_TOKEN: token });
    writeFileSync(join(results, `${name}.txt`), output);
    const read = code === 0 || code === 1 ? (JSON.parse(readFileSync(report, "utf8")) as Report) : undefined;
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const done = `${read?.test_cases.generated ?? 0} requests to ${read?.operations.tested ?? 0} operations`;
    console.log(`  ${name.padEnd(20)} ${done}, ${seconds} s`);
    // Random requests end with their time; those that follow from the document are all sent.
    if (!read || (phase === "coverage" && read.operations.tested < names.length))
      note("Schemathesis did not finish", [`${name}: exit code ${code}`]);
    for (const { title, operations } of [...(read?.failures ?? []), ...(read?.errors ?? [])]) note(title, operations);
    if (code === 0) continue;
    const at = output.search(/=+ (FAILURES|ERRORS) =/);
    console.log(
      output
        .slice(at < 0 ? 0 : at)
        .split("\n")
        .slice(0, shownLines)
        .join("\n"),
    );
  }
}

function run(args: readonly string[], env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, timeout: timeoutMs });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}
