import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { ClientFrame, ServerFrame } from "@jangteo/contracts/chat/frames.ts";
import { type WebSocket, WebSocketServer } from "ws";
import { type ChatClient, type ChatClientOptions, createChatClient } from "./chat-client.ts";

let server: WebSocketServer;
before(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
});
after(() => server.close());

const welcome = (): ServerFrame => ({
  type: "welcome",
  session: "s",
  heartbeatMs: 25_000,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  limits: { textMaxBytes: 4_000, frameMaxBytes: 16_384, sendsPerSecond: 5, sendsBurst: 20 },
});

/** A client, and the server's side of its first socket: what it sent, and a way to answer. */
async function meet(options: Partial<ChatClientOptions> = {}, before?: (client: ChatClient) => void) {
  const { port } = server.address() as AddressInfo;
  const connected = once(server, "connection") as Promise<[WebSocket]>;
  const client = createChatClient({ url: `ws://127.0.0.1:${port}`, token: () => "token", random: () => 0, ...options });
  before?.(client);
  const [socket] = await connected;
  const frames: ClientFrame[] = [];
  const sends: Extract<ClientFrame, { type: "send" }>[] = [];
  const opens: string[] = [];
  let typed = 0;
  socket.on("message", (data) => {
    const frame = JSON.parse((data as Buffer).toString()) as ClientFrame;
    frames.push(frame);
    if (frame.type === "send") sends.push(frame);
    if (frame.type === "open") opens.push(frame.room);
    if (frame.type === "typing") typed++;
  });
  const tell = (...told: ServerFrame[]) => socket.send(told.map((frame) => JSON.stringify(frame)).join("\n"));
  const ack = (index: number, seq: number): ServerFrame => {
    const { id, room, clientId } = sends[index]!;
    return { type: "ack", id, room, clientId, seq, at: new Date().toISOString() };
  };
  await once(socket, "message");
  tell(welcome());
  while (client.state !== "open") await new Promise((resolve) => setTimeout(resolve, 5));
  return {
    client,
    socket,
    frames,
    sends,
    opens,
    tell,
    ack,
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
  const { client, sends, tell, ack, settled, untilSends, end } = await meet();
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
    tell(ack(2, 1), ack(1, 1));
    await untilSends(4);
    assert.deepEqual(sends[3]!.body, { text: "2" });
    tell(ack(3, 2));
    assert.deepEqual(
      (await Promise.all([...said, elsewhere])).map((sent) => sent.seq),
      [1, 2, 1],
    );
  } finally {
    end();
  }
});

test("many rooms are opened at a pace that the server takes", async () => {
  const { client, opens, settled, end } = await meet();
  try {
    for (let room = 0; room < 260; room++) client.open(`room ${room}`);
    await settled();
    const burst = opens.length;
    assert.ok(burst >= 40 && burst < 60, `${burst} at once`);
    const startedAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await settled();
    const perSecond = ((opens.length - burst) / (performance.now() - startedAt)) * 1_000;
    assert.ok(perSecond > 5 && perSecond < 25, `${perSecond} a second`);
    assert.equal(new Set(opens).size, opens.length);
  } finally {
    end();
  }
});

test("what the hello holds is not opened again; a room that somebody looks at is held before others", async () => {
  const rooms = [["looked at", 5], ...Array.from({ length: 250 }, (_, index) => [`room ${index}`, 1])] as [
    string,
    number,
  ][];
  const { frames, opens, settled, end } = await meet({ rooms }, (client) => {
    client.open("looked at");
    client.open("new");
  });
  try {
    await settled();
    const [hello] = frames;
    assert.ok(hello?.type === "hello");
    assert.equal(Object.keys(hello.rooms ?? {}).length, 200);
    assert.equal(hello.rooms?.["looked at"], 5);
    assert.deepEqual(opens, ["new"]);
  } finally {
    end();
  }
});

test("a room that cannot be opened for now is asked for again", async () => {
  const { client, opens, tell, settled, end } = await meet();
  try {
    client.open("a");
    await settled();
    tell({ type: "error", id: null, code: "UNAVAILABLE", detail: "later", retry: true, room: "a" });
    while (opens.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(opens, ["a", "a"]);
  } finally {
    end();
  }
});

test("the same clientId in two rooms is acknowledged in both", async () => {
  const { client, tell, ack, untilSends, end } = await meet();
  try {
    const sent = ["a", "b"].map((room) => client.send(room, { text: "말" }, "one id"));
    await untilSends(2);
    tell(ack(0, 7), ack(1, 9));
    assert.deepEqual(
      (await Promise.all(sent)).map(({ seq }) => seq),
      [7, 9],
    );
  } finally {
    end();
  }
});

test("a handler that throws loses nothing of what came with its event", async (t) => {
  const errors = t.mock.method(console, "error", () => undefined);
  const { client, tell, ack, untilSends, end } = await meet();
  try {
    client.on("typing", () => {
      throw new Error("of the page");
    });
    const sent = client.send("a", { text: "말" });
    await untilSends(1);
    tell({ type: "typing", room: "a", who: "somebody" }, ack(0, 1));
    assert.equal((await sent).seq, 1);
    assert.equal(errors.mock.callCount(), 1);
  } finally {
    end();
  }
});

/** When a client came back, in milliseconds after each time that `react` was done with its socket. */
async function comesBack(count: number, options: Partial<ChatClientOptions>, react: (socket: WebSocket) => void) {
  const { port } = server.address() as AddressInfo;
  const times: number[] = [];
  let doneAt = 0;
  const enough = Promise.withResolvers<void>();
  const meetOne = (socket: WebSocket) => {
    if (doneAt > 0) times.push(performance.now() - doneAt);
    if (times.length === count) return enough.resolve();
    socket.once("message", () => {
      react(socket);
      doneAt = performance.now();
    });
  };
  server.on("connection", meetOne);
  const client = createChatClient({ url: `ws://127.0.0.1:${port}`, token: () => "token", ...options });
  await enough.promise;
  server.off("connection", meetOne);
  client.stop();
  for (const socket of server.clients) socket.terminate();
  return times;
}

test("a socket that opens without a welcome is given up", async () => {
  const [waited] = await comesBack(1, { welcomeMs: 200, reconnectMs: 1 }, () => undefined);
  assert.ok(waited! >= 100 && waited! < 2_000, `${waited} ms`);
});

test("who is welcomed and sent away again and again waits longer each time", async () => {
  const react = (socket: WebSocket) => {
    socket.send(JSON.stringify(welcome()));
    socket.close(1013);
  };
  const times = await comesBack(4, { reconnectMs: 20, random: () => 1 }, react);
  assert.ok(times[3]! >= 155, times.join());
});

test("who sent too much comes back after some seconds, not at once", async () => {
  const [waited] = await comesBack(1, { reconnectMs: 20, random: () => 0 }, (socket) => socket.close(4429));
  assert.ok(waited! >= 155, `${waited} ms`);
});
