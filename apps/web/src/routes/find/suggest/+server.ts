import { json } from "@sveltejs/kit";
import { needed } from "#lib/server/visit.ts";
import type { RequestHandler } from "./$types.d.ts";

export const GET: RequestHandler = async (event) => {
  const q = (event.url.searchParams.get("q") ?? "").slice(0, 200);
  const { items } = await needed(
    event,
    undefined,
    event.locals.visit.api().GET("/search/suggest", { params: { query: { q } } }),
  );
  return json({ items: items.slice(0, 8) });
};
