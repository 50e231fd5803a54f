import { formAction } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("ADMIN");
  const { searchParams } = event.url;
  const all = searchParams.has("all");
  const query = { all, limit: 30, cursor: searchParams.get("cursor") ?? undefined };
  const disputes = await needed(event, "ADMIN", visit.api("ADMIN").GET("/order-admin/disputes", { params: { query } }));
  return { disputes, all, key: newKey() };
};

export const actions: Actions = {
  decide: formAction("ADMIN", async ({ text, api }) => {
    await answerOf(
      api.POST("/order-admin/disputes/{id}/decide", {
        params: { path: { id: text("id") }, header: { "idempotency-key": text("key") } },
        body: { decision: text("decision") === "REFUND" ? "REFUND" : "DISMISS", reason: text("reason") },
      }),
    );
  }),
};
