import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { monolith } from "../../../stages/monolith.ts";
import { modulesNamed } from "../compose.ts";
import { openDatabaseSource } from "../database-source.ts";
import { lockHome } from "../home-lock.ts";
import { keptSchema, moveModule } from "../move/move-module.ts";
import { takeLeftEvents } from "../move/take-left-events.ts";
import { findPlacement, modulesOf, namedDatabases, othersConnected } from "../placement.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo move-databases --apart | --together

Moves the data of a stopped marketplace between one database for all modules (the stages monolith and multi-module) and
a database for each of them (microservices). Every table is copied, counted and compared before the note of where the
data is changes; what was there is kept. \`jangteo verify\` checks the sums on either side.

  --apart      a database per module, on the same server
  --together   all modules in the first database again
  --help       this text`;

/** `jangteo move-databases`: the step between one database and several. */
export async function moveDatabases(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      apart: { type: "boolean" },
      together: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.apart === values.together) throw new UsageError(help);
  const direction = values.apart ? "apart" : "together";
  const settings = readSettings();
  const say = (message: string) => console.log(`  ${message}`);
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, "logs/move.log"),
    terminal: true,
  });
  const lock = lockHome(settings.home);
  const database = await openDatabaseSource(settings, log, say);
  try {
    const names = modulesOf(monolith);
    const named = Object.keys(namedDatabases(settings));
    if (named.length > 0)
      throw new UsageError(
        `The databases of ${named.join(", ")} are named by settings; move those by PostgreSQL's own means.`,
      );
    const placement = await findPlacement(database.url, names, settings);
    const due = names.filter((name) => (placement[name] === database.url) === (direction === "apart"));
    if (due.length === 0) {
      say(
        direction === "apart" ? "Every module has a database of its own already." : "All modules are in one database.",
      );
      return 0;
    }
    for (const url of new Set(Object.values(placement))) {
      const others = await othersConnected(url);
      if (others.length > 0)
        throw new Error(`The marketplace is open (${others.join(", ")} are connected). Stop it first.`);
    }
    if (direction === "together") await takeLeftEvents({ placement, settings, log, say });
    for (const module of await modulesNamed(due)) {
      const { tables, rows } = await moveModule(database.url, module, direction);
      say(`${module.name}: ${rows.toLocaleString("en-US")} rows in ${tables} tables, compared and moved`);
    }
    if (direction === "apart")
      say(
        `\n  What was there is kept in the schemas ${due.map(keptSchema).join(", ")}; drop them when you need them no more.`,
      );
    say(
      direction === "apart"
        ? "Now: jangteo start --stage microservices"
        : "Now: jangteo start --stage multi-module, or --stage monolith",
    );
    return 0;
  } finally {
    await database.leave();
    lock.release();
  }
}
