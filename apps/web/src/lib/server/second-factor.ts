import { formAction, textOf } from "./form.ts";
import type { Role } from "./session.ts";
import { answerOf, needed, type Visit } from "./visit.ts";

const paths = {
  CUSTOMER: {
    factor: "/accounts/customer/secondFactor",
    activate: "/accounts/customer/secondFactor/activate",
    codes: "/accounts/customer/secondFactor/recoveryCodes",
    end: "/accounts/customer/secondFactor/end",
  },
  SELLER: {
    factor: "/accounts/seller/secondFactor",
    activate: "/accounts/seller/secondFactor/activate",
    codes: "/accounts/seller/secondFactor/recoveryCodes",
    end: "/accounts/seller/secondFactor/end",
  },
  ADMIN: {
    factor: "/accounts/admin/secondFactor",
    activate: "/accounts/admin/secondFactor/activate",
    codes: "/accounts/admin/secondFactor/recoveryCodes",
    end: "/accounts/admin/secondFactor/end",
  },
} as const;

/** What came of a form about the second factor: what an app is set up with, or recovery codes to keep. */
export type FactorDone = { uri?: string; recoveryCodes?: string[] };

export function loadFactor(event: { url: URL; locals: { visit: Visit } }, role: Role) {
  return needed(event, role, event.locals.visit.api(role).GET(paths[role].factor));
}

/** What people do with the second factor of their own account. */
export const factorActions = (role: Role) => ({
  factorBegin: formAction(role, async ({ form, api }) => {
    const body = { password: textOf(form, "factorPassword") };
    const { uri } = await answerOf(api.POST(paths[role].factor, { body }));
    return { factor: { uri } satisfies FactorDone };
  }),
  factorActivate: formAction(role, async ({ text, api, visit }) => {
    const { recoveryCodes } = await answerOf(api.POST(paths[role].activate, { body: { code: text("factorCode") } }));
    // The access token at hand is of a sign-in without a code. The recovery codes are shown this once, whatever comes of that.
    await visit.refresh(role).catch(() => undefined);
    return { factor: { recoveryCodes } satisfies FactorDone };
  }),
  factorChange: formAction(role, async ({ form, text, api, visit }) => {
    const body = { password: textOf(form, "factorPassword"), code: text("factorCode") };
    if (text("change") !== "end") {
      const { recoveryCodes } = await answerOf(api.POST(paths[role].codes, { body }));
      return { factor: { recoveryCodes } satisfies FactorDone };
    }
    await answerOf(api.POST(paths[role].end, { body }));
    await visit.refresh(role);
    return { factor: {} satisfies FactorDone };
  }),
});
