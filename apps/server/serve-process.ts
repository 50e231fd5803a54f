import { type RunningProcess, startProcess } from "@jangteo/kernel/module/process.ts";
import type { Topology } from "@jangteo/kernel/module/topology.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { StageProcess } from "../../stages/stage.ts";
import { modulesNamed, publicKeys } from "./compose.ts";
import { servePictures } from "./demo/routes.ts";
import { serveHome } from "./front/routes.ts";

/** Starts one process of a stage: its modules, and the shop window beside the catalogue. */
export async function serveProcess(
  { name, modules }: StageProcess,
  topology: Topology,
  settings: Settings,
  log: Logger,
): Promise<RunningProcess> {
  return startProcess({
    name,
    title: topology.remote ? `Jangteo ${name}` : "Jangteo",
    modules: await modulesNamed(modules),
    topology,
    settings,
    log,
    publicKeys,
    routes: (http) => {
      if (!modules.includes("order")) return;
      serveHome(http, !settings.production);
      if (hasDemo(settings)) servePictures(http);
    },
  });
}

export function hasDemo(settings: Settings): boolean {
  return settings.demo && !settings.production;
}
