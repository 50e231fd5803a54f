import type { Database } from "@jangteo/kernel/database/database.ts";

export type GramFrequency = {
  /**
   * How many products there are, and about how many hold all of these words: of a word's pieces the rarest decides,
   * words are taken to come independently.
   */
  estimate(words: readonly (readonly number[])[]): Promise<{ products: number; found: number }>;
};

const liveMs = 60_000;

/**
 * How common the pieces of names are, from the statistics that PostgreSQL gathers by itself; asked for again every
 * minute. A piece that they do not list is rare.
 */
export function createGramFrequency(database: Database): GramFrequency {
  let known: { products: number; share: Map<number, number>; at: number } | undefined;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const [row] = await database.query<{ products: number; grams: number[] | null; shares: number[] | null }>(
      `SELECT greatest(c.reltuples, 0) AS products, s.most_common_elems::text::int[] AS grams, s.most_common_elem_freqs AS shares
       FROM pg_class c LEFT JOIN pg_stats s ON s.schemaname = 'order' AND s.tablename = 'product' AND s.attname = 'search_grams'
       WHERE c.oid = 'product'::regclass`,
    );
    const share = new Map<number, number>();
    for (const [index, gram] of (row?.grams ?? []).entries()) share.set(gram, row!.shares![index]!);
    known = { products: row?.products ?? 0, share, at: Date.now() };
  }

  return {
    async estimate(words) {
      if (!known || Date.now() - known.at > liveMs) {
        asking ??= ask().finally(() => (asking = undefined));
        if (!known) await asking;
        else asking.catch(() => undefined);
      }
      const { products, share } = known!;
      const shareOf = (grams: readonly number[]) => Math.min(...grams.map((gram) => share.get(gram) ?? 0));
      return { products, found: words.reduce((found, grams) => found * shareOf(grams), products) };
    },
  };
}
