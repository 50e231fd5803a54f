import { rememberBasket } from "#lib/server/basket.ts";
import { submit } from "#lib/server/form.ts";
import { readForm } from "#lib/server/read-form.ts";
import { openProductRoom } from "#lib/server/talk.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  const productId = event.params.id;
  const cursor = event.url.searchParams.get("reviews") ?? undefined;
  const reading = needed(
    event,
    undefined,
    visit.api().GET("/search/product/detail", { params: { query: { productId } } }),
  );
  const [product, reviews, response, wish] = await Promise.all([
    reading,
    needed(
      event,
      undefined,
      visit.api().GET("/search/product/reviews", { params: { query: { productId, limit: 10, cursor } } }),
    ),
    // How fast the seller answers is nice to know; a page goes without it.
    reading.then(({ sellerId }) =>
      visit
        .api()
        .GET("/chat-info/responseTime", { params: { query: { sellerId } } })
        .catch(() => undefined),
    ),
    (await visit.session("CUSTOMER"))
      ? visit.api("CUSTOMER").GET("/customer/wishes/{productId}", { params: { path: { productId } } })
      : undefined,
  ]);
  const chosen = event.url.searchParams.get("item");
  const answersIn = response?.data?.responseTime?.medianSeconds;
  // Visitors without a cookie share a page, and no key: the form leads them to the sign-in first.
  const key = visit.isKnown ? newKey() : undefined;
  return { product, reviews, answersIn, isWished: wish?.data?.wished ?? false, key, chosen };
};

export const actions: Actions = {
  /** Onto the wishlist, or off it. */
  wish: async ({ request, locals, params }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await readForm(request), async (text) => {
      const options = { params: { path: { productId: params.id } } };
      const api = locals.visit.api("CUSTOMER");
      if (text("wished") === "yes") await answerOf(api.DELETE("/customer/wishes/{productId}", options));
      else await answerOf(api.PUT("/customer/wishes/{productId}", { ...options, body: {} }));
      return { wished: text("wished") !== "yes" };
    });
  },
  /** A room with the seller about this product. */
  ask: (event) => openProductRoom(event, event.params.id),
  /** Complains about the product or one of its reviews. */
  report: async ({ request, locals }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await readForm(request), async (text) => {
      const kind = text("kind") === "review" ? ("review" as const) : ("product" as const);
      const body = { kind, id: text("id"), reason: text("reason") };
      await answerOf(locals.visit.api("CUSTOMER").POST("/customer/reports", { body }));
      return { reported: body.id };
    });
  },
  /** Puts the chosen option into the basket. */
  add: async ({ request, locals, cookies }) => {
    await locals.visit.requireSession("CUSTOMER");
    return submit(await readForm(request), async (text) => {
      const basket = await answerOf(
        locals.visit.api("CUSTOMER").POST("/customer/cart", {
          params: { header: { "idempotency-key": text("key") || newKey() } },
          body: { itemId: text("itemId"), quantity: Number(text("quantity")) },
        }),
      );
      rememberBasket(cookies, basket);
      return { added: true, key: newKey() };
    });
  },
};
