import { countWaiting } from "#lib/server/admin.ts";
import { secondFactorPath } from "#lib/server/visit.ts";
import type { LayoutServerLoad } from "./$types.d.ts";

const nothing = { reports: 0, disputes: 0, events: 0 };

export const load: LayoutServerLoad = async (event) => {
  const { name } = await event.locals.visit.requireSession("ADMIN");
  const waiting = countWaiting(event);
  // Where the second factor is set up that the counts need.
  const isReachable = event.url.pathname === secondFactorPath;
  return { admin: { name }, waiting: await (isReachable ? waiting.catch(() => nothing) : waiting) };
};
