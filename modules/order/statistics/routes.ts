import type { Database } from "@jangteo/kernel/database/database.ts";
import { Id } from "@jangteo/kernel/http/list.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { Type } from "typebox";
import { readBestSellers, readDays } from "./sales.ts";
import type { ViewCounter } from "./view-counter.ts";

const strict = { additionalProperties: false } as const;
const bestMax = 10;

const Statistics = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Type.String({ format: "date", description: "In Seoul" }),
      orders: Type.Integer(),
      units: Type.Integer(),
      sales: Type.Integer({ description: "Points of what was not called off" }),
      views: Type.Integer({ description: "Looks at product pages" }),
    }),
  ),
  products: Type.Array(
    Type.Object({
      productId: Id,
      name: Type.String(),
      units: Type.Integer(),
      sales: Type.Integer(),
      views: Type.Integer(),
    }),
    { description: "What sold best, at most ten" },
  ),
});

/** How a seller's business goes. */
export function statisticsRoutes(http: HttpServer, database: Database, views: ViewCounter): void {
  route(http, {
    method: "POST",
    url: "/search/product/viewed",
    summary: "A product's page was looked at; pages tell it, so that pages from an edge count too",
    tag: "Search",
    body: Type.Object({ productId: Id }, strict),
    answers: { 204: null },
    handle: async ({ body }) => {
      views.count(body.productId);
      return { status: 204, body: null };
    },
  });

  route(http, {
    method: "GET",
    url: "/seller/statistics",
    summary: "Sales, orders and looks of the last days, and what sold best",
    tag: "Products",
    roles: ["SELLER"],
    query: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 90, default: 30 }) }, strict),
    answers: { 200: Statistics },
    handle: async ({ principal, query }) => {
      const [days, products] = await Promise.all([
        readDays(database, principal.id, query.days),
        readBestSellers(database, principal.id, query.days, bestMax),
      ]);
      return { status: 200, body: { days, products } };
    },
  });
}
