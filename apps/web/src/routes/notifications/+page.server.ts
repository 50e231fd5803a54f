import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const api = visit.api("CUSTOMER");
  const query = { limit: 30, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const news = await needed(event, "CUSTOMER", api.GET("/customer/notifications", { params: { query } }));
  // Whoever looks at the list has seen it; the marks on it are of the time before.
  if (news.items.some(({ isNew }) => isNew)) await api.POST("/customer/notifications/seen", { body: {} });
  return { news };
};
