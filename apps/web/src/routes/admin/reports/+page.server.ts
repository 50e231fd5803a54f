import { formAction } from "#lib/server/form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("ADMIN");
  const { searchParams } = event.url;
  const all = searchParams.has("all");
  const api = visit.api("ADMIN");
  const query = (name: string) => ({ all, limit: 30, cursor: searchParams.get(name) ?? undefined });
  const [goods, messages] = await Promise.all([
    needed(event, "ADMIN", api.GET("/order-admin/reports", { params: { query: query("goods") } })),
    needed(event, "ADMIN", api.GET("/chat-admin/reports", { params: { query: query("messages") } })),
  ]);
  return { goods, messages, all };
};

export const actions: Actions = {
  decide: formAction("ADMIN", async ({ text, api }) => {
    const decision = text("decision") === "REMOVED" ? ("REMOVED" as const) : ("DISMISSED" as const);
    const options = { params: { path: { id: text("id") } }, body: { decision, reason: text("reason") } };
    if (text("of") === "chat") await answerOf(api.POST("/chat-admin/reports/{id}/decide", options));
    else await answerOf(api.POST("/order-admin/reports/{id}/decide", options));
  }),
};
