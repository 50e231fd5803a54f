import { randomBytes } from "node:crypto";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { tokenAudience, tokenIssuer } from "@jangteo/kernel/http/access-token.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import { startPoll } from "@jangteo/kernel/module/poll.ts";
import { deriveKey } from "@jangteo/kernel/secrets/derive-key.ts";
import { createSeal, decrypt, isSealed } from "@jangteo/kernel/secrets/seal.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { AccountRow } from "../profile/account.ts";
import {
  type ActiveKey,
  addKey,
  type KeyPlan,
  listActiveKeys,
  listPublicKeys,
  lockKeys,
  noteUse,
  planKeys,
  refuseOtherKeys,
  retireKeys,
} from "./key-rows.ts";
import type { ProvenSession } from "./refresh-token.ts";

export type Rotation = {
  /** The key that signs from now on. */
  keyId: string;
  /** How many keys were retired, or refused. */
  retired: number;
  /** Seconds that tokens of retired keys are accepted. */
  acceptedSeconds: number;
};

export type SigningKeys = {
  /** A signed access token for the account, for so many seconds, that tells of the sign-in that it comes from. */
  sign(account: Pick<AccountRow, "id" | "role">, seconds: number, session?: ProvenSession): Promise<string>;
  /** Loads the key to sign with, where it is not loaded: before a transaction in which a token is signed. */
  ready(): Promise<void>;
  /** The public keys whose tokens are accepted, as JWKS. */
  jwks(): Promise<{ keys: JWK[] }>;
  /**
   * Makes a new key and retires all others; with `now` their tokens are refused at once. Nothing is changed, and the result
   * is `undefined`, where instances sign with a key that this process's secret does not open.
   */
  rotate(options: { now: boolean }): Promise<Rotation | undefined>;
  /** Follows the rotation of keys, and retires keys that nobody uses. */
  start(): Worker;
};

/** What a token tells of its sign-in: `sid`, and by the names of OpenID Connect when and how its person was proven. */
function claimsOf({ sessionId, confirmedAt, withCode }: ProvenSession) {
  const amr = withCode ? ["pwd", "otp"] : ["pwd"];
  return { sid: sessionId, auth_time: Math.floor(confirmedAt.getTime() / 1_000), amr };
}

export type SigningKeysOptions = {
  database: Database;
  settings: Pick<Settings, "secret" | "production" | "accessTokenSeconds" | "testTokenSeconds">;
  log: Logger;
};

type CurrentKey = { id: string; privateKey: CryptoKey };

const pollEveryMs = 2_000;
/** Before an instance signs, it reads again which key is current if the last time was longer ago. */
const trustedMs = 5_000;
/** Covers `trustedMs`, and clocks that differ. */
const marginSeconds = 10;

/**
 * The keys that access tokens are signed with. They are stored, the private half sealed with the secret, and made by the
 * first instance that needs one. Nothing is read before the first use: a command that signs nothing makes no key.
 */
export function createSigningKeys({ database, settings, log }: SigningKeysOptions): SigningKeys {
  const seal = createSeal({ purpose: "signing key", secret: settings.secret });
  const { production, accessTokenSeconds, testTokenSeconds } = settings;
  const longestLifeSeconds = production ? accessTokenSeconds : Math.max(accessTokenSeconds, testTokenSeconds);
  const acceptedSeconds = longestLifeSeconds + marginSeconds;
  let current: CurrentKey | undefined;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<KeyPlan> | undefined;

  function open({ id, sealedPrivateJwk }: ActiveKey): JWK | undefined {
    const text = isSealed(sealedPrivateJwk)
      ? seal.open(sealedPrivateJwk, id)
      : decrypt(Buffer.from(sealedPrivateJwk, "base64"), deriveKey(settings.secret, "signing key"));
    return text === undefined ? undefined : (JSON.parse(text) as JWK);
  }
  const opens = (key: ActiveKey) => (key.id === current?.id ? true : open(key) !== undefined);

  async function make(transaction: Transaction): Promise<CurrentKey> {
    const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const id = await calculateJwkThumbprint(publicJwk);
    const sealedPrivateJwk = seal.seal(JSON.stringify(await exportJWK(pair.privateKey)), id);
    await addKey(transaction, {
      id,
      publicJwk: { ...publicJwk, kid: id, alg: "EdDSA", use: "sig" },
      sealedPrivateJwk,
    });
    return { id, privateKey: pair.privateKey };
  }

  async function readKey(key: ActiveKey): Promise<CurrentKey> {
    if (key.id === current?.id) return current;
    return { id: key.id, privateKey: (await importJWK(open(key)!, "EdDSA")) as CryptoKey };
  }

  /** Reads which key is current; makes one where this instance can open none. */
  async function load(): Promise<KeyPlan> {
    const startedAt = performance.now();
    const plan = planKeys(await listActiveKeys(database), opens);
    current = plan.sign
      ? await readKey(plan.sign)
      : await database.transaction(async (transaction) => {
          await lockKeys(transaction);
          const made = planKeys(await listActiveKeys(transaction), opens).sign;
          return made ? readKey(made) : make(transaction);
        });
    loadedAt = startedAt;
    return plan;
  }

  /** Requests that need the keys at the same time share one load. */
  function loadOnce(): Promise<KeyPlan> {
    loading ??= load().finally(() => (loading = undefined));
    return loading;
  }

  async function ready(): Promise<void> {
    if (!current || performance.now() - loadedAt > trustedMs) await loadOnce();
  }

  /** Notes that the current key is in use, and retires keys that no instance uses. */
  async function tend(): Promise<void> {
    const plan = await loadOnce();
    if (plan.note) await noteUse(database, plan.sign!.id);
    if (plan.retire.length === 0) return;
    await database.transaction(async (transaction) => {
      await lockKeys(transaction);
      const { retire } = planKeys(await listActiveKeys(transaction), opens);
      await retireKeys(transaction, retire, acceptedSeconds);
    });
    log.warn(
      { keys: plan.retire, acceptedSeconds },
      "signing keys that no instance uses were retired; if the secret has changed, this is expected",
    );
  }

  return {
    async sign(account, seconds, session) {
      await ready();
      const { id, privateKey } = current!;
      return new SignJWT({ role: account.role, ...(session && claimsOf(session)) })
        .setProtectedHeader({ alg: "EdDSA", kid: id, typ: "at+jwt" })
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setSubject(account.id)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .setJti(randomBytes(9).toString("base64url"))
        .sign(privateKey);
    },
    ready,
    jwks: async () => ({ keys: await listPublicKeys(database) }),
    async rotate({ now }) {
      return database.transaction(async (transaction) => {
        await lockKeys(transaction);
        const keys = await listActiveKeys(transaction);
        if (keys.some(({ isUnused }) => !isUnused) && !keys.some(opens)) return undefined;
        const { id: keyId } = await make(transaction);
        if (now) return { keyId, retired: await refuseOtherKeys(transaction, keyId), acceptedSeconds: 0 };
        await retireKeys(
          transaction,
          keys.map(({ id }) => id),
          acceptedSeconds,
        );
        return { keyId, retired: keys.length, acceptedSeconds };
      });
    },
    start: () =>
      startPoll({ name: "signing keys", everyMs: pollEveryMs, log, isLoaded: current !== undefined, load: tend }),
  };
}
