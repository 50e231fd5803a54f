import { type CryptoKey, importJWK, type JSONWebKeySet, type JWK } from "jose";
import type { Worker } from "../module/job.ts";
import { startPoll } from "../module/poll.ts";
import type { Logger } from "../telemetry/logger.ts";

/** A key that access tokens are signed with, as far as this process knows. */
export type AccessKey = {
  readonly id: string;
  /** Becomes false, for good, when the account module no longer accepts the key. */
  readonly isAccepted: boolean;
};

type LoadedKey = { id: string; isAccepted: boolean; publicKey: CryptoKey };

export type AccessKeys = {
  /** The accepted key of this id. Throws while the account module is unavailable and the answer is not known. */
  find(id: string): Promise<{ key: AccessKey; publicKey: CryptoKey } | undefined>;
  load(): Promise<void>;
  /** Loads the keys again every `everyMs`, so that a retired one is refused everywhere soon. */
  start(): Worker;
};

export type AccessKeysOptions = {
  /** The public keys that the account module accepts. */
  fetchKeys: () => Promise<JSONWebKeySet>;
  everyMs: number;
  log: Logger;
  /** Milliseconds of a clock that is never set back. */
  now?: () => number;
};

/** Keys that could not be read again for this long verify no token that was not verified before. */
const trustedMs = 60_000;
/** An unknown key id makes the keys load again, but not more often than this. */
const loadGapMs = 1_000;
const refusedMax = 1_000;
const idMaxLength = 64;

/**
 * The public keys of access tokens, polled from the account module. A token of an unknown key waits until the keys were read
 * after its arrival, so a new key verifies at once. While the account module is unavailable, the last keys hold for
 * tokens that were verified before, and for others during a minute.
 */
export function createAccessKeys(options: AccessKeysOptions): AccessKeys {
  const { fetchKeys, everyMs, log, now = () => performance.now() } = options;
  const keys = new Map<string, LoadedKey>();
  /** Ids that are known not to be accepted: nobody can have named a key before it was made. */
  const refused = new Set<string>();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | undefined;

  async function load(): Promise<void> {
    const startedAt = now();
    const jwks = (await fetchKeys()).keys.filter(({ kid }) => kid !== undefined);
    const fresh = await Promise.all(jwks.filter(({ kid }) => !keys.has(kid!)).map(importKey));
    // A response that was overtaken by a later one must not bring a retired key back.
    if (startedAt < loadedAt) return;
    loadedAt = startedAt;
    const accepted = new Set(jwks.map(({ kid }) => kid));
    for (const key of keys.values()) {
      if (accepted.has(key.id)) continue;
      key.isAccepted = false;
      keys.delete(key.id);
      refuse(key.id);
    }
    for (const key of fresh) {
      refused.delete(key.id);
      if (!keys.has(key.id)) keys.set(key.id, key);
    }
  }

  function refuse(id: string): void {
    if (refused.size >= refusedMax) refused.delete(refused.values().next().value!);
    refused.add(id);
  }

  /** The next load; all who need it share it. */
  function loadNext(): Promise<void> {
    next ??= (async () => {
      await pause(loadedAt + loadGapMs - now());
      await load();
    })().finally(() => (next = undefined));
    return next;
  }

  return {
    async find(id) {
      if (id.length > idMaxLength) return undefined;
      const neededAt = now();
      const isUnknown = () => !keys.has(id) && !refused.has(id) && loadedAt < neededAt;
      while (loadedAt < neededAt - trustedMs || isUnknown()) await loadNext();
      const key = keys.get(id);
      if (!key) refuse(id);
      return key && { key, publicKey: key.publicKey };
    },
    load,
    start: () => startPoll({ name: "keys of access tokens", everyMs, log, isLoaded: loadedAt > 0, load }),
  };
}

async function importKey(jwk: JWK): Promise<LoadedKey> {
  return { id: jwk.kid!, isAccepted: true, publicKey: (await importJWK(jwk, "EdDSA")) as CryptoKey };
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
