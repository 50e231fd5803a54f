import { readAudit } from "#lib/server/admin.ts";
import { formAction } from "#lib/server/form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  const { accountId } = await visit.requireSession("ADMIN");
  const { id } = event.params;
  const member = await needed(
    event,
    "ADMIN",
    visit.api("ADMIN").GET("/accounts/admin/members/{id}", { params: { path: { id } } }),
  );
  const { items } = await readAudit(event, "account", { limit: 20, subjectId: id });
  return { member, history: items.filter(({ action }) => action !== "member.read"), isMe: id === accountId };
};

export const actions: Actions = {
  move: formAction("ADMIN", async ({ text, api, event }) => {
    const options = { params: { path: { id: event.params.id! } }, body: { reason: text("reason") } };
    if (text("decision") === "reinstate") await answerOf(api.POST("/accounts/admin/members/{id}/reinstate", options));
    else await answerOf(api.POST("/accounts/admin/members/{id}/suspend", options));
  }),
};
