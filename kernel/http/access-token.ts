import { jwtVerify } from "jose";
import { fail, isServiceError } from "../rpc/service-error.ts";
import type { Principal } from "../rpc/types.ts";
import type { AccessKey, AccessKeys } from "./access-keys.ts";

export const tokenIssuer = "jangteo";
export const tokenAudience = "jangteo-api";

export type CheckedToken = {
  readonly principal: Principal;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The sign-in that it came from; a test account's token has none. */
  readonly sessionId: string | undefined;
  /** When somebody last proved in this sign-in who they are. Milliseconds since the epoch; 0 where the token does not tell. */
  readonly confirmedAt: number;
  /** Whether a code was given in this sign-in, too. */
  readonly withCode: boolean;
  /** The key that signed it. Whoever holds on to the token checks from time to time whether it is still accepted. */
  readonly key: AccessKey;
};

/** Answers who a token speaks for and until when; throws INVALID_ACCESS_TOKEN. */
export type VerifyToken = (token: string) => Promise<CheckedToken>;

const rememberedMax = 20_000;
const roles = new Set(["CUSTOMER", "SELLER", "ADMIN"]);

/**
 * Checks access tokens against the account module's public keys. A token that was checked is remembered until it expires or
 * its key is no longer accepted.
 */
export function createTokenCheck(keys: Pick<AccessKeys, "find">): VerifyToken {
  const remembered = new Map<string, CheckedToken>();

  async function check(token: string): Promise<CheckedToken> {
    let key: AccessKey | undefined;
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const found = typeof kid === "string" ? await keys.find(kid) : undefined;
        if (!found) throw fail("INVALID_ACCESS_TOKEN");
        key = found.key;
        return found.publicKey;
      },
      {
        algorithms: ["EdDSA"],
        issuer: tokenIssuer,
        audience: tokenAudience,
        typ: "at+jwt",
        requiredClaims: ["sub", "exp", "role"],
      },
    );
    const role = String(payload.role);
    if (!roles.has(role) || !payload.sub || !key?.isAccepted) throw fail("INVALID_ACCESS_TOKEN");
    const principal: Principal = Object.freeze({ id: payload.sub, role: role as Principal["role"] });
    return Object.freeze({
      principal,
      issuedAt: (payload.iat ?? 0) * 1_000,
      expiresAt: payload.exp! * 1_000,
      sessionId: typeof payload.sid === "string" ? payload.sid : undefined,
      confirmedAt: (typeof payload.auth_time === "number" ? payload.auth_time : 0) * 1_000,
      withCode: Array.isArray(payload.amr) && payload.amr.includes("otp"),
      key,
    });
  }

  return async (token) => {
    const known = remembered.get(token);
    if (known) {
      if (known.key.isAccepted && known.expiresAt > Date.now()) return known;
      remembered.delete(token);
      throw fail("INVALID_ACCESS_TOKEN");
    }
    try {
      const checked = await check(token);
      if (remembered.size >= rememberedMax) remembered.delete(remembered.keys().next().value!);
      remembered.set(token, checked);
      return checked;
    } catch (error) {
      if (isServiceError(error)) throw error;
      throw fail("INVALID_ACCESS_TOKEN", {}, error);
    }
  };
}
