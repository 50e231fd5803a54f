import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings, type Settings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { monolith } from "../../../stages/monolith.ts";
import { type DatabaseSource, openDatabaseSource } from "../database-source.ts";
import { buyer, demoPassword } from "../demo/catalog.ts";
import { fillDemo } from "../demo/fill.ts";
import { type HomeLock, lockHome } from "../home-lock.ts";
import { serveCopies } from "../runner/serve-copies.ts";
import { hasDemo, serveProcess } from "../serve-process.ts";
import { UsageError } from "../usage-error.ts";

/** One process that serves, or several that look like one. */
type Running = { readonly address: string; stop(): Promise<void> };

const copiesMax = 32;

const help = `Usage: jangteo start [options]

Opens the marketplace: starts the database, fills an empty one with demo data, serves the API.

  --stage monolith   everything in one process (the only stage so far)
  --copies N         so many copies of it on one database, behind a gateway that balances without stickiness (1)
  --port N           port to listen on (PORT, default 8080)
  --help             this text

Settings come from the environment or jangteo.settings.json; \`jangteo settings\` lists them.`;

/** `jangteo start`: runs until it is told to stop. */
export async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      stage: { type: "string", default: "monolith" },
      port: { type: "string" },
      copies: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.stage !== "monolith")
    throw new UsageError(`--stage ${values.stage} is not known. The stage there is: monolith.`);
  const copies = Number(values.copies);
  if (!Number.isInteger(copies) || copies < 1 || copies > copiesMax)
    throw new UsageError(`--copies must be a whole number from 1 to ${copiesMax}, not ${values.copies}.`);
  const settings = readSettings({ ...process.env, ...(values.port !== undefined && { PORT: values.port }) });
  const startedAt = performance.now();
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, "logs/server.log"),
    terminal: true,
  });
  const say = (message: string) => console.log(`  ${message}`);
  const stopAsked = waitForStop();
  const lock = lockHome(settings.home);
  let database: DatabaseSource | undefined;
  let running: Running | undefined;
  try {
    database = await openDatabaseSource(settings, log, say);
    running =
      copies === 1
        ? await serveProcess(monolith.processes[0], settings, log, database.url)
        : await serveCopies({ process: monolith.processes[0], copies, settings, log, databaseUrl: database.url });
    lock.announce(running.address);
    if (hasDemo(settings)) await fillDemo(running.address, settings.home);
    announce(running, settings, performance.now() - startedAt, copies);
    process.send?.({ ready: true, address: running.address });
    const signal = await stopAsked;
    say(
      signal === "SIGINT" ? "\n  Stopping (finishing requests under way)" : "Stopping (finishing requests under way)",
    );
  } catch (error) {
    throw explainStart(error, settings);
  } finally {
    await stopAll(running, database, lock);
  }
  say("Stopped.");
  return 0;
}

async function stopAll(
  running: Running | undefined,
  database: DatabaseSource | undefined,
  lock: HomeLock,
): Promise<void> {
  await running?.stop();
  await database?.stop();
  lock.release();
}

/** Resolves with the first SIGINT or SIGTERM; a second SIGINT ends the process at once. */
function waitForStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", (signal) => {
      resolve(signal);
      // npm sends Ctrl-C a second time within a moment; a person who means it presses again later.
      setTimeout(() => process.once("SIGINT", () => process.exit(130)), 1_000).unref();
    });
    process.on("SIGINT", () => undefined);
  });
}

function announce({ address }: Running, settings: Settings, elapsedMs: number, copies: number): void {
  const demo = hasDemo(settings)
    ? `\n    Demo people    ${buyer.email}, password ${demoPassword} (or POST /test/login/customer)`
    : "";
  const docs = settings.production
    ? ""
    : `\n    API reference  ${address}/docs\n    Sent mails     ${address}/dev/mail${demo}`;
  console.log(`
  장터가 열렸습니다. The marketplace is open (${(elapsedMs / 1_000).toFixed(1)} s).

    Marketplace    ${address}${docs}
    Data and logs  ${resolve(settings.home)}${copies > 1 ? `\n    Copies         ${copies} (jangteo status shows them, jangteo deploy replaces them)` : ""}

  Ctrl-C stops it.
`);
}

function explainStart(error: unknown, settings: Settings): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE")
    return new Error(
      `Port ${settings.port} on ${settings.host} is taken. Stop what uses it, or choose another: PORT=8090 npm start`,
      { cause: error },
    );
  if (code === "EACCES")
    return new Error(`Port ${settings.port} may not be used by this user. Choose one above 1023: PORT=8090 npm start`, {
      cause: error,
    });
  return error;
}
