/** A token bucket: so many a second, so many at once. */
export type Bucket = { tokens: number; at: number };

/** Takes one token; false where there is none. `now` in milliseconds. */
export function takeToken(bucket: Bucket, perSecond: number, burst: number, now: number): boolean {
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1_000);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

export type KeyedLimit = {
  /** Whether this account, or address, may do it now. */
  take(key: string): boolean;
  /** Whether it could not, without counting that it was asked. */
  isEmpty(key: string): boolean;
};

const keysMax = 50_000;

/** A bucket for each of many accounts or addresses. */
export function createKeyedLimit(perSecond: number, burst: number): KeyedLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const now = performance.now();
      let bucket = buckets.get(key);
      if (!bucket) {
        // The oldest are full again by now, or nearly so.
        if (buckets.size >= keysMax) buckets.delete(buckets.keys().next().value!);
        buckets.set(key, (bucket = { tokens: burst, at: now }));
      }
      return takeToken(bucket, perSecond, burst, now);
    },
    isEmpty(key) {
      const bucket = buckets.get(key);
      return bucket !== undefined && bucket.tokens + ((performance.now() - bucket.at) * perSecond) / 1_000 < 1;
    },
  };
}
