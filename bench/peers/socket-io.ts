import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { Server } from "socket.io";

/**
 * A chat as Socket.IO's documentation builds it: rooms, and one INSERT for each message that is sent with an
 * acknowledgement.
 */
const { databaseUrl } = JSON.parse(process.env.BENCH ?? "{}") as { databaseUrl?: string };
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
if (databaseUrl)
  await pool.query(
    `CREATE TABLE IF NOT EXISTS socket_io_message (
       id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, room text NOT NULL, sender text NOT NULL,
       client_offset text UNIQUE NOT NULL, body jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
  );
const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
io.on("connection", (socket) => {
  void socket.join("everyone");
  socket.on("echo", (value: unknown, answer: (value: unknown) => void) => answer(value));
  socket.on("broadcast", (value: unknown) => io.to("everyone").emit("event", value));
  socket.on("send", (message: { room: string; clientId: string; body: unknown }, answer: (value: unknown) => void) => {
    pool
      .query({
        name: "insert",
        text: "INSERT INTO socket_io_message (room, sender, client_offset, body) VALUES ($1, $2, $3, $4) RETURNING id, at",
        values: [message.room, socket.id, message.clientId, JSON.stringify(message.body)],
      })
      .then(({ rows }) => {
        socket.emit("event", { ...message, ...rows[0] });
        answer(rows[0]);
      })
      .catch((error: unknown) => answer({ error: String(error) }));
  });
});
http.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: true, address: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }),
);
process.on("SIGTERM", () => process.exit(0));
