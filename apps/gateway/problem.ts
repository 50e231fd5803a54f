import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { languageOf, problemOf } from "@jangteo/kernel/http/problem.ts";
import { rehearsalHeader } from "@jangteo/kernel/http/standing-headers.ts";
import { type ErrorDetails, fail } from "@jangteo/kernel/rpc/service-error.ts";

const rehearsal =
  '<p style="background:#7a5600;color:#fff">시험 운영 중입니다. 실제로 결제되거나 출금되지 않습니다. This is a rehearsal: no real payments or payouts are made.</p>';

/** A problem document; for who wants to see a page, a bare one that says the same. */
function render(incoming: IncomingMessage, code: ErrorCode, details: ErrorDetails, isRehearsal: boolean) {
  const language = languageOf(incoming.headers["accept-language"]);
  const problem = problemOf(fail(code, details), language);
  const { status, title, detail } = problem;
  if (!incoming.headers.accept?.includes("text/html"))
    return { status, title, contentType: "application/problem+json; charset=utf-8", body: JSON.stringify(problem) };
  const again = language === "en" ? "Try again" : "다시 시도";
  const style = "font:18px/1.6 system-ui,sans-serif;max-width:26rem;margin:18vh auto;padding:0 1rem;text-align:center";
  const body = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<body style="${style}">${isRehearsal ? rehearsal : ""}<p>${detail}</p><p><a href="">${again}</a></p></body>
</html>`;
  return { status, title, contentType: "text/html; charset=utf-8", body };
}

/** Answers a request that no copy could answer. */
export function sendProblem(
  answer: ServerResponse,
  incoming: IncomingMessage,
  code: ErrorCode,
  details: ErrorDetails = {},
): void {
  const { status, contentType, body } = render(incoming, code, details, answer.hasHeader(rehearsalHeader));
  answer.writeHead(status, {
    "content-type": contentType,
    "cache-control": "no-store",
    ...(isForLater(status) && { "retry-after": "1" }),
  });
  answer.end(body);
}

/** The same where there is a bare connection only, with these headers. */
export function writeProblem(
  socket: Duplex,
  incoming: IncomingMessage,
  code: ErrorCode,
  headers: Readonly<Record<string, string>>,
): void {
  const { status, title, contentType, body } = render(incoming, code, {}, Object.hasOwn(headers, rehearsalHeader));
  const standing = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
      `${standing.join("")}${isForLater(status) ? "retry-after: 1\r\n" : ""}connection: close\r\n\r\n${body}`,
  );
}

function isForLater(status: number): boolean {
  return status === 429 || status === 503;
}
