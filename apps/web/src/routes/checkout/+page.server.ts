import { redirect } from "@sveltejs/kit";
import { forgetBasket, rememberBasket } from "#lib/server/basket.ts";
import { submit } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const api = visit.api("CUSTOMER");
  const [basket, { balance }] = await Promise.all([
    needed(event, "CUSTOMER", api.GET("/customer/cart")),
    needed(event, "CUSTOMER", api.POST("/accounts/customer/balance/check", { body: {} })),
  ]);
  rememberBasket(event.cookies, basket);
  const lines = basket.lines.filter(({ available }) => available);
  if (lines.length === 0 && event.request.method === "GET") redirect(303, "/basket");
  return { lines, total: basket.total, notices: basket.notices, balance, key: newKey() };
};

export const actions: Actions = {
  /** Pays what was shown, at the price that was shown. */
  buy: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    const form = await request.formData();
    const order = await submit(form, (text) =>
      answerOf(
        locals.visit.api("CUSTOMER").POST("/customer/orders", {
          params: { header: { "idempotency-key": text("key") } },
          body: { expectedTotal: Number(text("expectedTotal")) },
        }),
      ),
    );
    if (!("id" in order)) return order;
    forgetBasket(cookies);
    redirect(303, `/orders/${order.id}?new`);
  },
  topUp: async ({ request, locals }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const { changed } = await answerOf(
        locals.visit.api("CUSTOMER").POST("/accounts/customer/balance", {
          params: { header: { "idempotency-key": text("key") } },
          body: { amount: Number(text("amount")), from: text("from") || "card" },
        }),
      );
      return { toppedUp: changed };
    });
  },
};
