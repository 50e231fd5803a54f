import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { createPageCache } from "#lib/server/page-cache.ts";
import { addBanner, bannerOf } from "#lib/server/rehearsal.ts";
import { openVisit } from "#lib/server/visit.ts";

const cache = createPageCache();
/** Pages that may be shared: without forms that carry a key, and without tokens in their address. */
const shared: ReadonlySet<string | null> = new Set(["/", "/find", "/p/[id]"]);

/** Every request: who visits, in which language; what an edge may keep; headers that protect. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.visit = openVisit(event);
  const { language, isKnown, isRehearsal } = event.locals.visit;
  const isPublic = event.request.method === "GET" && !isKnown && shared.has(event.route.id);
  const key = event.request.url;
  const kept = isPublic ? cache.find(key) : undefined;
  if (kept) return kept;
  const resolved = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace("%jangteo.language%", language).replace("%jangteo.rehearsal%", bannerOf(isRehearsal)),
    filterSerializedResponseHeaders: () => false,
  });
  const response = isRehearsal && resolved.status >= 400 ? await addBanner(resolved) : resolved;
  const { headers } = response;
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  // A visitor without a cookie of ours sees what every other one sees.
  headers.append("vary", "cookie");
  if (!isPublic || response.status >= 400) {
    // Pictures say themselves how long their visitor may keep them.
    if (!headers.get("cache-control")?.startsWith("private, max-age"))
      headers.set("cache-control", "private, no-store");
    return response;
  }
  if (!headers.has("cache-control"))
    headers.set("cache-control", "public, max-age=0, s-maxage=5, stale-while-revalidate=60");
  return cache.keep(key, response);
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === "unknown") console.error(`  ${event.request.method} ${event.url.pathname}`, error);
  return undefined;
};
