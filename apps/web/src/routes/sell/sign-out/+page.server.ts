import { redirect } from "@sveltejs/kit";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = () => redirect(303, "/");

export const actions: Actions = {
  default: async ({ locals }) => {
    await locals.visit.signOut("SELLER");
    redirect(303, "/");
  },
};
