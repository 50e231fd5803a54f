import { createHash } from "node:crypto";
import { languageOf } from "@jangteo/kernel/http/problem.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Category, renderHomePage, renderProductPage, type ShownDetail, type ShownProduct } from "./home-page.ts";

type Query = { name?: string; categoryId?: string; cursor?: string };

/**
 * A shop window at `/`, so that whoever opens the address sees a shop. It reads the public API of its own process, as any
 * other page would.
 */
export function serveHome(http: HttpServer, hasDocs: boolean): void {
  /** Asks the API in the name of the visitor, whose limits hold. */
  async function read<T>(request: FastifyRequest, path: string): Promise<T | undefined> {
    const response = await http.inject({ url: path, remoteAddress: request.ip });
    return response.statusCode === 200 ? (response.json() as T) : undefined;
  }

  http.get<{ Querystring: Query }>("/", { schema: { hide: true } }, async (request, reply) => {
    const { name = "", categoryId = "", cursor } = request.query;
    const search = new URLSearchParams({
      name,
      limit: "40",
      ...(categoryId && { categoryId }),
      ...(cursor && { cursor }),
    });
    const [found, categories] = await Promise.all([
      read<{ items: ShownProduct[]; nextCursor: string | null }>(request, `/search/product?${search.toString()}`),
      read<{ items: Category[] }>(request, "/search/categories"),
    ]);
    const next = found?.nextCursor
      ? `/?${new URLSearchParams({ ...(name && { name }), ...(categoryId && { categoryId }), cursor: found.nextCursor }).toString()}`
      : null;
    const html = renderHomePage({
      language: languageOf(request.headers["accept-language"]),
      name,
      categoryId,
      categories: categories?.items ?? [],
      products: found?.items ?? [],
      next,
      hasDocs,
    });
    return sendPage(reply, html);
  });

  http.get<{ Params: { id: string } }>("/p/:id", { schema: { hide: true } }, async (request, reply) => {
    const productId = encodeURIComponent(request.params.id);
    const product = await read<ShownDetail>(request, `/search/product/detail?productId=${productId}`);
    if (!product) return reply.redirect("/");
    return sendPage(
      reply,
      renderProductPage({ language: languageOf(request.headers["accept-language"]), hasDocs, product }),
    );
  });
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const policy = `default-src 'none'; img-src 'self' https:; style-src '${styleHash(html)}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;
  return reply
    .header("cache-control", "public, max-age=5")
    .header("vary", "accept-language")
    .header("content-security-policy", policy)
    .type("text/html; charset=utf-8")
    .send(html);
}

let hashed: string | undefined;
function styleHash(html: string): string {
  hashed ??= createHash("sha256")
    .update(/<style>([\s\S]*)<\/style>/.exec(html)![1]!)
    .digest("base64");
  return `sha256-${hashed}`;
}
