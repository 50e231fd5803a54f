import { submit } from "#lib/server/form.ts";
import { answerOf } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = ({ url }) => ({ isSeller: url.searchParams.get("as") === "seller" });

export const actions: Actions = {
  default: async ({ request, locals }) =>
    submit(await request.formData(), async (text) => {
      const role = text("as") === "seller" ? ("SELLER" as const) : ("CUSTOMER" as const);
      await answerOf(locals.visit.api().POST("/accounts/password/forgot", { body: { email: text("email"), role } }));
      return { sent: true };
    }),
};
