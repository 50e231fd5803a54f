import type { Members } from "@jangteo/kernel/rpc/remote/membership.ts";

/** What a process of a stage tells its runner. */
export type ToRunner =
  | { ready: true; address: string; callAddress: string | undefined }
  /** It knows the members of this number now. */
  | { heard: number };

/** What the runner, which is the registry, tells each process: where calls to the others go, and requests. */
export type Registry = { calls: Members; requests: Members };
export type FromRunner = { registry: Registry; number: number };
