import { hash } from "node:crypto";
import type { Database } from "@jangteo/kernel/database/database.ts";
import type { GramFrequency } from "./gram-frequency.ts";
import { initialsOf, onOtherKeyboard, queryGramsOf, type Reading, writtenOut } from "./search-text.ts";

export type Sort = "newest" | "price-asc" | "price-desc";

export type SearchQuery = {
  name: string;
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  categoryId?: string | undefined;
  sellerId?: string | undefined;
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

/** What a search needs. */
export type SearchParts = { database: Database; frequency: GramFrequency };

/**
 * One page of products, `limit` + 1 rows where more follow. A query that finds nothing as it stands is read as typed
 * on the other keyboard.
 */
export async function searchProducts(
  parts: SearchParts,
  query: SearchQuery,
  position: SearchPosition | undefined,
): Promise<{ rows: FoundProduct[]; reading: Reading }> {
  const readings: Reading[] = position ? [position.reading] : ["literal", "other-keyboard"];
  for (const reading of readings) {
    const words = queryGramsOf(query.name, reading);
    if (query.name.trim() !== "" && words.length === 0) continue;
    const rows = await findProducts(parts, query, words, position);
    if (rows.length > 0 || words.length === 0) return { rows, reading };
  }
  return { rows: [], reading: "literal" };
}

/**
 * Whether to let the index name all products that fit, and sort them, rather than to walk the list in its order until
 * a page is full. The first costs about 3 µs per product found, the second about 1 µs per product walked over, four
 * times that where products of one kind lie together: they meet at 4 × √products. (The planner's own choice takes
 * products to lie evenly spread; shops add them in one go, and it walked thousands of rows to the first.)
 */
async function isRare(frequency: GramFrequency, words: readonly (readonly number[])[]): Promise<boolean> {
  if (words.length === 0) return false;
  const { products, found } = await frequency.estimate(words);
  return found < 4 * Math.sqrt(products);
}

async function findProducts(
  { database, frequency }: SearchParts,
  query: SearchQuery,
  words: readonly (readonly number[])[],
  position: SearchPosition | undefined,
): Promise<FoundProduct[]> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["deleted_at IS NULL"];
  const rare = await isRare(frequency, words);
  if (words.length > 0) {
    const holds = `search_grams @> ${parameter([...new Set(words.flat())])}::int[]`;
    // IS TRUE keeps the planner from the gram index where the list is to be walked.
    conditions.push(rare ? holds : `(${holds}) IS TRUE`);
  }
  if (query.minPrice !== undefined) conditions.push(`price_from >= ${parameter(query.minPrice)}`);
  if (query.maxPrice !== undefined) conditions.push(`price_from <= ${parameter(query.maxPrice)}`);
  if (query.categoryId !== undefined) conditions.push(`category_id = ${parameter(query.categoryId)}`);
  if (query.sellerId !== undefined) conditions.push(`seller_id = ${parameter(query.sellerId)}`);
  if (position) conditions.push(after(query.sort, position, parameter));
  const order = { newest: "id DESC", "price-asc": "price_from, id", "price-desc": "price_from DESC, id DESC" }[
    query.sort
  ];
  const limit = parameter(query.limit + 1);
  const found = `SELECT id, seller_id, name, price_from, images[1] AS image FROM product WHERE ${conditions.join(" AND ")}`;
  const pageOf = rare
    ? `WITH found AS MATERIALIZED (${found}) SELECT * FROM found ORDER BY ${order} LIMIT ${limit}`
    : `${found} ORDER BY ${order} LIMIT ${limit}`;
  // Sellers and stock are looked up for the rows of the page alone.
  const sql = `SELECT p.id, p.name, coalesce(s.name, '') AS seller_name, p.price_from, p.image,
       NOT EXISTS (SELECT 1 FROM item i WHERE i.product_id = p.id AND i.deleted_at IS NULL AND i.stock > 0) AS sold_out
     FROM (${pageOf}) p LEFT JOIN seller s ON s.id = p.seller_id
     ORDER BY ${order.replaceAll(/\b(id|price_from)\b/g, "p.$1")}`;
  const rows = await database.query<Row>(sql, values, statementName(sql));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    sellerName: row.seller_name,
    priceFrom: row.price_from,
    image: row.image,
    soldOut: row.sold_out,
  }));
}

/** The statement is the same for all queries of a shape, so it is planned once; there are a few dozen shapes. */
function statementName(sql: string): string {
  return `search-${hash("sha1", sql, "base64url").slice(0, 12)}`;
}

function after(sort: Sort, position: SearchPosition, parameter: (value: unknown) => string): string {
  if (sort === "newest") return `id < ${parameter(position.id)}`;
  const place = `(${parameter(position.price)}::bigint, ${parameter(position.id)}::uuid)`;
  return sort === "price-asc" ? `(price_from, id) > ${place}` : `(price_from, id) < ${place}`;
}

/** Of so many of the newest that fit, the best are suggested. */
const suggestFrom = 60;

/** Names to suggest while someone types: those that begin with what is typed first, then the shorter ones. */
export async function suggestNames(parts: SearchParts, typed: string, limit: number): Promise<string[]> {
  const query: SearchQuery = { name: typed, sort: "newest", limit: suggestFrom };
  if (typed.trim() === "") return [];
  const { rows, reading } = await searchProducts(parts, query, undefined);
  const begin = writtenOut(reading === "literal" ? typed : onOtherKeyboard(typed));
  const rank = (name: string) => (writtenOut(name).startsWith(begin) || initialsOf(name).startsWith(begin) ? 0 : 1);
  return [...new Set(rows.map((row) => row.name))]
    .map((name) => ({ name, rank: rank(name) }))
    .sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}
