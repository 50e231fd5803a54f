import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { askChange } from "../runner/control.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo deploy [options]

Replaces every copy of a marketplace of several processes by a new one of the code that is here now, one after the other: the new copy is ready before the old one finishes its requests and sends its sockets elsewhere.

  --version NAME   a name for the new version (default: the time)
  --help           this text`;

/** `jangteo deploy`: a rolling deploy of the running marketplace. */
export async function deploy(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { version: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const version = values.version ?? new Date().toISOString().slice(0, 19);
  if (!/^[\w.:+-]{1,40}$/.test(version)) throw new UsageError("--version takes letters, digits and . : + - only.");
  const { home } = readSettings();
  if (!(await askChange(home, "deploy", { version }, (message) => console.log(`  ${message}`))))
    throw new Error(
      `No marketplace of several processes runs on ${home}. \`jangteo start --stage microservices\` starts one.`,
    );
  console.log(`\n  Version ${version} is in place.`);
  return 0;
}
