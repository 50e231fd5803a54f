export type BoundedCache<Entry> = {
  get(key: string): Entry | undefined;
  /** Keeps an entry as the newest one, in place of one with the same key; the oldest go where there is no room. */
  set(key: string, entry: Entry): void;
  delete(key: string): void;
  clear(): void;
};

export type BoundedCacheOptions<Entry> = {
  entriesMax: number;
  /** Of all entries together, in the unit of `lengthOf`. An entry that is longer than this is not kept. */
  lengthMax: number;
  lengthOf: (entry: Entry) => number;
};

/** A cache with bounds of entries and of their length: anybody can ask for as many things, and as long ones, as they like. */
export function createBoundedCache<Entry>(options: BoundedCacheOptions<Entry>): BoundedCache<Entry> {
  const { entriesMax, lengthMax, lengthOf } = options;
  const kept = new Map<string, Entry>();
  let length = 0;

  function remove(key: string): void {
    const entry = kept.get(key);
    if (entry === undefined) return;
    length -= lengthOf(entry);
    kept.delete(key);
  }

  return {
    get: (key) => kept.get(key),
    set(key, entry) {
      remove(key);
      const added = lengthOf(entry);
      if (entriesMax < 1 || added > lengthMax) return;
      for (const oldest of kept.keys()) {
        if (kept.size < entriesMax && length + added <= lengthMax) break;
        remove(oldest);
      }
      kept.set(key, entry);
      length += added;
    },
    delete: remove,
    clear() {
      kept.clear();
      length = 0;
    },
  };
}
