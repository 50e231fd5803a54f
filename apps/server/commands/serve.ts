import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { monolith } from "../../../stages/monolith.ts";
import { serveProcess } from "../serve-process.ts";
import { UsageError } from "../usage-error.ts";

/**
 * `jangteo serve`: one process of a stage on a database that is there, as the runner starts it. Tells its address over
 * IPC and stops when it is told to, or when the runner is gone.
 */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { process: { type: "string", default: "jangteo" } } });
  const process_ = monolith.processes.find((each) => each.name === values.process);
  if (!process_) throw new UsageError(`There is no process "${values.process}".`);
  const settings = readSettings();
  if (!settings.databaseUrl) throw new UsageError("jangteo serve needs DATABASE_URL; `jangteo start` brings its own.");
  const copy = process.env.JANGTEO_COPY ?? values.process;
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, `logs/${copy}.log`),
    terminal: true,
  });
  const stopAsked = new Promise<void>((stop) => {
    process.once("SIGTERM", () => stop());
    process.once("disconnect", () => stop());
    // Ctrl-C reaches the whole group; the runner decides who stops when.
    process.on("SIGINT", () => (process.send ? undefined : stop()));
  });
  const running = await serveProcess(process_, settings, log, settings.databaseUrl);
  if (process.connected) process.send?.({ ready: true, address: running.address });
  else console.log(`  ${copy} answers at ${running.address}`);
  await stopAsked;
  await running.stop();
  if (process.connected) process.disconnect();
  return 0;
}
