import type { LayoutServerLoad } from "./$types.d.ts";

export const load: LayoutServerLoad = async ({ locals }) => {
  const { name } = await locals.visit.requireSession("SELLER");
  return { seller: { name } };
};
