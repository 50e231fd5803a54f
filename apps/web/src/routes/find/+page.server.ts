import { findProducts, readFilters } from "#lib/server/find.ts";
import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const [found, categories] = await Promise.all([
    findProducts(event),
    needed(event, undefined, event.locals.visit.api().GET("/search/categories")),
  ]);
  return { filters: readFilters(event.url), found, categories: categories.items };
};
