import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { askStatus, type Status } from "../runner/control.ts";
import { copyTable } from "../runner/copy-table.ts";

const help = `Usage: jangteo status [options]

Shows what runs where in a marketplace of several processes that was started on this home folder (JANGTEO_HOME).

  --watch    show it again every second, until Ctrl-C
  --json     print it as JSON
  --help     this text`;

/** `jangteo status`: what runs where. */
export async function status(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: "boolean" }, watch: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { home } = readSettings();
  for (;;) {
    const found = await askStatus(home);
    if (!found)
      throw new Error(
        `No marketplace of several processes runs on ${home}. \`jangteo start --stage multi-module\` starts one.`,
      );
    if (values.json) {
      console.log(JSON.stringify(found, null, 2));
      return 0;
    }
    if (values.watch && process.stdout.isTTY) process.stdout.write("\x1b[2J\x1b[H");
    console.log(describe(found));
    if (!values.watch) return 0;
    await sleep(1_000);
  }
}

function describe({ stage, address, copies }: Status): string {
  return `\n  Stage ${stage}, gateway ${address}\n\n${copyTable(copies)}\n`;
}
