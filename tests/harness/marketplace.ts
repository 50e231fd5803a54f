import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CrashPointName } from "@jangteo/kernel/module/crash-point.ts";
import pg from "pg";
import { askStatus } from "../../apps/server/runner/control.ts";
import { stages } from "../../stages/stages.ts";
import { type ApiClient, createApiClient } from "./api-client.ts";
import { until } from "./until.ts";

const root = new URL("../../", import.meta.url).pathname;

export type MarketplaceOptions = {
  /** More environment for the server. */
  env?: Record<string, string>;
  /** The database of an earlier marketplace, to start again on. */
  databaseUrl?: string;
  /** The stage; as TEST_STAGE says, else monolith. */
  stage?: string;
  /** Copies of each process behind the gateway; as TEST_COPIES says, else as the stage says. */
  copies?: number;
};

/** A copy as `jangteo status` shows it. */
export type RunningCopy = {
  id: string;
  service: string;
  state: string;
  pid: number;
  address: string;
  version: string;
  restarts: number;
};

/** Where a marketplace runs: what a test in another process needs to look behind its API. */
export type Place = {
  databaseUrl: string;
  home: string;
  stage: string;
  pid: number;
  /** Of its commands. */
  env: Record<string, string>;
};

/** What stands behind the API of a marketplace that runs. */
export type Behind = {
  /** The folder of its settings, certificates and logs. */
  readonly home: string;
  /** The address of a module's database, in whatever stage. */
  databaseOf(module: string): Promise<string>;
  /** The processes that serve, all of them or those of one module. */
  pids(module?: string): Promise<number[]>;
  /** The instances behind the gateway, where there are several processes. */
  copies(): Promise<RunningCopy[]>;
  /** Runs a `jangteo` command on this marketplace's home folder. */
  command(...args: string[]): Promise<{ code: number | null; output: string }>;
};

/** Looks behind the API of a marketplace that this machine runs. */
export function behind({ databaseUrl, home, stage, pid, env }: Place): Behind {
  const copies = async () => ((await askStatus(home))?.copies ?? []) as RunningCopy[];
  return {
    home,
    databaseOf: (module) => databaseOfModule(databaseUrl, module),
    copies,
    command: (...words) => runCommand(words, { ...env, JANGTEO_HOME: home, DATABASE_URL: databaseUrl }),
    async pids(module) {
      const ready = (await copies()).filter((copy) => copy.state === "ready");
      if (ready.length === 0) return [pid];
      const serving = ready.filter(({ service }) => module === undefined || servesModule(stage, service, module));
      return serving.map((copy) => copy.pid);
    },
  };
}

export type Marketplace = Behind & {
  readonly api: ApiClient;
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** For `behind`, in another process. */
  readonly place: Place;
  readonly process: ChildProcess;
  /** From now on whichever process comes to one of these crash points is killed; no point disarms them. */
  arm(...points: CrashPointName[]): Promise<void>;
  /** The process suspends itself (SIGSTOP) the next time that it comes to this crash point; resolves once it has. */
  suspendAt(pid: number, point: CrashPointName, meanwhile: () => Promise<unknown>): Promise<void>;
  /** Waits until a process was killed by SIGKILL; `false` after so long. */
  crashed(withinMs: number): Promise<boolean>;
  /** Disarms what is left and waits until all serve again: started anew where nobody else does that. */
  revive(): Promise<Marketplace>;
  /** What the server printed so far. */
  output(): string;
  /** Resolves when the server has ended, with its exit code and signal. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Stops the server; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Runs `jangteo verify` and throws with the rows if a sum is off. */
  verify(): Promise<void>;
};

/** A new empty database of the suites' PostgreSQL. */
export async function createDatabase(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("TEST_DATABASE_URL is not set: run the tests with `npm test`");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server.replace("/jangteo?", `/${name}?`);
}

/** The address of a module's database: the marketplace's first one, or the one of its own that was noted there. */
async function databaseOfModule(databaseUrl: string, module: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ noted: boolean }>(
      "SELECT to_regclass('public.jangteo_placement') IS NOT NULL AS noted",
    );
    if (!rows[0]!.noted) return databaseUrl;
    const found = await client.query<{ database: string }>(
      "SELECT database FROM public.jangteo_placement WHERE module = $1",
      [module],
    );
    return found.rows[0] ? databaseUrl.replace(/\/\w+\?/, `/${found.rows[0].database}?`) : databaseUrl;
  } finally {
    await client.end();
  }
}

function servesModule(stage: string, process_: string, module: string): boolean {
  return stages[stage]!.processes.some(({ name, modules }) => name === process_ && modules.includes(module));
}

/** Starts a server as `npm start` does, on a database of its own, and waits until it answers. */
export async function startMarketplace(options: MarketplaceOptions = {}): Promise<Marketplace> {
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const home = options.env?.JANGTEO_HOME ?? mkdtempSync(join(tmpdir(), "jangteo-test-"));
  const env = {
    PATH: process.env.PATH,
    JANGTEO_HOME: home,
    JANGTEO_DEMO: "off",
    JANGTEO_PAGES: "off",
    JANGTEO_RATE_LIMITS: "off",
    JANGTEO_RESUME_EVERY_MS: process.env.TEST_RESUME_EVERY_MS ?? "200",
    JANGTEO_STEP_LEASE_MS: "1000",
    JANGTEO_LEASE_MS: "2000",
    JANGTEO_STRICT: process.env.JANGTEO_STRICT ?? "off",
    PORT: "0",
    DATABASE_URL: databaseUrl,
    JANGTEO_CRASH_FILE: join(home, "crash-points"),
    ...(process.env.TEST_KAFKA_ENV && {
      ...(JSON.parse(process.env.TEST_KAFKA_ENV) as Record<string, string>),
      JANGTEO_KAFKA_PREFIX: `test-${randomBytes(6).toString("hex")}`,
    }),
    ...options.env,
  };
  const stage = options.stage ?? process.env.TEST_STAGE ?? "monolith";
  const copies = options.copies?.toString() ?? process.env.TEST_COPIES;
  const args = ["start", "--stage", stage, ...(copies ? ["--copies", copies] : [])];
  const child = spawn(process.execPath, [process.env.TEST_SERVER ?? "apps/server/jangteo.ts", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  // A test that fails before it stops its server must not keep the suite waiting, nor leave the server behind.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let output = "";
  let hasEnded = false;
  child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => {
      process.off("exit", abandon);
      hasEnded = true;
      if (!options.env?.JANGTEO_HOME) rmSync(home, { recursive: true, force: true });
      resolve({ code, signal });
    });
  });
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { address: string }).address));
    child.once("exit", (code, signal) => reject(new Error(`the server ended with ${code ?? signal}:\n${output}`)));
  });
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as unknown as Socket).unref();
  const killed = /ended with SIGKILL/g;
  let crashesSeen = 0;
  const crashes = () => (output.match(killed) ?? []).length + (hasEnded && child.signalCode === "SIGKILL" ? 1 : 0);
  const place: Place = { databaseUrl, home, stage, pid: child.pid!, env: env as Record<string, string> };
  const { databaseOf, pids, copies: copiesNow, command } = behind(place);
  /** Makes a process read the crash points; resolves once it has. */
  const armProcess = async (pid: number) => {
    const heard = `${env.JANGTEO_CRASH_FILE}.${pid}`;
    rmSync(heard, { force: true });
    if (!signal(pid, "SIGUSR2")) return;
    await until(() => existsSync(heard) || !signal(pid, 0), { timeoutMs: 5_000 });
  };
  const market: Marketplace = {
    home,
    databaseOf,
    pids,
    async arm(...points) {
      writeFileSync(env.JANGTEO_CRASH_FILE, points.join());
      await Promise.all((await market.pids()).map(armProcess));
    },
    async suspendAt(pid, point, meanwhile) {
      writeFileSync(env.JANGTEO_CRASH_FILE, `stop:${point}`);
      await armProcess(pid);
      const state = () => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.[0];
      void meanwhile();
      await until(() => state() === "T", { timeoutMs: 15_000, why: () => `${pid} did not come to ${point}` });
    },
    async crashed(withinMs) {
      const seen = crashesSeen;
      return until(() => crashes() > seen, { timeoutMs: withinMs }).then(
        () => true,
        () => false,
      );
    },
    async revive() {
      if (hasEnded) return startMarketplace({ ...options, databaseUrl });
      await market.arm();
      let last: RunningCopy[] = [];
      await until(async () => (last = await copiesNow()).every((copy) => copy.state === "ready"), {
        timeoutMs: 60_000,
        why: () => `not all serve again: ${JSON.stringify(last)}\n${output.slice(-2_000)}`,
      });
      crashesSeen = crashes();
      return market;
    },
    api: createApiClient(baseUrl),
    baseUrl,
    databaseUrl,
    place,
    process: child,
    output: () => output,
    ended,
    copies: copiesNow,
    command,
    async stop() {
      child.ref();
      child.kill("SIGTERM");
      return (await ended).code;
    },
    async verify() {
      await verifyDatabase(databaseUrl);
      await assertNoDeadlocks(databaseUrl);
    },
  };
  return market;
}

/**
 * Runs the reconciliation as its command until nothing is under way, at most 30 s, then throws with the rows that are
 * off. The last word of every suite.
 */
export async function verifyDatabase(databaseUrl: string): Promise<void> {
  let report = "";
  await until(
    async () => {
      const { code, output } = await runCommand(["verify"], { DATABASE_URL: databaseUrl });
      report = output;
      return code === 0;
    },
    { timeoutMs: 30_000, everyMs: 500, why: () => `verify is not clean:\n${report}` },
  );
}

/** The lock order of ARCHITECTURE.md holds: PostgreSQL has broken no deadlock in any module's database. */
async function assertNoDeadlocks(databaseUrl: string): Promise<void> {
  const urls = await Promise.all(["account", "order", "chat"].map((module) => databaseOfModule(databaseUrl, module)));
  for (const connectionString of new Set(urls)) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<{ deadlocks: number }>(
      "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
    );
    await client.end();
    if (rows[0]!.deadlocks > 0) throw new Error(`PostgreSQL broke deadlocks:\n${loggedDeadlocks()}`);
  }
}

/** What the suites' PostgreSQL logged about the deadlocks that it broke, of any database. */
function loggedDeadlocks(): string {
  const log = process.env.TEST_DATABASE_LOG ? readFileSync(process.env.TEST_DATABASE_LOG, "utf8").split("\n") : [];
  return log.flatMap((line, at) => (line.includes("deadlock detected") ? log.slice(at, at + 12) : [])).join("\n");
}

/** What is under way, by module and where it stands: steps that somebody still has to finish. */
const underWay: Record<string, string> = {
  order: `SELECT 'order pending' AS what FROM "order".orders WHERE status = 'PENDING'
    UNION ALL SELECT 'money due: ' || money_due FROM "order".order_part WHERE money_due IS NOT NULL`,
  account: `SELECT 'deposit pending' AS what FROM account.deposit WHERE state = 'PENDING'
    UNION ALL SELECT 'payout pending' FROM account.payout WHERE state = 'PENDING'`,
  chat: "SELECT 'nothing' AS what WHERE false",
};

/** Waits until nothing is half-way any more, at most 30 s; throws with what is. */
export async function converged(databaseUrl: string): Promise<void> {
  for (const [module, sql] of Object.entries(underWay)) {
    const client = new pg.Client({ connectionString: await databaseOfModule(databaseUrl, module) });
    await client.connect();
    let left: string[] = [];
    try {
      await until(
        async () => {
          const events = `SELECT 'event ' || type AS what FROM "${module}".outbox
            UNION ALL SELECT 'undelivered event ' || type FROM "${module}".outbox_waiting
            UNION ALL SELECT 'waiting event ' || type FROM "${module}".inbox_waiting`;
          left = (await client.query<{ what: string }>(`${sql} UNION ALL ${events}`)).rows.map((row) => row.what);
          return left.length === 0;
        },
        { timeoutMs: 30_000, everyMs: 100, why: () => `still under way: ${left.join(", ")}` },
      );
    } finally {
      await client.end();
    }
  }
}

/** Runs a `jangteo` command to its end. */
export async function runCommand(
  args: string[],
  env: Record<string, string> = {},
  timeoutMs = 100_000,
): Promise<{ code: number | null; output: string }> {
  const home = env.JANGTEO_HOME ?? mkdtempSync(join(tmpdir(), "jangteo-test-"));
  const child = spawn(process.execPath, [process.env.TEST_SERVER ?? "apps/server/jangteo.ts", ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, JANGTEO_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // One that goes on when it should have refused is no reason to wait for ever.
    timeout: timeoutMs,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (!env.JANGTEO_HOME) rmSync(home, { recursive: true, force: true });
  return { code, output };
}

/** Whether the process was there to get the signal. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    // It died just now.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
