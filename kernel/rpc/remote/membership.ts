import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import type { Logger } from "../../telemetry/logger.ts";

/** Where the copies of each process answer calls, as of now: `host:port` by the process's name. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** The registry as callers see it: who is there, and a word when that changes. */
export type Membership = {
  addresses(process: string): readonly string[];
  onChange(handle: () => void): void;
  stop(): void;
};

export type PushedMembership = Membership & { set(members: Members): void };

/** Told by whoever starts and stops the processes. */
export function createPushedMembership(): PushedMembership {
  let members: Members = {};
  const handlers: (() => void)[] = [];
  return {
    addresses: (process) => members[process] ?? [],
    onChange: (handle) => void handlers.push(handle),
    stop: () => undefined,
    set(next) {
      members = next;
      for (const handle of handlers) handle();
    },
  };
}

export type DnsMembershipOptions = {
  /** Where the copies of each process answer calls: a name that has an address per copy, and the port of all of them. */
  targets: Readonly<Record<string, { host: string; port: number }>>;
  /** `host:port` of name servers to ask instead of the machine's. */
  servers: readonly string[];
  everyMs: number;
  log: Logger;
};

/**
 * Asks DNS again and again, as Cloud Map, Compose and Kubernetes answer it: an address per copy that is there. While no
 * name server answers, what was known last stays true.
 */
export function createDnsMembership({ targets, servers, everyMs, log }: DnsMembershipOptions): Membership {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  const known = new Map<string, readonly string[]>();
  const handlers: (() => void)[] = [];
  let stopped = false;
  let troubled = false;

  async function lookUp(process: string): Promise<boolean> {
    const { host, port } = targets[process]!;
    let addresses: string[];
    try {
      addresses = isIP(host) ? [host] : await resolver.resolve4(host);
      troubled = false;
    } catch (error) {
      const nobody = ["ENOTFOUND", "ENODATA"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (!nobody) {
        if (!troubled) log.warn({ err: error }, `no name server answers for ${host}`);
        troubled = true;
        return false;
      }
      addresses = [];
    }
    const next = addresses.map((address) => `${address}:${port}`).sort();
    if (next.join() === (known.get(process) ?? []).join()) return false;
    known.set(process, next);
    log.info(`${process} is at ${next.join(", ") || "no address"}`);
    return true;
  }

  async function refresh(): Promise<void> {
    const changed = await Promise.all(Object.keys(targets).map(lookUp));
    if (!stopped && changed.includes(true)) for (const handle of handlers) handle();
  }

  let timer: NodeJS.Timeout | undefined;
  async function loop(): Promise<void> {
    await refresh();
    if (!stopped) timer = setTimeout(() => void loop(), everyMs);
  }
  void loop();

  return {
    addresses: (process) => known.get(process) ?? [],
    onChange: (handle) => void handlers.push(handle),
    stop() {
      stopped = true;
      clearTimeout(timer);
      resolver.cancel();
    },
  };
}
