import { jwtVerify, SignJWT } from "jose";
import { deriveKey } from "../../secrets/derive-key.ts";
import { fail } from "../service-error.ts";
import type { Principal } from "../types.ts";

/** Who calls, and for whom: what a service token says. */
export type ServiceIdentity = { readonly caller: string; readonly principal: Principal | undefined };

export type ServiceTokens = {
  /** A token for calls to `audience` (a gRPC service) in the name of `principal`. */
  issue(audience: string, principal: Principal | undefined): Promise<string>;
  /** Throws UNAUTHENTICATED. */
  check(token: string, audience: string): Promise<ServiceIdentity>;
};

const issuer = "jangteo-services";
const lifeSeconds = 60;
const rememberedMax = 2_000;

/**
 * Short-lived signed tokens by which the processes of one marketplace know each other. The key comes from the
 * marketplace's secret; the user's own token is checked once, at the edge, and does not travel further.
 */
export function createServiceTokens(secret: string, caller: string): ServiceTokens {
  const key = new Uint8Array(deriveKey(secret, "service tokens"));
  const issued = new Map<string, { token: Promise<string>; until: number }>();
  const checked = new Map<string, { identity: ServiceIdentity; audience: string; until: number }>();

  function sign(audience: string, principal: Principal | undefined): Promise<string> {
    return new SignJWT(principal ? { principal } : {})
      .setProtectedHeader({ alg: "HS256", typ: "service+jwt" })
      .setIssuer(issuer)
      .setSubject(caller)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifeSeconds}s`)
      .sign(key);
  }

  return {
    issue(audience, principal) {
      const name = principal ? `${audience} ${principal.role} ${principal.id}` : audience;
      const known = issued.get(name);
      if (known && known.until > Date.now()) return known.token;
      if (issued.size >= rememberedMax) issued.clear();
      const token = sign(audience, principal);
      issued.set(name, { token, until: Date.now() + (lifeSeconds * 1_000) / 2 });
      return token;
    },
    async check(token, audience) {
      const known = checked.get(token);
      if (known && known.until > Date.now() && known.audience === audience) return known.identity;
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ["HS256"],
          issuer,
          audience,
          typ: "service+jwt",
          requiredClaims: ["sub", "exp"],
          clockTolerance: 5,
        });
        const identity = { caller: payload.sub!, principal: payload.principal as Principal | undefined };
        if (checked.size >= rememberedMax) checked.clear();
        checked.set(token, { identity, audience, until: payload.exp! * 1_000 });
        return identity;
      } catch (error) {
        throw fail("UNAUTHENTICATED", {}, error);
      }
    },
  };
}
