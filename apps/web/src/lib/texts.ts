import type { Messages } from "#lib/messages/messages.ts";
import { page } from "$app/state";

/** The texts of the language that the page is shown in. */
export const texts = (): Messages => page.data.t as Messages;
