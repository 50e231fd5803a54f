import { redirect } from "@sveltejs/kit";
import { formAction } from "#lib/server/form.ts";
import { changesOf, sendItems } from "#lib/server/item-rows.ts";
import { editedFields, readProductForm } from "#lib/server/product-form.ts";
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
  /** Changes what was edited, adds options that are new, and takes away those that are gone; all or nothing. */
  default: formAction("SELLER", async ({ form, text, api, visit, event }) => {
    const { product, shown, items } = await readProductForm(form, visit);
    const kept = new Set(items.map(({ id }) => id));
    const edited = editedFields(product, shown);
    const changes = changesOf(items);
    const addItems = items.filter(({ id }) => id === "").map(({ name, price, stock }) => ({ name, price, stock }));
    const removeItemIds = text("shownItems")
      .split(" ")
      .filter((id) => id !== "" && !kept.has(id));
    if (Object.keys(edited).length + changes.length + addItems.length + removeItemIds.length === 0)
      redirect(303, "/sell/products?unchanged");
    const id = event.params.id!;
    const body = { id, ...edited, items: changes, addItems, removeItemIds };
    const readCurrent = async () => {
      const query = { productId: id };
      const current = await answerOf(api.GET("/search/product/detail", { params: { query } }));
      return current.items.map((item) => ({ id: item.id, label: item.name, stock: item.stock }));
    };
    await sendItems(form, visit, readCurrent, api.PUT("/seller/product", { body }));
    redirect(303, "/sell/products?saved");
  }),
};
