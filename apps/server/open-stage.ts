import { resolve } from "node:path";
import { waitForDatabase } from "@jangteo/kernel/database/wait-for-database.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Stage } from "../../stages/stage.ts";
import { openDatabaseSource } from "./database-source.ts";
import { openKafkaSource } from "./kafka/kafka-source.ts";
import { ensurePages } from "./pages/build-pages.ts";
import { findPlacement, modulesOf, oneDatabase, type Placement, separateDatabases, serviceUrl } from "./placement.ts";
import type { Copy } from "./runner/runner.ts";
import { serveProcess } from "./serve-process.ts";
import { aloneTopology } from "./topology.ts";

export type OpenStageOptions = {
  stage: Stage;
  /** Of each process; as the stage says when not given. */
  copies: number | undefined;
  settings: Settings;
  log: Logger;
  say: (message: string) => void;
  /** Aborts when the marketplace is to stop before it is open. */
  signal?: AbortSignal;
};

export type OpenStage = {
  /** Of the front door. */
  readonly address: string;
  /** None when all is in this process. */
  copies(): readonly Copy[];
  /** The brokers, where there are any. */
  readonly kafka: string | undefined;
  stop(): Promise<void>;
};

type Part = { stop(): Promise<void> };

/** Opens the marketplace in a stage: database, brokers, processes. When something fails, what was started is stopped. */
export async function openStage(options: OpenStageOptions): Promise<OpenStage> {
  const { stage, settings, log, say, signal } = options;
  const wait = { waitMs: settings.databaseStartWaitMs, signal };
  const parts: Part[] = [];
  const stopAll = async () => {
    for (const part of parts.splice(0).toReversed()) await part.stop();
  };
  try {
    if (stage.processes.some(({ pages }) => pages)) await ensurePages(say);
    const database = await openDatabaseSource(settings, log, say, wait);
    parts.push(database);
    const modules = modulesOf(stage);
    if (stage.databases === "per module") await separateDatabases(database.url, modules, settings);
    else await oneDatabase(database.url);
    const placement = await findPlacement(database.url, modules, settings);
    await Promise.all([...new Set(Object.values(placement))].map((url) => waitForDatabase(url, { ...wait, log })));
    const copies = options.copies ?? stage.processes[0].copies;
    if (stage.processes.length === 1 && copies === 1) {
      const push = settings.livePush === "notify" || (settings.livePush === "auto" && settings.databaseUrl !== "");
      const alone = await serveProcess(
        stage.processes[0],
        aloneTopology(placement, push ? "notify" : "none"),
        settings,
        log,
        { signal },
      );
      parts.push(alone);
      return { address: alone.address, copies: () => [], kafka: undefined, stop: stopAll };
    }
    const kafka = stage.events === "kafka" ? await openKafkaSource(settings, log, say) : undefined;
    if (kafka) parts.push(kafka);
    // Of use only here: one process alone has no gateway, and opens sooner without its libraries.
    const { serveStage } = await import("./runner/serve-stage.ts");
    const running = await serveStage({
      stage,
      copies: options.copies,
      port: settings.port,
      settings,
      log,
      databaseUrls: await databaseUrls(stage, database.url, placement, settings),
      kafka,
    });
    parts.push(running);
    return { address: running.address, copies: running.runner.copies, kafka: kafka?.brokers, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** What each process is told of the database: where it has one of its own, with a role that can reach nothing else. */
async function databaseUrls(
  stage: Stage,
  baseUrl: string,
  placement: Placement,
  settings: Settings,
): Promise<Placement> {
  const urls: Record<string, string> = {};
  for (const { name, modules } of stage.processes) {
    const [module] = modules;
    if (!module) continue;
    const own = placement[module]!;
    if (modules.length > 1 && modules.some((each) => placement[each] !== own))
      throw new Error(
        `The process ${name} serves modules of several databases: ${resolve(settings.home)} cannot run it.`,
      );
    urls[name] =
      own !== baseUrl && stage.databases === "per module" ? await serviceUrl(own, module, settings.secret) : own;
  }
  return urls;
}
