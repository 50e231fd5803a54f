import { countWaiting } from "#lib/server/admin.ts";
import type { LayoutServerLoad } from "./$types.d.ts";

export const load: LayoutServerLoad = async (event) => {
  const { name } = await event.locals.visit.requireSession("ADMIN");
  return { admin: { name }, waiting: await countWaiting(event) };
};
