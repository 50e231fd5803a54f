import { listRooms } from "#lib/server/talk.ts";
import type { RequestHandler } from "./$types.d.ts";

export const GET: RequestHandler = (event) => listRooms(event, "customer");
