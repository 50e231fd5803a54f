import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

const periods = [7, 30, 90] as const;

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const days = periods.find((each) => String(each) === event.url.searchParams.get("days")) ?? 30;
  const api = visit.api("SELLER");
  const [statistics, me] = await Promise.all([
    needed(event, "SELLER", api.GET("/seller/statistics", { params: { query: { days } } })),
    needed(event, "SELLER", api.POST("/chat-info/myInfo", { body: {} })),
  ]);
  return { statistics, responseTime: me.responseTime, days, periods };
};
