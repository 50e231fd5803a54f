export type HeldBodies = {
  /** Counts bytes that came from an address; says why they may not be held, if so. */
  take(address: string, bytes: number): "OVERLOADED" | "TOO_MANY_REQUESTS" | undefined;
  giveBack(address: string, bytes: number): void;
};

/**
 * Bounds the bytes of request bodies that are held: those of all together, and those of one address, so that it does not
 * take the room of the others. They count when they have come: a length that is only announced takes nothing.
 */
export function createHeldBodies({
  maxBytes,
  maxBytesOfAddress,
}: Record<"maxBytes" | "maxBytesOfAddress", number>): HeldBodies {
  const ofAddress = new Map<string, number>();
  let all = 0;
  return {
    take(address, bytes) {
      const own = (ofAddress.get(address) ?? 0) + bytes;
      if (own > maxBytesOfAddress) return "TOO_MANY_REQUESTS";
      if (all + bytes > maxBytes) return "OVERLOADED";
      ofAddress.set(address, own);
      all += bytes;
      return undefined;
    },
    giveBack(address, bytes) {
      const left = (ofAddress.get(address) ?? 0) - bytes;
      if (left > 0) ofAddress.set(address, left);
      else ofAddress.delete(address);
      all -= bytes;
    },
  };
}
