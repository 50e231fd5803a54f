import Fastify from "fastify";

/** The limit of product pages: a Fastify that answers the same bytes and headers and does nothing else. */
const body = process.env.BENCH_BODY!;
const http = Fastify();
http.get("/search/product/detail", (_request, reply) =>
  reply
    .header("etag", '"0123456789012345678901"')
    .header("cache-control", "public, max-age=5, stale-while-revalidate=30")
    .header("x-content-type-options", "nosniff")
    .type("application/json; charset=utf-8")
    .send(body),
);
const address = await http.listen({ port: 0, host: "127.0.0.1" });
process.send!({ address });
process.once("SIGTERM", () => process.exit(0));
