import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { ClientFrame, ServerFrame } from "@jangteo/contracts/chat/frames.ts";
import { type WebSocket, WebSocketServer } from "ws";
import { createChatClient } from "./chat-client.ts";

let server: WebSocketServer;
before(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
});
after(() => server.close());

/** A client and the server's side of its socket: what it sent, and a way to answer. */
async function meet() {
  const { port } = server.address() as AddressInfo;
  const connected = once(server, "connection") as Promise<[WebSocket]>;
  const client = createChatClient({ url: `ws://127.0.0.1:${port}`, token: () => "token", random: () => 0 });
  const [socket] = await connected;
  const sends: Extract<ClientFrame, { type: "send" }>[] = [];
  let typed = 0;
  socket.on("message", (data) => {
    const frame = JSON.parse((data as Buffer).toString()) as ClientFrame;
    if (frame.type === "send") sends.push(frame);
    if (frame.type === "typing") typed++;
  });
  const tell = (frame: ServerFrame) => socket.send(JSON.stringify(frame));
  await once(socket, "message");
  tell({
    type: "welcome",
    session: "s",
    heartbeatMs: 25_000,
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    limits: { textMaxBytes: 4_000, frameMaxBytes: 16_384, sendsPerSecond: 5, sendsBurst: 20 },
  });
  return {
    client,
    sends,
    tell,
    /** All that the client sent before now has come: frames keep their order. */
    async settled() {
      const seen = typed;
      client.typing("any");
      while (typed === seen) await once(socket, "message");
    },
    async untilSends(count: number) {
      while (sends.length < count) await once(socket, "message");
    },
    end() {
      client.stop();
      socket.terminate();
    },
  };
}

test("one message of a room is under way at a time, of each room", async () => {
  const { client, sends, tell, settled, untilSends, end } = await meet();
  try {
    const said = [client.send("a", { text: "1" }), client.send("a", { text: "2" })];
    const elsewhere = client.send("b", { text: "3" });
    await untilSends(2);
    await settled();
    assert.deepEqual(
      sends.map((send) => send.room),
      ["a", "b"],
      "the second message of room a waits for the first",
    );
    // The server is full for a moment: the first message goes again before the second goes at all.
    tell({ type: "error", id: sends[0]!.id, code: "OVERLOADED", detail: "later", retry: true });
    await untilSends(3);
    await settled();
    assert.equal(sends[2]!.clientId, sends[0]!.clientId);
    assert.equal(sends.length, 3);
    const ack = (index: number, seq: number) =>
      tell({
        type: "ack",
        id: sends[index]!.id,
        room: sends[index]!.room,
        clientId: sends[index]!.clientId,
        seq,
        at: new Date().toISOString(),
      });
    ack(2, 1);
    ack(1, 1);
    await untilSends(4);
    assert.deepEqual(sends[3]!.body, { text: "2" });
    ack(3, 2);
    assert.deepEqual(
      (await Promise.all([...said, elsewhere])).map((sent) => sent.seq),
      [1, 2, 1],
    );
  } finally {
    end();
  }
});
