import { roleOf } from "#lib/server/visit.ts";
import type { RequestHandler } from "./$types.d.ts";

/** A picture of a room, for those who are in it. */
export const GET: RequestHandler = ({ params, url, locals }) => {
  const size = url.searchParams.has("small") ? "/thumbnail" : "";
  const path = `/chat/images/${encodeURIComponent(params.id)}${size}`;
  const role = roleOf(url.searchParams.get("as") === "seller" ? "seller" : "customer");
  return locals.visit.ask(new Request(`http://api${path}`), role);
};
