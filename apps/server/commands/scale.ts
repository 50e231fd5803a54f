import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { askChange } from "../runner/control.ts";
import { UsageError } from "../usage-error.ts";

const copiesMax = 32;

const help = `Usage: jangteo scale SERVICE COPIES

Starts or retires copies of one service of a running marketplace, \`jangteo scale order-api 3\` say. A new copy takes
requests once it is ready; one that goes finishes what it has and sends its sockets elsewhere.

  --help     this text`;

/** `jangteo scale`: changes how many copies of a service run. */
export async function scale(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [service, count] = positionals;
  if (service === undefined || count === undefined || positionals.length > 2) throw new UsageError(help);
  const copies = Number(count);
  if (!Number.isInteger(copies) || copies < 1 || copies > copiesMax)
    throw new UsageError(`The number of copies must be a whole number from 1 to ${copiesMax}, not ${count}.`);
  const { home } = readSettings();
  if (!(await askChange(home, "scale", { service, copies: count }, (message) => console.log(`  ${message}`))))
    throw new Error(
      `No marketplace of several processes runs on ${home}. \`jangteo start --stage microservices\` starts one.`,
    );
  console.log(`\n  ${service} has ${copies} ${copies === 1 ? "copy" : "copies"}.`);
  return 0;
}
