import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const query = { limit: 40, cursor: event.url.searchParams.get("cursor") ?? undefined };
  return {
    wishes: await needed(event, "CUSTOMER", visit.api("CUSTOMER").GET("/customer/wishes", { params: { query } })),
  };
};
