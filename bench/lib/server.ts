import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type BenchServer = {
  readonly address: string;
  readonly pid: number;
  /** Resident memory of the server's process now, in MB. */
  memoryMb(): number;
  /** Resolves once it has worked off what it still has to do, at most after 10 s; with the milliseconds this took. */
  untilIdle(): Promise<number>;
  stop(): Promise<void>;
};

const root = new URL("../../", import.meta.url).pathname;

/** Starts a Node program that announces its address over IPC: the marketplace, or one of the bench's own peers. */
export async function startServer(
  script: string,
  args: string[],
  env: Record<string, string>,
  nodeFlags: string[] = [],
  folder = root,
): Promise<BenchServer> {
  const home = mkdtempSync(join(tmpdir(), "jangteo-bench-"));
  const child: ChildProcess = spawn(process.execPath, [...nodeFlags, script, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, JANGTEO_HOME: home, PORT: "0", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { address: string }).address));
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return {
    address,
    pid: child.pid!,
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))![1]) / 1_024,
    async untilIdle() {
      const startedAt = performance.now();
      for (let before = cpuMs(child.pid!); performance.now() - startedAt < 10_000; ) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        const now = cpuMs(child.pid!);
        if (now - before <= 20) break;
        before = now;
      }
      return performance.now() - startedAt - 200;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** User and system time of a process; the kernel counts it in steps of 10 ms. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/**
 * The marketplace as `npm start` starts it, but without rate limits, demo data and pages. `folder` is another checkout of
 * it, an earlier release for example, with its packages installed.
 */
export function startMarketplace(
  databaseUrl: string,
  env: Record<string, string> = {},
  args: string[] = [],
  folder = root,
): Promise<BenchServer> {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts: { start: string } };
  const words = scripts.start.split(" ").slice(1);
  const script = words.findIndex((word) => !word.startsWith("-"));
  return startServer(
    words[script]!,
    [...words.slice(script + 1), ...args],
    {
      DATABASE_URL: databaseUrl,
      JANGTEO_RATE_LIMITS: "off",
      JANGTEO_DEMO: "off",
      JANGTEO_PAGES: "off",
      JANGTEO_LOG_LEVEL: "error",
      ...env,
    },
    words.slice(0, script),
    folder,
  );
}
