import { loadMessages } from "#lib/messages/messages.ts";
import type { LayoutLoad } from "./$types.d.ts";

export const load: LayoutLoad = async ({ data }) => ({ ...data, t: await loadMessages(data.language) });
