import pg from "pg";
import { fail, isServiceError } from "../rpc/service-error.ts";
import type { Logger } from "../telemetry/logger.ts";
import { poolWaiting } from "../telemetry/metrics.ts";
import { arrayLiteral } from "./array-literal.ts";
import { certificateProblem } from "./certificate-problem.ts";

// Points and counts are far below 2^53; a bigint that is not must never be rounded.
pg.types.setTypeParser(20, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${value} is beyond 2^53`);
  return number;
});

/** Runs SQL: on the pool, or inside a transaction. `name` makes it a prepared statement of the connection. */
export type Queryable = {
  query<Row extends object>(sql: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
};

export type Transaction = Queryable & {
  /** Runs after the commit and before the transaction's caller goes on; not at all after a rollback. */
  afterCommit(callback: () => void | Promise<void>): void;
};

export type Database = Queryable & {
  /** The module whose schema and role this is. */
  readonly module: string;
  /** Runs `work` in one transaction (READ COMMITTED); a thrown error rolls it back. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  module: string;
  /** The role that the connections take on, where `url` logs in as another one. */
  role?: string;
  poolMax: number;
  queueMax: number;
  waitMs: number;
  statementTimeoutMs: number;
  /** A transaction that sends no statement for this long is ended, so that its locks block nobody. */
  idleTransactionTimeoutMs: number;
  log: Logger;
};

/**
 * The longest wait for a lock, as a share of `idleTransactionTimeoutMs`. It is the shorter one: two transactions of an
 * instance that is suspended may wait for each other's locks, and the second must give up before the first is ended, or
 * it would get the locks and hold them for as long again.
 */
const lockShare = 0.8;

/** Opens a module's pool. Connects lazily; lost connections are made anew by the next request. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax,
    connectionTimeoutMillis: options.waitMs,
    idleTimeoutMillis: 60_000,
    application_name: `jangteo ${options.module}`,
    options: [
      ...(options.role ? [`-c role=${options.role}`] : []),
      `-c search_path="${options.module}"`,
      `-c statement_timeout=${options.statementTimeoutMs}`,
      `-c idle_in_transaction_session_timeout=${options.idleTransactionTimeoutMs}`,
      `-c lock_timeout=${Math.ceil(options.idleTransactionTimeoutMs * lockShare)}`,
      "-c timezone=UTC",
    ].join(" "),
  });
  let closing = false;
  pool.on("error", (error) => closing || options.log.warn({ err: error }, "a database connection was lost"));
  const waiting = poolWaiting.labels(options.module);
  const run = createRun(options.module);
  const openedAt = new WeakMap<pg.PoolClient, number>();
  pool.on("connect", (client) => openedAt.set(client, performance.now()));
  /** Connections that are older go to a server that took no writes: another one may be the primary by now. */
  let trustedSince = 0;

  async function connect(): Promise<pg.PoolClient> {
    if (pool.waitingCount >= options.queueMax) throw fail("OVERLOADED");
    waiting.set(pool.waitingCount);
    try {
      for (;;) {
        const client = await pool.connect();
        if (openedAt.get(client)! >= trustedSince) return client;
        client.release(true);
      }
    } catch (error) {
      throw asServiceError(error);
    }
  }

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await connect();
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on("error", onError);
    try {
      return await work(client);
    } catch (error) {
      if (endsConnection(error)) broken = error as Error;
      if (sqlState(error) === readOnlyTransaction && openedAt.get(client)! >= trustedSince)
        trustedSince = performance.now();
      throw asServiceError(error);
    } finally {
      client.off("error", onError);
      client.release(broken);
    }
  }

  return {
    module: options.module,
    query: (sql, values, name) => withClient((client) => run(client, sql, values, name)),
    async transaction(work) {
      const callbacks: (() => void | Promise<void>)[] = [];
      const result = await withClient(async (client) => {
        await client.query("BEGIN");
        try {
          const value = await work({
            query: (sql, values, name) => run(client, sql, values, name),
            afterCommit: (callback) => callbacks.push(callback),
          });
          await client.query("COMMIT");
          return value;
        } catch (error) {
          if (!endsConnection(error)) await client.query("ROLLBACK").catch(() => undefined);
          throw error;
        }
      });
      for (const callback of callbacks) await callback();
      return result;
    },
    close: () => {
      closing = true;
      return pool.end();
    },
  };
}

/**
 * Two statements of one name break whichever connection happens to run both: that would show now and then, under load. So
 * the second one is refused at once, wherever it runs.
 */
function createRun(module: string) {
  const named = new Map<string, string>();
  return async <Row extends object>(
    client: pg.PoolClient,
    sql: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Row[]> => {
    if (name !== undefined) {
      const known = named.get(name);
      if (known === undefined) named.set(name, sql);
      else if (known !== sql) throw new Error(`two statements of ${module} are called ${name}`);
    }
    const config = name === undefined ? { text: sql } : { text: sql, name };
    const result = await client.query<Row>(config, values?.map(asParameter));
    return result.rows;
  };
}

function asParameter(value: unknown): unknown {
  return Array.isArray(value) ? (arrayLiteral(value) ?? value) : value;
}

function sqlState(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
}

const readOnlyTransaction = "25006";

/**
 * Whether the connection is of no use after this error: it is lost, the server has ended it (57P0x; 25P03 and 25P04 are
 * the timeouts of transactions), or the server takes no writes (25006), as one that is no longer, or not yet, the primary.
 */
function endsConnection(error: unknown): boolean {
  const code = sqlState(error);
  if (
    code &&
    (/^(08|57P0|25P0[34]$|25006$)/.test(code) ||
      /^E(CONN|PIPE|NOTFOUND|AI_|TIMEDOUT|HOSTUNREACH|NETUNREACH)|^ENOENT$/.test(code))
  )
    return true;
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|timeout exceeded when trying to connect/i.test(error.message)
  );
}

/**
 * An error that ends the connection becomes UNAVAILABLE, a statement over its time DEADLINE_EXCEEDED; what remains is a
 * bug, or a constraint that the caller knows (see `violates`), and stays as it is.
 */
function asServiceError(error: unknown): unknown {
  if (isServiceError(error)) return error;
  const code = sqlState(error);
  if (endsConnection(error) || certificateProblem(error) || code === "53300" || code === "53400")
    return fail("UNAVAILABLE", {}, error);
  if (code === "53100" || code === "40P01" || code === "40001" || code === "55P03")
    return fail("UNAVAILABLE", {}, error);
  if (code === "57014") return fail("DEADLINE_EXCEEDED", {}, error);
  return error;
}

/** Whether the error is a violation of this constraint or unique index. */
export function violates(error: unknown, constraint: string): boolean {
  return sqlState(error)?.startsWith("23") === true && (error as { constraint?: string }).constraint === constraint;
}

/** Whether the error is a violation of any constraint. */
export function isConstraintViolation(error: unknown): boolean {
  return sqlState(error)?.startsWith("23") === true;
}

/** Whether the error is about the values of a statement (a constraint, a value out of range), not about the database. */
export function isDataError(error: unknown): boolean {
  return error instanceof RangeError || /^2[23]/.test(sqlState(error) ?? "");
}
