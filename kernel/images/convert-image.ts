import { fail } from "../rpc/service-error.ts";

export type ConvertedImage = { full: Buffer; thumbnail: Buffer; width: number; height: number };

const fullMax = 2_048;
const thumbnailMax = 320;
const formats = new Set(["jpeg", "png", "webp", "gif"]);

/** What the first bytes say; a name or a header may say anything. SVG and HTML are text and never come so far. */
export function looksLikeImage(bytes: Buffer): boolean {
  const starts = (text: string, at = 0) => bytes.subarray(at, at + text.length).equals(Buffer.from(text, "latin1"));
  return (
    starts("\xff\xd8\xff") ||
    starts("\x89PNG\r\n\x1a\n") ||
    starts("GIF87a") ||
    starts("GIF89a") ||
    (starts("RIFF") && starts("WEBP", 8))
  );
}

/**
 * Makes an upload safe and small: decoded and written anew as WebP, upright, without EXIF (where it was taken, say) or
 * anything else that hid in the file. Throws NOT_AN_IMAGE, IMAGE_TOO_LARGE.
 */
export async function convertImage(bytes: Buffer, pixelsMax: number): Promise<ConvertedImage> {
  if (!looksLikeImage(bytes)) throw fail("NOT_AN_IMAGE");
  // 20 MB of libvips that most starts never need.
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  const options = { limitInputPixels: pixelsMax, failOn: "error" } as const;
  try {
    const { format, width, height } = await sharp(bytes, options).metadata();
    if (!formats.has(format)) throw fail("NOT_AN_IMAGE");
    if (width * height > pixelsMax) throw fail("IMAGE_TOO_LARGE");
    const upright = sharp(bytes, options).rotate();
    const resized = (side: number) =>
      upright
        .clone()
        .resize(side, side, { fit: "inside", withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
    const full = await resized(fullMax);
    const thumbnail = await resized(thumbnailMax);
    return { full: full.data, thumbnail: thumbnail.data, width: full.info.width, height: full.info.height };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw fail("IMAGE_TOO_LARGE", {}, error);
    if (error instanceof Error && error.name === "ServiceError") throw error;
    throw fail("NOT_AN_IMAGE", {}, error);
  }
}
