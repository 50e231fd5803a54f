import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Remote } from "@jangteo/kernel/module/topology.ts";
import { warnBeforeExpiry } from "@jangteo/kernel/rpc/remote/identity.ts";
import { createDnsMembership, createPushedMembership, type Membership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { readSettings, type Settings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger, type Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Stage } from "../../../stages/stage.ts";
import { stageNamed } from "../../../stages/stages.ts";
import type { FromRunner, ToRunner } from "../runner/messages.ts";
import { serveProcess } from "../serve-process.ts";
import { processTopology } from "../topology.ts";
import { UsageError } from "../usage-error.ts";

/**
 * `jangteo serve`: one process of a stage on a database that is there, as the runner starts it. Tells its addresses over
 * IPC, is told where the others are, and stops when it is told to, or when the runner is gone.
 */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { stage: { type: "string", default: "monolith" }, process: { type: "string" } },
  });
  const settings = readSettings();
  const stage = stageNamed(values.stage, settings.pages);
  if (!stage) throw new UsageError(`There is no stage "${values.stage}".`);
  const names = stage.processes.map(({ name }) => name);
  const place = stage.processes.find(({ name }) => name === (values.process ?? names[0]));
  if (!place)
    throw new UsageError(`The stage ${stage.name} has no process "${values.process}", but ${names.join(", ")}.`);
  if (!settings.databaseUrl && place.modules.length > 0)
    throw new UsageError("jangteo serve needs DATABASE_URL; `jangteo start` brings its own.");
  const copy = process.env.JANGTEO_COPY ?? place.name;
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, `logs/${copy}.log`),
    terminal: true,
  });
  const stopAsked = new Promise<void>((stop) => {
    process.once("SIGTERM", () => stop());
    process.once("disconnect", () => stop());
    // Ctrl-C reaches the whole group; the runner decides who stops when.
    process.on("SIGINT", () => (process.send ? undefined : stop()));
  });
  const stopping = new AbortController();
  void stopAsked.then(() => stopping.abort());
  const tell = (message: ToRunner) => void (process.connected && process.send?.(message));
  const { calls, requests } = process.send
    ? toldByRunner((number) => tell({ heard: number }))
    : foundInDns(stage, settings, log);
  let endWarnings: (() => void) | undefined;
  try {
    const topology = processTopology({
      stage,
      process: place,
      settings,
      registry: {
        membership: calls,
        host: settings.host,
        port: process.send ? 0 : settings.callPort || place.callPort,
      },
    });
    endWarnings = topology.remote && warnOfCertificates(topology.remote, log);
    const running = await serveProcess(place, topology, settings, log, {
      neighbours: { stage, membership: requests },
      signal: stopping.signal,
    });
    const callAddress = running.grpcPort === undefined ? undefined : `${settings.host}:${running.grpcPort}`;
    if (process.connected) tell({ ready: true, address: running.address, callAddress });
    else console.log(`  ${copy} answers at ${running.address}${callAddress ? `, calls at ${callAddress}` : ""}`);
    await stopAsked;
    await running.stop();
  } finally {
    endWarnings?.();
    calls.stop();
    requests.stop();
    // Listening to the runner would keep the process alive.
    if (process.connected) process.disconnect();
  }
  return 0;
}

function warnOfCertificates({ identity }: Remote, log: Logger): (() => void) | undefined {
  if (identity) return warnBeforeExpiry(identity, log);
  log.warn("calls between processes are not encrypted; JANGTEO_CALL_TLS_CA_FILE and its like make them so");
  return undefined;
}

/** Where the others take calls, and where requests. */
type Found = { calls: Membership; requests: Membership };

/** The runner is the registry of the processes that it starts. */
function toldByRunner(heard: (number: number) => void): Found {
  const found = { calls: createPushedMembership(), requests: createPushedMembership() };
  process.on("message", ({ registry, number }: FromRunner) => {
    found.calls.set(registry.calls);
    found.requests.set(registry.requests);
    heard(number);
  });
  return found;
}

function foundInDns(stage: Stage, settings: Settings, log: Logger): Found {
  const options = { servers: listOf(settings.dnsServers), everyMs: settings.dnsEveryMs, log };
  const requests = Object.fromEntries(stage.processes.map(({ name, port }) => [name, { host: name, port }]));
  return {
    calls: createDnsMembership({ ...options, targets: callTargets(stage, settings) }),
    requests: createDnsMembership({ ...options, targets: requests }),
  };
}

/** Without a runner DNS is the registry: each process by its name, or where the settings say. */
function callTargets(stage: Stage, settings: Settings): Record<string, { host: string; port: number }> {
  const said = new Map(listOf(settings.callsAt).map((entry) => entry.split("=", 2) as [string, string]));
  return Object.fromEntries(
    stage.processes.map(({ name, callPort }) => {
      const [host, port] = (said.get(name) ?? `${name}:${callPort}`).split(":");
      if (!host || !/^\d+$/.test(port ?? ""))
        throw new UsageError(`JANGTEO_CALLS_AT must be like order-api=order-api:9081, not ${settings.callsAt}.`);
      return [name, { host, port: Number(port) }];
    }),
  );
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
