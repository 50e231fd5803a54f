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

export type SendLimit = {
  /** Whether this account may send now. */
  take(account: string): boolean;
};

const accountsMax = 50_000;

/** The sends of each account on this copy, over sockets and HTTP together. */
export function createSendLimit(perSecond: number, burst: number): SendLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(account) {
      const now = performance.now();
      let bucket = buckets.get(account);
      if (!bucket) {
        // The oldest are full again by now, or nearly so.
        if (buckets.size >= accountsMax) buckets.delete(buckets.keys().next().value!);
        buckets.set(account, (bucket = { tokens: burst, at: now }));
      }
      return takeToken(bucket, perSecond, burst, now);
    },
  };
}
