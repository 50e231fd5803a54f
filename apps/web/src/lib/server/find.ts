import { needed, type Visit } from "./visit.ts";

const sorts = ["newest", "price-asc", "price-desc"] as const;

/** Reads the filters of a search from an address; what makes no sense is left out. */
export function readFilters(url: URL) {
  const text = (name: string) => url.searchParams.get(name)?.trim() ?? "";
  const price = (name: string) => (/^\d{1,12}$/.test(text(name)) ? Number(text(name)) : undefined);
  const sort = sorts.find((each) => each === text("sort")) ?? "newest";
  const categoryId = /^[a-z0-9-]{1,40}$/.test(text("categoryId")) ? text("categoryId") : undefined;
  const sellerId = /^[0-9a-f-]{36}$/.test(text("sellerId")) ? text("sellerId") : undefined;
  return {
    name: text("name").slice(0, 200),
    minPrice: price("minPrice"),
    maxPrice: price("maxPrice"),
    categoryId,
    sellerId,
    sort,
  };
}

/** A page of what is found. */
export function findProducts(event: { url: URL; locals: { visit: Visit } }) {
  const cursor = event.url.searchParams.get("cursor") ?? undefined;
  const query = { ...readFilters(event.url), limit: 24, cursor };
  return needed(event, undefined, event.locals.visit.api().GET("/search/product", { params: { query } }));
}
