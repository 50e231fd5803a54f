import { forgetBasket, rememberBasket } from "#lib/server/basket.ts";
import { formAction } from "#lib/server/form.ts";
import { picturesOf } from "#lib/server/pictures.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const basket = await needed(event, "CUSTOMER", visit.api("CUSTOMER").GET("/customer/cart"));
  const pictures = await picturesOf(
    visit,
    basket.lines.map(({ productId }) => productId),
  );
  return { basket: rememberBasket(event.cookies, basket), pictures };
};

export const actions: Actions = {
  set: formAction("CUSTOMER", async ({ text, api, event }) => {
    const params = { path: { itemId: text("itemId") } };
    const body = { quantity: Number(text("quantity")) };
    const basket = await answerOf(api.PUT("/customer/cart/items/{itemId}", { params, body }));
    return { notices: rememberBasket(event.cookies, basket).notices };
  }),
  remove: formAction("CUSTOMER", async ({ text, api, event }) => {
    const params = { path: { itemId: text("itemId") } };
    const basket = await answerOf(api.DELETE("/customer/cart/items/{itemId}", { params }));
    return { notices: rememberBasket(event.cookies, basket).notices };
  }),
  clear: formAction("CUSTOMER", async ({ api, event }) => {
    await answerOf(api.DELETE("/customer/cart"));
    forgetBasket(event.cookies);
    return { notices: [] };
  }),
};
