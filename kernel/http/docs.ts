import swagger from "@fastify/swagger";
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
      components: { securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
  });
  http.get("/openapi.json", { schema: { hide: true } }, () => http.swagger());
  http.get("/swagger-ui", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs/"));
  // The reference page is large: it is loaded when first looked at, so that it costs nothing at the start.
  const { default: reference } = await import("@scalar/fastify-api-reference");
  await http.register(reference, {
    routePrefix: "/docs",
    configuration: { url: "/openapi.json", telemetry: false } as object,
  });
}
