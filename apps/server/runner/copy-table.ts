import type { Copy } from "./runner.ts";

const columns = [
  ["copy", ({ id }: Copy) => id],
  ["state", ({ state }: Copy) => state],
  ["version", ({ version }: Copy) => version],
  ["process", ({ pid }: Copy) => String(pid ?? "-")],
  ["requests at", ({ address }: Copy) => address?.replace("http://", "") ?? "-"],
  ["calls at", ({ callAddress }: Copy) => callAddress ?? "-"],
  ["started again", ({ restarts }: Copy) => (restarts === 0 ? "" : `${restarts} times`)],
] as const;

/** What runs where, as lines for people. */
export function copyTable(copies: readonly Copy[]): string {
  const rows = [columns.map(([name]) => name as string), ...copies.map((copy) => columns.map(([, of]) => of(copy)))];
  const shown = columns.flatMap((_, index) => (copies.some((copy) => columns[index]![1](copy) !== "") ? [index] : []));
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]!.length)));
  return rows
    .map((row) => `    ${shown.map((index) => row[index]!.padEnd(widths[index]! + 2)).join("")}`.trimEnd())
    .join("\n");
}
