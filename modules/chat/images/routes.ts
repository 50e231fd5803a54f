import { uploadPaths } from "@jangteo/contracts/uploads.ts";
import { Id } from "@jangteo/kernel/http/list.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { pictureRoute, uploadRoute } from "@jangteo/kernel/images/routes.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import type { Images } from "./images.ts";

const roles = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const tag = "Chat: images";

/** Uploading into a room, and looking at what was uploaded. */
export function imageRoutes(http: HttpServer, images: Images, settings: Settings): void {
  uploadRoute(http, {
    url: uploadPaths.chatImage,
    summary: "Upload a picture into a room (the bytes are the body); send it with { image: id }",
    tag,
    roles,
    params: Type.Object({ id: Id }),
    errors: ["NOT_FOUND_ROOM", "TOO_MANY_REQUESTS"],
    answer: Type.Object({ id: Id, width: Type.Integer(), height: Type.Integer() }),
    maxBytes: settings.imageMaxBytes,
    handle: (bytes, principal, { id }) => images.upload(id!, principal.id, bytes),
  });
  for (const [url, size, summary] of [
    ["/chat/images/:id", "full", "A picture of a room of mine, as WebP"],
    ["/chat/images/:id/thumbnail", "thumbnail", "The same picture, small"],
  ] as const)
    pictureRoute(http, { url, summary, tag, roles, read: (id, principal) => images.read(id, principal!.id, size) });
}
