import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";
import { authorName } from "./author-name.ts";

const tag = "Reviews";
const roles = ["CUSTOMER"] as const;
const strict = { additionalProperties: false } as const;
const params = Type.Object({ productId: Id }, strict);
const maxAgeSeconds = 5;

const Review = Type.Object({
  id: Id,
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  body: Type.String(),
  author: Type.String({ description: "Most of the name is hidden" }),
  createdAt: Time,
  updatedAt: Time,
});
const Reviews = Type.Object({
  ...listOf(Review).properties,
  count: Type.Integer(),
  average: Type.Union([Type.Number({ description: "To one decimal" }), Type.Null()]),
});

type Row = { id: string; rating: number; body: string; author: string; created_at: Date; updated_at: Date };
const columns = "id, rating, body, author, created_at, updated_at";

function reviewView({ created_at, updated_at, ...review }: Row) {
  return { ...review, createdAt: created_at.toISOString(), updatedAt: updated_at.toISOString() };
}

/** What buyers say of what they received. */
export function reviewRoutes(http: HttpServer, database: Database, accounts: Client<typeof AccountService>): void {
  route(http, {
    method: "GET",
    url: "/search/product/reviews",
    summary: "The reviews of a product, newest first, with their number and average",
    tag,
    query: Type.Object({ productId: Id, ...pageQuery }, strict),
    answers: { 200: Reviews },
    handle: async ({ query, reply }) => {
      const before = decodeCursor(query.cursor, isIdPosition) ?? lastId;
      const [rows, [summary]] = await Promise.all([
        database.query<Row>(
          `SELECT ${columns} FROM review WHERE product_id = $1 AND id < $2 AND hidden_at IS NULL ORDER BY id DESC LIMIT $3`,
          [query.productId, before, query.limit + 1],
          "list-reviews",
        ),
        database.query<{ count: number; average: number | null }>(
          "SELECT count(*)::int AS count, round(avg(rating), 1)::float AS average FROM review WHERE product_id = $1 AND hidden_at IS NULL",
          [query.productId],
          "sum-reviews",
        ),
      ]);
      reply.header("cache-control", `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${maxAgeSeconds * 6}`);
      const listed = page(rows, query.limit, reviewView, (row) => row.id);
      return { status: 200, body: { ...listed, count: summary!.count, average: summary!.average } };
    },
  });

  route(http, {
    method: "GET",
    url: "/customer/reviews/:productId",
    summary: "The buyer's own review of a product",
    tag,
    roles,
    params,
    answers: { 200: Review },
    errors: ["NOT_FOUND_REVIEW"],
    handle: async ({ principal, params: { productId } }) => {
      const review = await findReview(database, productId, principal.id);
      if (!review) throw fail("NOT_FOUND_REVIEW");
      return { status: 200, body: reviewView(review) };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/customer/reviews/:productId",
    summary: "Review a product that was delivered, or change the review",
    tag,
    roles,
    params,
    body: Type.Object(
      {
        rating: Type.Integer({ minimum: 1, maximum: 5 }),
        body: Type.String({ minLength: 1, maxLength: 2_000, pattern: "\\S" }),
      },
      strict,
    ),
    answers: { 200: Review },
    errors: ["NOT_RECEIVED"],
    prepare: async ({ principal }) => {
      const { accounts: found } = await accounts.getAccounts({ ids: [principal.id] });
      return authorName(found[0]?.name ?? "");
    },
    handle: async ({ principal, params: { productId }, body, transaction, prepared: author }) => {
      if (!(await hasReceived(transaction, productId, principal.id))) throw fail("NOT_RECEIVED", { productId });
      const [review] = await transaction.query<Row>(
        `INSERT INTO review (id, product_id, buyer_id, author, rating, body) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (product_id, buyer_id) DO UPDATE
           SET rating = excluded.rating, body = excluded.body, author = excluded.author, updated_at = now()
         RETURNING ${columns}`,
        [newId(), productId, principal.id, author, body.rating, body.body.trim()],
        "store-review",
      );
      return { status: 200, body: reviewView(review!) };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/customer/reviews/:productId",
    summary: "Take the review back",
    tag,
    roles,
    params,
    answers: { 204: null },
    errors: ["NOT_FOUND_REVIEW"],
    handle: async ({ principal, params: { productId }, transaction }) => {
      const deleted = await transaction.query(
        "DELETE FROM review WHERE product_id = $1 AND buyer_id = $2 RETURNING id",
        [productId, principal.id],
        "delete-review",
      );
      if (deleted.length === 0) throw fail("NOT_FOUND_REVIEW");
      return { status: 204, body: null };
    },
  });
}

async function findReview(queryable: Queryable, productId: string, buyerId: string): Promise<Row | undefined> {
  const rows = await queryable.query<Row>(
    `SELECT ${columns} FROM review WHERE product_id = $1 AND buyer_id = $2`,
    [productId, buyerId],
    "find-review",
  );
  return rows[0];
}

/** Whether the buyer got the product, and did not give it back. */
async function hasReceived(queryable: Queryable, productId: string, buyerId: string): Promise<boolean> {
  const rows = await queryable.query(
    `SELECT 1 FROM orders o JOIN order_line l ON l.order_id = o.id JOIN order_part p ON p.id = l.part_id
     WHERE o.buyer_id = $1 AND l.product_id = $2 AND p.status IN ('DELIVERED', 'CONFIRMED') LIMIT 1`,
    [buyerId, productId],
    "has-received",
  );
  return rows.length > 0;
}
