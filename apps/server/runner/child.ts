import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type ChildOptions = {
  /** Shown before each line that it prints. */
  name: string;
  args: string[];
  env: Record<string, string | undefined>;
  print: (line: string) => void;
};

export type Child = {
  readonly pid: number;
  /** Where it answers; rejects when it ends before it is ready, with what it printed last. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to stop, and ends it when it does not within the time. */
  stop(withinMs: number): Promise<void>;
};

const entry = new URL("../jangteo.ts", import.meta.url).pathname;

/** Starts a process of the marketplace and watches what it says. It ends by itself when we are gone. */
export function startChild({ name, args, env, print }: ChildOptions): Child {
  const process_: ChildProcess = spawn(process.execPath, [...process.execArgv, entry, ...args], {
    env,
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
  const ready = new Promise<string>((resolve, reject) => {
    process_.once("message", (message) => resolve((message as { address: string }).address));
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
    async stop(withinMs) {
      process_.kill("SIGTERM");
      const timer = setTimeout(() => process_.kill("SIGKILL"), withinMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
