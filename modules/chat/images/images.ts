import type { Database } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { v7 as uuidv7 } from "uuid";
import { convertImage } from "./convert-image.ts";
import type { ImageStorage } from "./storage.ts";

export type ImageView = { id: string; width: number; height: number };

export type Images = {
  /** Keeps an upload of a member of the room. */
  upload(room: string, uploader: string, bytes: Buffer): Promise<ImageView>;
  /** The bytes of an image, for members of its room. */
  read(id: string, account: string, size: "full" | "thumbnail"): Promise<Buffer>;
  /** What a message about it says; only whoever uploaded it into the room may send it. */
  forMessage(room: string, sender: string, id: string): Promise<ImageView>;
};

/** Pictures are decoded one at a time, and few may wait. */
const waitingMax = 16;

export function createImages(database: Database, storage: ImageStorage, pixelsMax: number): Images {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= waitingMax) throw fail("OVERLOADED");
    waiting++;
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
    }
  }

  return {
    async upload(room, uploader, bytes) {
      await refuseStranger(database, room, uploader);
      const image = await inTurn(() => convertImage(bytes, pixelsMax));
      const id = uuidv7();
      await storage.put(`${id}.webp`, image.full);
      await storage.put(`${id}-thumbnail.webp`, image.thumbnail);
      await database.query(
        `INSERT INTO image (id, room_id, uploader, content_type, width, height, bytes) VALUES ($1, $2, $3, 'image/webp', $4, $5, $6)`,
        [id, room, uploader, image.width, image.height, image.full.length],
      );
      return { id, width: image.width, height: image.height };
    },
    async read(id, account, size) {
      const rows = await database.query(
        `SELECT 1 FROM image i JOIN member m ON m.room_id = i.room_id
         WHERE i.id = $1 AND m.account_id = $2 AND m.left_at IS NULL`,
        [id, account],
        "may-see-image",
      );
      const bytes =
        rows.length > 0 ? await storage.get(size === "full" ? `${id}.webp` : `${id}-thumbnail.webp`) : undefined;
      if (!bytes) throw fail("NOT_FOUND_IMAGE");
      return bytes;
    },
    async forMessage(room, sender, id) {
      const [image] = await database.query<ImageView>(
        "SELECT id, width, height FROM image WHERE id = $1 AND room_id = $2 AND uploader = $3",
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
