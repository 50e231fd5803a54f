import type { Database } from "../database/database.ts";
import type { RetentionRule } from "../retention/rule.ts";
import type { PictureStore } from "./picture-store.ts";

/** Files of a chunk are removed this many at a time. */
const concurrencyMax = 8;
/** An image costs two calls of the storage, which may be on another machine. */
const chunkMax = 200;

/**
 * Removes images that nothing uses `keepDays` after their upload. A module's `table` of images has a column
 * `unused_since`, which the database clears in the transaction that first uses an image. The row is deleted together with
 * a note in `removed_image`; the files are removed after the commit, the note last. So a crash leaves at worst files with
 * a note, which the next round removes, and never a row without files.
 */
export function unusedImages(table: string, pictures: PictureStore, keepDays: number): RetentionRule {
  return {
    name: "unused images",
    chunkMax,
    async removeChunk(database, limit) {
      const noted = await removeRows(database, table, keepDays, limit);
      const removed = await removeFiles(database, pictures, limit);
      return { removed, more: noted === limit || removed === limit };
    },
  };
}

async function removeRows(database: Database, table: string, keepDays: number, limit: number): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `WITH gone AS (
       DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE unused_since < now() - $1::float8 * interval '1 day'
         ORDER BY unused_since LIMIT $2::int FOR UPDATE SKIP LOCKED))
       RETURNING id), noted AS (INSERT INTO removed_image (id) SELECT id FROM gone)
     SELECT count(*)::int AS count FROM gone`,
    [keepDays, limit],
  );
  return row!.count;
}

async function removeFiles(database: Database, pictures: PictureStore, limit: number): Promise<number> {
  const notes = await database.query<{ id: string }>("SELECT id FROM removed_image ORDER BY id LIMIT $1", [limit]);
  for (let start = 0; start < notes.length; start += concurrencyMax) {
    const ids = notes.slice(start, start + concurrencyMax).map((note) => note.id);
    await Promise.all(ids.map((id) => pictures.remove(id)));
    await database.query("DELETE FROM removed_image WHERE id = ANY ($1::uuid[])", [ids]);
  }
  return notes.length;
}
