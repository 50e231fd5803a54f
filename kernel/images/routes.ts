import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { type TSchema, Type } from "typebox";
import { Id } from "../http/list.ts";
import { responses } from "../http/route.ts";
import type { HttpServer } from "../http/server.ts";
import { fail } from "../rpc/service-error.ts";
import type { Principal } from "../rpc/types.ts";

type PictureRoute = {
  url: string;
  summary: string;
  tag: string;
  /** Who may call it; left out, everyone may. */
  roles?: readonly Principal["role"][];
  params?: TSchema;
  errors?: readonly ErrorCode[];
};
type Params = Record<string, string>;

/** A route whose body is the bytes of a picture; the answer is 201. */
export function uploadRoute(
  http: HttpServer,
  route: PictureRoute & {
    answer: TSchema;
    maxBytes: number;
    handle: (bytes: Buffer, principal: Principal, params: Params) => Promise<object>;
  },
): void {
  const { url, summary, tag, roles = [], params, errors = [], answer, maxBytes, handle } = route;
  // In a scope of its own: bytes are a body here and nowhere else.
  void http.register((scope, _options, done) => {
    scope.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: "buffer", bodyLimit: maxBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.route({
      method: "POST",
      url,
      bodyLimit: maxBytes,
      config: { roles },
      schema: {
        summary,
        tags: [tag],
        consumes: ["image/jpeg", "image/png", "image/webp", "image/gif"],
        ...(params && { params }),
        response: responses(
          { answers: { 201: answer }, errors: [...errors, "NOT_AN_IMAGE", "IMAGE_TOO_LARGE", "OVERLOADED"], roles },
          { input: true, body: true },
        ),
      },
      handler: async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) throw fail("NOT_AN_IMAGE");
        return reply.code(201).send(await handle(request.body, request.principal!, request.params as Params));
      },
    });
    done();
  });
}

/**
 * A route that answers a picture as WebP, which never changes. Its last segment is the picture's id. What only some may
 * see is asked for again after a while, since it may have been removed.
 */
export function pictureRoute(
  http: HttpServer,
  route: PictureRoute & { read: (id: string, principal: Principal | null) => Promise<Buffer> },
): void {
  const { url, summary, tag, roles, errors = ["NOT_FOUND_IMAGE"], read } = route;
  http.route({
    method: "GET",
    url,
    config: roles ? { roles } : {},
    schema: {
      summary,
      tags: [tag],
      params: Type.Object({ id: Id }),
      response: {
        ...responses({ answers: {}, errors, ...(roles && { roles }) }, { input: true }),
        200: { description: "The picture", content: { "image/webp": { schema: Type.String({ format: "binary" }) } } },
      } as Record<string, object>,
    },
    handler: async (request, reply) => {
      const bytes = await read((request.params as Params).id!, request.principal);
      return reply
        .header("content-type", "image/webp")
        .header("cache-control", roles ? "private, max-age=600" : "public, max-age=31536000, immutable")
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cross-origin-resource-policy", roles ? "same-origin" : "cross-origin")
        .send(bytes);
    },
  });
}
