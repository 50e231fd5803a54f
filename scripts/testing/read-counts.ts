import { existsSync, readFileSync } from "node:fs";
import type { Counted } from "./count-reporter.ts";

export type Counts = {
  /** Tests that ran. */
  ran: number;
  failed: { name: string; file: string; message: string }[];
  /** Why tests or suites were left out, each reason once; "no test ran" where that is all there is to say. */
  leftOut: string[];
};

/** Reads what count-reporter.ts has written. */
export function readCounts(path: string): Counts {
  if (!existsSync(path)) return { ran: 0, failed: [], leftOut: ["no test ran"] };
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const counted = lines.map((line) => JSON.parse(line) as Counted);
  const ran = counted.filter(({ type }) => type === "ran").length;
  const failed = counted.flatMap((each) => (each.type === "failed" ? [each] : []));
  const reasons = counted.flatMap((each) => (each.type === "left out" ? [each.reason] : []));
  return { ran, failed, leftOut: ran === 0 && reasons.length === 0 ? ["no test ran"] : [...new Set(reasons)] };
}
