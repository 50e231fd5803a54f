import type { Members } from "@jangteo/kernel/rpc/remote/membership.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { type Child, startChild } from "./child.ts";

/** A kind of process, of which there may be several copies. */
export type Service = {
  readonly name: string;
  /** Copies at the start. */
  readonly copies: number;
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
};

export type CopyState = "starting" | "ready" | "stopping" | "restarting";
export type Copy = {
  readonly id: string;
  readonly service: string;
  readonly version: string;
  readonly state: CopyState;
  readonly address: string | undefined;
  /** Where other processes call it. */
  readonly callAddress: string | undefined;
  readonly pid: number | undefined;
  readonly restarts: number;
};

export type Runner = {
  /** All copies, in the order in which they were started. */
  copies(): Copy[];
  /** Replaces every copy by a new one, one after the other: the new one is ready before the old one is asked to go. */
  deploy(version: string, step: (message: string) => void): Promise<void>;
  /** Starts or retires copies of a service until there are so many. */
  scale(service: string, copies: number, step: (message: string) => void): Promise<void>;
  /** Stops everything, the last services of the list first. */
  stop(): Promise<void>;
};

export type RunnerOptions = {
  services: readonly Service[];
  version: string;
  /** Awaited before each start of a process. */
  beforeLaunch?: () => Promise<void>;
  /** The ready copies have changed; awaited before an old copy is stopped, as the processes' own hearing of it. */
  onChange: (copies: readonly Copy[]) => Promise<void>;
  stopWithinMs: number;
  log: Logger;
  print: (line: string) => void;
};

type Running = { -readonly [Key in keyof Copy]: Copy[Key] } & { number: number; child: Child | undefined };

const startTimeoutMs = 60_000;
const restartFirstMs = 200;
const restartMaxMs = 5_000;
const colours = [36, 33, 35, 32, 34, 31];

/**
 * Starts the copies of services, shows what they print, starts those that die again, and replaces them without a gap.
 * Throws when one does not become ready at the start; then nothing is left running.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { log, onChange } = options;
  let running: Running[] = [];
  let stopping = false;
  /** A deploy or a change of scale: one at a time. */
  let changing: string | undefined;
  const started = new Map<string, number>();

  const coloured = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  function printer(copy: Running): (line: string) => void {
    const colour = colours[copy.number % colours.length]!;
    const name = copy.id.padEnd(12);
    return (line) =>
      options.print(coloured ? `\x1b[${colour}m${name}\x1b[0m ${line.trim()}` : `${name} ${line.trim()}`);
  }

  async function changed(): Promise<void> {
    const ready = running.filter((copy) => copy.state === "ready");
    const registry = {
      calls: byService(ready.map(({ service, callAddress }) => [service, callAddress])),
      requests: byService(ready.map(({ service, address }) => [service, address?.replace(/^http:\/\//, "")])),
    };
    const all = running.filter((copy) => copy.address !== undefined && copy.child);
    await Promise.all([onChange(ready), ...all.map((copy) => copy.child!.tellMembers(registry))]);
  }

  function add(service: Service, version: string): Running {
    const number = (started.get(service.name) ?? 0) + 1;
    started.set(service.name, number);
    const copy: Running = {
      id: `${service.name}-${number}`,
      service: service.name,
      version,
      state: "starting",
      address: undefined,
      callAddress: undefined,
      pid: undefined,
      restarts: 0,
      number,
      child: undefined,
    };
    running.push(copy);
    return copy;
  }

  /** Whether it is not to go: a copy may be retired while it waits for its restart, or while its process starts. */
  const isWanted = (copy: Running) => !stopping && running.includes(copy) && copy.state !== "stopping";

  /** Starts a copy's process; resolves when it is ready, or ended again since nobody wants it any more. */
  async function launch(copy: Running, service: Service): Promise<void> {
    await options.beforeLaunch?.();
    if (!isWanted(copy)) return;
    const child = startChild({
      name: copy.id,
      args: service.args,
      env: { ...service.env, JANGTEO_COPY: copy.id, JANGTEO_VERSION: copy.version },
      print: printer(copy),
    });
    copy.child = child;
    copy.pid = child.pid;
    const { address, callAddress } = await within(child.ready, startTimeoutMs, async () => {
      await child.stop(0);
      return new Error(`${copy.id} was not ready after ${startTimeoutMs / 1_000} s and was ended.`);
    });
    if (!isWanted(copy)) return await child.stop(options.stopWithinMs);
    copy.address = address;
    copy.callAddress = callAddress;
    copy.state = "ready";
    await changed();
    void watch(copy, service, child);
  }

  /** A copy that ends by itself is started again, later and later while it keeps ending. */
  async function watch(copy: Running, service: Service, child: Child): Promise<void> {
    const readyAt = performance.now();
    const { code, signal } = await child.ended;
    if (!isWanted(copy)) return;
    log.warn(`${copy.id} ended with ${signal ?? code} and is started again`);
    copy.state = "restarting";
    copy.address = undefined;
    copy.callAddress = undefined;
    copy.pid = undefined;
    await changed();
    let pauseMs = performance.now() - readyAt > 30_000 ? 0 : restartFirstMs;
    while (isWanted(copy)) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (!isWanted(copy)) return;
      copy.restarts++;
      try {
        return await launch(copy, service);
      } catch (error) {
        log.error({ err: error }, `${copy.id} could not be started again yet`);
        pauseMs = Math.min(restartMaxMs, Math.max(restartFirstMs, pauseMs * 2));
      }
    }
  }

  async function retire(copy: Running): Promise<void> {
    copy.state = "stopping";
    await changed();
    await copy.child?.stop(options.stopWithinMs);
    running = running.filter((each) => each !== copy);
  }

  async function replaceAll(version: string, step: (message: string) => void): Promise<void> {
    for (const service of options.services)
      for (const old of running.filter((copy) => copy.service === service.name && copy.version !== version)) {
        const copy = add(service, version);
        step(`${copy.id} is starting (version ${version})`);
        try {
          await launch(copy, service);
        } catch (error) {
          running = running.filter((each) => each !== copy);
          throw new Error(`The deploy stopped: ${(error as Error).message} The copies there were go on.`, {
            cause: error,
          });
        }
        step(`${copy.id} is ready; ${old.id} finishes what it has and goes`);
        await retire(old);
        step(`${old.id} is gone`);
      }
  }

  async function scale(service: Service, copies: number, step: (message: string) => void): Promise<void> {
    const there = () => running.filter((copy) => copy.service === service.name && copy.state !== "stopping");
    while (there().length < copies) {
      const copy = add(service, there().at(-1)?.version ?? options.version);
      step(`${copy.id} is starting`);
      try {
        await launch(copy, service);
      } catch (error) {
        running = running.filter((each) => each !== copy);
        throw error;
      }
      step(`${copy.id} is ready`);
    }
    while (there().length > copies) {
      const copy = there().at(-1)!;
      step(`${copy.id} finishes what it has and goes`);
      await retire(copy);
      step(`${copy.id} is gone`);
    }
  }

  async function oneAtATime(what: string, work: () => Promise<void>): Promise<void> {
    if (changing) throw new Error(`${changing} is under way. Wait until it is done.`);
    changing = what;
    try {
      await work();
    } finally {
      changing = undefined;
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    // Each may call those before it until its own requests are done.
    for (const { name } of options.services.toReversed())
      await Promise.all(
        running.filter((copy) => copy.service === name).map(async (copy) => copy.child?.stop(options.stopWithinMs)),
      );
    running = [];
  }

  try {
    await Promise.all(
      options.services.flatMap((service) =>
        Array.from({ length: service.copies }, () => launch(add(service, options.version), service)),
      ),
    );
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    copies: () => running.map(({ number: _, child: __, ...copy }) => copy),
    deploy: (version, step) => oneAtATime("A deploy", () => replaceAll(version, step)),
    scale(name, copies, step) {
      const service = options.services.find((each) => each.name === name);
      if (!service)
        throw new Error(`There is no service "${name}", but ${options.services.map((each) => each.name).join(", ")}.`);
      return oneAtATime(`A change of ${name}`, () => scale(service, copies, step));
    },
    stop,
  };
}

async function within<T>(promise: Promise<T>, ms: number, late: () => Promise<Error>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => void late().then(reject), ms);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}

function byService(copies: readonly (readonly [service: string, address: string | undefined])[]): Members {
  const members: Record<string, string[]> = {};
  for (const [service, address] of copies) if (address) (members[service] ??= []).push(address);
  return members;
}
