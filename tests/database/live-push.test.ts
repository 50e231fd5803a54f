import { connect, createServer, type Socket } from "node:net";
import { after, test } from "node:test";
import { createNotifyBus } from "@jangteo/kernel/events/notify-bus.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
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

test("a bus whose connection is dead without a word makes a new one, and says that something may have been missed", async () => {
  const { host, port: serverPort, user = "", database } = new pg.Client({ connectionString: await createDatabase() });
  const to = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${serverPort}` } : { host, port: serverPort };
  const sockets: Socket[] = [];
  let isForgotten = false;
  const line = createServer((client) => {
    const server = connect(to);
    const isOld = () => isForgotten && sockets.indexOf(client) < 2;
    sockets.push(client, server);
    for (const [from, other] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on("error", () => undefined);
      from.on("data", (bytes) => isOld() || other.write(bytes));
      from.on("end", () => isOld() || other.end());
    }
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  after(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  const { port } = line.address() as { port: number };
  const url = `postgresql://${user}@127.0.0.1:${port}/${database}`;
  const bus = createNotifyBus({ url, log: silentLogger(), checkEveryMs: 100 });
  let gaps = 0;
  bus.topic("t").onGap(() => gaps++);
  await until(() => gaps === 1);
  isForgotten = true;
  await until(() => gaps === 2, { why: () => "no new connection" });
  await bus.stop();
});
