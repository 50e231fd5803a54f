import { submit, textOf } from "#lib/server/form.ts";
import { answerOf, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = () => ({ key: newKey() });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    return submit(form, async (text) => {
      const account = await answerOf(
        locals.visit.api().POST("/accounts/customer/signup", {
          params: { header: { "idempotency-key": text("key") } },
          body: {
            email: text("email"),
            name: text("name"),
            phone: text("phone"),
            birth: text("birth"),
            password: textOf(form, "password"),
          },
        }),
      );
      return { sentTo: account.email };
    });
  },
};
