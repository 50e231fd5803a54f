import { redirect } from "@sveltejs/kit";
import { forgetBasket } from "#lib/server/basket.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = () => redirect(303, "/");

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    await locals.visit.signOut("CUSTOMER");
    forgetBasket(cookies);
    redirect(303, "/");
  },
};
