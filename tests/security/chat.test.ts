import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { helloSocket, openSocket, roundTrips } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Limits as they are in production, but for what would keep the test waiting. */
const marketplace = useMarketplace({
  alone: true,
  copies: 1,
  env: {
    JANGTEO_RATE_LIMITS: "on",
    JANGTEO_RATE_LIMIT_PER_MINUTE: "100000",
    JANGTEO_CHAT_HELLO_MS: "500",
    JANGTEO_CHAT_DROP_MS: "2000",
  },
});

async function two(): Promise<{ seller: Person; buyer: Person; room: string }> {
  const { api } = marketplace;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  return { seller, buyer, room: (await api.room(buyer, [seller])).id as string };
}

/** Resident memory of the processes that serve the chat, in MB. */
async function memoryMb(): Promise<number> {
  const pids = await marketplace.own.pids("chat");
  const of = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1_024;
  return pids.reduce((sum, pid) => sum + of(pid), 0);
}

describe("who is let in", () => {
  test("line 38: nobody without a token in the first frame, and no page of another origin", async () => {
    const { api } = marketplace;
    const { token } = await api.customer();
    const authorization = `Bearer ${token}`;
    const opened = await Promise.all([
      openSocket(api),
      openSocket(api, { query: `?token=${token}` }),
      openSocket(api, { headers: { authorization, cookie: `jangteo_refresh=${token}` } }),
    ]);
    const early = await Promise.all(
      [
        { type: "ping" },
        { type: "hello" },
        { type: "hello", token: "a.b.c" },
        { type: "hello", token: `${token}x` },
        { type: "hello", token, rooms: { x: 1 } },
      ].map(async (frame) => {
        const socket = await openSocket(api);
        socket.send(frame);
        return socket;
      }),
    );
    for (const socket of [...opened, ...early]) {
      assert.equal(await socket.untilClosed(), 4401);
      assert.deepEqual(socket.frames, []);
    }
    for (const origin of [
      "https://evil.example",
      "null",
      `${api.baseUrl}.evil.example`,
      "file://",
      "http://127.0.0.1:1",
    ])
      await assert.rejects(openSocket(api, { headers: { origin } }), /refused: 403/, origin);
    (await openSocket(api, { headers: { origin: api.baseUrl } })).end();
  });

  test("line 39: nobody into another's room: no history, no members, no join, not one frame", async () => {
    const { api } = marketplace;
    const { buyer, seller, room } = await two();
    const stranger = await api.customer();
    const first = await api.say(buyer, room, "둘만의 비밀");
    const socket = await helloSocket(api, stranger, { [room]: 0 });
    assert.equal((await socket.frame("error")).code, "NOT_FOUND_ROOM");
    socket.send(
      { type: "open", room, after: 0 },
      { type: "send", id: 7, room, clientId: "x", body: "들어갑니다" },
      { type: "read", room, seq: first },
      { type: "typing", room },
    );
    assert.equal((await socket.frame("error", ({ id }) => id === 7)).code, "NOT_FOUND_ROOM");
    const as = ({ email, role }: Person) => ({ email, role });
    const { token } = stranger;
    for (const response of await Promise.all([
      api.get(`/chat/${room}`, token),
      api.get(`/chat/${room}?after=0&limit=1`, token),
      api.get(`/chat/${room}/userlist`, token),
      api.get(`/chat/${room}/export`, token),
      api.post("/chat/addParticipants", { roomId: room, participants: [as(stranger)] }, token),
      api.post(`/chat/${room}/removeParticipant`, { accountId: seller.id }, token),
      api.post(`/chat/${room}/messages`, { clientId: "y", body: "나도요" }, token),
      api.post(`/chat/${room}/read`, { seq: first }, token),
      api.post(`/chat/${room}/leave`, {}, token),
      api.post(`/chat/${room}/report`, { seq: first, reason: "?" }, token),
    ]))
      assertProblem(response, 404, "NOT_FOUND_ROOM");
    assert.deepEqual((await api.post("/chat-info/roomList", {}, token)).body.items, []);
    await api.say(seller, room, "여전히 둘만의 비밀");
    socket.send({ type: "ping" });
    assert.deepEqual((await socket.frame("pong")).rooms, {});
    const kinds = new Set(socket.frames.map(({ type }) => type));
    assert.deepEqual([...kinds].sort(), ["error", "pong", "welcome"]);
    assert.ok(!JSON.stringify(socket.frames).includes("비밀"));
    socket.end();
  });

  test("line 46: a member who was taken out gets nothing more, from the next frame on", async () => {
    const { api } = marketplace;
    const { buyer, seller, room } = await two();
    const third = await api.customer();
    const participants = [{ email: third.email, role: third.role }];
    assert.equal((await api.post("/chat/addParticipants", { roomId: room, participants }, buyer.token)).status, 200);
    const sockets = await Promise.all([helloSocket(api, third), helloSocket(api, third)]);
    for (const socket of sockets) socket.send({ type: "open", room, after: 0 });
    for (const socket of sockets) await socket.frame("room");
    const removed = await api.post(`/chat/${room}/removeParticipant`, { accountId: third.id }, buyer.token);
    assert.equal(removed.status, 200);
    const seq = await api.say(seller, room, "이제 우리끼리");
    for (const socket of sockets) {
      socket.send(
        { type: "send", id: 1, room, clientId: "late", body: "저도요" },
        { type: "open", room, after: 0 },
        { type: "read", room, seq },
        { type: "typing", room },
      );
      assert.equal((await socket.frame("error", ({ id }) => id === 1)).code, "NOT_FOUND_ROOM");
      await socket.frame("error", (frame) => frame.room === room && frame.id !== 1);
      assert.ok(!JSON.stringify(socket.frames).includes("우리끼리"));
      socket.end();
    }
    const { messages } = (await api.get(`/chat/${room}`, seller.token)).body;
    assert.equal(messages.at(-1).seq, seq, "nothing of the removed member is stored");
    assertProblem(await api.get(`/chat/${room}`, third.token), 404, "NOT_FOUND_ROOM");
  });
});

describe("what is said", () => {
  test("line 40: is by the account that signed in, whatever a frame claims", async () => {
    const { api } = marketplace;
    const { buyer, seller, room } = await two();
    const [socket, theirs] = [await helloSocket(api, buyer), await helloSocket(api, seller, { [room]: 1 })];
    const frame = { type: "send", room, body: "나야 나" };
    for (const [index, claim] of ["sender", "senderId", "from", "accountId", "principal"].entries()) {
      socket.send({ ...frame, id: index, clientId: `c${index}`, [claim]: seller.id });
      assert.equal((await socket.frame("error", ({ id }) => id === index)).code, "INVALID_FRAME");
      const claimed = { clientId: `h${index}`, body: "나야 나", [claim]: seller.id };
      assertProblem(await api.post(`/chat/${room}/messages`, claimed, buyer.token), 400, "INVALID_INPUT");
    }
    socket.send({ ...frame, id: "good", clientId: "good" });
    await socket.frame("ack");
    assert.equal((await theirs.frame("event")).sender, buyer.id);
    const { messages } = (await api.get(`/chat/${room}`, seller.token)).body;
    assert.deepEqual(
      messages.slice(1).map(({ sender }: { sender: string }) => sender),
      [buyer.id],
    );
    // Nor does a socket become another's.
    socket.send({ type: "auth", token: seller.token });
    assert.equal(await socket.untilClosed(), 4401);
    theirs.end();
  });

  test("line 41: is edited and deleted by its sender alone", async () => {
    const { api } = marketplace;
    const { buyer, seller, room } = await two();
    const seq = await api.say(buyer, room, "내 말");
    const socket = await helloSocket(api, seller);
    for (const [index, body] of [{ edit: { seq, text: "남의 말" } }, { delete: { seq } }].entries()) {
      socket.send({ type: "send", id: index, room, clientId: `s${index}`, body });
      assert.equal((await socket.frame("error", ({ id }) => id === index)).code, "NOT_FOUND_MESSAGE");
      const sent = { clientId: `h${index}`, body };
      assertProblem(await api.post(`/chat/${room}/messages`, sent, seller.token), 404, "NOT_FOUND_MESSAGE");
    }
    const last = async () => (await api.get(`/chat/${room}`, buyer.token)).body.messages.at(-1);
    const { seq: head, kind, body } = await last();
    assert.deepEqual([head, kind, body], [seq, "text", { text: "내 말" }]);
    await api.say(buyer, room, { delete: { seq } });
    assert.deepEqual([(await last()).kind, (await last()).body], ["delete", { seq }]);
    socket.end();
  });

  test("line 42: stays text, whatever it looks like, and names that would turn a line around are refused", async () => {
    const { api } = marketplace;
    const { buyer, seller, room } = await two();
    const texts = [
      "<img src=x onerror=alert(1)>",
      "javascript:alert(document.cookie)",
      "<script>alert(1)</script>",
      "[눌러요](javascript:alert(1))",
      "'; DROP TABLE event; --",
      "\u003cb\u003e",
      "\u202Egnp.exe",
    ];
    const socket = await helloSocket(api, seller, { [room]: 1 });
    for (const text of texts) await api.say(buyer, room, text);
    await until(() => socket.frames.filter(({ type }) => type === "event").length === texts.length);
    const pushed = socket.frames.flatMap((frame) => (frame.type === "event" ? [frame] : []));
    const history = await api.get(`/chat/${room}`, seller.token);
    for (const events of [pushed, history.body.messages.slice(1) as typeof pushed]) {
      assert.deepEqual(
        events.map(({ body }) => body.text),
        texts,
      );
      assert.ok(events.every(({ kind }) => kind === "text"));
    }
    assert.match(history.headers.get("content-type")!, /^application\/json/);
    assert.equal(history.headers.get("x-content-type-options"), "nosniff");
    socket.end();
    for (const name of ["\u202Egnp.exe", "\u2066가", "가\u2028나", "가\n나", "\u0000"]) {
      const participants = [{ email: seller.email, role: seller.role }];
      assertProblem(await api.post("/chat/invite", { name, participants }, buyer.token), 400);
      assertProblem(await api.put("/accounts/customer/update", { name }, buyer.token), 400);
    }
  });
});

describe("sockets that misbehave", () => {
  test("line 43: a frame of 1 MB closes its socket and nobody else's", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const [bad, good] = [await helloSocket(api, buyer), await helloSocket(api, seller)];
    bad.socket.send("x".repeat(1_048_576));
    assert.equal(await bad.untilClosed(), 1009);
    await roundTrips(good, room, 1, "after");
    good.end();
  });

  test("line 43: 100,000 fragments close their socket, and memory stays flat", async () => {
    const { api } = marketplace;
    const { buyer } = await two();
    const before = await memoryMb();
    for (let round = 0; round < 5; round++) {
      const bad = await helloSocket(api, buyer);
      const fragment = Buffer.from([0x00, 0x81, 1, 2, 3, 4, 0x61 ^ 1]);
      const raw = (bad.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
      raw.write(Buffer.from([0x01, 0x81, 1, 2, 3, 4, 0x61 ^ 1]));
      const many = Buffer.concat(Array.from({ length: 10_000 }, () => fragment));
      for (let part = 0; part < 10 && bad.closed() === undefined; part++) raw.write(many);
      assert.ok([1006, 1008, 1009].includes(await bad.untilClosed()), `closed with ${bad.closed()}`);
    }
    assert.ok((await memoryMb()) - before < 60, `${before} MB before, ${await memoryMb()} MB after`);
  });

  test("line 43: a message of thousands of frames closes its socket, whatever they are", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const good = await helloSocket(api, seller);
    for (const line of ["a", '{"type":"ping"}']) {
      const bad = await helloSocket(api, buyer);
      bad.socket.send(`${line}\n`.repeat(Math.floor(65_000 / (line.length + 1))));
      assert.ok([4400, 4429].includes(await bad.untilClosed()), `closed with ${bad.closed()}`);
      // Not one error for each of them.
      assert.ok(bad.frames.length < 1_000, `${bad.frames.length} frames`);
    }
    await roundTrips(good, room, 1, "after-thousands");
    good.end();
  });

  test("line 43: compressed frames are refused: nothing is ever inflated", async () => {
    const { api } = marketplace;
    const { buyer } = await two();
    const bad = await helloSocket(api, buyer);
    assert.equal(bad.socket.extensions, "");
    const raw = (bad.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
    raw.write(Buffer.from([0xc1, 0x81, 1, 2, 3, 4, 0x61 ^ 1]));
    assert.ok([1002, 1006].includes(await bad.untilClosed()));
  });

  test("line 45: one that does not read is dropped at the bound; what it missed is there when it comes back", async () => {
    const { api } = marketplace;
    const people = [await api.seller(), await api.customer(), await api.customer(), await api.customer()];
    const [first, ...others] = people as [Person, ...Person[]];
    const { id: room } = await api.room(first, others);
    const reader = await helloSocket(api, first, { [room]: 1 });
    const before = await memoryMb();
    const slow = await sleepingSocket(first, room);
    const senders = await Promise.all(others.map((person) => helloSocket(api, person)));
    for (let round = 0; round < 200 && !slow.isClosed(); round++) {
      if (round % 10 === 0 || round < 15)
        for (const [index, sender] of senders.entries())
          sender.send({
            type: "send",
            id: round,
            room,
            clientId: `${round}-${index}`,
            body: "가나다라마바사".repeat(190),
          });
      await new Promise((resolve) => setTimeout(resolve, 100));
      // It asks for the same page again and again, and reads none: what waits for it grows by 200 kB a time.
      if (round > 15) slow.ask();
    }
    assert.ok(slow.isClosed(), "the sleeping socket is still open");
    assert.ok((await memoryMb()) - before < 80, `${before} MB before, ${await memoryMb()} MB after`);
    const head = (await api.get(`/chat/${room}`, first.token)).body.head as number;
    await until(() => reader.frames.some((frame) => frame.type === "event" && frame.seq === head));
    const seqs = reader.frames.flatMap((frame) => (frame.type === "event" ? [frame.seq] : []));
    assert.deepEqual(
      seqs,
      Array.from({ length: head - 1 }, (_, index) => index + 2),
      "others missed nothing",
    );
    for (const each of [reader, ...senders]) each.end();
  });
});

/** Says hello, then never reads again: its receive window stays shut. */
async function sleepingSocket(person: Person, room: string): Promise<{ isClosed(): boolean; ask(): void }> {
  const { hostname, port } = new URL(marketplace.api.baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  let closed = false;
  socket.once("close", () => (closed = true));
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write(
    `GET /chat/socket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once("data", resolve));
  const write = (frame: object) => {
    const payload = Buffer.from(JSON.stringify(frame).padEnd(130));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(payload.length);
    socket.write(Buffer.concat([Buffer.from([0x81, 0xfe]), length, Buffer.alloc(4), payload]));
  };
  write({ type: "hello", token: person.token, rooms: { [room]: 1 } });
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  return { isClosed: () => closed || socket.destroyed, ask: () => write({ type: "open", room, after: 1 }) };
}

describe("limits of people", () => {
  test("a new account opens only so many rooms a day", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const sellers = await Promise.all(Array.from({ length: 11 }, () => api.seller()));
    const statuses: number[] = [];
    for (const seller of sellers) {
      const participants = [{ email: seller.email, role: seller.role }];
      statuses.push((await api.post("/chat/invite", { participants }, buyer.token)).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 201), 429]);
    const again = { participants: [{ email: sellers[0]!.email, role: "SELLER" }] };
    assert.equal((await api.post("/chat/invite", again, buyer.token)).status, 200, "rooms that are there are found");
  });

  test("sends over HTTP count like those of the socket", async () => {
    const { api } = marketplace;
    const { buyer, room } = await two();
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, index) =>
        api.post(`/chat/${room}/messages`, { clientId: `h${index}`, body: "말" }, buyer.token),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    assert.ok(refused.length >= 10, `${refused.length} of 150 refused`);
    assert.ok(refused[0]!.headers.get("retry-after"));
  });
});
