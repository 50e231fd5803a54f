import { formAction } from "#lib/server/form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const query = { limit: 30, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const asked = visit.api("SELLER").POST("/seller/product/myproducts", { params: { query }, body: {} });
  const { searchParams } = event.url;
  const [saved, unchanged] = [searchParams.has("saved"), searchParams.has("unchanged")];
  return { products: await needed(event, "SELLER", asked), saved, unchanged };
};

export const actions: Actions = {
  remove: formAction("SELLER", async ({ text, api }) => {
    const params = { query: { productId: text("productId") } };
    await answerOf(api.DELETE("/seller/product", { params }));
  }),
};
