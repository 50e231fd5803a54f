import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { privateFile } from "@jangteo/kernel/files/private.ts";
import type { Copy, Runner } from "./runner.ts";

/** Unix socket addresses are short. */
const pathMax = 100;
const socketName = "control.sock";

/**
 * Where the runner of a home folder listens for commands: in the home folder, or, where that path is too long for a socket, at
 * the path that a file there contains; nothing if there is no such file.
 */
function controlPath(home: string): string | undefined {
  const path = join(resolve(home), socketName);
  if (path.length <= pathMax) return path;
  try {
    return readFileSync(noteOf(home), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

const noteOf = (home: string) => join(resolve(home), "control.path");

/** Makes room for the socket of a home folder: what an earlier runner left is removed. */
function prepareControlPath(home: string): string {
  const path = controlPath(home);
  if (path?.startsWith(resolve(home))) {
    rmSync(path, { force: true });
    return path;
  }
  if (path) removeNoted(path);
  // A name that nobody else can know before, in a folder that only this user can open.
  const noted = join(mkdtempSync(join(tmpdir(), "jangteo-")), socketName);
  writeFileSync(noteOf(home), noted, { mode: privateFile });
  return noted;
}

/** Removes a socket and the folder that was made for it; never anything else, whatever the note contains. */
function removeNoted(path: string): void {
  const folder = dirname(path);
  if (basename(path) !== socketName || !isOwn(folder)) return;
  rmSync(path, { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Whether a file or folder belongs to this user; one that does not exist does not. */
function isOwn(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

export type Control = { stop(): Promise<void> };

/** What runs, as the runner says. */
export type Running = {
  readonly stage: string;
  readonly address: string;
  readonly kafka: string | undefined;
  /** Whether the broker is in the home folder, and not of KAFKA_BROKERS. */
  readonly hasOwnKafka: boolean;
};
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
  const path = prepareControlPath(home);
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
  await listenPrivately(server, path);
  return {
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      if (path.startsWith(resolve(home))) return rmSync(path, { force: true });
      removeNoted(path);
      rmSync(noteOf(home), { force: true });
    },
  };
}

/** From its first moment on only this user can connect to the socket. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  const listening = new Promise<void>((ready, fail) => {
    server.once("error", fail);
    // Makes the socket's file before it returns.
    server.listen(path, ready);
  });
  process.umask(before);
  await listening;
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
  const socketPath = controlPath(home);
  if (socketPath === undefined || !lstatSync(socketPath, { throwIfNoEntry: false })) return Promise.resolve(false);
  if (!isOwn(socketPath))
    return Promise.reject(new Error(`${socketPath} belongs to another user, and is not used. Run this as that user.`));
  return new Promise((done, failed) => {
    const asked = request({ socketPath, method, path }, (answer) => {
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
