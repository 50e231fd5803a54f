import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { privateFile, privateFolder } from "@jangteo/kernel/files/private.ts";
import { freePorts } from "../free-ports.ts";
import { fetchJars, type Jar } from "../java/jars.ts";
import { findJava } from "../java/java.ts";

export type Broker = {
  /** Where clients connect, such as `127.0.0.1:9092`. */
  readonly address: string;
  readonly pid: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

export type BrokerCluster = {
  /** From 1. */
  readonly node: number;
  /** Of all nodes, in order. */
  readonly controllerPorts: readonly number[];
};

export type BrokerOptions = {
  /** Settings, data and log of the broker. */
  folder: string;
  /** 0 takes a free one. */
  port: number;
  /** One of several nodes on this machine, all of them brokers and controllers. */
  cluster?: BrokerCluster;
  onProgress?: (message: string) => void;
};

const startTimeoutMs = 60_000;
const stopTimeoutMs = 20_000;
/** Longer than events are kept: a consumer that was unavailable for weeks continues where it was. */
const offsetsKeptMinutes = 365 * 24 * 60;
const minimumLog4j = `status=error
rootLogger.level=warn
rootLogger.appenderRef.out.ref=OUT
appender.out.type=Console
appender.out.name=OUT
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d %p %c{1}: %m%n
`;

/** Starts one Apache Kafka node for this machine alone: broker and controller in one, on loopback, 256 MB of heap. */
export async function startBroker({ folder, port: wanted, cluster, onProgress }: BrokerOptions): Promise<Broker> {
  const java = await findJava("The Kafka broker");
  const jars = JSON.parse(readFileSync(new URL("./jars.json", import.meta.url), "utf8")) as Jar[];
  const classpath = (await fetchJars(jars, "Apache Kafka", onProgress)).join(":");
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const pidFile = join(folder, "broker.pid");
  await endLeftBehind(pidFile, folder, onProgress);
  const [freePort, controllerPort] = (await freePorts(2)) as [number, number];
  const port = wanted === 0 ? freePort : wanted;
  const properties = join(folder, "server.properties");
  const nodes = cluster ?? { node: 1, controllerPorts: [controllerPort] };
  writeFileSync(properties, serverProperties(join(folder, "data"), port, nodes));
  const log4j = join(folder, "log4j2.properties");
  writeFileSync(log4j, minimumLog4j);
  const env = { ...process.env, LOG_DIR: folder };
  if (!existsSync(join(folder, "data", "meta.properties"))) {
    onProgress?.("Making the Kafka broker's data folder");
    const format = ["kafka.tools.StorageTool", "format", "-t", "amFuZ3Rlby1sb2NhbC1rYQ", "-c", properties];
    await promisify(execFile)(java, ["-Xmx128m", `-Dlog4j2.configurationFile=${log4j}`, "-cp", classpath, ...format], {
      env,
    }).catch((error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`The Kafka broker's data folder could not be made: ${error.stderr || error.stdout}`);
    });
  }
  const child = spawn(
    java,
    [
      "-Xms128m",
      "-Xmx256m",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      `-Dlog4j2.configurationFile=${log4j}`,
      "-cp",
      classpath,
      "kafka.Kafka",
      properties,
    ],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  writeFileSync(pidFile, String(child.pid));
  // Nobody may leave a broker behind.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  const log = createWriteStream(join(folder, "broker.log"), { flags: "a", mode: privateFile });
  let last = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      log.write(chunk);
      last = (last + chunk.toString()).slice(-2_000);
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => {
    process.off("exit", abandon);
    log.end();
    rmSync(pidFile, { force: true });
  });
  const address = `127.0.0.1:${port}`;
  try {
    await untilListening(address, child, () => last);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    address,
    pid: child.pid!,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A broker whose starter was killed holds the folder: it is asked to go. Its data is on disk. */
async function endLeftBehind(pidFile: string, folder: string, say?: (message: string) => void): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  const isOurs = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(join(folder, "server.properties"));
    } catch {
      return false;
    }
  };
  if (!isOurs()) return;
  say?.("Ending a Kafka broker that was left behind");
  process.kill(pid, "SIGTERM");
  const until = Date.now() + stopTimeoutMs;
  while (isOurs()) {
    if (Date.now() > until) process.kill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function serverProperties(data: string, port: number, { node, controllerPorts }: BrokerCluster): string {
  const replicas = Math.min(3, controllerPorts.length);
  const inSync = replicas === 3 ? 2 : 1;
  const voters = controllerPorts.map((controllerPort, index) => `${index + 1}@127.0.0.1:${controllerPort}`).join(",");
  return `process.roles=broker,controller
node.id=${node}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPorts[node - 1]}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
controller.quorum.voters=${voters}
log.dirs=${data}
auto.create.topics.enable=false
offsets.topic.num.partitions=4
offsets.topic.replication.factor=${replicas}
offsets.retention.minutes=${offsetsKeptMinutes}
transaction.state.log.replication.factor=${replicas}
transaction.state.log.min.isr=${inSync}
transaction.state.log.num.partitions=2
share.coordinator.state.topic.replication.factor=${replicas}
share.coordinator.state.topic.min.isr=${inSync}
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=3000
log.cleaner.dedupe.buffer.size=10485760
num.network.threads=2
num.io.threads=2
background.threads=2
`;
}

async function untilListening(address: string, child: ChildProcess, last: () => string): Promise<void> {
  const { Admin } = await import("@platformatic/kafka");
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The Kafka broker ended at its start: ${last().trim() || child.signalCode || child.exitCode}`);
    const admin = new Admin({
      clientId: "jangteo-start",
      bootstrapBrokers: [address],
      retries: 0,
      connectTimeout: 1_000,
    });
    try {
      await admin.metadata({ topics: [] });
      return;
    } catch {
      if (Date.now() > deadline) throw new Error(`The Kafka broker did not answer at ${address}: ${last().trim()}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await admin.close().catch(() => undefined);
    }
  }
}
