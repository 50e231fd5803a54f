import { error } from "@sveltejs/kit";
import { sendPicture } from "#lib/server/product-form.ts";
import type { RequestHandler } from "./$types.d.ts";

/** A picture while the product's form is still open. */
export const POST: RequestHandler = async ({ request, locals }) => {
  // Nobody's bytes are taken in before it is known whose they are.
  if (!(await locals.visit.session("SELLER"))) error(401, { message: "sign in" });
  return sendPicture(locals.visit, request.headers.get("content-type") ?? "", await request.arrayBuffer());
};
