import { route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Sockets } from "./sockets.ts";

/** `GET /chat/socket`: the upgrade to a WebSocket; asked for without one, it says so. */
export function socketRoute(http: HttpServer, sockets: Sockets): void {
  http.server.on("upgrade", sockets.upgrade);
  route(http, {
    method: "GET",
    url: "/chat/socket",
    summary: "The chat's WebSocket; its frames are described in /asyncapi.json",
    tag: "Chat: messages",
    answers: {},
    errors: ["UPGRADE_REQUIRED"],
    handle: async ({ reply }) => {
      reply.header("upgrade", "websocket");
      throw fail("UPGRADE_REQUIRED");
    },
  });
}
