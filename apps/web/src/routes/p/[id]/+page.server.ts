import { rememberBasket } from "#lib/server/basket.ts";
import { submit } from "#lib/server/form.ts";
import { openProductRoom } from "#lib/server/talk.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const query = { productId: event.params.id };
  const product = await needed(
    event,
    undefined,
    event.locals.visit.api().GET("/search/product/detail", { params: { query } }),
  );
  return { product, key: newKey(), chosen: event.url.searchParams.get("item") };
};

export const actions: Actions = {
  /** A room with the seller about this product. */
  ask: (event) => openProductRoom(event, event.params.id),
  /** Puts the chosen option into the basket. */
  add: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const basket = await answerOf(
        locals.visit.api("CUSTOMER").POST("/customer/cart", {
          params: { header: { "idempotency-key": text("key") } },
          body: { itemId: text("itemId"), quantity: Number(text("quantity")) },
        }),
      );
      rememberBasket(cookies, basket);
      return { added: true, key: newKey() };
    });
  },
};
