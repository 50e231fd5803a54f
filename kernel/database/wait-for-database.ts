import pg from "pg";
import type { Logger } from "../telemetry/logger.ts";
import { certificateProblem } from "./certificate-problem.ts";

export type WaitOptions = {
  /** At most this long, in ms; 0: one attempt. */
  waitMs: number;
  log: Logger;
  /** Ends the wait early, at a stop. */
  signal?: AbortSignal | undefined;
};

const attemptTimeoutMs = 5_000;
const pauseFirstMs = 100;
const pauseMaxMs = 3_000;
const logEveryMs = 10_000;

/**
 * Resolves once PostgreSQL at `url` accepts connections: retries with exponential back-off, 3 s at most, and logs what it
 * waits for, every 10 s again. Throws when `waitMs` have passed or `signal` aborts; at once where waiting does not help,
 * as with a wrong password, a missing database or a certificate that is not the right one.
 */
export async function waitForDatabase(url: string, { waitMs, log, signal }: WaitOptions): Promise<void> {
  const endsAt = performance.now() + waitMs;
  let loggedAt = Number.NEGATIVE_INFINITY;
  for (let pauseMs = pauseFirstMs; ; pauseMs = Math.min(pauseMs * 2, pauseMaxMs)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: attemptTimeoutMs });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      const reason = reasonToWait(error);
      const problem = certificateProblem(error);
      if (reason === undefined && problem === undefined) throw error;
      const what = `PostgreSQL at ${client.host.startsWith("/") ? client.host : `${client.host}:${client.port}`}`;
      if (reason === undefined) throw new Error(`${what}: ${problem}`, { cause: error });
      const now = performance.now();
      if (now >= endsAt) throw new Error(unavailable(what, reason, waitMs), { cause: error });
      if (now - loggedAt >= logEveryMs) {
        log.warn(`Waiting for ${what}: ${reason}`);
        loggedAt = now;
      }
      await pause(Math.min(pauseMs, endsAt - now), signal);
      if (signal?.aborted) throw new Error(`Stopped while waiting for ${what}: ${reason}`, { cause: error });
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function unavailable(what: string, reason: string, waitMs: number): string {
  return `${what}: ${reason}${waitMs > 0 ? `, for ${waitMs / 1_000} s (JANGTEO_DATABASE_START_WAIT_MS)` : ""}`;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  EPIPE: "connection reset",
  ENOENT: "no such socket",
  ENOTFOUND: "host name not found",
  EAI_AGAIN: "host name cannot be looked up",
  EHOSTUNREACH: "host unreachable",
  ENETUNREACH: "network unreachable",
  ETIMEDOUT: "connection timed out",
  "53300": "too many connections",
  "57P01": "the server is shutting down",
  "57P02": "the server is restarting after a crash",
  "57P03": "the server does not accept connections yet",
};

/** Why a server that cannot be connected to may be connected to later; none for an error that stays. */
export function reasonToWait(error: unknown): string | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined) return reasons[code];
  // The driver's own errors have no code.
  if (/timeout/i.test(message ?? "")) return "connection timed out";
  return /Connection terminated/i.test(message ?? "") ? "connection closed" : undefined;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    if (signal?.aborted) done();
    else signal?.addEventListener("abort", done);
  });
}
