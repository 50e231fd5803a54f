import { redirect } from "@sveltejs/kit";
import { formAction } from "#lib/server/form.ts";
import { answerOf, needed } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const query = { limit: 50, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const asked = visit.api("SELLER").POST("/seller/product/myproducts", { params: { query }, body: {} });
  return { products: await needed(event, "SELLER", asked) };
};

export const actions: Actions = {
  /** Changes the options whose price or stock differs from what was shown; all or nothing. */
  default: formAction("SELLER", async ({ form, api }) => {
    const column = (name: string) => form.getAll(name).map(String);
    const [prices, stocks, shown] = [column("price"), column("stock"), column("shown")];
    const items = column("id")
      .map((id, row) => ({ id, price: Number(prices[row]), stock: Number(stocks[row]) }))
      .filter(({ price, stock }, row) => `${price} ${stock}` !== shown[row]);
    if (items.length === 0) return { unchanged: true };
    await answerOf(api.PUT("/seller/product/items", { body: { items } }));
    redirect(303, "/sell/products?saved");
  }),
};
