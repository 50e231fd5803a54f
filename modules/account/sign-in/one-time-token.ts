import { hash, randomBytes } from "node:crypto";

/** A secret of 256 random bits, safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. It has full entropy, so a fast hash is enough. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}
