import { submit } from "#lib/server/form.ts";
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
  cancel: async ({ request, locals, params }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      await answerOf(
        locals.visit.api("CUSTOMER").POST("/customer/orders/{id}/cancel", {
          params: { path: { id: params.id }, header: { "idempotency-key": text("key") } },
          body: { sellerId: text("sellerId") },
        }),
      );
    });
  },
  review: async ({ request, locals }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const params = { path: { productId: text("productId") } };
      const body = { rating: Number(text("rating")), body: text("body") };
      await answerOf(locals.visit.api("CUSTOMER").PUT("/customer/reviews/{productId}", { params, body }));
      return { reviewed: text("productId") };
    });
  },
  confirm: async ({ request, locals, params }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      await answerOf(
        locals.visit.api("CUSTOMER").POST("/customer/orders/{id}/confirm", {
          params: { path: { id: params.id }, header: { "idempotency-key": text("key") } },
          body: { sellerId: text("sellerId") },
        }),
      );
    });
  },
};
