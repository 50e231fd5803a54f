import { randomUUID } from "node:crypto";
import { readSettings } from "../settings/settings.ts";
import { s3Storage } from "./storage.ts";

/**
 * Tries the S3-compatible store of the settings (JANGTEO_S3_ENDPOINT, …): writes, reads back, removes, misses, and is refused with
 * a wrong secret. For operators, before they set `imageStorage` to `s3`.
 */
const { s3Endpoint, s3Bucket, s3Region, s3AccessKeyId, s3SecretAccessKey } = readSettings();
const options = {
  endpoint: s3Endpoint,
  bucket: s3Bucket,
  region: s3Region,
  accessKeyId: s3AccessKeyId,
  secretAccessKey: s3SecretAccessKey,
};
const storage = s3Storage(options);
const key = `jangteo-try-${randomUUID()}.webp`;
const bytes = Buffer.from("a picture, say");
let failed = 0;

async function attempt(what: string, holds: () => Promise<boolean>): Promise<void> {
  const good = await holds().catch((error: unknown) => {
    console.error(error);
    return false;
  });
  if (!good) failed++;
  console.log(`  ${good ? "ok    " : "FAILED"}  ${what}`);
}

await attempt("writes", async () => {
  await storage.put(key, bytes);
  return true;
});
await attempt("reads back the same bytes", async () => (await storage.get(key))?.equals(bytes) ?? false);
await attempt("removes, and removes again what is gone", async () => {
  await storage.remove(key);
  await storage.remove(key);
  return (await storage.get(key)) === undefined;
});
await attempt("says that nothing is there", async () => (await storage.get(`${key}-not-there`)) === undefined);
await attempt("is refused with a wrong secret", async () => {
  const stranger = s3Storage({ ...options, secretAccessKey: "wrong" });
  return stranger.put(`${key}-stranger`, bytes).then(
    () => false,
    () => true,
  );
});
process.exitCode = failed === 0 ? 0 : 1;
