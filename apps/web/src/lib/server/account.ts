import { redirect } from "@sveltejs/kit";
import { forgetBasket } from "./basket.ts";
import { formAction, textOf } from "./form.ts";
import { answerOf, needed, type Visit } from "./visit.ts";

type Owner = "CUSTOMER" | "SELLER";
const paths = {
  CUSTOMER: { read: "/accounts/customer", update: "/accounts/customer/update", close: "/accounts/customer/close" },
  SELLER: { read: "/accounts/seller", update: "/accounts/seller/update", close: "/accounts/seller/close" },
} as const;

/** Somebody's own account. */
export async function loadAccount(event: { url: URL; locals: { visit: Visit } }, role: Owner) {
  const { visit } = event.locals;
  await visit.requireSession(role);
  const account = await needed(event, role, visit.api(role).POST(paths[role].read, { body: {} }));
  return { account, role };
}

/** What people do with their own account. */
export const accountActions = (role: Owner) => ({
  update: formAction(role, async ({ text, api, visit }) => {
    const company = text("companyRegistrationNumber");
    const body = {
      name: text("name"),
      ...(text("phone") && { phone: text("phone") }),
      ...(text("birth") && { birth: text("birth") }),
      ...(role === "SELLER" && company && { companyRegistrationNumber: company }),
    };
    await answerOf(api.PUT(paths[role].update, { body }));
    await visit.refresh(role);
    return { done: "update" as const };
  }),
  password: formAction(role, async ({ form, api, visit }) => {
    const body = { password: textOf(form, "password"), currentPassword: textOf(form, "currentPassword") };
    const { email } = await answerOf(api.PUT(paths[role].update, { body }));
    // A new password signs out everywhere; here one stays.
    await visit.signIn(role, email, body.password);
    return { done: "password" as const };
  }),
  close: formAction(role, async ({ form, text, api, visit, event }) => {
    const body = { password: textOf(form, "password"), giveUpPoints: text("giveUpPoints") === "yes" };
    await answerOf(api.POST(paths[role].close, { body }));
    await visit.signOut(role);
    if (role === "CUSTOMER") forgetBasket(event.cookies);
    redirect(303, "/sign-in?said=closed");
  }),
});
