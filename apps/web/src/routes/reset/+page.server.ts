import { redirect } from "@sveltejs/kit";
import { submit, textOf } from "#lib/server/form.ts";
import { readForm } from "#lib/server/read-form.ts";
import { answerOf } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get("token") ?? "" });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    return submit(form, async (text) => {
      const body = { token: text("token"), password: textOf(form, "password") };
      const { role } = await answerOf(locals.visit.api().POST("/accounts/password/reset", { body }));
      redirect(303, `/sign-in?as=${role.toLowerCase()}&said=reset`);
    });
  },
};
