import { formAction } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const api = visit.api("CUSTOMER");
  const query = { limit: 20, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const [balance, entries] = await Promise.all([
    needed(event, "CUSTOMER", api.POST("/accounts/customer/balance/check", { body: {} })),
    needed(event, "CUSTOMER", api.GET("/accounts/balance/entries", { params: { query } })),
  ]);
  return { balance, entries, key: newKey() };
};

export const actions: Actions = {
  topUp: formAction("CUSTOMER", async ({ text, api }) => {
    const { changed } = await answerOf(
      api.POST("/accounts/customer/balance", {
        params: { header: { "idempotency-key": text("key") } },
        body: { amount: Number(text("amount")), from: text("from") },
      }),
    );
    return { toppedUp: changed };
  }),
};
