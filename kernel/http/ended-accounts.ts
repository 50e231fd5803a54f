import type { Worker } from "../module/job.ts";
import { startPoll } from "../module/poll.ts";
import { fail } from "../rpc/service-error.ts";
import type { Logger } from "../telemetry/logger.ts";

/** Why an account has no access: for now, or for good. */
export type EndedStatus = "SUSPENDED" | "CLOSED";

/** Which accounts have lost access, and which sign-ins have ended, as far as this process knows. */
export type EndedAccounts = {
  statusOf(accountId: string): EndedStatus | undefined;
  isSignedOut(sessionId: string): boolean;
};

export type AccountStatusChange = {
  /** The account's; the sign-in's when it is SIGNED_OUT. */
  id: string;
  /** ACTIVE, SUSPENDED, CLOSED or SIGNED_OUT. */
  status: string;
  /** Microseconds since the epoch, by the clock of the database. */
  atUs: number;
  /** Milliseconds since the change, by the same clock. */
  ageMs: number;
};

/** A page of the accounts whose status changed and the sign-ins that ended at most `withinMs` ago, in the order of the changes. */
export type ListStatusChanges = (request: {
  withinMs: number;
  /** The last change of the page before. */
  after: AccountStatusChange | undefined;
  limit: number;
  timeoutMs: number;
}) => Promise<AccountStatusChange[]>;

export type EndedAccountsOptions = {
  listChanges: ListStatusChanges;
  /** The longest life of an access token: older suspensions and closings have no token left. */
  keepMs: number;
  everyMs: number;
  log: Logger;
  /** Of the accounts and of the sign-ins, each. */
  entriesMax?: number;
  pageMax?: number;
  /** Milliseconds of a clock that is never set back. */
  now?: () => number;
};

export type EndedAccountsRegister = EndedAccounts & {
  /** The accounts that were closed while access tokens of theirs may still be valid, and a little longer. */
  closed(): string[];
  /** Accounts and sign-ins together. */
  size(): number;
  /** Reads what changed since the last load, or everything the first time; throws while the accounts are unavailable. */
  load(): Promise<void>;
  /** Resolves once everything was read for the first time; reads it if need be, and throws while that is not possible. */
  loaded(): Promise<void>;
  /** Loads again every `everyMs`, and sooner after a failure. */
  start(): Worker;
};

/**
 * A change is dated at the start of its transaction and visible from its commit, and a token may be signed just before
 * a suspension commits: each load reads this much again, and entries stay this much longer. The database ends
 * transactions that are idle for 60 s.
 */
const overlapMs = 120_000;
const timeoutMs = 1_000;

/**
 * The accounts that are suspended or closed, and the sign-ins that ended, while access tokens of theirs may still be valid.
 * Access tokens are checked by their signature alone; this register makes them end with the account and the sign-in,
 * without a call per request. It polls rather than waits for events: an event that is late or lost would leave access open. While the account service is unavailable
 * the last known state holds. An instance that starts then accepts no token until it has loaded the register once, as it
 * accepts none before it has the account service's public keys; what needs no sign-in it serves.
 */
export function createEndedAccounts(options: EndedAccountsOptions): EndedAccountsRegister {
  const { listChanges, keepMs, everyMs, log } = options;
  const { entriesMax = 200_000, pageMax = 1_000, now = () => performance.now() } = options;
  // Both in the order of the changes, so that the first entries expire first. Apart, so that nobody who signs in and out
  // again and again gives suspended accounts their access back.
  const accounts = new Map<string, { status: EndedStatus; expiresAt: number }>();
  const signIns = new Map<string, { expiresAt: number }>();
  let loadedAt: number | undefined;
  let isFull = false;

  function keep<Entry>(entries: Map<string, Entry>, id: string, entry: Entry): void {
    entries.delete(id);
    entries.set(id, entry);
    if (entries.size <= entriesMax) return;
    entries.delete(entries.keys().next().value!);
    if (!isFull) log.error({ entriesMax }, "too many ended accounts or sign-ins: the oldest keep access");
    isFull = true;
  }

  function apply({ id, status, ageMs }: AccountStatusChange): void {
    const expiresAt = now() - ageMs + keepMs + overlapMs;
    if (status === "SIGNED_OUT") keep(signIns, id, { expiresAt });
    else if (status === "SUSPENDED" || status === "CLOSED") keep(accounts, id, { status, expiresAt });
    else accounts.delete(id);
  }

  async function load(): Promise<void> {
    const startedAt = now();
    const sinceLoadMs = loadedAt === undefined ? keepMs : Math.min(startedAt - loadedAt, keepMs);
    const withinMs = Math.ceil(sinceLoadMs + overlapMs);
    let after: AccountStatusChange | undefined;
    for (;;) {
      const changes = await listChanges({ withinMs, after, limit: pageMax, timeoutMs });
      for (const change of changes) apply(change);
      if (changes.length < pageMax) break;
      after = changes.at(-1);
    }
    loadedAt = startedAt;
    for (const entries of [accounts, signIns])
      for (const [id, { expiresAt }] of entries) if (expiresAt <= startedAt) entries.delete(id);
  }

  let firstLoad: Promise<void> | undefined;

  return {
    statusOf: (accountId) => accounts.get(accountId)?.status,
    isSignedOut: (sessionId) => signIns.has(sessionId),
    closed: () => [...accounts].flatMap(([id, { status }]) => (status === "CLOSED" ? [id] : [])),
    size: () => accounts.size + signIns.size,
    load,
    async loaded() {
      if (loadedAt !== undefined) return;
      firstLoad ??= load().finally(() => (firstLoad = undefined));
      await firstLoad;
    },
    start: () =>
      startPoll({ name: "suspended and closed accounts", everyMs, log, isLoaded: loadedAt !== undefined, load }),
  };
}

/** Throws ACCOUNT_SUSPENDED or INVALID_ACCESS_TOKEN for an account that has lost access. */
export function refuseEnded(status: EndedStatus | undefined): void {
  if (status === "SUSPENDED") throw fail("ACCOUNT_SUSPENDED");
  if (status === "CLOSED") throw fail("INVALID_ACCESS_TOKEN");
}
