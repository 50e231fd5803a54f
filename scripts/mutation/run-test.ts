import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { ReportedEvent } from "./reporter.ts";

/**
 * `killed`: a test failed by what it asserts. `broken`: something failed, but not by an assertion about behaviour (the
 * server did not start, a statement is wrong), which shows nothing. `timeout`: the tests did not end.
 */
export type Verdict = "killed" | "survived" | "broken" | "timeout";
export type Outcome = { verdict: Verdict; passed: number; test: string; message: string };

export type TestRun = {
  cwd: string;
  file: string;
  /** Regular expressions for the names of tests; all of them without any. */
  only: readonly string[];
  /** A message of a failure that counts in any case. */
  counts?: string | undefined;
  env: Record<string, string>;
  /** From the first sign of the tests. */
  timeoutMs: number;
  /** Ends the tests. */
  signal: AbortSignal;
};

/** A failure that any broken program has. */
const brokenProgram =
  /the server ended with|SyntaxError|ReferenceError|is not defined|is not a function|Cannot find|syntax error at|answered 500|could not determine data type|does not exist/;

/** Runs tests of one file until the first failure that counts. */
export async function runTest({ cwd, file, only, counts, env, timeoutMs, signal }: TestRun): Promise<Outcome> {
  const patterns = only.map((pattern) => `--test-name-pattern=${pattern}`);
  const args = ["--test", "--test-reporter=./scripts/mutation/reporter.ts", ...patterns, file];
  // A group of its own, so that the servers of a test end with it.
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const outcome: Outcome = { verdict: "survived", passed: 0, test: "", message: "" };
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    try {
      process.kill(-child.pid!, "SIGKILL");
    } catch {
      // All of it has ended.
    }
  };
  const ended = new Promise((resolve) => child.once("close", resolve));
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    const event = JSON.parse(line) as ReportedEvent;
    timer ??= setTimeout(() => {
      if (outcome.verdict === "survived") outcome.verdict = "timeout";
      end();
    }, timeoutMs);
    if (event.type === "passed") outcome.passed++;
    if (event.type !== "failed" || event.reason === "subtestsFailed" || event.reason.startsWith("cancelled")) continue;
    const isNamed = counts !== undefined && new RegExp(counts).test(event.message);
    const isFile = event.name === file || event.name.endsWith(`/${file}`);
    const isBroken = !isNamed && (brokenProgram.test(event.message) || isFile);
    if (outcome.verdict === "survived" || !isBroken)
      Object.assign(outcome, {
        verdict: isBroken ? "broken" : "killed",
        // A hook has the name of its file.
        test: event.name.startsWith("/") ? "at the end of the file" : event.name,
        message: event.message.split("\n").filter(Boolean).slice(0, 6).join(" ").slice(0, 300),
      });
    if (!isBroken) break;
  }
  end();
  await ended;
  clearTimeout(timer);
  signal.removeEventListener("abort", end);
  return outcome;
}
