import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type ModuleName, moduleContracts } from "@jangteo/contracts/modules.ts";
import { startKafkaIntake } from "@jangteo/kernel/events/kafka/kafka-intake.ts";
import { eventsLeft } from "@jangteo/kernel/events/kafka/topics.ts";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { modulesNamed } from "../compose.ts";
import { openKafkaSource } from "../kafka/kafka-source.ts";
import type { Placement } from "../placement.ts";
import { aloneTopology, kafkaSettings } from "../topology.ts";

const waitMaxMs = 120_000;

/** Events that lie in Kafka would never be heard by a stage that does not ask it: they are taken in first. */
export async function takeLeftEvents(options: {
  placement: Placement;
  settings: Settings;
  log: Logger;
  say: (message: string) => void;
}): Promise<void> {
  const { placement, settings, log, say } = options;
  if (!settings.kafkaBrokers && !existsSync(resolve(settings.home, "kafka"))) return;
  const source = await openKafkaSource(settings, log, say);
  const kafka = kafkaSettings(settings, source.own)!;
  const names = Object.keys(placement);
  const host = await hostModules({
    name: "move",
    modules: await modulesNamed(names),
    topology: aloneTopology(placement, "none"),
    settings,
    log,
  });
  try {
    const intakes = host.hosted.flatMap(({ definition, inbox }) => {
      const wanted = new Set(definition.consumes.map((type) => type.name));
      const publishers = names.filter((name) =>
        moduleContracts[name as ModuleName].publishes.some((type) => wanted.has(type.name)),
      );
      if (publishers.length === 0) return [];
      const { name: module } = definition;
      const worker = startKafkaIntake({
        settings: kafka,
        module,
        publishers,
        inbox,
        batchMax: settings.eventBatchMax,
        log,
      });
      return [{ module, publishers, worker }];
    });
    const until = Date.now() + waitMaxMs;
    for (const { module, publishers } of intakes)
      for (;;) {
        const left = await eventsLeft(kafka, module, publishers);
        if (left === 0) break;
        if (Date.now() > until) throw new Error(`${left} events for ${module} lie in Kafka and could not be taken in.`);
        await new Promise((resolve_) => setTimeout(resolve_, 200));
      }
    await Promise.all(intakes.map(({ worker }) => worker.stop()));
    say("All events that were in Kafka are taken in");
  } finally {
    await host.close();
    await source.stop();
  }
}
