import { type RunningProcess, startProcess } from "@jangteo/kernel/module/process.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { StageProcess } from "../../stages/stage.ts";
import { modulesNamed, publicKeys } from "./compose.ts";
import { servePictures } from "./demo/routes.ts";
import { serveHome } from "./front/routes.ts";

/** Starts one process of a stage: its modules, and what every marketplace shows beside them. */
export function serveProcess(
  { name, modules }: StageProcess,
  settings: Settings,
  log: Logger,
  databaseUrl: string,
): Promise<RunningProcess> {
  return startProcess({
    name,
    modules: modulesNamed(modules),
    settings,
    log,
    databaseUrl,
    publicKeys,
    routes: (http) => {
      serveHome(http, !settings.production);
      if (hasDemo(settings)) servePictures(http);
    },
  });
}

export function hasDemo(settings: Settings): boolean {
  return settings.demo && !settings.production;
}
