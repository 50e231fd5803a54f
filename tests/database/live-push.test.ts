import { test } from "node:test";
import { createNotifyBus } from "@jangteo/kernel/events/notify-bus.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

test("a bus that is stopped at any moment of its connecting stops, and what was published before is heard", async () => {
  const url = await createDatabase();
  const log = silentLogger();
  const listener = createNotifyBus({ url, log });
  const heard = new Set<unknown>();
  let connected = false;
  listener.topic("t").onGap(() => (connected = true));
  listener.topic("t").subscribe((message) => heard.add(message));
  await until(() => connected);
  const count = 40;
  for (let ms = 0; ms < count; ms++) {
    const bus = createNotifyBus({ url, log });
    await new Promise((resolve) => setTimeout(resolve, ms / 4));
    bus.topic("t").publish(ms);
    await bus.stop();
  }
  await until(() => heard.size === count, { why: () => `${heard.size} of ${count} were heard` });
  await listener.stop();
});
