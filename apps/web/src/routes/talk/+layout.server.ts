import { loadTalks } from "#lib/server/talk.ts";
import type { LayoutServerLoad } from "./$types.d.ts";

export const load: LayoutServerLoad = (event) => loadTalks(event, "customer");
