import { microservices } from "./microservices.ts";
import { monolith } from "./monolith.ts";
import { multiModule } from "./multi-module.ts";
import { type Stage, withoutPages } from "./stage.ts";

/** All stages, by name, the smallest first. */
export const stages: Readonly<Record<string, Stage>> = {
  monolith,
  "multi-module": multiModule,
  microservices,
};

/** The stage of a name, with its pages or as an API alone; nothing if there is none. */
export function stageNamed(name: string, pages: boolean): Stage | undefined {
  const stage = stages[name];
  return stage && !pages ? withoutPages(stage) : stage;
}
