import { microservices } from "./microservices.ts";
import { monolith } from "./monolith.ts";
import { multiModule } from "./multi-module.ts";
import type { Stage } from "./stage.ts";

/** All stages, by name, the smallest first. */
export const stages: Readonly<Record<string, Stage>> = {
  monolith,
  "multi-module": multiModule,
  microservices,
};
