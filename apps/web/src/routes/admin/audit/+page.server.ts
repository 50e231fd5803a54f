import { adminModule, adminModules, readAudit } from "#lib/server/admin.ts";
import type { PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  await event.locals.visit.requireSession("ADMIN");
  const { searchParams } = event.url;
  const module = adminModule(searchParams.get("of"));
  const log = await readAudit(event, module, { limit: 50, cursor: searchParams.get("cursor") ?? undefined });
  return { log, module, modules: adminModules };
};
