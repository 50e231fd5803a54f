import { submit } from "#lib/server/form.ts";
import { readForm } from "#lib/server/read-form.ts";
import { answerOf, roleOf, signInAs } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = ({ url }) => ({ as: signInAs(url.searchParams.get("as")) });

export const actions: Actions = {
  default: async ({ request, locals }) =>
    submit(await readForm(request), async (text) => {
      const role = roleOf(signInAs(text("as")));
      await answerOf(locals.visit.api().POST("/accounts/password/forgot", { body: { email: text("email"), role } }));
      return { sent: true };
    }),
};
