import { redirect } from "@sveltejs/kit";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = () => redirect(303, "/admin");

export const actions: Actions = {
  default: async ({ locals }) => {
    await locals.visit.signOut("ADMIN");
    redirect(303, "/sign-in?as=admin");
  },
};
