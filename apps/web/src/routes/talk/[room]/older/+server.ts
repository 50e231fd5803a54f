import { olderMessages } from "#lib/server/talk.ts";
import type { RequestHandler } from "./$types.d.ts";

export const GET: RequestHandler = (event) => olderMessages(event, "customer");
