import type { IncomingMessage, ServerResponse } from "node:http";
import { backendKey, type PagesBackend } from "@jangteo/contracts/pages.ts";
import { isPageUpload, pageUploadMaxBytes } from "@jangteo/contracts/uploads.ts";
import { hijack } from "@jangteo/kernel/http/hijack.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The built pages: takes a request over, and answers it. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Headers by which the pages learn where a request came from; what a visitor says in them is thrown away. */
const originHeaders = { protocol: "x-jangteo-protocol", address: "x-jangteo-address" } as const;
const envPrefix = "JANGTEO_PAGES_";
/** Forms without images. */
const bodyMaxBytes = 262_144;

/** Loads what `vite build` made in `folder`; throws when it is not there. */
export async function loadPages(folder: URL): Promise<PagesHandler> {
  process.env[`${envPrefix}PROTOCOL_HEADER`] = originHeaders.protocol;
  process.env[`${envPrefix}ADDRESS_HEADER`] = originHeaders.address;
  process.env[`${envPrefix}BODY_SIZE_LIMIT`] = String(pageUploadMaxBytes);
  const { handler } = (await import(new URL("handler.js", folder).href)) as { handler: PagesHandler };
  return handler;
}

/**
 * Serves the pages beside whatever else the process serves: `paths` and all below them, and a page for those who look
 * for one at an unknown address.
 */
export async function servePages(
  http: HttpServer,
  options: { handler: PagesHandler; backend: PagesBackend; paths: readonly string[] },
): Promise<void> {
  const { handler, backend } = options;

  function answer(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = request;
    const holdsImages = isPageUpload(request.url) && /^(image|multipart)\//i.test(raw.headers["content-type"] ?? "");
    const maxBytes = holdsImages ? pageUploadMaxBytes : bodyMaxBytes;
    // Browsers say how long a form is. Without its length a body could be as long as an upload, whatever it is.
    if (raw.headers["transfer-encoding"] !== undefined) throw fail("INVALID_INPUT");
    if (Number(raw.headers["content-length"] ?? 0) > maxBytes) throw fail("BODY_TOO_LARGE");
    raw.headers[originHeaders.protocol] = request.protocol;
    raw.headers[originHeaders.address] = request.ip;
    Object.assign(raw, { [backendKey]: backend });
    const response = hijack(reply);
    handler(raw, response, () => response.writeHead(404).end());
  }

  await http.register(async (scope) => {
    // The pages read bodies by themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    const serve = async (request: FastifyRequest, reply: FastifyReply) => {
      answer(request, reply);
      return reply;
    };
    for (const path of options.paths)
      for (const url of path === "/" ? ["/"] : [path, `${path}/*`])
        scope.route({ method: ["GET", "POST"], url, schema: { hide: true }, handler: serve });
  });
  http.addHook("onRequest", async (request, reply) => {
    if (!request.is404 || request.method !== "GET" || !request.headers.accept?.includes("text/html")) return undefined;
    answer(request, reply);
    return reply;
  });
}
