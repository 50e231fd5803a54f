import type { Queryable } from "@jangteo/kernel/database/database.ts";

/** A product as it is shown elsewhere: in a chat room, say. */
export type ProductCard = {
  id: string;
  sellerId: string;
  name: string;
  image: string;
  priceFrom: number;
  /** Units left, of all its items. */
  stock: number;
  status: "ON_SALE" | "SOLD_OUT" | "DELETED";
};

/** The cards of products, deleted ones too; unknown ids are left out. */
export async function findProductCards(queryable: Queryable, ids: readonly string[]): Promise<ProductCard[]> {
  return queryable.query<ProductCard>(
    `SELECT p.id, p.seller_id AS "sellerId", p.name, coalesce(p.images[1], '') AS image, p.price_from AS "priceFrom",
       coalesce(i.stock, 0)::bigint AS stock,
       CASE WHEN p.deleted_at IS NOT NULL THEN 'DELETED' WHEN coalesce(i.stock, 0) > 0 THEN 'ON_SALE' ELSE 'SOLD_OUT' END AS status
     FROM product p
     LEFT JOIN LATERAL (SELECT sum(stock) AS stock FROM item WHERE product_id = p.id AND deleted_at IS NULL) i ON true
     WHERE p.id = ANY ($1::uuid[])`,
    [ids],
    "find-product-cards",
  );
}

/** An item on sale together with its product. */
export type ItemCard = {
  id: string;
  productId: string;
  sellerId: string;
  productName: string;
  name: string;
  price: number;
  stock: number;
};

export async function findItemCard(queryable: Queryable, id: string): Promise<ItemCard | undefined> {
  const rows = await queryable.query<ItemCard>(
    `SELECT i.id, i.product_id AS "productId", p.seller_id AS "sellerId", p.name AS "productName", i.name, i.price, i.stock
     FROM item i JOIN product p ON p.id = i.product_id
     WHERE i.id = $1 AND i.deleted_at IS NULL AND p.deleted_at IS NULL`,
    [id],
    "find-item-card",
  );
  return rows[0];
}
