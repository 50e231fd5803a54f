import { redirect } from "@sveltejs/kit";
import { safePath } from "#lib/server/safe-path.ts";
import { languageCookie } from "#lib/server/visit.ts";
import type { RequestHandler } from "./$types.d.ts";

/** Chooses the language, and goes back. */
export const GET: RequestHandler = ({ url, cookies }) => {
  const to = url.searchParams.get("to") === "en" ? "en" : "ko";
  cookies.set(languageCookie, to, { path: "/", maxAge: 365 * 86_400, sameSite: "lax", httpOnly: true, secure: false });
  redirect(303, safePath(url.searchParams.get("back")));
};
