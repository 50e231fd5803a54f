import { redirect } from "@sveltejs/kit";
import { formAction } from "#lib/server/form.ts";
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
  /** Changes what is there, adds options that are new, and takes away those that are gone; all or nothing. */
  default: formAction("SELLER", async ({ form, text, api, visit, event }) => {
    const { product, items } = await readProductForm(form, visit);
    const known = items.filter(({ id }) => id !== "");
    const kept = new Set(known.map(({ id }) => id));
    const body = {
      id: event.params.id!,
      ...product,
      items: known,
      addItems: items.filter(({ id }) => id === "").map(({ name, price, stock }) => ({ name, price, stock })),
      removeItemIds: text("shownItems")
        .split(" ")
        .filter((id) => id !== "" && !kept.has(id)),
    };
    await answerOf(api.PUT("/seller/product", { body }));
    redirect(303, "/sell/products?saved");
  }),
};
