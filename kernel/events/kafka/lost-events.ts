/** Where something of each partition stands, by topic. */
export type Offsets = ReadonlyMap<string, readonly bigint[]>;

export type Gap = { readonly topic: string; readonly partition: number; readonly from: bigint; readonly to: bigint };

/** What the brokers deleted after a group had committed and before it read on. A group that never committed has no gap. */
export function findGaps(committed: Offsets, earliest: Offsets): Gap[] {
  const gaps: Gap[] = [];
  for (const [topic, offsets] of committed)
    for (const [partition, from] of offsets.entries()) {
      const to = earliest.get(topic)?.[partition];
      // An array with holes where the partition is another instance's.
      if (from !== undefined && from >= 0n && to !== undefined && to > from) gaps.push({ topic, partition, from, to });
    }
  return gaps;
}

export type Sequence = {
  /** Takes note of a message; returns the gap before it, if there is one. */
  pass(message: { topic: string; partition: number; offset: bigint }): Gap | undefined;
  /** The partitions may have been read by another instance meanwhile. */
  reset(): void;
};

/** Follows the offsets of what is read: they have no gaps, since topics are neither compacted nor transactional. */
export function followOffsets(): Sequence {
  const next = new Map<string, bigint>();
  return {
    pass({ topic, partition, offset }) {
      const name = `${topic} ${partition}`;
      const from = next.get(name);
      next.set(name, offset + 1n);
      return from !== undefined && offset > from ? { topic, partition, from, to: offset } : undefined;
    },
    reset: () => next.clear(),
  };
}
