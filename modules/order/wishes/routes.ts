import type { Database } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, PageQuery, page } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import { Found } from "../search/found.ts";

const tag = "Wishlist";
const roles = ["CUSTOMER"] as const;
const params = Type.Object({ productId: Id }, { additionalProperties: false });
const wishesMax = 1_000;

type Row = {
  wish_id: string;
  id: string;
  name: string;
  sellerName: string;
  priceFrom: number;
  image: string | null;
  soldOut: boolean;
};

/** What a buyer would like to have. */
export function wishRoutes(http: HttpServer, database: Database): void {
  route(http, {
    method: "GET",
    url: "/customer/wishes",
    summary: "The buyer's wishlist, newest first, without what is not sold any more",
    tag,
    roles,
    query: PageQuery,
    answers: { 200: listOf(Found) },
    handle: async ({ principal, query }) => {
      const before = decodeCursor(query.cursor, isIdPosition) ?? lastId;
      const rows = await database.query<Row>(
        `SELECT w.id AS wish_id, p.id, p.name, s.name AS "sellerName", p.price_from AS "priceFrom", p.images[1] AS image,
           NOT EXISTS (SELECT 1 FROM item i WHERE i.product_id = p.id AND i.deleted_at IS NULL AND i.stock > 0) AS "soldOut"
         FROM wish w JOIN product p ON p.id = w.product_id JOIN seller s ON s.id = p.seller_id
         WHERE w.buyer_id = $1 AND w.id < $2 AND p.deleted_at IS NULL ORDER BY w.id DESC LIMIT $3`,
        [principal.id, before, query.limit + 1],
        "list-wishes",
      );
      return {
        status: 200,
        body: page(
          rows,
          query.limit,
          ({ wish_id: _, ...product }) => product,
          ({ wish_id }) => wish_id,
        ),
      };
    },
  });

  route(http, {
    method: "GET",
    url: "/customer/wishes/:productId",
    summary: "Whether a product is on the buyer's wishlist",
    tag,
    roles,
    params,
    answers: { 200: Type.Object({ wished: Type.Boolean() }) },
    handle: async ({ principal, params: { productId } }) => {
      const rows = await database.query(
        "SELECT 1 FROM wish WHERE buyer_id = $1 AND product_id = $2",
        [principal.id, productId],
        "find-wish",
      );
      return { status: 200, body: { wished: rows.length > 0 } };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/customer/wishes/:productId",
    summary: "Put a product on the wishlist",
    tag,
    roles,
    params,
    answers: { 204: null },
    errors: ["NOT_FOUND_PRODUCT", "WISHLIST_FULL"],
    handle: async ({ principal, params: { productId }, transaction }) => {
      const [known] = await transaction.query<{ wishes: number }>(
        `SELECT (SELECT count(*)::int FROM wish WHERE buyer_id = $1) AS wishes
         FROM product WHERE id = $2 AND deleted_at IS NULL`,
        [principal.id, productId],
        "count-wishes",
      );
      if (!known) throw fail("NOT_FOUND_PRODUCT", { productId });
      if (known.wishes >= wishesMax) throw fail("WISHLIST_FULL", { max: wishesMax });
      await transaction.query(
        "INSERT INTO wish (id, buyer_id, product_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [newId(), principal.id, productId],
        "add-wish",
      );
      return { status: 204, body: null };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/customer/wishes/:productId",
    summary: "Take a product off the wishlist",
    tag,
    roles,
    params,
    answers: { 204: null },
    handle: async ({ principal, params: { productId }, transaction }) => {
      await transaction.query(
        "DELETE FROM wish WHERE buyer_id = $1 AND product_id = $2",
        [principal.id, productId],
        "delete-wish",
      );
      return { status: 204, body: null };
    },
  });
}
