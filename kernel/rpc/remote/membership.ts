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
