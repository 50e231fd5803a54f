import { type ChildProcess, spawn } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { createInterface } from "node:readline";
import type { FromRunner, Registry, ToRunner } from "./messages.ts";

export type ChildOptions = {
  /** Shown before each line that it prints. */
  name: string;
  args: string[];
  env: Record<string, string | undefined>;
  print: (line: string) => void;
};

/** Where a process answers requests, and calls of other processes. */
export type Addresses = { readonly address: string; readonly callAddress: string | undefined };

export type Child = {
  readonly pid: number;
  /** Where it answers; rejects when it ends before it is ready, with what it printed last. */
  readonly ready: Promise<Addresses>;
  /** Tells it where the others are; resolves when it knows, or after a second. */
  tellMembers(registry: Registry): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to stop, and ends it when it does not within the time. */
  stop(withinMs: number): Promise<void>;
};

const entry = process.argv[1]!;

/** Starts a process of the marketplace and watches what it says. It ends by itself when we are gone. */
export function startChild({ name, args, env, print }: ChildOptions): Child {
  const process_: ChildProcess = spawn(process.execPath, [...process.execArgv, entry, ...args], {
    // So that its first file comes from there too.
    env: { NODE_COMPILE_CACHE: getCompileCacheDir(), ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const last: string[] = [];
  for (const stream of [process_.stdout!, process_.stderr!])
    createInterface({ input: stream }).on("line", (line) => {
      if (line.trim() === "") return;
      last.push(line.trim());
      if (last.length > 20) last.shift();
      print(line);
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    process_.once("exit", (code, signal) => resolve({ code, signal })),
  );
  const heard = new Map<number, () => void>();
  let told = 0;
  const ready = new Promise<Addresses>((resolve, reject) => {
    process_.on("message", (message: ToRunner) => {
      if ("ready" in message) resolve(message);
      else heard.get(message.heard)?.();
    });
    process_.once("error", reject);
    void ended.then(({ code, signal }) =>
      // The last lines may still be on their way.
      setTimeout(() => reject(new Error(`${name} ended with ${signal ?? code}: ${last.join(" ") || "no word"}`)), 50),
    );
  });
  ready.catch(() => undefined);
  return {
    pid: process_.pid!,
    ready,
    ended,
    async tellMembers(registry) {
      if (!process_.connected) return;
      const number = ++told;
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, 1_000);
        heard.set(number, () => {
          clearTimeout(late);
          resolve();
        });
        process_.send({ registry, number } satisfies FromRunner, () => undefined);
      });
      heard.delete(number);
    },
    async stop(withinMs) {
      process_.kill("SIGTERM");
      // One that was stopped by a signal goes on, so that it can hear the other one.
      process_.kill("SIGCONT");
      const timer = setTimeout(() => process_.kill("SIGKILL"), withinMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
