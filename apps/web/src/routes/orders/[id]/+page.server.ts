import { formAction } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const path = { id: event.params.id };
  const order = await needed(
    event,
    "CUSTOMER",
    visit.api("CUSTOMER").GET("/customer/orders/{id}", { params: { path } }),
  );
  return { order, key: newKey(), isNew: event.url.searchParams.has("new") };
};

export const actions: Actions = {
  cancel: formAction("CUSTOMER", async ({ text, api, event }) => {
    await answerOf(
      api.POST("/customer/orders/{id}/cancel", {
        params: { path: { id: event.params.id! }, header: { "idempotency-key": text("key") } },
        body: { sellerId: text("sellerId") },
      }),
    );
  }),
  dispute: formAction("CUSTOMER", async ({ text, api, event }) => {
    await answerOf(
      api.POST("/customer/orders/{id}/dispute", {
        params: { path: { id: event.params.id! }, header: { "idempotency-key": text("key") } },
        body: { sellerId: text("sellerId"), reason: text("reason") },
      }),
    );
  }),
  review: formAction("CUSTOMER", async ({ text, api }) => {
    const params = { path: { productId: text("productId") } };
    const body = { rating: Number(text("rating")), body: text("body") };
    await answerOf(api.PUT("/customer/reviews/{productId}", { params, body }));
    return { reviewed: text("productId") };
  }),
  confirm: formAction("CUSTOMER", async ({ text, api, event }) => {
    await answerOf(
      api.POST("/customer/orders/{id}/confirm", {
        params: { path: { id: event.params.id! }, header: { "idempotency-key": text("key") } },
        body: { sellerId: text("sellerId") },
      }),
    );
  }),
};
