import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { benchBeside } from "./beside.ts";
import { benchCalls } from "./calls.ts";
import { benchChat } from "./chat.ts";
import { benchChatAbuse } from "./chat-abuse.ts";
import { benchCheckout } from "./checkout.ts";
import { render, type Section } from "./lib/table.ts";
import { benchLighthouse } from "./lighthouse.ts";
import { benchPages } from "./pages.ts";
import { benchReads } from "./reads.ts";
import { benchSignIn } from "./sign-in.ts";
import { benchStages } from "./stages.ts";
import { benchVerify } from "./verify.ts";

const help = `Usage: npm run bench -- [scenario …] [options]

Measures Jangteo beside its limits, interleaved in one run, and prints medians and ratios. Also written to
artifacts/bench.md.

  scenarios      checkout, beside, reads, sign-in, chat, chat-abuse, calls, stages, pages, verify,
                 lighthouse (needs Chromium); all of them without a name
  --rounds N     rounds of each measurement (5)
  --seconds N    seconds of each measurement (5)
  --orders N     orders that are verified (1000000)
  --against DIR  checkout: measures an earlier release in this folder too, and nothing else`;

type Scenario = (options: {
  databaseUrl: string;
  /** Another empty one. */
  freshDatabase: (name: string) => Promise<string>;
  rounds: number;
  seconds: number;
  orders: number;
  against: string | undefined;
  say: (text: string) => void;
}) => Promise<Section>;

const scenarios: Record<string, Scenario> = {
  checkout: benchCheckout,
  beside: benchBeside,
  reads: benchReads,
  "sign-in": benchSignIn,
  chat: benchChat,
  "chat-abuse": benchChatAbuse,
  calls: benchCalls,
  stages: benchStages,
  pages: benchPages,
  verify: benchVerify,
  lighthouse: benchLighthouse,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "5" },
    orders: { type: "string", default: "1000000" },
    against: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const chosen = positionals.length > 0 ? positionals : Object.keys(scenarios);
for (const name of chosen)
  if (!Object.hasOwn(scenarios, name)) {
    console.error(`There is no scenario "${name}".\n\n${help}`);
    process.exit(2);
  }

const folder = mkdtempSync(join(tmpdir(), "jangteo-bench-"));
const database = await startEmbeddedPostgres({ folder, log: silentLogger() });
const sections: string[] = [];
try {
  for (const name of chosen) {
    console.log(`\n  ${name}`);
    const section = await scenarios[name]!({
      databaseUrl: await freshDatabase(database.url, name),
      freshDatabase: (other) => freshDatabase(database.url, `${name}-${other}`),
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
      orders: Number(values.orders),
      against: values.against,
      say: (text) => console.log(`    ${text}`),
    });
    sections.push(render(section));
    console.log(`\n${sections.at(-1)}`);
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync("artifacts", { recursive: true });
const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`;
writeFileSync(
  "artifacts/bench.md",
  `# Benchmark\n\n\`npm run bench -- ${process.argv.slice(2).join(" ")}\`, ${new Date().toISOString().slice(0, 10)}. ${machine}. Medians; everything of a section interleaved in one run, fsync on.\n\n${sections.join("\n")}`,
);
console.log("  Written to artifacts/bench.md");

async function freshDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const database = `bench_${name.replaceAll("-", "_")}`;
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return url.replace("/jangteo?", `/${database}?`);
}
