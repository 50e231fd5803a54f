import { basketCount } from "#lib/server/basket.ts";
import type { LayoutServerLoad } from "./$types.d.ts";

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
  const { visit } = locals;
  const customer = await visit.session("CUSTOMER");
  return {
    language: visit.language,
    customer: customer && { name: customer.name },
    basketCount: basketCount(cookies),
  };
};
