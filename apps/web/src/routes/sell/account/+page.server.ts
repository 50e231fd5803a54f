import { accountActions, loadAccount } from "#lib/server/account.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = (event) => loadAccount(event, "SELLER");

export const actions: Actions = accountActions("SELLER");
