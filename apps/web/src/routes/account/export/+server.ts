import type { RequestHandler } from "./$types.d.ts";

/** All that the marketplace holds of whoever is signed in, as a file. */
export const GET: RequestHandler = ({ locals }) =>
  locals.visit.ask(new Request("http://api/accounts/customer/export"), "CUSTOMER");
