import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { connectionOptions, isSignInRefused } from "@jangteo/kernel/events/kafka/connection.ts";
import { makePrivate, privateFile, privateFolder } from "@jangteo/kernel/files/private.ts";
import { freePorts } from "../free-ports.ts";
import { fetchJars, type Jar } from "../java/jars.ts";
import { findJava } from "../java/java.ts";
import { type BrokerLogin, brokerLogin, controllerLogin, setPassword } from "./broker-login.ts";

export type Broker = {
  /** Where clients connect, such as `127.0.0.1:9092`. */
  readonly address: string;
  /** How clients sign in. */
  readonly login: BrokerLogin;
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
  /** Of the user of the broker; by default one with a password that is made in the folder. */
  login?: BrokerLogin;
  /** Speaks TLS with clients, who check it against `authority` (PEM). */
  tls?: { readonly authority: Buffer };
  /** More, or other, settings of the broker. */
  properties?: Readonly<Record<string, string>>;
  /** System properties of its Java. */
  javaProperties?: Readonly<Record<string, string>>;
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

/**
 * Starts one Apache Kafka node for this machine alone: broker and controller in one, on loopback, 256 MB of heap. Clients
 * sign in (SCRAM-SHA-512), so that no other user of the machine reads or writes events.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { folder, port: wanted, cluster, onProgress } = options;
  const java = await findJava("The Kafka broker");
  const jars = JSON.parse(readFileSync(new URL("./jars.json", import.meta.url), "utf8")) as Jar[];
  const classpath = (await fetchJars(jars, "Apache Kafka", onProgress)).join(":");
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const pidFile = join(folder, "broker.pid");
  await endLeftBehind(pidFile, folder, onProgress);
  const login = options.login ?? brokerLogin(folder);
  const [freePort, controllerPort] = (await freePorts(2)) as [number, number];
  const port = wanted === 0 ? freePort : wanted;
  const properties = join(folder, "server.properties");
  const nodes = cluster ?? { node: 1, controllerPorts: [controllerPort] };
  const own = serverProperties({ data: join(folder, "data"), port, nodes, login, hasTls: options.tls !== undefined });
  const lines = Object.entries({ ...own, ...options.properties }).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(properties, lines.join(""), { mode: privateFile });
  makePrivate(properties);
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
      ...Object.entries(options.javaProperties ?? {}).map(([name, value]) => `-D${name}=${value}`),
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
    const controllerPort = nodes.controllerPorts[nodes.node - 1]!;
    await untilListening({ address, login, tls: options.tls, controllerPort, child, last: () => last });
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    address,
    login,
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

type PropertyOptions = { data: string; port: number; nodes: BrokerCluster; login: BrokerLogin; hasTls: boolean };

function serverProperties({ data, port, nodes, login, hasTls }: PropertyOptions): Record<string, string> {
  const { node, controllerPorts } = nodes;
  const replicas = String(Math.min(3, controllerPorts.length));
  const inSync = replicas === "3" ? "2" : "1";
  const voters = controllerPorts.map((controllerPort, index) => `${index + 1}@127.0.0.1:${controllerPort}`).join(",");
  const controllers = controllerLogin(login);
  const login_ = (module: string, { username, password }: { username: string; password: string }) =>
    `org.apache.kafka.common.security.${module}LoginModule required username="${username}" password="${password}"`;
  return {
    "process.roles": "broker,controller",
    "node.id": String(node),
    listeners: `CLIENT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPorts[node - 1]}`,
    "advertised.listeners": `CLIENT://127.0.0.1:${port}`,
    "inter.broker.listener.name": "CLIENT",
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": `CONTROLLER:SASL_PLAINTEXT,CLIENT:${hasTls ? "SASL_SSL" : "SASL_PLAINTEXT"}`,
    "sasl.enabled.mechanisms": login.mechanism,
    "sasl.mechanism.inter.broker.protocol": login.mechanism,
    "listener.name.client.scram-sha-512.sasl.jaas.config": `${login_("scram.Scram", { ...login, username: login.user })};`,
    "listener.name.controller.sasl.enabled.mechanisms": controllers.mechanism,
    "sasl.mechanism.controller.protocol": controllers.mechanism,
    "listener.name.controller.plain.sasl.jaas.config": `${login_("plain.Plain", controllers)} user_${controllers.username}="${controllers.password}";`,
    "controller.quorum.voters": voters,
    "log.dirs": data,
    "auto.create.topics.enable": "false",
    "offsets.topic.num.partitions": "4",
    "offsets.topic.replication.factor": replicas,
    "offsets.retention.minutes": String(offsetsKeptMinutes),
    "transaction.state.log.replication.factor": replicas,
    "transaction.state.log.min.isr": inSync,
    "transaction.state.log.num.partitions": "2",
    "share.coordinator.state.topic.replication.factor": replicas,
    "share.coordinator.state.topic.min.isr": inSync,
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "3000",
    "log.cleaner.dedupe.buffer.size": "10485760",
    "num.network.threads": "2",
    "num.io.threads": "2",
    "background.threads": "2",
  };
}

type Starting = Pick<Broker, "address" | "login"> &
  Pick<BrokerOptions, "tls"> & { controllerPort: number; child: ChildProcess; last: () => string };

/** Waits until the broker lets its user in, whose password a broker without it is given first. */
async function untilListening({ address, login, tls, controllerPort, child, last }: Starting): Promise<void> {
  const { Admin } = await import("@jangteo/kernel/events/kafka/client.ts");
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The Kafka broker ended at its start: ${last().trim() || child.signalCode || child.exitCode}`);
    const admin = new Admin({
      ...connectionOptions({ brokers: [address], login, tls }, "start"),
      retries: 0,
      connectTimeout: 1_000,
    });
    try {
      await admin.metadata({ topics: [] });
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error(`The Kafka broker did not answer at ${address}: ${last().trim()}`, { cause: error });
      // The nodes of a cluster know the password once any of them has it; only the leading controller takes it.
      if (isSignInRefused(error)) await setPassword(controllerPort, login).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await admin.close().catch(() => undefined);
    }
  }
}
