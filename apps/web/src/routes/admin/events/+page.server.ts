import { adminModule, adminModules, moveParked, readParked } from "#lib/server/admin.ts";
import { formAction } from "#lib/server/form.ts";
import { answerOf } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  await event.locals.visit.requireSession("ADMIN");
  const modules = await Promise.all(
    adminModules.map(async (name) => {
      const cursor = event.url.searchParams.get(name) ?? undefined;
      return { name, ...(await readParked(event, name, { limit: 20, cursor })) };
    }),
  );
  return { modules };
};

export const actions: Actions = {
  decide: formAction("ADMIN", async ({ text, visit }) => {
    const verb = text("decision") === "retry" ? "retry" : "drop";
    await answerOf(moveParked(visit, adminModule(text("module")), verb, text("id"), text("reason")));
  }),
};
