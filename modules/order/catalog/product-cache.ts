import type { Database } from "@jangteo/kernel/database/database.ts";
import { createBoundedCache } from "@jangteo/kernel/limits/bounded-cache.ts";
import { type CachedAnswer, withEtag } from "../search/answer-cache.ts";
import { findProduct } from "./product.ts";

export type ProductCache = {
  /** The product's bytes, from memory or read once for all who ask at the time; nothing if there is no such product. */
  get(productId: string): Promise<CachedAnswer | undefined>;
  /** Forgets products that have changed; call it after the commit. */
  forget(productIds: Iterable<string>): void;
  /** Forgets all, where it is not known which have changed. */
  forgetAll(): void;
};

/** Of all kept products together, in characters. */
const keptMaxLength = 16_777_216;

/** Keeps the serialised pages of recently seen products, at most `max` of them and 16 million characters. */
export function createProductCache(database: Database, max: number): ProductCache {
  const kept = createBoundedCache<CachedAnswer>({
    entriesMax: max,
    lengthMax: keptMaxLength,
    lengthOf: ({ body }) => body.length,
  });
  const loading = new Map<string, Promise<CachedAnswer | undefined>>();

  async function load(productId: string): Promise<CachedAnswer | undefined> {
    const product = await findProduct(database, productId);
    if (!product) return undefined;
    return withEtag(JSON.stringify(product));
  }

  return {
    async get(productId) {
      const known = kept.get(productId);
      if (known) return known;
      const underWay = loading.get(productId);
      if (underWay) return underWay;
      const promise = load(productId);
      loading.set(productId, promise);
      try {
        const product = await promise;
        // Forgotten while it was being read: what was read may be old, so it is answered but not kept.
        if (product && loading.get(productId) === promise) kept.set(productId, product);
        return product;
      } finally {
        if (loading.get(productId) === promise) loading.delete(productId);
      }
    },
    forget(productIds) {
      for (const id of productIds) {
        kept.delete(id);
        loading.delete(id);
      }
    },
    forgetAll() {
      kept.clear();
      loading.clear();
    },
  };
}
