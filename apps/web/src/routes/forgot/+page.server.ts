import { submit } from "#lib/server/form.ts";
import { answerOf } from "#lib/server/visit.ts";
import type { Actions } from "./$types.d.ts";

export const actions: Actions = {
  default: async ({ request, locals }) =>
    submit(await request.formData(), async (text) => {
      await answerOf(
        locals.visit.api().POST("/accounts/password/forgot", { body: { email: text("email"), role: "CUSTOMER" } }),
      );
      return { sent: true };
    }),
};
