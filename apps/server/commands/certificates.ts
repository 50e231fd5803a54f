import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { stageNamed } from "../../../stages/stages.ts";
import { ensureCertificates } from "../certificates/local-certificates.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo certificates --stage NAME

Makes the certificates by which the processes of a stage know each other, in the folder tls of the home folder: an authority,
and for each process a certificate and its key. What is there stays, unless it expires within 60 days; then run \`jangteo
deploy\`, or replace the containers one after the other. \`jangteo start\` runs this by itself.

  --stage NAME   multi-module or microservices
  --help         this text`;

/** `jangteo certificates`: an authority and certificates for processes that are started by hand. */
export async function certificates(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { stage: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const stage = stageNamed(values.stage ?? "", true);
  if (!stage || stage.processes.length === 1) throw new UsageError(help);
  const { home } = readSettings();
  const folder = resolve(home, "tls");
  const made = await ensureCertificates(
    folder,
    stage.processes.map(({ name }) => name),
  );
  console.log(
    made.length > 0
      ? `  Made certificates for ${made.join(", ")} in ${folder}`
      : `  The certificates in ${folder} are valid for 60 days at least`,
  );
  return 0;
}
