import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { hijack } from "./hijack.ts";
import { completeDocument, documentedSchema } from "./openapi-document.ts";
import type { HttpServer } from "./server.ts";

/** The OpenAPI 3.1 document at /openapi.json and its readable form at /docs (alias /swagger-ui). */
export async function addDocs(http: HttpServer, title: string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title,
        version: "0.1.0",
        description:
          "1 point is 1 KRW. Errors are problem documents (RFC 9457) with a stable `code`. Lists take `limit` and `cursor`. Writes take `Idempotency-Key`.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/" }],
      components: { securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
    transform: ({ schema, url, route }) => ({ schema: documentedSchema({ schema, route }), url }),
    transformObject: (made) => ("openapiObject" in made ? completeDocument(made.openapiObject) : made.swaggerObject),
  });
  http.get("/openapi.json", { schema: { hide: true } }, () => http.swagger());
  http.get("/swagger-ui", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs/"));
  http.get("/docs", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs/"));
  http.get("/docs/*", { schema: { hide: true } }, async (request, reply) => {
    reference ??= loadReference();
    const { routing } = await reference;
    routing(request.raw, hijack(reply));
  });
}

/** The page shows this API and nothing of its maker's other services. */
const referenceSettings = {
  url: "/openapi.json",
  telemetry: false,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
};

let reference: Promise<FastifyInstance> | undefined;

/** The reference page takes 27 MB of memory: it is loaded when it is first looked at, on a server of its own inside ours. */
async function loadReference(): Promise<FastifyInstance> {
  const [{ default: Fastify }, { default: page }] = await Promise.all([
    import("fastify"),
    import("@scalar/fastify-api-reference"),
  ]);
  const server = Fastify();
  await server.register(page, {
    routePrefix: "/docs",
    configuration: referenceSettings as object,
  });
  await server.ready();
  return server;
}
