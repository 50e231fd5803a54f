import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { drawPicture } from "./pictures.ts";

/** Serves the demo's product pictures. */
export function servePictures(http: HttpServer): void {
  http.get<{ Params: { name: string } }>(
    "/pictures/:name",
    { schema: { hide: true }, config: { rateLimit: false } },
    (request, reply) => {
      const picture = drawPicture(request.params.name.replace(/\.svg$/, ""));
      if (picture === undefined) throw fail("NOT_FOUND");
      return reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .type("image/svg+xml")
        .send(picture);
    },
  );
}
