import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guard } from "../../tests/mutations/guard.ts";

/** Guards whose text is not exactly once in its file, or that change nothing: they would show nothing. */
export function findMisfits(root: string, guards: readonly Guard[]): string[] {
  return guards.flatMap(({ name, edits }) =>
    edits.flatMap(({ file, find, replace }) => {
      const count = readFileSync(join(root, file), "utf8").split(find).length - 1;
      if (count !== 1) return [`"${name}": the text to replace occurs ${count} times in ${file}`];
      return find === replace ? [`"${name}" changes nothing in ${file}`] : [];
    }),
  );
}
