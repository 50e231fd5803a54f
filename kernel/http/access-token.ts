import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { fail, isServiceError } from "../rpc/service-error.ts";
import type { Principal } from "../rpc/types.ts";

export const tokenIssuer = "jangteo";
export const tokenAudience = "jangteo-api";

export type CheckedToken = {
  readonly principal: Principal;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The sign-in that it came from; a test account's token has none. */
  readonly sessionId: string | undefined;
};

/** Answers who a token speaks for and until when; throws INVALID_ACCESS_TOKEN. */
export type VerifyToken = (token: string) => Promise<CheckedToken>;

const rememberedMax = 20_000;
const keysLiveMs = 60_000;
const roles = new Set(["CUSTOMER", "SELLER", "ADMIN"]);

/**
 * Checks access tokens against the account module's public keys. Keys are asked for again every minute, and when a
 * token names one that is not known yet. A token that was checked is remembered until it expires.
 */
export function createTokenCheck(fetchKeys: () => Promise<JSONWebKeySet>): VerifyToken {
  const remembered = new Map<string, CheckedToken>();
  let keys: { find: ReturnType<typeof createLocalJWKSet>; fetchedAt: number } | undefined;

  async function currentKeys(newerThan: number) {
    if (!keys || keys.fetchedAt < newerThan) {
      const set = await fetchKeys();
      keys = { find: createLocalJWKSet(set), fetchedAt: Date.now() };
    }
    return keys.find;
  }

  async function check(token: string, keysNewerThan: number) {
    return jwtVerify(token, await currentKeys(keysNewerThan), {
      algorithms: ["EdDSA"],
      issuer: tokenIssuer,
      audience: tokenAudience,
      typ: "at+jwt",
      requiredClaims: ["sub", "exp", "role"],
    });
  }

  return async (token) => {
    const known = remembered.get(token);
    if (known) {
      if (known.expiresAt > Date.now()) return known;
      remembered.delete(token);
      throw fail("INVALID_ACCESS_TOKEN");
    }
    try {
      const { payload } = await check(token, Date.now() - keysLiveMs).catch((error: unknown) => {
        // A key made since: ask once more, but not more often than each second.
        if ((error as { code?: string }).code === "ERR_JWKS_NO_MATCHING_KEY") return check(token, Date.now() - 1_000);
        throw error;
      });
      const role = String(payload.role);
      if (!roles.has(role) || !payload.sub) throw fail("INVALID_ACCESS_TOKEN");
      const principal: Principal = Object.freeze({ id: payload.sub, role: role as Principal["role"] });
      if (remembered.size >= rememberedMax) remembered.delete(remembered.keys().next().value!);
      const sessionId = typeof payload.sid === "string" ? payload.sid : undefined;
      const checked: CheckedToken = Object.freeze({
        principal,
        issuedAt: (payload.iat ?? 0) * 1_000,
        expiresAt: payload.exp! * 1_000,
        sessionId,
      });
      remembered.set(token, checked);
      return checked;
    } catch (error) {
      if (isServiceError(error)) throw error;
      throw fail("INVALID_ACCESS_TOKEN", {}, error);
    }
  };
}
