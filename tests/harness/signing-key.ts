import { createSeal } from "@jangteo/kernel/secrets/seal.ts";
import { importJWK, type JWK, SignJWT } from "jose";
import pg from "pg";
import type { Person } from "./api-client.ts";

/** The secret of a marketplace that was started without one. */
export const developmentSecret = "insecure-development-secret";

/** What differs from a good access token. */
export type Unlike = { audience?: string; issuer?: string; type?: string };

export type StolenKey = {
  readonly id: string;
  /**
   * An access token for the person, as whoever has the key can make it: for as long as they like, and for tests with claims
   * that a good one does not have.
   */
  sign(person: Pick<Person, "id" | "role">, seconds?: number, unlike?: Unlike): Promise<string>;
};

/** The private half of the key that a marketplace signs with, as whoever has the database and the secret can read it. */
export async function stealSigningKey(databaseUrl: string, secret = developmentSecret): Promise<StolenKey> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; sealed: string }>(
    `SELECT id, sealed_private_jwk AS sealed FROM account.signing_key WHERE retired_at IS NULL
     ORDER BY created_at DESC LIMIT 1`,
  );
  await client.end();
  const { id, sealed } = rows[0]!;
  const text = createSeal({ purpose: "signing key", secret }).open(sealed, id);
  if (text === undefined) throw new Error("the secret does not open the key");
  const key = await importJWK(JSON.parse(text) as JWK, "EdDSA");
  return {
    id,
    sign: (person, seconds = 3_600, { audience = "jangteo-api", issuer = "jangteo", type = "at+jwt" } = {}) =>
      new SignJWT({ role: person.role })
        .setProtectedHeader({ alg: "EdDSA", kid: id, typ: type })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(person.id)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(key),
  };
}
