import { submit, textOf } from "#lib/server/form.ts";
import { readForm } from "#lib/server/read-form.ts";
import { answerOf, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = ({ url }) => ({ key: newKey(), isSeller: url.searchParams.get("as") === "seller" });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    return submit(form, async (text) => {
      const params = { header: { "idempotency-key": text("key") } };
      const company = text("companyRegistrationNumber");
      const body = {
        email: text("email"),
        name: text("name"),
        phone: text("phone"),
        birth: text("birth"),
        password: textOf(form, "password"),
      };
      const api = locals.visit.api();
      const account = await answerOf(
        text("as") === "seller"
          ? api.POST("/accounts/seller/signup", {
              params,
              body: { ...body, ...(company && { companyRegistrationNumber: company }) },
            })
          : api.POST("/accounts/customer/signup", { params, body }),
      );
      return { sentTo: account.email };
    });
  },
};
