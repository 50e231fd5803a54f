import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { hostModules } from "@jangteo/kernel/module/process.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { monolith } from "../../../stages/monolith.ts";
import { modulesNamed } from "../compose.ts";
import { openDatabaseSource } from "../database-source.ts";
import { verifyMarketplace } from "../verify-marketplace.ts";

const help = `Usage: jangteo verify [options]

Checks every sum of the marketplace: balances against transfers, stock against its moves, orders against the ledger.
It may run while the marketplace is open. Exit code 0 when all is right, 1 with the rows when a sum is off.

  --json     print the checks as JSON
  --help     this text`;

/** `jangteo verify`: the reconciliation. */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const settings = readSettings();
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, "logs/verify.log"),
    terminal: true,
  });
  const database = await openDatabaseSource(settings, log);
  try {
    const modules = monolith.processes.flatMap((process) => modulesNamed(process.modules));
    const host = await hostModules({ modules, settings, log, databaseUrl: database.url });
    try {
      const checks = await verifyMarketplace(host);
      const wrong = checks.filter((check) => check.count > 0);
      if (values.json) console.log(JSON.stringify({ ok: wrong.length === 0, checks }, null, 2));
      else
        for (const { module, name, count, examples } of checks)
          console.log(
            `  ${count === 0 ? "ok " : "OFF"}  ${module.padEnd(15)} ${name}${count > 0 ? `: ${count}\n       ${examples.join("\n       ")}` : ""}`,
          );
      if (!values.json)
        console.log(
          wrong.length === 0
            ? `\n  All ${checks.length} checks are right.`
            : `\n  ${wrong.length} of ${checks.length} checks are off.`,
        );
      return wrong.length === 0 ? 0 : 1;
    } finally {
      await host.close();
    }
  } finally {
    await database.leave();
  }
}
