import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Answer } from "@jangteo/kernel/http/idempotency.ts";
import { decodeCursor, encodeCursor, Id, isIdPosition, listOf, pageQuery } from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Product } from "../catalog/product.ts";
import type { ProductCache } from "../catalog/product-cache.ts";
import type { AnswerCache, CachedAnswer } from "./answer-cache.ts";
import { Found } from "./found.ts";
import { createGramFrequency } from "./gram-frequency.ts";
import { type SearchParts, type SearchPosition, searchProducts, suggestNames } from "./search-products.ts";

const tag = "Search";
/** How long an edge may keep public answers, and we ourselves. */
export const maxAgeSeconds = 5;
const strict = { additionalProperties: false } as const;
const Price = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

/** Public reads: search, product pages, suggestions. An edge may keep them. */
export function searchRoutes(http: HttpServer, database: Database, cache: ProductCache, answers: AnswerCache): void {
  const parts: SearchParts = { database, frequency: createGramFrequency(database) };
  route(http, {
    method: "GET",
    url: "/search/product",
    summary: "Products by name (초성, 자모 and the other keyboard too), or all, newest first",
    tag,
    query: Type.Object(
      {
        name: Type.String({ maxLength: 200, default: "" }),
        minPrice: Type.Optional(Price),
        maxPrice: Type.Optional(Price),
        categoryId: Type.Optional(Type.String({ pattern: "^[a-z0-9-]{1,40}$" })),
        sellerId: Type.Optional(Id),
        sort: Type.Union([Type.Literal("newest"), Type.Literal("price-asc"), Type.Literal("price-desc")], {
          default: "newest",
        }),
        ...pageQuery,
      },
      strict,
    ),
    answers: { 200: listOf(Found) },
    handle: async ({ query, request }) => {
      const position = decodeCursor(query.cursor, isSearchPosition);
      const answer = await answers.get(JSON.stringify(query), async () => {
        const { rows, reading } = await searchProducts(parts, query, position);
        const items = rows.slice(0, query.limit);
        const last = items.at(-1);
        const next: SearchPosition | undefined =
          rows.length > query.limit && last ? { reading, id: last.id, price: last.priceFrom } : undefined;
        return { items, nextCursor: next ? encodeCursor(next) : null };
      });
      return publicAnswer(request, answer, maxAgeSeconds);
    },
  });

  route(http, {
    method: "GET",
    url: "/search/product/detail",
    summary: "A product with its items",
    tag,
    query: Type.Object({ productId: Id }, strict),
    answers: { 200: Product },
    errors: ["NOT_FOUND_PRODUCT"],
    handle: async ({ query, request }) => {
      const product = await cache.get(query.productId);
      if (!product) throw fail("NOT_FOUND_PRODUCT");
      return publicAnswer(request, product, maxAgeSeconds);
    },
  });

  route(http, {
    method: "GET",
    url: "/search/suggest",
    summary: "Product names for what is typed so far",
    tag,
    query: Type.Object({ q: Type.String({ maxLength: 200 }) }, strict),
    answers: { 200: Type.Object({ items: Type.Array(Type.String()) }) },
    handle: async ({ query, request }) => {
      const make = async () => ({ items: await suggestNames(parts, query.q, 10) });
      return publicAnswer(request, await answers.get(`suggest ${query.q}`, make), maxAgeSeconds);
    },
  });

  route(http, {
    method: "GET",
    url: "/search/categories",
    summary: "The categories",
    tag,
    answers: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }) },
    handle: async ({ reply }) => {
      reply.header("cache-control", "public, max-age=300");
      const items = await database.query("SELECT id, name FROM category ORDER BY position", [], "list-categories");
      return { status: 200, body: { items } };
    },
  });
}

/** A public answer with what an edge needs to keep it, or 304 to who has it already. */
function publicAnswer(request: FastifyRequest, { body, etag }: CachedAnswer, maxAgeSeconds: number): Answer {
  const headers = {
    etag,
    "cache-control": `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${maxAgeSeconds * 6}`,
  };
  const known = request.headers["if-none-match"];
  if (known?.split(",").some((each) => each.trim().replace(/^W\//, "") === etag))
    return { status: 304, body: null, headers };
  return { status: 200, body, headers };
}

function isSearchPosition(value: unknown): value is SearchPosition {
  if (typeof value !== "object" || value === null) return false;
  const { reading, id, price } = value as SearchPosition;
  return (reading === "literal" || reading === "other-keyboard") && isIdPosition(id) && Number.isSafeInteger(price);
}
