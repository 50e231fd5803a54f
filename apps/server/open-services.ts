import { resolve } from "node:path";
import type { KafkaSettings } from "@jangteo/kernel/events/kafka/connection.ts";
import { hostModules, type ModuleHost } from "@jangteo/kernel/module/host.ts";
import type { Topology } from "@jangteo/kernel/module/topology.ts";
import { readSettings, type Settings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { monolith } from "../../stages/monolith.ts";
import { modulesNamed } from "./compose.ts";
import { openDatabaseSource } from "./database-source.ts";
import { brokerLogin } from "./kafka/broker-login.ts";
import { findPlacement, modulesOf, type Placement } from "./placement.ts";
import { askStatus } from "./runner/control.ts";
import { aloneTopology, kafkaSettings } from "./topology.ts";

/**
 * Gives a command the services of the marketplace, whether it is open or not and wherever its data is, and closes what it
 * opened. A database that was running before keeps running.
 */
export async function withServices<T>(
  name: string,
  work: (host: ModuleHost, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings();
  const log = createLogger({
    level: settings.logLevel,
    file: resolve(settings.home, `logs/${name}.log`),
    terminal: true,
  });
  const database = await openDatabaseSource(settings, log);
  try {
    const modules = modulesOf(monolith);
    const placement = await findPlacement(database.url, modules, settings);
    const host = await hostModules({
      name,
      modules: await modulesNamed(modules),
      topology: await tellingTopology(placement, settings),
      settings,
      log,
    });
    try {
      return await work(host, settings);
    } finally {
      await host.close();
    }
  } finally {
    await database.leave();
  }
}

/** What a command changes is told to the processes that are open in the way in which they tell each other. */
async function tellingTopology(placement: Placement, settings: Settings): Promise<Topology> {
  const status = await askStatus(settings.home);
  const kafka = status?.kafka === undefined ? undefined : kafkaOf(status.kafka, status.hasOwnKafka, settings);
  if (kafka) return { ...aloneTopology(placement, "kafka"), kafka };
  return aloneTopology(placement, settings.livePush === "none" ? "none" : "notify");
}

function kafkaOf(brokers: string, isOwn: boolean, settings: Settings): KafkaSettings | undefined {
  if (!isOwn) return kafkaSettings({ ...settings, kafkaBrokers: brokers });
  return kafkaSettings(settings, { brokers, login: brokerLogin(resolve(settings.home, "kafka")) });
}
