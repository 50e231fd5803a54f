import { redirect } from "@sveltejs/kit";
import { formAction } from "#lib/server/form.ts";
import { readProductForm } from "#lib/server/product-form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  await event.locals.visit.requireSession("SELLER");
  const { items } = await needed(event, undefined, event.locals.visit.api().GET("/search/categories"));
  return { categories: items, key: newKey() };
};

export const actions: Actions = {
  default: formAction("SELLER", async ({ form, text, api, visit }) => {
    const { product, items } = await readProductForm(form, visit);
    const { categoryId, ...named } = product;
    const params = { header: { "idempotency-key": text("key") } };
    const body = {
      ...named,
      ...(categoryId && { categoryId }),
      items: items.map(({ name, price, stock }) => ({ name, price, stock })),
    };
    await answerOf(api.POST("/seller/product", { params, body }));
    redirect(303, "/sell/products?saved");
  }),
};
