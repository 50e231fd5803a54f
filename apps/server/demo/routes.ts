import { readFile } from "node:fs/promises";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";

const folder = new URL("./pictures/", import.meta.url);

/** Serves the demo's product pictures. */
export function servePictures(http: HttpServer): void {
  http.get<{ Params: { name: string } }>(
    "/pictures/:name",
    { schema: { hide: true }, config: { unlimited: true } },
    async (request, reply) => {
      const { name } = request.params;
      const picture = /^[a-z]+-\d\.webp$/.test(name) && (await readFile(new URL(name, folder)).catch(() => undefined));
      if (!picture) throw fail("NOT_FOUND");
      return reply.header("cache-control", "public, max-age=31536000, immutable").type("image/webp").send(picture);
    },
  );
}
