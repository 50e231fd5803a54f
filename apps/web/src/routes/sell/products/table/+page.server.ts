import { redirect } from "@sveltejs/kit";
import { formAction } from "#lib/server/form.ts";
import { changesOf, readItemRows, sendItems } from "#lib/server/item-rows.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

const queryOf = (url: URL) => ({ limit: 50, cursor: url.searchParams.get("cursor") ?? undefined });

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const query = queryOf(event.url);
  const asked = visit.api("SELLER").POST("/seller/product/myproducts", { params: { query }, body: {} });
  return { products: await needed(event, "SELLER", asked), cursor: query.cursor };
};

export const actions: Actions = {
  /** Changes the options whose price or stock differs from what was shown; all or nothing. */
  default: formAction("SELLER", async ({ form, api, visit, event }) => {
    const items = changesOf(readItemRows(form));
    if (items.length === 0) return { unchanged: true };
    const readCurrent = async () => {
      const params = { query: queryOf(event.url) };
      const current = await answerOf(api.POST("/seller/product/myproducts", { params, body: {} }));
      return current.items.flatMap((product) =>
        product.items.map(({ id, name, stock }) => ({ id, label: `${product.name} ${name}`, stock })),
      );
    };
    await sendItems(form, visit, readCurrent, api.PUT("/seller/product/items", { body: { items } }));
    redirect(303, "/sell/products?saved");
  }),
};
