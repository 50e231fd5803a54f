import { json } from "@sveltejs/kit";
import type { RequestHandler } from "./$types.d.ts";

/** Unread messages and news of orders, for the header of a page that is there already; 20 news stand for that or more. */
export const GET: RequestHandler = async ({ locals }) => {
  const { visit } = locals;
  if (!(await visit.session("CUSTOMER"))) return json({ count: 0 });
  const api = visit.api("CUSTOMER");
  const [me, news] = await Promise.all([
    api.POST("/chat-info/myInfo", { body: {} }),
    api.GET("/customer/notifications", { params: { query: { limit: 20 } } }),
  ]);
  return json({ count: (me.data?.unread ?? 0) + (news.data?.items.filter(({ isNew }) => isNew).length ?? 0) });
};
