import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { FastifyRequest } from "fastify";

/** Where the marketplace is for people: what links in mails begin with. */
export function publicAddress(request: FastifyRequest, settings: Settings): string {
  return settings.publicUrl || request.server.listeningOrigin;
}
