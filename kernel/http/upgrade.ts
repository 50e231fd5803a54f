import type { IncomingMessage } from "node:http";
import { socketPath } from "@jangteo/contracts/chat/frames.ts";

/**
 * Whether a request asks for the chat's socket. A server that takes all others as requests without `Upgrade`, as it
 * may, never turns a connection into a pipe by which requests pass its limits.
 */
export function isSocketRequest(request: IncomingMessage): boolean {
  const [requested] = (request.url ?? "").split("?", 1);
  return request.method === "GET" && requested === socketPath && request.headers.upgrade?.toLowerCase() === "websocket";
}
