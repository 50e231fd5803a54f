import type { Settings } from "../settings/settings.ts";

/** Marks every response of a marketplace whose payments and payouts are rehearsed. */
export const rehearsalHeader = "x-jangteo-rehearsal";

const strictTransport = "max-age=31536000; includeSubDomains";

/** The headers that every response has, of the API, the pages and the gateway; `isSecure`: requested over TLS. */
export function standingHeaders({ rehearsal }: Settings, isSecure: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    ...(isSecure && { "strict-transport-security": strictTransport }),
    ...(rehearsal && { [rehearsalHeader]: "on" }),
  };
}
