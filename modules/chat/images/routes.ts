import { Id } from "@jangteo/kernel/http/list.ts";
import { responses } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import type { Images } from "./images.ts";

const everyone = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const tag = "Chat: images";
const ImageView = Type.Object({ id: Id, width: Type.Integer(), height: Type.Integer() });

/** Uploading into a room, and looking at what was uploaded. */
export function imageRoutes(http: HttpServer, images: Images, settings: Settings): void {
  // In a scope of its own: bytes are a body here and nowhere else.
  void http.register((scope, _options, done) => {
    scope.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: "buffer", bodyLimit: settings.imageMaxBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.route({
      method: "POST",
      url: "/chat/:id/images",
      bodyLimit: settings.imageMaxBytes,
      config: { roles: everyone },
      schema: {
        summary: "Upload a picture into a room (the bytes are the body); send it with { image: id }",
        tags: [tag],
        security: [{ token: [] }],
        consumes: ["image/jpeg", "image/png", "image/webp", "image/gif"],
        params: Type.Object({ id: Id }),
        response: responses(
          {
            answers: { 201: ImageView },
            errors: ["NOT_FOUND_ROOM", "NOT_AN_IMAGE", "IMAGE_TOO_LARGE", "OVERLOADED"],
            roles: everyone,
          },
          true,
        ),
      },
      handler: async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) throw fail("NOT_AN_IMAGE");
        const { id } = request.params as { id: string };
        const image = await images.upload(id, request.principal!.id, request.body);
        return reply.code(201).send(image);
      },
    });
    done();
  });

  for (const [url, size, summary] of [
    ["/chat/images/:id", "full", "A picture of a room of mine, as WebP"],
    ["/chat/images/:id/thumbnail", "thumbnail", "The same picture, small"],
  ] as const)
    http.route({
      method: "GET",
      url,
      config: { roles: everyone },
      schema: {
        summary,
        tags: [tag],
        security: [{ token: [] }],
        params: Type.Object({ id: Id }),
        response: {
          ...responses({ answers: {}, errors: ["NOT_FOUND_IMAGE"], roles: everyone }, true),
          200: {
            description: "The picture",
            content: { "image/webp": { schema: Type.String({ format: "binary" }) } },
          },
        } as Record<string, object>,
      },
      handler: async (request, reply) => {
        const { id } = request.params as { id: string };
        const bytes = await images.read(id, request.principal!.id, size);
        return reply
          .header("content-type", "image/webp")
          .header("cache-control", "private, max-age=31536000, immutable")
          .header("content-security-policy", "default-src 'none'; sandbox")
          .header("cross-origin-resource-policy", "same-origin")
          .send(bytes);
      },
    });
}
