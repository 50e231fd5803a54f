import { redirect } from "@sveltejs/kit";
import { forgetBasket, rememberBasket } from "#lib/server/basket.ts";
import { formAction } from "#lib/server/form.ts";
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
  buy: formAction("CUSTOMER", async ({ text, api, event }) => {
    const order = await answerOf(
      api.POST("/customer/orders", {
        params: { header: { "idempotency-key": text("key") } },
        body: { expectedTotal: Number(text("expectedTotal")) },
      }),
    );
    forgetBasket(event.cookies);
    redirect(303, `/orders/${order.id}?new`);
  }),
  topUp: formAction("CUSTOMER", async ({ text, api }) => {
    const { changed } = await answerOf(
      api.POST("/accounts/customer/balance", {
        params: { header: { "idempotency-key": text("key") } },
        body: { amount: Number(text("amount")), from: text("from") || "card" },
      }),
    );
    return { toppedUp: changed };
  }),
};
