import { json } from "@sveltejs/kit";
import { roleOf } from "#lib/server/visit.ts";
import type { RequestHandler } from "./$types.d.ts";

/** An access token for the chat's socket, which shows it itself. */
export const POST: RequestHandler = async ({ url, locals }) => {
  const session = await locals.visit.session(roleOf(url.searchParams.get("as") === "seller" ? "seller" : "customer"));
  return session ? json({ token: session.accessToken }) : json({}, { status: 401 });
};
