import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

/** Keeps what was rendered, as WebP: `node apps/server/demo/render/keep.ts FOLDER`. */
const [, , folder] = process.argv;
if (!folder) throw new Error("name the folder with the rendered pictures");
const target = new URL("../pictures/", import.meta.url).pathname;
mkdirSync(target, { recursive: true });
for (const file of readdirSync(folder).filter((name) => /^[a-z]+-\d\.png$/.test(name)))
  await sharp(join(folder, file))
    .webp({ quality: 80, effort: 6 })
    .toFile(join(target, file.replace(".png", ".webp")));
