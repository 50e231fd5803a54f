import { rememberBasket } from "#lib/server/basket.ts";
import { submit } from "#lib/server/form.ts";
import { openProductRoom } from "#lib/server/talk.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  const productId = event.params.id;
  const cursor = event.url.searchParams.get("reviews") ?? undefined;
  const [product, reviews, wish] = await Promise.all([
    needed(event, undefined, visit.api().GET("/search/product/detail", { params: { query: { productId } } })),
    needed(
      event,
      undefined,
      visit.api().GET("/search/product/reviews", { params: { query: { productId, limit: 10, cursor } } }),
    ),
    (await visit.session("CUSTOMER"))
      ? visit.api("CUSTOMER").GET("/customer/wishes/{productId}", { params: { path: { productId } } })
      : undefined,
  ]);
  const chosen = event.url.searchParams.get("item");
  return { product, reviews, isWished: wish?.data?.wished ?? false, key: newKey(), chosen };
};

export const actions: Actions = {
  /** Onto the wishlist, or off it. */
  wish: async ({ request, locals, params }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await request.formData(), async (text) => {
      const options = { params: { path: { productId: params.id } } };
      const api = locals.visit.api("CUSTOMER");
      if (text("wished") === "yes") await answerOf(api.DELETE("/customer/wishes/{productId}", options));
      else await answerOf(api.PUT("/customer/wishes/{productId}", { ...options, body: {} }));
      return { wished: text("wished") !== "yes" };
    });
  },
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
