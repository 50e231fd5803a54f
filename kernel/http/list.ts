import { type TSchema, Type } from "typebox";
import { fail } from "../rpc/service-error.ts";

/** A UUID in lower case, as all ids are. */
export const Id = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
  description: "UUIDv7",
});

/** Points: 1 is 1 KRW. A move is 1 to 10^12. */
export const Points = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });
export const Time = Type.String({ format: "date-time" });

export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  cursor: Type.Optional(Type.String({ maxLength: 512, description: "nextCursor of the page before" })),
};
export const PageQuery = Type.Object(pageQuery, { additionalProperties: false });

export function listOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });
}

/** An opaque cursor that holds the position after the last row. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** The position of a cursor, checked to be of its list's kind; throws INVALID_CURSOR. */
export function decodeCursor<Position>(
  cursor: string | undefined,
  check: (value: unknown) => value is Position,
): Position | undefined {
  if (cursor === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw fail("INVALID_CURSOR");
  }
  if (!check(value)) throw fail("INVALID_CURSOR");
  return value;
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** After every id: where a list that goes down by id begins. */
export const lastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Cursors of lists that are ordered by id. */
export function isIdPosition(value: unknown): value is string {
  return typeof value === "string" && uuidPattern.test(value);
}

/** Times of cursors, as `toISOString` writes them: any other text could be none for the database. */
export function isTimePosition(value: unknown): value is string {
  if (typeof value !== "string" || !/^(19|20|21)\d\d-[\d:.T-]+Z$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

/** Cuts a list that was read with one row more than asked for, and makes the cursor of what follows. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  position: (row: Row) => unknown,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null,
  };
}
