import { type RunningProcess, startProcess } from "@jangteo/kernel/module/process.ts";
import type { Topology } from "@jangteo/kernel/module/topology.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { StageProcess } from "../../stages/stage.ts";
import { confirmAdmin, modulesNamed, publicKeys, statusChanges } from "./compose.ts";
import { servePictures } from "./demo/routes.ts";
import { addPages, type Neighbours } from "./pages/serve-pages.ts";

/** Starts one process of a stage: its modules, its pages, and the demo's pictures beside the catalogue. */
export async function serveProcess(
  { name, modules, pages }: StageProcess,
  topology: Topology,
  settings: Settings,
  log: Logger,
  { neighbours, signal }: { neighbours?: Neighbours; signal?: AbortSignal | undefined } = {},
): Promise<RunningProcess> {
  return startProcess({
    name,
    title: topology.remote ? `Jangteo ${name}` : "Jangteo",
    modules: await modulesNamed(modules),
    topology,
    settings,
    log,
    signal,
    publicKeys,
    confirmAdmin,
    statusChanges,
    routes: async (http, clients) => {
      if (modules.includes("order") && hasDemo(settings)) servePictures(http);
      if (pages) await addPages(http, clients, { settings, log, neighbours });
    },
  });
}

export function hasDemo(settings: Settings): boolean {
  return settings.demo && !settings.production;
}
