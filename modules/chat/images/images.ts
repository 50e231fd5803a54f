import type { Database } from "@jangteo/kernel/database/database.ts";
import type { PictureSize, PictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";

export type ImageView = { id: string; width: number; height: number };

export type Images = {
  /** Keeps an upload of a member of the room. Throws NOT_FOUND_ROOM, TOO_MANY_REQUESTS after 1,000 a day. */
  upload(room: string, uploader: string, bytes: Buffer): Promise<ImageView>;
  /** The bytes of an image, for its uploader and for members of its room who read a message that shows it. */
  read(id: string, account: string, size: PictureSize): Promise<Buffer>;
  /** What a message about it says; only whoever uploaded it into the room may send it. */
  forMessage(room: string, sender: string, id: string): Promise<ImageView>;
};

/** So many images somebody may upload in a day. */
const dailyMax = 1_000;

export function createImages(database: Database, pictures: PictureStore): Images {
  return {
    async upload(room, uploader, upload) {
      await refuseStranger(database, room, uploader);
      const [mine] = await database.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM image WHERE uploader = $1 AND at > now() - interval '1 day'",
        [uploader],
        "count-images",
      );
      if (mine!.count >= dailyMax) throw fail("TOO_MANY_REQUESTS");
      const { id, width, height, bytes } = await pictures.keep(upload, uploader);
      await database.query(
        `INSERT INTO image (id, room_id, uploader, content_type, width, height, bytes) VALUES ($1, $2, $3, 'image/webp', $4, $5, $6)`,
        [id, room, uploader, width, height, bytes],
      );
      return { id, width, height };
    },
    async read(id, account, size) {
      const rows = await database.query(
        `SELECT 1 FROM image i JOIN member m ON m.room_id = i.room_id
         WHERE i.id = $1 AND m.account_id = $2 AND m.left_at IS NULL AND NOT i.removed
           AND (i.uploader = $2 OR EXISTS (
             SELECT 1 FROM image_use u JOIN event e ON e.room_id = i.room_id AND e.seq = u.seq
             WHERE u.image_id = i.id AND u.seq > m.from_seq AND NOT e.body ? 'deleted'))`,
        [id, account],
        "may-see-image",
      );
      const bytes = rows.length > 0 ? await pictures.read(id, size) : undefined;
      if (!bytes) throw fail("NOT_FOUND_IMAGE");
      return bytes;
    },
    async forMessage(room, sender, id) {
      // An image that was not sent yet starts its retention period anew, so that it is still there when the message is stored.
      const [image] = await database.query<ImageView>(
        `UPDATE image SET unused_since = CASE WHEN unused_since IS NOT NULL THEN now() END
         WHERE id = $1 AND room_id = $2 AND uploader = $3 AND NOT removed RETURNING id, width, height`,
        [id, room, sender],
      );
      if (!image) throw fail("NOT_FOUND_IMAGE");
      return image;
    },
  };
}

async function refuseStranger(database: Database, room: string, account: string): Promise<void> {
  const rows = await database.query(
    "SELECT 1 FROM member WHERE room_id = $1 AND account_id = $2 AND left_at IS NULL",
    [room, account],
    "is-member",
  );
  if (rows.length === 0) throw fail("NOT_FOUND_ROOM");
}
