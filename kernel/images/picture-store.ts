import { newId } from "../database/new-id.ts";
import { createFairQueue } from "../limits/fair-queue.ts";
import { convertImage } from "./convert-image.ts";
import type { ImageStorage } from "./storage.ts";

export type KeptPicture = { id: string; width: number; height: number; bytes: number };
export type PictureSize = "full" | "thumbnail";

export type PictureStore = {
  /** Makes an upload of an account safe and small, and keeps it; accounts take turns. Throws NOT_AN_IMAGE, IMAGE_TOO_LARGE, OVERLOADED. */
  keep(upload: Buffer, account: string): Promise<KeptPicture>;
  /** The bytes as WebP, or nothing if there are none of this id. */
  read(id: string, size: PictureSize): Promise<Buffer | undefined>;
  /** Removes the bytes in every size; none of this id is no error. */
  remove(id: string): Promise<void>;
};

/** Pictures are decoded one at a time, and few may wait: each holds its bytes. */
const waitingMax = 16;

export function createPictureStore(storage: ImageStorage, pixelsMax: number): PictureStore {
  const queue = createFairQueue({ atOnce: 1, waitingMax });

  const keyOf = (id: string, size: PictureSize) => (size === "full" ? `${id}.webp` : `${id}-thumbnail.webp`);
  return {
    async keep(upload, account) {
      const { full, thumbnail, width, height } = await queue.run(account, () => convertImage(upload, pixelsMax));
      const id = newId();
      await storage.put(keyOf(id, "full"), full);
      await storage.put(keyOf(id, "thumbnail"), thumbnail);
      return { id, width, height, bytes: full.length };
    },
    read: (id, size) => storage.get(keyOf(id, size)),
    async remove(id) {
      await storage.remove(keyOf(id, "thumbnail"));
      await storage.remove(keyOf(id, "full"));
    },
  };
}
