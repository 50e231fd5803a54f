import { readFileSync } from "node:fs";
import { socketPath } from "@jangteo/contracts/chat/frames.ts";
import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Sockets } from "./sockets.ts";

let document: string | undefined;
function asyncApi(): string {
  document ??= readFileSync(new URL(import.meta.resolve("@jangteo/contracts/gen/asyncapi.json")), "utf8");
  return document;
}

/** `GET /chat/socket`: the upgrade to a WebSocket; asked for without one, it says so. */
export function socketRoute(http: HttpServer, sockets: Sockets, hasDocs: boolean): void {
  if (hasDocs)
    http.get("/asyncapi.json", { schema: { hide: true } }, (_request, reply) =>
      reply.header("content-type", "application/json; charset=utf-8").send(asyncApi()),
    );
  http.server.on("upgrade", sockets.upgrade);
  route(http, {
    method: "GET",
    url: socketPath,
    summary: "The chat's WebSocket; its frames are described in /asyncapi.json",
    tag: "Chat: messages",
    answers: { 101: null },
    errors: ["UPGRADE_REQUIRED"],
    handle: async ({ reply }) => {
      reply.header("upgrade", "websocket");
      throw fail("UPGRADE_REQUIRED");
    },
  });
}
