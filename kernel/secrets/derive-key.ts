import { hkdfSync } from "node:crypto";

/** What keys are derived for. Stored values and tokens depend on the text of a purpose: it is never changed. */
export type Purpose =
  | "signing key"
  | "request hashes"
  | "service tokens"
  | "phone numbers"
  | "bank accounts"
  | "mails"
  | "second factors"
  | "refresh tokens of pages"
  | "Kafka controllers"
  | `database password of ${string}`
  | "name of a database login"
  | `database login of ${string}`
  | `id of the key for ${string}`;

/**
 * A key of `bytes` bytes for one purpose, derived from the marketplace's secret (JANGTEO_SECRET) by HKDF-SHA256 with the
 * purpose as its label. Keys of different purposes reveal nothing about each other or the secret.
 */
export function deriveKey(secret: string, purpose: Purpose, bytes = 32): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `jangteo ${purpose}`, bytes));
}
