import { uploadPaths } from "@jangteo/contracts/uploads.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { Id } from "@jangteo/kernel/http/list.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { PictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { pictureRoute, uploadRoute } from "@jangteo/kernel/images/routes.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";

const tag = "Products";
/** So many pictures a seller may upload in a day. */
const dailyMax = 2_000;

/** Pictures of products: uploaded by sellers, seen by everyone. */
export function pictureRoutes(http: HttpServer, database: Database, pictures: PictureStore, settings: Settings): void {
  uploadRoute(http, {
    url: uploadPaths.productImage,
    summary: "Upload a picture (the bytes are the body); name its `url` among a product's images",
    tag,
    roles: ["SELLER"],
    errors: ["TOO_MANY_REQUESTS"],
    answer: Type.Object({ id: Id, url: Type.String(), width: Type.Integer(), height: Type.Integer() }),
    maxBytes: settings.imageMaxBytes,
    handle: async (upload, principal) => {
      const [mine] = await database.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM picture WHERE seller_id = $1 AND at > now() - interval '1 day'",
        [principal.id],
        "count-pictures",
      );
      if (mine!.count >= dailyMax) throw fail("TOO_MANY_REQUESTS");
      const { id, width, height, bytes } = await pictures.keep(upload, principal.id);
      await database.query(
        "INSERT INTO picture (id, seller_id, width, height, bytes) VALUES ($1, $2, $3, $4, $5)",
        [id, principal.id, width, height, bytes],
        "add-picture",
      );
      return { id, url: `/search/pictures/${id}`, width, height };
    },
  });
  for (const [url, size, summary] of [
    ["/search/pictures/:id", "full", "A picture of a product, as WebP"],
    ["/search/pictures/:id/thumbnail", "thumbnail", "The same picture, small"],
  ] as const)
    pictureRoute(http, {
      url,
      summary,
      tag,
      read: async (id) => {
        // Pictures of chat rooms are in the same storage, and are not for everyone.
        const known = await database.query("SELECT 1 FROM picture WHERE id = $1", [id], "find-picture");
        const bytes = known.length > 0 ? await pictures.read(id, size) : undefined;
        if (!bytes) throw fail("NOT_FOUND_IMAGE");
        return bytes;
      },
    });
}
