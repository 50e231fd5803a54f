import { redirect } from "@sveltejs/kit";
import { submit } from "#lib/server/form.ts";
import { readProductForm } from "#lib/server/product-form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const query = { productId: event.params.id };
  const [product, categories] = await Promise.all([
    needed(event, undefined, visit.api().GET("/search/product/detail", { params: { query } })),
    needed(event, undefined, visit.api().GET("/search/categories")),
  ]);
  return { product, categories: categories.items };
};

export const actions: Actions = {
  /** Changes what is there, adds options that are new, and takes away those that are gone. */
  default: async ({ request, locals, params }) => {
    await locals.visit.requireSession("SELLER");
    const form = await request.formData();
    const refused = await submit(form, async () => {
      const api = locals.visit.api("SELLER");
      const { product, items } = readProductForm(form);
      const known = items.filter(({ id }) => id !== "");
      const body = { id: params.id, ...product, items: known };
      const before = await answerOf(api.PUT("/seller/product", { body }));
      for (const { name, price, stock } of items.filter(({ id }) => id === ""))
        await answerOf(api.POST("/seller/product/item", { body: { productId: params.id, name, price, stock } }));
      const kept = new Set(known.map(({ id }) => id));
      for (const { id } of before.items.filter((item) => !kept.has(item.id)))
        await answerOf(api.DELETE("/seller/product/item", { params: { query: { itemId: id } } }));
    });
    if (refused) return refused;
    redirect(303, "/sell/products?saved");
  },
};
