import type { FastifyRequest } from "fastify";
import type { Database, Queryable, Transaction } from "../database/database.ts";
import { newId } from "../database/new-id.ts";
import { fail, isRefusal } from "../rpc/service-error.ts";
import { languageOf, problemOf } from "./problem.ts";
import { oldRequestHash } from "./request-hash.ts";

/**
 * A status and a body, as they are sent and as they are stored for replays. A body that is a text is JSON already
 * and sent as it is.
 */
export type Answer = { status: number; body: unknown; replayed?: boolean; headers?: Record<string, string> };

export const idempotencyKeyPattern = "^[\\x21-\\x7e]{1,64}$";
const validKey = new RegExp(idempotencyKeyPattern);

/** The request's Idempotency-Key; throws where it is malformed, or missing though `required`. */
export function idempotencyKeyOf(request: FastifyRequest, required: true): string;
export function idempotencyKeyOf(request: FastifyRequest, required: boolean): string | undefined;
export function idempotencyKeyOf(request: FastifyRequest, required: boolean): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined || (key === "" && required)) {
    if (required) throw fail("IDEMPOTENCY_KEY_REQUIRED");
    return undefined;
  }
  if (typeof key !== "string" || !validKey.test(key)) throw fail("INVALID_IDEMPOTENCY_KEY");
  return key;
}

/** Account and operation: the same key of another account, or on another route, is another key. */
export function idempotencyScope(request: FastifyRequest): string {
  return `${request.principal?.id ?? "anonymous"} ${request.method} ${request.routeOptions.url}`;
}

/** The hash of the request as it is stored with its Idempotency-Key; see `createRequestHash`. */
export function requestHash(request: FastifyRequest): string {
  return request.server.requestHash(request);
}

/** Whether a stored hash is this request's, also one that an earlier release stored. */
function isSameRequest(stored: string, request: FastifyRequest): boolean {
  return stored === requestHash(request) || stored === oldRequestHash(request);
}

/**
 * For answers that hold personal data, which is kept in its own place only and erased there: what of a good answer's body
 * is stored, and how a replay makes the body of it.
 */
export type Personal = {
  keep: (body: unknown) => unknown;
  restore: (kept: unknown) => Promise<unknown>;
};
export type KeyOptions = { keyRequired: boolean; personal?: Personal | undefined };

const isGood = (status: number) => status < 400;

type Row = { request_hash: string; ref: string; status: number | null; body: unknown; leased: boolean };

async function findRow(queryable: Queryable, scope: string, key: string): Promise<Row | undefined> {
  const rows = await queryable.query<Row>(
    `SELECT request_hash, ref, status, body, coalesce(lease_until > now(), false) AS leased
     FROM idempotency WHERE scope = $1 AND key = $2`,
    [scope, key],
    "find-idempotency-key",
  );
  return rows[0];
}

/** The stored answer of a known key, or nothing if its request never came to an end. */
async function replay(row: Row, request: FastifyRequest, personal?: Personal): Promise<Answer | undefined> {
  if (!isSameRequest(row.request_hash, request)) throw fail("IDEMPOTENCY_KEY_REUSED");
  if (row.status === null) return undefined;
  const body = personal && isGood(row.status) ? await personal.restore(row.body) : row.body;
  return { status: row.status, body, replayed: true };
}

/**
 * The answer that is stored under the request's Idempotency-Key, if there is one. Throws IDEMPOTENCY_KEY_REUSED where it
 * is another request's.
 */
export async function findAnswer(
  database: Database,
  request: FastifyRequest,
  { keyRequired, personal }: KeyOptions,
): Promise<Answer | undefined> {
  const key = idempotencyKeyOf(request, keyRequired);
  if (key === undefined) return undefined;
  const row = await findRow(database, idempotencyScope(request), key);
  return row && (await replay(row, request, personal));
}

/**
 * Runs `handle` in one transaction. With an Idempotency-Key the answer, also a refusal, is stored in the same
 * transaction, and the same request gets it again.
 */
export async function runWrite(
  database: Database,
  request: FastifyRequest,
  { keyRequired, personal }: KeyOptions,
  handle: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const key = idempotencyKeyOf(request, keyRequired);
  if (key === undefined) return database.transaction(handle);
  const scope = idempotencyScope(request);
  const result = await database.transaction(async (transaction) => {
    const [lock] = await transaction.query<{ free: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free",
      [`${scope} ${key}`],
      "lock-idempotency-key",
    );
    if (!lock?.free) throw fail("IDEMPOTENCY_KEY_IN_FLIGHT");
    const known = await findRow(transaction, scope, key);
    if (known && known.status !== null) return { known };
    await transaction.query("SAVEPOINT effect");
    let answer: Answer;
    try {
      answer = await handle(transaction);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await transaction.query("ROLLBACK TO SAVEPOINT effect");
      answer = refusalAnswer(request, error);
    }
    const kept = personal && isGood(answer.status) ? personal.keep(answer.body) : answer.body;
    await transaction.query(
      "INSERT INTO idempotency (scope, key, request_hash, ref, status, body) VALUES ($1, $2, $3, $4, $5, $6)",
      [scope, key, requestHash(request), newId(), answer.status, JSON.stringify(kept)],
      "store-idempotent-answer",
    );
    return { answer };
  });
  if (result.answer) return result.answer;
  // After the transaction: what is restored may be read on another connection.
  return (await replay(result.known, request, personal))!;
}

/**
 * Runs a request of several steps under a `ref` that stays the same when the request comes again. The answer is stored
 * after the last step; while one run holds the lease, others are told IDEMPOTENCY_KEY_IN_FLIGHT.
 */
export async function runCommand(
  database: Database,
  request: FastifyRequest,
  options: { keyRequired: boolean; leaseMs: number },
  handle: (ref: string) => Promise<Answer>,
): Promise<Answer> {
  const key = idempotencyKeyOf(request, options.keyRequired);
  if (key === undefined) return handle(newId());
  const scope = idempotencyScope(request);
  const claimed = await claim(database, request, scope, key, options.leaseMs);
  if (typeof claimed !== "string") return claimed;
  let answer: Answer;
  try {
    answer = await handle(claimed);
  } catch (error) {
    if (!isRefusal(error)) {
      // Not known or not done: whoever asks next goes on under the same ref.
      await database
        .query("UPDATE idempotency SET lease_until = NULL WHERE scope = $1 AND key = $2 AND status IS NULL", [
          scope,
          key,
        ])
        .catch(() => undefined);
      throw error;
    }
    answer = refusalAnswer(request, error);
  }
  await database.query(
    "UPDATE idempotency SET status = $3, body = $4, lease_until = NULL WHERE scope = $1 AND key = $2 AND status IS NULL",
    [scope, key, answer.status, JSON.stringify(answer.body)],
    "finish-command",
  );
  return answer;
}

/** The `ref` to run under, or the stored answer. */
async function claim(
  database: Database,
  request: FastifyRequest,
  scope: string,
  key: string,
  leaseMs: number,
): Promise<string | Answer> {
  const ref = newId();
  const claimed = await database.query<{ ref: string }>(
    `INSERT INTO idempotency AS i (scope, key, request_hash, ref, lease_until)
     VALUES ($1, $2, $3, $4, now() + $5 * interval '1 millisecond')
     ON CONFLICT (scope, key) DO UPDATE SET lease_until = excluded.lease_until
       WHERE i.status IS NULL AND i.request_hash IN (excluded.request_hash, $6) AND coalesce(i.lease_until < now(), true)
     RETURNING ref`,
    [scope, key, requestHash(request), ref, leaseMs, oldRequestHash(request)],
    "claim-idempotency-key",
  );
  if (claimed[0]) return claimed[0].ref;
  const row = await findRow(database, scope, key);
  const stored = row && (await replay(row, request));
  if (stored) return stored;
  throw fail("IDEMPOTENCY_KEY_IN_FLIGHT");
}

/** A refusal as the answer that is stored and sent. */
export function refusalAnswer(request: FastifyRequest, error: Parameters<typeof problemOf>[0]): Answer {
  const problem = problemOf(error, languageOf(request.headers["accept-language"]));
  return { status: problem.status, body: problem };
}

/** Whether an effect without an answer is asked for the first time under its key; for calls between modules. */
export async function rememberKey(transaction: Queryable, scope: string, key: string): Promise<boolean> {
  const rows = await transaction.query(
    `INSERT INTO idempotency (scope, key, request_hash, ref, status, body) VALUES ($1, $2, '', $3, 204, 'null')
     ON CONFLICT DO NOTHING RETURNING key`,
    [scope, key, newId()],
    "remember-key",
  );
  return rows.length === 1;
}

/**
 * Erases the responses that are stored for accounts that are closed: nobody can ask for them again, and they may hold names. The
 * keys stay, so that no request has its effect twice.
 */
export async function eraseResponses(transaction: Transaction, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  // A scope begins with the account and a blank; "!" is the character after it.
  await transaction.query(
    `UPDATE idempotency SET body = 'null' FROM unnest($1::text[]) AS account (id)
     WHERE scope >= account.id || ' ' AND scope < account.id || '!' AND starts_with(scope, account.id || ' ')
       AND status IS NOT NULL AND body <> 'null'`,
    [accountIds],
    "erase-responses",
  );
}
