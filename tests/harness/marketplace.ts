import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type ApiClient, createApiClient } from "./api-client.ts";
import { until } from "./until.ts";

const root = new URL("../../", import.meta.url).pathname;

export type MarketplaceOptions = {
  /** More environment for the server. */
  env?: Record<string, string>;
  /** The database of an earlier marketplace, to start again on. */
  databaseUrl?: string;
  /** Copies behind the gateway; as TEST_COPIES says, else one process without a gateway. */
  copies?: number;
};

/** A copy as `jangteo status` shows it. */
export type RunningCopy = {
  id: string;
  state: string;
  pid: number;
  address: string;
  version: string;
  restarts: number;
};

export type Marketplace = {
  readonly api: ApiClient;
  readonly baseUrl: string;
  readonly databaseUrl: string;
  readonly process: ChildProcess;
  /** The copies behind the gateway, where there are several. */
  copies(): Promise<RunningCopy[]>;
  /** Runs a `jangteo` command on this marketplace's home folder. */
  command(...args: string[]): Promise<{ code: number | null; output: string }>;
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

/** Starts a server as `npm start` does, on a database of its own, and waits until it answers. */
export async function startMarketplace(options: MarketplaceOptions = {}): Promise<Marketplace> {
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const home = options.env?.JANGTEO_HOME ?? mkdtempSync(join(tmpdir(), "jangteo-test-"));
  const env = {
    PATH: process.env.PATH,
    JANGTEO_HOME: home,
    JANGTEO_DEMO: "off",
    JANGTEO_RATE_LIMITS: "off",
    JANGTEO_RESUME_EVERY_MS: "200",
    JANGTEO_STEP_LEASE_MS: "1000",
    JANGTEO_LEASE_MS: "2000",
    JANGTEO_STRICT: process.env.JANGTEO_STRICT ?? "off",
    PORT: "0",
    DATABASE_URL: databaseUrl,
    ...options.env,
  };
  const copies = options.copies ?? Number(process.env.TEST_COPIES ?? 1);
  const args = copies > 1 ? ["start", "--copies", String(copies)] : ["start"];
  const child = spawn(process.execPath, ["apps/server/jangteo.ts", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  // A test that fails before it stops its server must not keep the suite waiting, nor leave the server behind.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let output = "";
  child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => {
      process.off("exit", abandon);
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
  return {
    api: createApiClient(baseUrl),
    baseUrl,
    databaseUrl,
    process: child,
    output: () => output,
    ended,
    async copies() {
      const answer = await runCommand(["status", "--json"], { JANGTEO_HOME: home });
      return (JSON.parse(answer.output) as { copies: RunningCopy[] }).copies;
    },
    command: (...words) => runCommand(words, { ...env, JANGTEO_HOME: home } as Record<string, string>),
    async stop() {
      child.ref();
      child.kill("SIGTERM");
      return (await ended).code;
    },
    verify: () => verifyDatabase(databaseUrl),
  };
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

/** What is under way, by where it stands: steps that somebody still has to finish. */
const underWay = `
  SELECT 'order pending' AS what FROM "order".orders WHERE status = 'PENDING'
  UNION ALL SELECT 'money due: ' || money_due FROM "order".order_part WHERE money_due IS NOT NULL
  UNION ALL SELECT 'event ' || type FROM "order".outbox
  UNION ALL SELECT 'event ' || type FROM account.outbox
  UNION ALL SELECT 'event ' || type FROM chat.outbox
  UNION ALL SELECT 'deposit pending' FROM account.deposit WHERE state = 'PENDING'
  UNION ALL SELECT 'payout pending' FROM account.payout WHERE state = 'PENDING'`;

/** Waits until nothing is half-way any more, at most 30 s; throws with what is. */
export async function converged(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let left: string[] = [];
  try {
    await until(
      async () => {
        left = (await client.query<{ what: string }>(underWay)).rows.map((row) => row.what);
        return left.length === 0;
      },
      { timeoutMs: 30_000, everyMs: 100, why: () => `still under way: ${left.join(", ")}` },
    );
  } finally {
    await client.end();
  }
}

/** Runs a `jangteo` command to its end. */
export async function runCommand(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const home = env.JANGTEO_HOME ?? mkdtempSync(join(tmpdir(), "jangteo-test-"));
  const child = spawn(process.execPath, ["apps/server/jangteo.ts", ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, JANGTEO_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (!env.JANGTEO_HOME) rmSync(home, { recursive: true, force: true });
  return { code, output };
}
