import { forgetBasket, rememberBasket } from "#lib/server/basket.ts";
import { submit } from "#lib/server/form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const basket = await needed(event, "CUSTOMER", visit.api("CUSTOMER").GET("/customer/cart"));
  return { basket: rememberBasket(event.cookies, basket) };
};

export const actions: Actions = {
  set: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const params = { path: { itemId: text("itemId") } };
      const body = { quantity: Number(text("quantity")) };
      const api = locals.visit.api("CUSTOMER");
      const basket = await answerOf(api.PUT("/customer/cart/items/{itemId}", { params, body }));
      return { notices: rememberBasket(cookies, basket).notices };
    });
  },
  remove: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const params = { path: { itemId: text("itemId") } };
      const basket = await answerOf(locals.visit.api("CUSTOMER").DELETE("/customer/cart/items/{itemId}", { params }));
      return { notices: rememberBasket(cookies, basket).notices };
    });
  },
  clear: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async () => {
      await answerOf(locals.visit.api("CUSTOMER").DELETE("/customer/cart"));
      forgetBasket(cookies);
      return { notices: [] };
    });
  },
};
