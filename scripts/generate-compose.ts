import { mkdirSync, writeFileSync } from "node:fs";
import { composeFile } from "../apps/server/compose-file.ts";
import { stages } from "../stages/stages.ts";

/** The Compose files of the stages with several processes, from stages/. */
mkdirSync("infra/containers", { recursive: true });
for (const stage of Object.values(stages))
  if (stage.processes.length > 1) writeFileSync(`infra/containers/compose.${stage.name}.yaml`, composeFile(stage));
