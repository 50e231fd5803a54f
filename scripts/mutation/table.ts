import { writeFileSync } from "node:fs";
import type { Guard } from "../../tests/mutations/guard.ts";
import type { Outcome } from "./run-test.ts";

const introduction = `# Guards and the tests that see them

\`npm run mutate\` removes each of these guards in turn, in a copy of the repository, and runs a test that must fail without it.
This table is what \`npm run mutate -- --write\` wrote. The guards are in [tests/mutations](../tests/mutations).
`;

/** What a run without a guard came to; `version` stands for the guard's files at that time. */
export type Result = Outcome & { seconds: number; version: string };

/** Writes the table of all guards with what their last run came to. */
export function writeTable(
  path: string,
  guards: readonly Guard[],
  results: Readonly<Record<string, Result>>,
  versionOf: (edits: Guard["edits"]) => string,
): void {
  const rows = guards.map((guard) => {
    const result = results[guard.name];
    const files = [...new Set(guard.edits.map(({ file }) => file))].map((file) => `\`${file}\``).join(", ");
    const verdict = `**${result?.verdict ?? "not run"}**${guard.redundant ? `: ${guard.redundant}` : ""}`;
    const isOld = result !== undefined && result.version !== versionOf(guard.edits);
    const seen =
      result?.verdict === "killed"
        ? `\`${guard.test.file}\`: ${failureOf(result)}${isOld ? " (seen before the file last changed)" : ""}`
        : verdict;
    return [`${guard.name}${guard.together ? ` (together: ${guard.together})` : ""}`, files, seen];
  });
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const killed = guards.filter(({ name }) => results[name]?.verdict === "killed");
  const current = killed.filter(({ name, edits }) => results[name]!.version === versionOf(edits));
  const table = [line(["guard", "file", "test that fails without it"]), "| --- | --- | --- |", ...rows.map(line)];
  writeFileSync(
    path,
    `${introduction}\nOf ${guards.length} guards ${killed.length} are seen, ${current.length} of them since their files last changed.\n\n${table.join("\n")}\n`,
  );
}

/** The test that failed; what was found at the end of a file is named by its message. */
function failureOf({ test, message }: Outcome): string {
  return test === "at the end of the file" ? `${test}: ${message}` : test;
}
