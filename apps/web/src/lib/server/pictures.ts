import type { Visit } from "./visit.ts";

/** So many products are looked up for their pictures; the others go without. */
const productsMax = 30;

/** The first picture of each product, by its id; what is off sale has none. */
export async function picturesOf(visit: Visit, productIds: readonly string[]): Promise<Record<string, string>> {
  const found = await Promise.all(
    [...new Set(productIds)].slice(0, productsMax).map(async (productId) => {
      const { data } = await visit.api().GET("/search/product/detail", { params: { query: { productId } } });
      return [productId, data?.images[0]] as const;
    }),
  );
  return Object.fromEntries(found.filter((each): each is readonly [string, string] => each[1] !== undefined));
}
