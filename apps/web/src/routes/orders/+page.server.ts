import { picturesOf } from "#lib/server/pictures.ts";
import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const cursor = event.url.searchParams.get("cursor") ?? undefined;
  const query = { limit: 10, cursor };
  const orders = await needed(event, "CUSTOMER", visit.api("CUSTOMER").GET("/customer/orders", { params: { query } }));
  const pictures = await picturesOf(
    visit,
    orders.items.flatMap(({ lines }) => lines.slice(0, 1).map(({ productId }) => productId)),
  );
  return { orders, pictures };
};
