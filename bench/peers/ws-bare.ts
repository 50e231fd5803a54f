import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** The least that `ws` can do: what begins with "b" goes to everyone, all else comes back. */
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false });
const sockets = new Set<WebSocket>();
server.on("connection", (socket) => {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("message", (data) => {
    const text = (data as Buffer).toString();
    if (text.startsWith("b")) for (const each of sockets) each.send(text);
    else socket.send(text);
  });
});
http.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: true, address: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }),
);
process.on("SIGTERM", () => process.exit(0));
