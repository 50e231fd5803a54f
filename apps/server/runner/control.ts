import { hash } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Copy, Runner } from "./runner.ts";

/** Unix socket addresses are short. */
const pathMax = 100;

/** Where the runner of a home folder listens for commands. */
export function controlPath(home: string): string {
  const path = join(resolve(home), "control.sock");
  return path.length <= pathMax ? path : join(tmpdir(), `jangteo-${hash("sha256", path).slice(0, 16)}.sock`);
}

export type Control = { stop(): Promise<void> };

/** What runs, as the runner says. */
export type Running = { readonly stage: string; readonly address: string; readonly kafka: string | undefined };
export type Status = Running & { copies: Copy[] };

type Said = { step?: string; error?: string; done?: boolean };
type Order = (runner: Runner, parameters: URLSearchParams, step: (message: string) => void) => Promise<void>;

const orders: Record<string, Order> = {
  "/deploy": (runner, parameters, step) => runner.deploy(parameters.get("version") ?? "", step),
  "/scale": (runner, parameters, step) =>
    runner.scale(parameters.get("service") ?? "", Number(parameters.get("copies")), step),
};

/** Lets other commands on this machine ask and direct a running marketplace; only for the user that it runs as. */
export async function serveControl(home: string, running: Running, runner: Runner): Promise<Control> {
  const path = controlPath(home);
  rmSync(path, { force: true });
  const server = createServer((incoming, answer) => {
    const { method, url = "/" } = incoming;
    if (method === "GET" && url === "/status") {
      answer.writeHead(200, { "content-type": "application/json" });
      return void answer.end(JSON.stringify({ ...running, copies: runner.copies() } satisfies Status));
    }
    const { pathname, searchParams } = new URL(url, "http://control");
    const order = method === "POST" ? orders[pathname] : undefined;
    if (order) {
      answer.writeHead(200, { "content-type": "application/x-ndjson" });
      const say = (line: Said) => answer.write(`${JSON.stringify(line)}\n`);
      void Promise.resolve()
        .then(() => order(runner, searchParams, (step) => say({ step })))
        .then(() => say({ done: true }))
        .catch((error: unknown) => say({ error: (error as Error).message }))
        .finally(() => answer.end());
      return undefined;
    }
    answer.writeHead(404).end();
    return undefined;
  });
  await new Promise<void>((ready, fail) => {
    server.once("error", fail);
    server.listen(path, ready);
  });
  chmodSync(path, 0o600);
  return {
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(path, { force: true });
    },
  };
}

/** What runs where; nothing when no runner listens for this home. */
export async function askStatus(home: string): Promise<Status | undefined> {
  let text = "";
  const there = await ask(home, "GET", "/status", (chunk) => (text += chunk));
  return there ? (JSON.parse(text) as Status) : undefined;
}

/** Directs a change, `deploy` or `scale`; false when no runner listens. Throws with its message when it stops half-way. */
export async function askChange(
  home: string,
  change: "deploy" | "scale",
  parameters: Record<string, string>,
  step: (message: string) => void,
): Promise<boolean> {
  let rest = "";
  let error: string | undefined;
  let done = false;
  const there = await ask(home, "POST", `/${change}?${new URLSearchParams(parameters).toString()}`, (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const said = JSON.parse(line) as Said;
      if (said.step) step(said.step);
      error ??= said.error;
      done ||= said.done === true;
    }
  });
  if (error) throw new Error(error);
  if (there && !done) throw new Error(`The marketplace stopped before the ${change} was done.`);
  return there;
}

function ask(home: string, method: string, path: string, hear: (chunk: string) => void): Promise<boolean> {
  return new Promise((done, failed) => {
    const asked = request({ socketPath: controlPath(home), method, path }, (answer) => {
      answer.setEncoding("utf8").on("data", hear);
      answer.once("end", () => done(true));
      answer.once("error", () => done(true));
    });
    asked.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") done(false);
      else failed(error);
    });
    asked.end();
  });
}
