import { redirect } from "@sveltejs/kit";
import { submit, textOf } from "#lib/server/form.ts";
import { readForm } from "#lib/server/read-form.ts";
import { safePath } from "#lib/server/safe-path.ts";
import { roleOf, type SignInAs, signInAs } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

const homes: Record<SignInAs, string> = { customer: "/", seller: "/sell", admin: "/admin" };

export const load: PageServerLoad = async ({ locals, url }) => {
  const as = signInAs(url.searchParams.get("as"));
  const to = safePath(url.searchParams.get("to") ?? homes[as]);
  if (await locals.visit.session(roleOf(as))) redirect(303, to);
  return { as, to, said: url.searchParams.get("said"), hasDemo: locals.visit.demo !== undefined };
};

export const actions: Actions = {
  signIn: async ({ request, locals }) => {
    const form = await readForm(request);
    const refused = await submit(form, async (text) => {
      const code = text("code");
      await locals.visit.signIn(roleOf(signInAs(text("as"))), text("email"), textOf(form, "password"), code);
    });
    if (refused) return refused;
    redirect(303, safePath(textOf(form, "to")));
  },
  demo: async ({ request, locals }) => {
    const form = await readForm(request);
    const { demo } = locals.visit;
    const refused = await submit(form, async (text) => {
      const as = signInAs(text("as"));
      if (demo) await locals.visit.signIn(roleOf(as), demo[as], demo.password);
    });
    if (refused) return refused;
    redirect(303, safePath(textOf(form, "to")));
  },
};
