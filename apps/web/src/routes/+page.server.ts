import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const api = event.locals.visit.api();
  const [categories, fresh] = await Promise.all([
    needed(event, undefined, api.GET("/search/categories")),
    needed(
      event,
      undefined,
      api.GET("/search/product", { params: { query: { name: "", sort: "newest", limit: 16 } } }),
    ),
  ]);
  return { categories: categories.items, fresh: fresh.items };
};
