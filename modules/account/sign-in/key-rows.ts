import type { Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import type { JWK } from "jose";

/** A key that signs, as it is stored. */
export type ActiveKey = {
  id: string;
  sealedPrivateJwk: string;
  /** The last use was noted more than 20 s ago. */
  isStale: boolean;
  /** No instance has used it for a minute. */
  isUnused: boolean;
};

/** What an instance does with the keys that it finds, newest first. */
export type KeyPlan = {
  /** The one that it signs with; without it, it makes one. */
  sign: ActiveKey | undefined;
  /** Whether to note that the key is in use. */
  note: boolean;
  /** Ids of keys that nobody signs with any more. */
  retire: string[];
};

/**
 * An instance signs with the newest key that its secret opens. Any other key is retired once it is unused for a minute: while
 * a new secret is rolled out, instances of both secrets sign, each with a key of its own.
 */
export function planKeys(keys: readonly ActiveKey[], opens: (key: ActiveKey) => boolean): KeyPlan {
  const sign = keys.find(opens);
  const retire = keys.filter((key) => key !== sign && key.isUnused).map(({ id }) => id);
  return { sign, note: sign?.isStale ?? false, retire };
}

/** Whoever makes or retires keys does it alone. */
export async function lockKeys(transaction: Transaction): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext('jangteo signing key'))");
}

export function listActiveKeys(queryable: Queryable): Promise<ActiveKey[]> {
  return queryable.query<ActiveKey>(
    `SELECT id, sealed_private_jwk AS "sealedPrivateJwk",
       coalesce(used_at < now() - interval '20 seconds', true) AS "isStale",
       coalesce(used_at < now() - interval '60 seconds', true) AS "isUnused"
     FROM signing_key WHERE retired_at IS NULL ORDER BY created_at DESC, id`,
    [],
    "list-active-keys",
  );
}

export async function listPublicKeys(queryable: Queryable): Promise<JWK[]> {
  const rows = await queryable.query<{ public_jwk: JWK }>(
    "SELECT public_jwk FROM signing_key WHERE coalesce(accepted_until > now(), true) ORDER BY created_at DESC",
    [],
    "list-public-keys",
  );
  return rows.map((row) => row.public_jwk);
}

export async function addKey(
  transaction: Transaction,
  { id, publicJwk, sealedPrivateJwk }: { id: string; publicJwk: JWK; sealedPrivateJwk: string },
): Promise<void> {
  await transaction.query(
    `INSERT INTO signing_key (id, public_jwk, sealed_private_jwk, created_at, used_at)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp())`,
    [id, JSON.stringify(publicJwk), sealedPrivateJwk],
  );
}

export async function noteUse(queryable: Queryable, id: string): Promise<void> {
  await queryable.query("UPDATE signing_key SET used_at = now() WHERE id = $1 AND retired_at IS NULL", [id]);
}

/** Retires active keys: their private halves are erased, and their tokens are accepted for `seconds` more. */
export async function retireKeys(transaction: Transaction, ids: readonly string[], seconds: number): Promise<void> {
  await transaction.query(
    `UPDATE signing_key SET retired_at = clock_timestamp(), sealed_private_jwk = '',
       accepted_until = clock_timestamp() + $2 * interval '1 second'
     WHERE id = ANY ($1::text[]) AND retired_at IS NULL`,
    [ids, seconds],
  );
}

/** Ends the acceptance of every key but one, also of those that were retired before. Returns how many these are. */
export async function refuseOtherKeys(transaction: Transaction, id: string): Promise<number> {
  const refused = await transaction.query(
    `UPDATE signing_key SET retired_at = coalesce(retired_at, now()), sealed_private_jwk = '', accepted_until = now()
     WHERE id <> $1 AND coalesce(accepted_until > now(), true) RETURNING id`,
    [id],
  );
  return refused.length;
}
