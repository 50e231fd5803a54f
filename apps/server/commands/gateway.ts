import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Member, startGateway } from "@jangteo/gateway";
import { createDnsMembership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { pathsOf, withoutPages } from "../../../stages/stage.ts";
import { stageNamed } from "../../../stages/stages.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo gateway --stage NAME

Runs the gateway of a stage by itself, where the processes run in containers of their own: finds each of them in DNS by
its name, at its port.

  --stage NAME   multi-module or microservices
  --help         this text`;

/** `jangteo gateway`: the front door as a process of its own. */
export async function gateway(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { stage: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const known = stageNamed(values.stage ?? "", true);
  if (!known?.gatewayPort) throw new UsageError(help);
  const settings = readSettings({ PORT: String(known.gatewayPort), ...process.env });
  const stage = settings.pages ? known : withoutPages(known);
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, "logs/gateway.log"),
    terminal: true,
  });
  const stopAsked = new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  });
  const door = await startGateway({
    services: stage.processes.map((process_) => ({
      name: process_.name,
      paths: pathsOf(process_),
      port: undefined,
    })),
    fallback: stage.fallback,
    host: settings.host,
    port: settings.port,
    settings,
    log,
  });
  const membership = createDnsMembership({
    targets: Object.fromEntries(stage.processes.map(({ name, port }) => [name, { host: name, port }])),
    servers: settings.dnsServers.split(",").filter(Boolean),
    everyMs: settings.dnsEveryMs,
    log,
  });
  const refresh = () => {
    const members: Record<string, Member[]> = {};
    for (const { name } of stage.processes)
      members[name] = membership.addresses(name).map((address) => ({ id: address, address: `http://${address}` }));
    void door.setMembers(members);
  };
  membership.onChange(refresh);
  refresh();
  console.log(`  The gateway of ${stage.name} answers at ${door.address}`);
  process.send?.({ ready: true, address: door.address });
  await stopAsked;
  membership.stop();
  await door.stop();
  if (process.connected) process.disconnect();
  return 0;
}
