import { formAction } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const { items } = await needed(event, "SELLER", visit.api("SELLER").GET("/chat-info/quickReplies"));
  return { replies: items, key: newKey() };
};

export const actions: Actions = {
  add: formAction("SELLER", async ({ text, api }) => {
    const params = { header: { "idempotency-key": text("key") } };
    await answerOf(api.POST("/chat-info/quickReplies", { params, body: { text: text("text") } }));
    return { added: true };
  }),
  remove: formAction("SELLER", async ({ text, api }) => {
    await answerOf(api.DELETE("/chat-info/quickReplies/{id}", { params: { path: { id: text("id") } } }));
    return { added: false };
  }),
};
