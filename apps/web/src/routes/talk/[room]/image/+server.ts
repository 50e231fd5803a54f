import { uploadImage } from "#lib/server/talk.ts";
import type { RequestHandler } from "./$types.d.ts";

export const POST: RequestHandler = (event) => uploadImage(event, "customer");
