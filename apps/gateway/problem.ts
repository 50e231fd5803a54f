import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { languageOf, problemOf } from "@jangteo/kernel/http/problem.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";

const contentType = "application/problem+json; charset=utf-8";

function render(incoming: IncomingMessage, code: ErrorCode) {
  const problem = problemOf(fail(code), languageOf(incoming.headers["accept-language"]));
  return { status: problem.status, title: problem.title, body: JSON.stringify(problem) };
}

/** Answers a request that no copy could answer. */
export function sendProblem(answer: ServerResponse, incoming: IncomingMessage, code: ErrorCode): void {
  const { status, body } = render(incoming, code);
  answer.writeHead(status, {
    "content-type": contentType,
    "cache-control": "no-store",
    ...(isForLater(status) && { "retry-after": "1" }),
  });
  answer.end(body);
}

/** The same where there is a bare connection only. */
export function writeProblem(socket: Duplex, incoming: IncomingMessage, code: ErrorCode): void {
  const { status, title, body } = render(incoming, code);
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
      `${isForLater(status) ? "retry-after: 1\r\n" : ""}connection: close\r\n\r\n${body}`,
  );
}

function isForLater(status: number): boolean {
  return status === 429 || status === 503;
}
