import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { Id, lastId, Points, Time } from "@jangteo/kernel/http/list.ts";
import { namePattern } from "@jangteo/kernel/text/names.ts";
import { Type } from "typebox";
import { purchaseLimitMax, stockMax } from "./change-products.ts";

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: namePattern });
const Stock = Type.Integer({ minimum: 0, maximum: stockMax });

/** The fields that sellers enter. */
export const productFields = {
  name: Name,
  description: Type.String({ maxLength: 20_000 }),
  categoryId: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
  // Of this marketplace: an image of another host tells that host who looks at it, and changes as its owner likes.
  images: Type.Array(
    Type.String({
      maxLength: 500,
      pattern: "^/(search/)?pictures/[A-Za-z0-9_-]{1,100}(\\.[a-z0-9]{1,8})?(/thumbnail)?$",
    }),
    { maxItems: 20 },
  ),
  itemName: Name,
  price: Points,
  stock: Stock,
  // One schema rather than a union, so that a refusal names the bound that is broken.
  purchaseLimit: Type.Unsafe<number | null>({
    type: ["integer", "null"],
    minimum: 1,
    maximum: purchaseLimitMax,
    description:
      "Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit",
  }),
};

/** A change of an item as sellers send it. */
export const ItemChange = Type.Object(
  {
    id: Id,
    name: Type.Optional(Name),
    price: Type.Optional(Points),
    stock: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: stockMax,
        description: "Units from now on, whatever was sold meanwhile; safe only with expectedStock",
      }),
    ),
    expectedStock: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: stockMax,
        description: "With stock: units that there must be now; otherwise 409 STOCK_CHANGED with what there is",
      }),
    ),
    stockChange: Type.Optional(
      Type.Integer({ minimum: -stockMax, maximum: stockMax, description: "Units to add or (negative) to take away" }),
    ),
    reason: Type.Optional(Type.String({ maxLength: 200, description: "Why the stock changes" })),
  },
  {
    additionalProperties: false,
    dependentRequired: { expectedStock: ["stock"] },
    dependentSchemas: { stockChange: { properties: { stock: false, expectedStock: false } } },
  },
);

export const Item = Type.Object({ id: Id, name: Type.String(), price: Points, stock: Stock });

export const Product = Type.Object({
  id: Id,
  sellerId: Id,
  sellerName: Type.String(),
  name: Type.String(),
  description: Type.String(),
  categoryId: Type.Union([Type.String(), Type.Null()]),
  status: Type.Union([Type.Literal("ON_SALE"), Type.Literal("SOLD_OUT"), Type.Literal("WITHHELD")]),
  purchaseLimit: productFields.purchaseLimit,
  items: Type.Array(Item),
  images: Type.Array(Type.String()),
  createdAt: Time,
  updatedAt: Time,
});

export type ItemView = { id: string; name: string; price: number; stock: number };
export type ProductView = {
  id: string;
  sellerId: string;
  sellerName: string;
  name: string;
  description: string;
  categoryId: string | null;
  status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
  purchaseLimit: number | null;
  items: ItemView[];
  images: string[];
  createdAt: string;
  updatedAt: string;
};

type Row = {
  id: string;
  seller_id: string;
  seller_name: string | null;
  name: string;
  description: string;
  category_id: string | null;
  images: string[];
  purchase_limit: number | null;
  created_at: Date;
  updated_at: Date;
  withheld: string | null;
  items: ItemView[] | null;
};

/** A product and its items as one row. */
export const selectProducts = `
  SELECT p.id, p.seller_id, s.name AS seller_name, p.name, p.description, p.category_id, p.images, p.purchase_limit,
    p.created_at, p.updated_at, p.withheld,
    (SELECT json_agg(json_build_object('id', i.id, 'name', i.name, 'price', i.price, 'stock', i.stock) ORDER BY i.id)
     FROM item i WHERE i.product_id = p.id AND i.deleted_at IS NULL) AS items
  FROM product p LEFT JOIN seller s ON s.id = p.seller_id`;

export function productView(row: Row): ProductView {
  const items = row.items ?? [];
  return {
    id: row.id,
    sellerId: row.seller_id,
    sellerName: row.seller_name ?? "",
    name: row.name,
    description: row.description,
    categoryId: row.category_id,
    status: row.withheld !== null ? "WITHHELD" : items.some((item) => item.stock > 0) ? "ON_SALE" : "SOLD_OUT",
    purchaseLimit: row.purchase_limit,
    items,
    images: row.images,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The product with this id, unless it is deleted. */
export async function findProduct(queryable: Queryable, id: string): Promise<ProductView | undefined> {
  const rows = await queryable.query<Row>(
    `${selectProducts} WHERE p.id = $1 AND p.deleted_at IS NULL`,
    [id],
    "find-product",
  );
  return rows[0] && productView(rows[0]);
}

/** A seller's products, newest first, withheld ones without their items; one row more than `limit` where more follow. */
export async function listSellerProducts(
  queryable: Queryable,
  sellerId: string,
  limit: number,
  before: string | undefined,
): Promise<ProductView[]> {
  const rows = await queryable.query<Row>(
    `${selectProducts} WHERE p.seller_id = $1 AND (p.deleted_at IS NULL OR p.withheld IS NOT NULL) AND p.id < $2 ORDER BY p.id DESC LIMIT $3`,
    [sellerId, before ?? lastId, limit + 1],
    "list-seller-products",
  );
  return rows.map(productView);
}

/** Products on sale in id order, of one seller or of all. */
export async function listProductsById(
  queryable: Queryable,
  sellerId: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<ProductView[]> {
  const rows = await queryable.query<Row>(
    `${selectProducts} WHERE p.deleted_at IS NULL AND ($1::uuid IS NULL OR p.seller_id = $1) AND p.id > $2 ORDER BY p.id LIMIT $3`,
    [sellerId ?? null, after ?? "00000000-0000-0000-0000-000000000000", limit],
  );
  return rows.map(productView);
}
