import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server, Socket } from "node:net";
import { limitKey, type TrustsProxy } from "./client-address.ts";

/**
 * Closes the connections of an address, or of an IPv6 network of 64 bits, beyond `max`, so that one address cannot take all
 * that a server holds. Connections of trusted proxies are many clients' and are not counted.
 */
export function limitConnections(server: Server, max: number, trustsProxy: TrustsProxy): void {
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const peer = socket.remoteAddress ?? "";
    if (trustsProxy(peer)) return;
    const key = limitKey(peer);
    const count = open.get(key) ?? 0;
    if (count >= max) return void socket.destroy();
    open.set(key, count + 1);
    socket.once("close", () => {
      const left = open.get(key)! - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
}

/** So many requests a client sends on one connection before the first of them is answered; browsers and our gateway send one. */
export const pipelinedMax = 16;

/** Whether a connection has more than `max` requests under way with this one, or is closed because it had. */
export function createPipelineLimit(
  max = pipelinedMax,
): (incoming: IncomingMessage, response: ServerResponse) => boolean {
  const underWay = new WeakMap<Socket, number>();
  return ({ socket }, response) => {
    const count = (underWay.get(socket) ?? 0) + 1;
    if (socket.destroyed || count > max) return true;
    underWay.set(socket, count);
    response.once("close", () => underWay.set(socket, underWay.get(socket)! - 1));
    return false;
  };
}

/**
 * Whether a request cannot be told apart from another by everyone who reads it: two `Host` headers, one
 * that is no name, or a target that is neither a path nor a whole address.
 */
export function isAmbiguous({ url = "", rawHeaders, headers: { host } }: IncomingMessage): boolean {
  if (host !== undefined && !/^([\w.-]*|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)) return true;
  if (!url.startsWith("/") && !/^https?:\/\//i.test(url)) return true;
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]!.length === 4 && rawHeaders[index]!.toLowerCase() === "host") hosts++;
  return hosts > 1;
}
