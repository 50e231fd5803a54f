import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { tokenAudience, tokenIssuer } from "@jangteo/kernel/http/access-token.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { AccountRow } from "../profile/account.ts";

export type SigningKeys = {
  /** A signed access token for the account, for so many seconds; `sessionId` names the sign-in that it comes from. */
  sign(account: Pick<AccountRow, "id" | "role">, seconds: number, sessionId?: string): Promise<string>;
  /** The public keys that are in use, as JWKS. */
  jwks(): Promise<{ keys: JWK[] }>;
};

type KeyRow = { id: string; public_jwk: JWK; sealed_private_jwk: string };

/** Loads the key that tokens are signed with, or makes the first one. Its private half is stored sealed with `secret`. */
export async function loadSigningKeys(database: Database, secret: string, log: Logger): Promise<SigningKeys> {
  const sealKey = Buffer.from(hkdfSync("sha256", secret, "", "jangteo signing key", 32));
  const current = await database.transaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock(hashtext('jangteo signing key'))");
    const rows = await transaction.query<KeyRow>(
      "SELECT id, public_jwk, sealed_private_jwk FROM signing_key WHERE retired_at IS NULL ORDER BY created_at DESC",
    );
    for (const row of rows) {
      const privateJwk = unseal(row.sealed_private_jwk, sealKey);
      if (privateJwk) return { id: row.id, privateJwk };
    }
    if (rows.length > 0) log.warn("the secret has changed: access tokens are signed with a new key from now on");
    const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const privateJwk = await exportJWK(privateKey);
    const publicJwk = await exportJWK(publicKey);
    const id = await calculateJwkThumbprint(publicJwk);
    await transaction.query("INSERT INTO signing_key (id, public_jwk, sealed_private_jwk) VALUES ($1, $2, $3)", [
      id,
      JSON.stringify({ ...publicJwk, kid: id, alg: "EdDSA", use: "sig" }),
      seal(privateJwk, sealKey),
    ]);
    return { id, privateJwk };
  });
  const key = await importJWK(current.privateJwk, "EdDSA");

  return {
    sign: (account, seconds, sessionId) =>
      new SignJWT({ role: account.role, ...(sessionId !== undefined && { sid: sessionId }) })
        .setProtectedHeader({ alg: "EdDSA", kid: current.id, typ: "at+jwt" })
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setSubject(account.id)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .setJti(randomBytes(9).toString("base64url"))
        .sign(key),
    async jwks() {
      const rows = await database.query<{ public_jwk: JWK }>(
        "SELECT public_jwk FROM signing_key WHERE retired_at IS NULL ORDER BY created_at DESC",
        [],
        "read-public-keys",
      );
      return { keys: rows.map((row) => row.public_jwk) };
    },
  };
}

function seal(jwk: JWK, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(jwk)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

function unseal(text: string, key: Buffer): JWK | undefined {
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
  try {
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()) as JWK;
  } catch {
    return undefined;
  }
}
