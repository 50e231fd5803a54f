import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("ADMIN");
  const query = { limit: 50, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const asked = visit.api("ADMIN").GET("/accounts/admin/suspense", { params: { query } });
  return { suspense: await needed(event, "ADMIN", asked) };
};
