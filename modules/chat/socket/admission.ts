import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ErrorCode, httpStatus } from "@jangteo/contracts/errors.ts";
import { clientAddress, limitKey, readTrustedProxies } from "@jangteo/kernel/http/client-address.ts";
import { type Language, problemOf } from "@jangteo/kernel/http/problem.ts";
import { type Bucket, createKeyedLimit, takeToken } from "@jangteo/kernel/limits/token-bucket.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";

/** Why a handshake is refused, if it is; `full` when no more sockets are taken now. */
export type Admit = (request: IncomingMessage, full: boolean) => ErrorCode | undefined;

/** Decides about handshakes before anything is spent on them: origin, and how many come per second. */
export function createAdmission(settings: Settings): Admit {
  const origins = new Set(
    settings.chatOrigins
      .split(",")
      .map((origin) => origin.trim())
      .filter(Boolean),
  );
  const perSecond = settings.chatHandshakesPerSecond;
  const handshakes: Bucket = { tokens: perSecond, at: performance.now() };
  // Before what all share: one address takes a tenth of it at most.
  const perAddress = Math.max(10, perSecond / 10);
  const ofAddress = createKeyedLimit(perAddress, perAddress * 2);
  const trusts = readTrustedProxies(settings.trustedProxies);
  const addressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress ?? "", headers["x-forwarded-for"]?.toString(), trusts);

  /** Pages of other origins may not use a visitor's browser to talk to us. Programs that are no browser name none. */
  function isKnownOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    return origins.has(origin) || (URL.canParse(origin) && new URL(origin).host === host);
  }

  return (request, full) => {
    if (!isKnownOrigin(request)) return "FOREIGN_ORIGIN";
    if (settings.rateLimits && !ofAddress.take(limitKey(addressOf(request)))) return "TOO_MANY_REQUESTS";
    if (full || (settings.rateLimits && !takeToken(handshakes, perSecond, perSecond, performance.now())))
      return "OVERLOADED";
    return undefined;
  };
}

/** Says no before there is a WebSocket. Many who are told to come again are not told to come together. */
export function refuse(socket: Duplex, code: ErrorCode, language: Language): void {
  const status = httpStatus(code);
  const body = JSON.stringify(problemOf(fail(code), language));
  const retryAfter = status === 503 ? `Retry-After: ${1 + Math.floor(Math.random() * 5)}\r\n` : "";
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n${retryAfter}Connection: close\r\n\r\n${body}`,
  );
}
