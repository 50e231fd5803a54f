import type { Database } from "@jangteo/kernel/database/database.ts";
import { type Reading, type SearchWord, searchWordsOf } from "./search-text.ts";

export type Sort = "newest" | "price-asc" | "price-desc";

export type SearchQuery = {
  name: string;
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  categoryId?: string | undefined;
  sort: Sort;
  limit: number;
};

/** Where a page ends: the last row's place in the order, and how the query was read on the first page. */
export type SearchPosition = { reading: Reading; id: string; price: number };

export type FoundProduct = {
  id: string;
  name: string;
  sellerName: string;
  priceFrom: number;
  image: string | null;
  soldOut: boolean;
};

type Row = {
  id: string;
  name: string;
  seller_name: string;
  price_from: number;
  image: string | null;
  sold_out: boolean;
};

/**
 * One page of products, `limit` + 1 rows where more follow. A query that finds nothing as it stands is read as typed
 * on the other keyboard.
 */
export async function searchProducts(
  database: Database,
  query: SearchQuery,
  position: SearchPosition | undefined,
): Promise<{ rows: FoundProduct[]; reading: Reading }> {
  const readings: Reading[] = position ? [position.reading] : ["literal", "other-keyboard"];
  for (const reading of readings) {
    const words = searchWordsOf(query.name, reading);
    if (query.name.trim() !== "" && words.length === 0) continue;
    const rows = await findProducts(database, query, words, position);
    if (rows.length > 0 || words.length === 0) return { rows, reading };
  }
  return { rows: [], reading: "literal" };
}

async function findProducts(
  database: Database,
  query: SearchQuery,
  words: readonly SearchWord[],
  position: SearchPosition | undefined,
): Promise<FoundProduct[]> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["deleted_at IS NULL", ...wordConditions(words, parameter)];
  if (query.minPrice !== undefined) conditions.push(`price_from >= ${parameter(query.minPrice)}`);
  if (query.maxPrice !== undefined) conditions.push(`price_from <= ${parameter(query.maxPrice)}`);
  if (query.categoryId !== undefined) conditions.push(`category_id = ${parameter(query.categoryId)}`);
  if (position) conditions.push(after(query.sort, position, parameter));
  const order = { newest: "id DESC", "price-asc": "price_from, id", "price-desc": "price_from DESC, id DESC" }[
    query.sort
  ];
  // Names and prices first, for the page alone; sellers and stock are looked up for its rows only.
  const rows = await database.query<Row>(
    `SELECT p.id, p.name, coalesce(s.name, '') AS seller_name, p.price_from, p.image,
       NOT EXISTS (SELECT 1 FROM item i WHERE i.product_id = p.id AND i.deleted_at IS NULL AND i.stock > 0) AS sold_out
     FROM (SELECT id, seller_id, name, price_from, images[1] AS image FROM product
           WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${parameter(query.limit + 1)}) p
     LEFT JOIN seller s ON s.id = p.seller_id
     ORDER BY ${order.replaceAll(/\b(id|price_from)\b/g, "p.$1")}`,
    values,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    sellerName: row.seller_name,
    priceFrom: row.price_from,
    image: row.image,
    soldOut: row.sold_out,
  }));
}

/**
 * One `@>` for all words, so that the planner sees how common each piece is. `position() > 0` narrows a piece down to
 * its whole word; unlike LIKE, the planner does not take it for selective, which it is not once the piece has matched.
 */
function wordConditions(words: readonly SearchWord[], parameter: (value: unknown) => string): string[] {
  if (words.length === 0) return [];
  const conditions = [`search_grams @> ${parameter(words.map((word) => word.gram))}::text[]`];
  for (const { text, choseong } of words) {
    if (text !== undefined) conditions.push(`position(${parameter(text)} IN search_text) > 0`);
    if (choseong !== undefined) conditions.push(`position(${parameter(choseong)} IN search_choseong) > 0`);
  }
  return conditions;
}

function after(sort: Sort, position: SearchPosition, parameter: (value: unknown) => string): string {
  if (sort === "newest") return `id < ${parameter(position.id)}`;
  const place = `(${parameter(position.price)}::bigint, ${parameter(position.id)}::uuid)`;
  return sort === "price-asc" ? `(price_from, id) > ${place}` : `(price_from, id) < ${place}`;
}

/**
 * Names to suggest while someone types: those that begin with what is typed first, then those that hold it.
 */
export async function suggestNames(database: Database, typed: string, limit: number): Promise<string[]> {
  for (const reading of ["literal", "other-keyboard"] as const) {
    const words = searchWordsOf(typed, reading);
    if (words.length === 0) continue;
    const values: unknown[] = [];
    const parameter = (value: unknown) => `$${values.push(value)}`;
    const first = parameter(words[0]!.text ?? words[0]!.choseong ?? words[0]!.gram);
    const rows = await database.query<{ name: string }>(
      `SELECT name FROM (
         SELECT name, search_text, search_choseong FROM product
         WHERE deleted_at IS NULL AND ${wordConditions(words, parameter).join(" AND ")}
         ORDER BY id DESC LIMIT 60) p
       GROUP BY name
       ORDER BY min(CASE WHEN starts_with(search_text, ${first}) OR starts_with(search_choseong, ${first}) THEN 0 ELSE 1 END),
         min(length(name)), name
       LIMIT ${parameter(limit)}`,
      values,
    );
    if (rows.length > 0) return rows.map((row) => row.name);
  }
  return [];
}
