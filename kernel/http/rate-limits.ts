import { createKeyedLimit, type KeyedLimit } from "../limits/token-bucket.ts";
import { fail } from "../rpc/service-error.ts";
import type { Settings } from "../settings/settings.ts";
import { limitKey } from "./client-address.ts";

/** Takes one request of this address, account or other key; throws TOO_MANY_REQUESTS when it has sent too many. */
export type TakeRequest = (key: string) => void;

export type RateLimits = {
  /** Every request of an address, whatever it is for: taken before anything else is done for it. */
  readonly ofAddress: TakeRequest;
  /** Requests of an account, or of an address that is not signed in. */
  readonly ofCaller: TakeRequest;
  /** A limit of its own, for a route. */
  readonly perMinute: (perMinute: number) => TakeRequest;
};

/** The limits of a process; each counts what this process has received. Nothing where limits are off. */
export function createRateLimits(settings: Settings): RateLimits | undefined {
  if (!settings.rateLimits) return undefined;
  const ofAddress = perMinute(settings.addressLimitPerMinute);
  return {
    ofAddress: (address) => ofAddress(limitKey(address)),
    ofCaller: perMinute(settings.rateLimitPerMinute),
    perMinute,
  };
}

/** So many at once, and as many again within a minute. */
function perMinute(requests: number): TakeRequest {
  const limit: KeyedLimit = createKeyedLimit(requests / 60, requests);
  const retryAfterSeconds = Math.max(1, Math.ceil(60 / requests));
  return (key) => {
    if (!limit.take(key)) throw fail("TOO_MANY_REQUESTS", { retryAfterSeconds });
  };
}
