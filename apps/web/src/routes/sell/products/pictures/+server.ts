import { sendPicture } from "#lib/server/product-form.ts";
import type { RequestHandler } from "./$types.d.ts";

/** A picture while the product's form is still open. */
export const POST: RequestHandler = async ({ request, locals }) =>
  sendPicture(locals.visit, request.headers.get("content-type") ?? "", await request.arrayBuffer());
