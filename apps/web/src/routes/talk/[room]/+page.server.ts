import { loadRoom, roomActions } from "#lib/server/talk.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = (event) => loadRoom(event, "customer");

export const actions: Actions = roomActions("customer");
