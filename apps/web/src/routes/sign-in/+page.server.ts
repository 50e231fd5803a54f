import { redirect } from "@sveltejs/kit";
import { submit, textOf } from "#lib/server/form.ts";
import { safePath } from "#lib/server/safe-path.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async ({ locals, url }) => {
  const to = safePath(url.searchParams.get("to"));
  if (await locals.visit.session("CUSTOMER")) redirect(303, to);
  return { to, said: url.searchParams.get("said"), hasDemo: locals.visit.demo !== undefined };
};

export const actions: Actions = {
  signIn: async ({ request, locals }) => {
    const form = await request.formData();
    const refused = await submit(form, async (text) => {
      await locals.visit.signIn("CUSTOMER", text("email"), textOf(form, "password"));
    });
    if (refused) return refused;
    redirect(303, safePath(textOf(form, "to")));
  },
  demo: async ({ request, locals }) => {
    const form = await request.formData();
    const { demo } = locals.visit;
    const refused = await submit(form, async () => {
      if (demo) await locals.visit.signIn("CUSTOMER", demo.email, demo.password);
    });
    if (refused) return refused;
    redirect(303, safePath(textOf(form, "to")));
  },
};
