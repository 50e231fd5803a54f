import { needed } from "#lib/server/visit.ts";
import type { PageServerLoad } from "./$types.d.ts";

const roles = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const statuses = ["ACTIVE", "SUSPENDED", "CLOSED"] as const;

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("ADMIN");
  const { searchParams } = event.url;
  const q = searchParams.get("q") ?? "";
  const role = roles.find((each) => each === searchParams.get("role"));
  const status = statuses.find((each) => each === searchParams.get("status"));
  const query = { q, role, status, limit: 30, cursor: searchParams.get("cursor") ?? undefined };
  const found = await needed(event, "ADMIN", visit.api("ADMIN").GET("/accounts/admin/members", { params: { query } }));
  const more = found.nextCursor && new URLSearchParams(searchParams);
  if (more) more.set("cursor", found.nextCursor!);
  return { members: found.items, more: more ? `?${more.toString()}` : undefined, q, role, status, roles, statuses };
};
