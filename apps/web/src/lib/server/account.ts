import { redirect } from "@sveltejs/kit";
import { forgetBasket } from "./basket.ts";
import { formAction, textOf } from "./form.ts";
import { factorActions, loadFactor } from "./second-factor.ts";
import { answerOf, needed, Refusal, type Visit } from "./visit.ts";

type Owner = "CUSTOMER" | "SELLER";
const paths = {
  CUSTOMER: {
    read: "/accounts/customer",
    update: "/accounts/customer/update",
    close: "/accounts/customer/close",
    email: "/accounts/customer/email",
    sessions: "/accounts/customer/sessions",
    session: "/accounts/customer/sessions/{id}",
    endOthers: "/accounts/customer/sessions/endOthers",
    events: "/accounts/customer/securityEvents",
  },
  SELLER: {
    read: "/accounts/seller",
    update: "/accounts/seller/update",
    close: "/accounts/seller/close",
    email: "/accounts/seller/email",
    sessions: "/accounts/seller/sessions",
    session: "/accounts/seller/sessions/{id}",
    endOthers: "/accounts/seller/sessions/endOthers",
    events: "/accounts/seller/securityEvents",
  },
} as const;

/** Somebody's own account. */
export async function loadAccount(event: { url: URL; locals: { visit: Visit } }, role: Owner) {
  const { visit } = event.locals;
  await visit.requireSession(role);
  const api = visit.api(role);
  const [account, { items: sessions }, { items: events }, factor] = await Promise.all([
    needed(event, role, api.POST(paths[role].read, { body: {} })),
    needed(event, role, api.GET(paths[role].sessions)),
    needed(event, role, api.GET(paths[role].events, { params: { query: { limit: 10 } } })),
    loadFactor(event, role),
  ]);
  return { account, role, sessions, events, factor };
}

/** What people do with their own account. */
export const accountActions = (role: Owner) => ({
  ...factorActions(role),
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
    // A new password signs out everywhere; here one stays, unless a code is needed for that.
    try {
      await visit.signIn(role, email, body.password);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.problem.code !== "CODE_REQUIRED") throw refusal;
      await visit.signOut(role);
      redirect(303, `/sign-in?said=reset${role === "SELLER" ? "&as=seller" : ""}`);
    }
    return { done: "password" as const };
  }),
  email: formAction(role, async ({ form, text, api }) => {
    const body = { email: text("email"), password: textOf(form, "emailPassword") };
    await answerOf(api.POST(paths[role].email, { body }));
    return { done: "email" as const };
  }),
  endSession: formAction(role, async ({ text, api }) => {
    await answerOf(api.DELETE(paths[role].session, { params: { path: { id: text("session") } } }));
    return { done: "session" as const };
  }),
  endOthers: formAction(role, async ({ api }) => {
    await answerOf(api.POST(paths[role].endOthers, { body: {} }));
    return { done: "session" as const };
  }),
  close: formAction(role, async ({ form, text, api, visit, event }) => {
    const body = { password: textOf(form, "password"), giveUpPoints: text("giveUpPoints") === "yes" };
    await answerOf(api.POST(paths[role].close, { body }));
    await visit.signOut(role);
    if (role === "CUSTOMER") forgetBasket(event.cookies);
    redirect(303, "/sign-in?said=closed");
  }),
});
