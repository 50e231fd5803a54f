import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isLoopback } from "@jangteo/kernel/http/client-address.ts";
import { readSettings, type Settings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Stage } from "../../../stages/stage.ts";
import { stageNamed, stages } from "../../../stages/stages.ts";
import { buyer, demoPassword } from "../demo/catalog.ts";
import { fillDemo } from "../demo/fill.ts";
import { type HomeLock, lockHome } from "../home-lock.ts";
import { type OpenStage, openStage } from "../open-stage.ts";
import { copyTable } from "../runner/copy-table.ts";
import { hasDemo } from "../serve-process.ts";
import { UsageError } from "../usage-error.ts";

const copiesMax = 32;

const help = `Usage: jangteo start [options]

Opens the marketplace: starts the database, fills an empty one with demo data, serves the API.

  --stage NAME   how it runs (monolith):
${Object.values(stages)
  .map(({ name, about }) => `                   ${name.padEnd(15)}${about}`)
  .join("\n")}
  --copies N     so many copies of each process, behind a gateway that balances without stickiness
  --port N       port to listen on (PORT; default ${Object.values(stages)
    .map(({ name, gatewayPort, processes }) => `${gatewayPort ?? processes[0].port} for ${name}`)
    .join(", ")})
  --help         this text

Settings come from the environment or jangteo.settings.json; \`jangteo settings\` lists them.`;

/** `jangteo start`: runs until it is told to stop. */
export async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      stage: { type: "string", default: "monolith" },
      port: { type: "string" },
      copies: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const known = stages[values.stage];
  if (!known)
    throw new UsageError(`--stage ${values.stage} is not known. The stages are: ${Object.keys(stages).join(", ")}.`);
  const copies = values.copies === undefined ? undefined : Number(values.copies);
  if (copies !== undefined && (!Number.isInteger(copies) || copies < 1 || copies > copiesMax))
    throw new UsageError(`--copies must be a whole number from 1 to ${copiesMax}, not ${values.copies}.`);
  const port = values.port ?? process.env.PORT ?? known.gatewayPort?.toString();
  const settings = readSettings({ ...process.env, ...(port !== undefined && { PORT: port }) });
  const stage = stageNamed(known.name, settings.pages)!;
  const startedAt = performance.now();
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, "logs/server.log"),
    terminal: true,
  });
  const say = (message: string) => console.log(`  ${message}`);
  const stopAsked = waitForStop();
  const stopping = new AbortController();
  void stopAsked.then(() => stopping.abort());
  const lock: HomeLock = lockHome(settings.home);
  let open: OpenStage | undefined;
  try {
    open = await openStage({ stage, copies, settings, log, say, signal: stopping.signal });
    lock.announce(open.address);
    const isFilled = hasDemo(settings) && isOnLoopback(open.address);
    if (isFilled) await fillDemo(open.address, settings.home);
    else if (hasDemo(settings))
      say("Without demo data: test accounts, which it needs, are for clients at 127.0.0.1 alone.");
    announce(open, stage, settings, { hasDemo: isFilled, elapsedMs: performance.now() - startedAt });
    process.send?.({ ready: true, address: open.address });
    const signal = await stopAsked;
    say(
      signal === "SIGINT" ? "\n  Stopping (finishing requests under way)" : "Stopping (finishing requests under way)",
    );
  } catch (error) {
    throw explainStart(error, settings);
  } finally {
    await open?.stop();
    lock.release();
  }
  say("Stopped.");
  return 0;
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

/** Whether a server that listens at this address can be reached at 127.0.0.1 or ::1. */
function isOnLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return isLoopback(hostname.replace(/^\[|\]$/g, "")) || ["localhost", "0.0.0.0", "[::]"].includes(hostname);
}

function announce(
  { address, copies, kafka }: OpenStage,
  stage: Stage,
  settings: Settings,
  shown: { hasDemo: boolean; elapsedMs: number },
): void {
  const demo = shown.hasDemo
    ? `\n    Demo people    ${buyer.email}, password ${demoPassword} (or POST /test/login/customer)`
    : "";
  const docs = settings.production
    ? ""
    : `\n    API reference  ${address}/docs\n    Sent mails     ${address}/dev/mail${demo}`;
  const several = copies().length > 0;
  const about = several ? `\n    Stage          ${stage.name}: ${stage.about.toLowerCase()}` : "";
  const broker = kafka ? `\n    Kafka          ${kafka}` : "";
  const ports =
    settings.apiPorts && settings.port !== 0 && stage.processes.length > 1
      ? `\n    APIs alone     ${stage.processes.map(({ name, port }) => `${name} ${port}`).join(", ")}`
      : "";
  console.log(`
  장터가 열렸습니다. The marketplace is open (${(shown.elapsedMs / 1_000).toFixed(1)} s).

    Marketplace    ${address}${ports}${docs}${about}${broker}${aboutPayments(settings)}
    Data and logs  ${resolve(settings.home)}
${several ? `\n${copyTable(copies())}\n\n  jangteo status shows this again, jangteo scale changes how many copies there are, jangteo deploy replaces them.` : ""}
  Ctrl-C stops it.
`);
}

function aboutPayments({ rehearsal, paymentProvider, payoutProvider }: Settings): string {
  if (rehearsal) return "\n    Rehearsal      payments and payouts are fake; every page shows it";
  const refused = [
    ...(paymentProvider === "none" ? ["deposits"] : []),
    ...(payoutProvider === "none" ? ["payouts"] : []),
  ];
  return refused.length > 0 ? `\n    Not set up     ${refused.join(" and ")}: they are refused` : "";
}

function explainStart(error: unknown, settings: Settings): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  // The gateway says it better.
  if (!message.startsWith("listen ")) return error;
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
