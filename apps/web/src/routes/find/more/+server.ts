import { json } from "@sveltejs/kit";
import { findProducts } from "#lib/server/find.ts";
import type { RequestHandler } from "./$types.d.ts";

/** The next page of a search, for those whose browser runs scripts. */
export const GET: RequestHandler = async (event) => json(await findProducts(event));
