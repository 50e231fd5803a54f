import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { askStatus } from "../runner/control.ts";

const help = `Usage: jangteo status [options]

Shows the copies of a marketplace that runs in this home folder (JANGTEO_HOME), started with --copies.

  --json     print it as JSON
  --help     this text`;

/** `jangteo status`: what runs where. */
export async function status(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { home } = readSettings();
  const found = await askStatus(home);
  if (!found) throw new Error(`No marketplace with copies runs on ${home}. \`jangteo start --copies 2\` starts one.`);
  if (values.json) {
    console.log(JSON.stringify(found, null, 2));
    return 0;
  }
  console.log(`\n  Gateway  ${found.address}\n`);
  console.log(`  ${"copy".padEnd(14)}${"state".padEnd(12)}${"version".padEnd(12)}${"process".padEnd(10)}address`);
  for (const { id, state, version, pid, address, restarts } of found.copies)
    console.log(
      `  ${id.padEnd(14)}${state.padEnd(12)}${version.padEnd(12)}${String(pid ?? "-").padEnd(10)}${address ?? "-"}${restarts > 0 ? `  (started again ${restarts} times)` : ""}`,
    );
  console.log("");
  return 0;
}
