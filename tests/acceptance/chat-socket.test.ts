import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { ChatRefusal } from "@jangteo/chat-client";
import pg from "pg";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { connectClient, helloSocket, openSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();
const unknownId = "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";

async function two(): Promise<{ seller: Person; buyer: Person; room: string }> {
  const { api } = marketplace;
  const [seller, buyer] = await Promise.all([api.seller(), api.customer()]);
  return { seller, buyer, room: (await api.room(buyer, [seller])).id as string };
}

describe("hello", () => {
  test("is welcomed with heartbeat, limits and the token's end; then what was missed comes", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    await api.say(buyer, room, "하나");
    await api.say(buyer, room, "둘");
    const socket = await helloSocket(api, seller, { [room]: 1 });
    const welcome = await socket.frame("welcome");
    assert.ok(welcome.heartbeatMs > 0 && Date.parse(welcome.expiresAt) > Date.now());
    assert.deepEqual(welcome.limits, { textMaxBytes: 4_096, frameMaxBytes: 16_384, sendsPerSecond: 5, sendsBurst: 20 });
    const missed = await socket.frame("room");
    assert.deepEqual(
      [missed.room, missed.head, missed.more, missed.events.map((event) => event.seq)],
      [room, 3, false, [2, 3]],
    );
    socket.end();
  });

  test("without a token, with a wrong one, or none in time, the socket is closed", async () => {
    const { api } = marketplace;
    const wrong = await openSocket(api);
    wrong.send({ type: "hello", token: "a.b.c" });
    assert.equal(await wrong.untilClosed(), 4401);
    const early = await openSocket(api);
    early.send({ type: "ping" });
    assert.equal(await early.untilClosed(), 4401);
    const inUrl = await openSocket(api, { query: `?token=${(await api.customer()).token}` });
    assert.equal(await inUrl.untilClosed(), 4401, "a token in the address is none");
    assert.deepEqual([wrong.frames, early.frames, inUrl.frames], [[], [], []]);
  });

  test("a page of another origin is refused, one of ours is not", async () => {
    const { api } = marketplace;
    await assert.rejects(openSocket(api, { headers: { origin: "https://evil.example" } }), /refused: 403/);
    const own = await openSocket(api, { headers: { origin: api.baseUrl } });
    own.end();
  });

  test("another's room gives nothing but an error", async () => {
    const { api } = marketplace;
    const { buyer, room } = await two();
    const stranger = await api.customer();
    const socket = await helloSocket(api, stranger, { [room]: 0 });
    const refused = await socket.frame("error");
    assert.deepEqual([refused.code, refused.room], ["NOT_FOUND_ROOM", room]);
    socket.send({ type: "open", room, after: 0 }, { type: "open", room: unknownId, after: 0 });
    await socket.frame("error", (frame) => frame.room === unknownId);
    socket.send({ type: "send", id: 7, room, clientId: "x", body: "들어갑니다" });
    const error = await socket.frame("error", (frame) => frame.id === 7);
    assert.deepEqual([error.code, error.retry], ["NOT_FOUND_ROOM", false]);
    await api.say(buyer, room, "비밀");
    socket.send({ type: "typing", room }, { type: "read", room, seq: 1 }, { type: "ping" });
    const pong = await socket.frame("pong");
    assert.deepEqual(pong.rooms, {});
    assert.ok(!socket.frames.some((frame) => frame.type === "event" || frame.type === "room"));
    socket.end();
  });

  test("GET without an upgrade says what to do; other paths take none", async () => {
    const { api } = marketplace;
    assertProblem(await api.get("/chat/socket"), 426, "UPGRADE_REQUIRED");
    const { body } = await api.get("/asyncapi.json");
    assert.ok(body.channels.socket.messages["client.send"].payload.properties.clientId);
  });
});

describe("sending and receiving", () => {
  test("is acknowledged after it is stored, and pushed to all members once", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const [mine, theirs] = await Promise.all([helloSocket(api, buyer), helloSocket(api, seller)]);
    const frame = { type: "send", id: "a", room, clientId: "c-1", body: { text: "안녕하세요" } };
    mine.send(frame, { ...frame, id: "b" });
    const [ack, again] = [
      await mine.frame("ack", ({ id }) => id === "a"),
      await mine.frame("ack", ({ id }) => id === "b"),
    ];
    assert.deepEqual([ack.seq, ack.clientId, ack.room], [2, "c-1", room]);
    assert.deepEqual([again.seq, again.at], [ack.seq, ack.at]);
    const event = await theirs.frame("event");
    assert.deepEqual(
      [event.room, event.seq, event.kind, event.sender, event.clientId, event.body, event.at],
      [room, 2, "text", buyer.id, "c-1", { text: "안녕하세요" }, ack.at],
    );
    await api.say(seller, room, "네");
    await theirs.frame("event", ({ seq }) => seq === 3);
    assert.equal(theirs.frames.filter((each) => each.type === "event").length, 2);
    mine.end();
    theirs.end();
  });

  test("the sender is who said hello", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const socket = await helloSocket(api, buyer);
    socket.send({ type: "send", id: 1, room, clientId: "c", body: "나야", sender: seller.id });
    assert.equal((await socket.frame("error")).code, "INVALID_FRAME");
    socket.send({ type: "send", id: 2, room, clientId: "c", body: "나야" });
    await socket.frame("ack");
    const { messages } = (await api.get(`/chat/${room}`, seller.token)).body;
    assert.deepEqual(
      messages.slice(1).map((event: { sender: string }) => event.sender),
      [buyer.id],
    );
    socket.end();
  });

  test("what was missed is fetched by page; too much starts anew", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const sends = 1_210;
    for (let from = 0; from < sends; from += 200)
      await Promise.all(
        Array.from({ length: Math.min(200, sends - from) }, (_, index) => api.say(buyer, room, `말 ${from + index}`)),
      );
    const socket = await helloSocket(api, seller);
    socket.send({ type: "open", room, after: 900 });
    const page = await socket.frame("room");
    assert.deepEqual([page.events[0]!.seq, page.events.length, page.more, page.head], [901, 200, true, sends + 1]);
    socket.send({ type: "open", room, after: 1_100 });
    const rest = await socket.frame("room", ({ events }) => events[0]?.seq === 1_101);
    assert.deepEqual([rest.events.length, rest.more], [111, false]);
    socket.send({ type: "open", room, after: 5 });
    const anew = await socket.frame("room", ({ reset }) => reset === true);
    assert.deepEqual([anew.events.length, anew.events.at(-1)!.seq], [200, sends + 1]);
    await api.say(buyer, room, "새 말");
    assert.equal((await socket.frame("event")).seq, sends + 2);
    socket.send({ type: "open", room, after: 99_999 });
    await socket.frame("room", (frame) => frame.reset === true && frame.head === sends + 2);
    socket.end();
  });

  test("who missed much in many rooms gets all of it, piece by piece", async () => {
    const { api } = marketplace;
    const [seller, buyer] = [await api.seller(), await api.customer()];
    const long = "가나다라마바사".repeat(190);
    const rooms: string[] = [];
    for (let index = 0; index < 30; index++) {
      const { id } = await api.room(buyer, [seller], (await api.product(seller, [[1, 1]])).id);
      await Promise.all(Array.from({ length: 70 }, (_, count) => api.say(buyer, id, `${count} ${long}`)));
      rooms.push(id);
    }
    // 30 rooms of 280 kB each: more than may wait for a socket at once.
    const client = connectClient(api, seller, { rooms: rooms.map((room) => [room, 1] as const) });
    let connected = 0;
    client.on("state", (state) => {
      if (state === "open") connected++;
    });
    await until(() => rooms.every((room) => client.cursors.get(room) === 71), {
      why: () => rooms.map((room) => client.cursors.get(room)).join(" "),
    });
    assert.equal(connected, 1, "the socket was never dropped");
    for (const room of rooms)
      assert.deepEqual(
        client.log.get(room)!.map((event) => event.seq),
        Array.from({ length: 70 }, (_, index) => index + 2),
      );
    client.stop();
  });

  test("edits reach those who are there and those who come later", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const there = await helloSocket(api, seller, { [room]: 1 });
    const seq = await api.say(buyer, room, "오타기");
    await api.say(buyer, room, { edit: { seq, text: "오타가" } });
    assert.deepEqual((await there.frame("event", ({ kind }) => kind === "edit")).body.text, "오타가");
    const later = await helloSocket(api, seller, { [room]: 1 });
    assert.equal((await later.frame("room")).events[0]!.body.text, "오타가");
    there.end();
    later.end();
  });

  test("who is invited while connected hears of it; who is taken out hears no more", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const third = await api.customer();
    const socket = await helloSocket(api, third);
    await api.post(
      "/chat/addParticipants",
      { roomId: room, participants: [{ email: third.email, role: third.role }] },
      buyer.token,
    );
    await until(() =>
      socket.frames.some(
        (frame) =>
          (frame.type === "event" && frame.kind === "member") ||
          (frame.type === "room" && frame.events.some((event) => event.kind === "member")),
      ),
    );
    const seq = await api.say(buyer, room, "어서 오세요");
    await socket.frame("event", (frame) => frame.seq === seq);
    await api.post(`/chat/${room}/removeParticipant`, { accountId: third.id }, buyer.token);
    await socket.frame("event", ({ body }) => body.left === third.id);
    await api.say(seller, room, "이제 우리끼리");
    socket.send({ type: "send", id: 9, room, clientId: "9", body: "저도요" });
    assert.equal((await socket.frame("error", ({ id }) => id === 9)).code, "NOT_FOUND_ROOM");
    socket.send({ type: "open", room, after: 0 });
    await socket.frame("error", (frame) => frame.room === room);
    assert.ok(!JSON.stringify(socket.frames).includes("우리끼리"));
    socket.end();
  });

  test("reads, typing and presence reach those who have the room open", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const mine = await helloSocket(api, buyer, { [room]: 1 });
    const theirs = await helloSocket(api, seller, { [room]: 1 });
    const presence = await mine.frame("presence");
    assert.deepEqual([presence.who, presence.online, presence.room], [seller.id, true, room]);
    theirs.send({ type: "open", room, after: 1 });
    assert.equal((await theirs.frame("presence")).who, buyer.id);
    const seq = await api.say(buyer, room, "읽어 주세요");
    theirs.send({ type: "read", room, seq }, { type: "typing", room }, { type: "typing", room });
    const read = await mine.frame("read");
    assert.deepEqual([read.who, read.seq, read.room], [seller.id, seq, room]);
    assert.equal((await mine.frame("typing")).who, seller.id);
    theirs.send({ type: "read", room, seq: 1 });
    theirs.end();
    const gone = await mine.frame("presence", ({ online }) => !online);
    assert.equal(gone.who, seller.id);
    assert.equal(mine.frames.filter((frame) => frame.type === "typing").length, 1, "at most one typing in 3 s");
    assert.equal(mine.frames.filter((frame) => frame.type === "read").length, 1, "the mark only grows");
    mine.end();
  });

  test("a person whose two sockets arrive together is announced, once", async () => {
    const { api } = marketplace;
    for (let round = 0; round < 5; round++) {
      const { seller, buyer, room } = await two();
      const watcher = await helloSocket(api, buyer, { [room]: 1 });
      const sockets = await Promise.all([
        helloSocket(api, seller, { [room]: 1 }),
        helloSocket(api, seller, { [room]: 1 }),
      ]);
      assert.deepEqual((await watcher.frame("presence")).who, seller.id);
      sockets[0]!.end();
      const seq = await api.say(seller, room, "저 여기 있어요");
      await watcher.frame("event", (frame) => frame.seq === seq);
      const told = watcher.frames.filter((frame) => frame.type === "presence").map(({ online }) => online);
      assert.deepEqual(told, [true]);
      for (const socket of [sockets[1]!, watcher]) socket.end();
    }
  });

  test("who is in more rooms than a welcome names hears of all of them, on every instance", async () => {
    const { api, behind } = marketplace;
    const { seller, buyer, room } = await two();
    const client = new pg.Client({ connectionString: await behind.databaseOf("chat") });
    await client.connect();
    await client.query(
      `WITH newer AS (
         INSERT INTO chat.room (id, created_by, head, last_at)
         SELECT gen_random_uuid(), $1, 0, now() + interval '1 minute' FROM generate_series(1, 250) RETURNING id
       ) INSERT INTO chat.member (room_id, account_id, role) SELECT id, $1, 'CUSTOMER' FROM newer`,
      [buyer.id],
    );
    await client.end();
    const sockets = await Promise.all(Array.from({ length: 4 }, () => helloSocket(api, buyer)));
    const holds = (frame: Record<string, unknown>, seq: number) =>
      frame.room === room &&
      (frame.seq === seq || ((frame.events ?? []) as { seq: number }[]).some((event) => event.seq === seq));
    for (const text of ["오래된 방에서", "한 번 더"]) {
      const seq = await api.say(seller, room, text);
      for (const socket of sockets)
        await until(() => socket.frames.some((frame) => holds(frame, seq)), {
          why: () => JSON.stringify(socket.frames),
        });
    }
    for (const socket of sockets) socket.end();
  });

  test("ping tells the heads of open rooms", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const seq = await api.say(buyer, room, "말");
    const socket = await helloSocket(api, seller, { [room]: 1 });
    await socket.frame("room");
    socket.send({ type: "ping" });
    assert.deepEqual((await socket.frame("pong")).rooms, { [room]: seq });
    socket.end();
  });

  test("several frames share a message; wrong ones are told apart", async () => {
    const { api } = marketplace;
    const { buyer, room } = await two();
    const socket = await helloSocket(api, buyer);
    socket.socket.send(
      `{"type":"ping"}\nnot json\n{"type":"nothing","id":5}\n{"type":"send","id":6,"room":"${room}","clientId":"z","body":"말"}`,
    );
    await socket.frame("pong");
    await socket.frame("ack", ({ id }) => id === 6);
    assert.deepEqual(
      socket.frames.flatMap((frame) => (frame.type === "error" ? [[frame.id, frame.code]] : [])),
      [
        [null, "INVALID_FRAME"],
        [5, "INVALID_FRAME"],
      ],
    );
    socket.end();
  });

  test("what has to ask elsewhere keeps its place among what does not", async () => {
    const { api } = marketplace;
    const seller = await api.seller();
    const buyer = await api.customer();
    const product = await api.product(seller, [[1_000, 1]]);
    const { id: room } = await api.room(buyer, [seller], product.id);
    const socket = await helloSocket(api, buyer);
    const send = (id: number, body: unknown) => ({ type: "send", id, room, clientId: `c${id}`, body });
    socket.send(
      send(1, { product: product.id }),
      send(2, "둘째"),
      send(3, { offer: { itemId: product.items[0].id, quantity: 1, price: 900 } }),
      send(4, "넷째"),
    );
    await socket.frame("ack", ({ id }) => id === 4);
    const { messages } = (await api.get(`/chat/${room}`, buyer.token)).body;
    assert.deepEqual(
      messages.slice(1).map((event: { clientId: string }) => event.clientId),
      ["c1", "c2", "c3", "c4"],
    );
    socket.end();
  });
});

describe("sign-in", () => {
  const password = "correct horse battery staple";

  async function signedIn() {
    const { api } = marketplace;
    const email = `${randomUUID()}@test.com`;
    const person = { email, name: "이름", phone: "010-1234-5678", password, birth: "1990-01-01" };
    await api.post("/accounts/customer/signup", person);
    const { body: mails } = await api.get(`/dev/mail?to=${encodeURIComponent(email)}`);
    const link = /\/accounts\/customer\/verify\/[\w-]+/.exec(mails.items[0].text)![0];
    assert.equal((await api.get(link)).status, 200);
    const login = async () => (await api.post("/accounts/customer/login", { email, password })).body;
    return { api, email, login };
  }
  const asPerson = (token: string) => ({ token }) as Person;

  test("a signed-out socket is closed, the account's others are not; its token opens none any more", async () => {
    const { api, login } = await signedIn();
    const [first, second] = [await login(), await login()];
    const phone = await helloSocket(api, asPerson(first.accessToken));
    const laptop = await helloSocket(api, asPerson(second.accessToken));
    assert.equal((await api.post("/accounts/logout", { refreshToken: first.refreshToken })).status, 204);
    assert.equal(await phone.untilClosed(), 4403);
    const back = await openSocket(api);
    back.send({ type: "hello", token: first.accessToken });
    assert.equal(await back.untilClosed(), 4403);
    laptop.send({ type: "ping" });
    await laptop.frame("pong");
    laptop.end();
  });

  test("a new password closes all of them", async () => {
    const { api, login } = await signedIn();
    const { accessToken } = await login();
    const socket = await helloSocket(api, asPerson(accessToken));
    const update = { password: "another good password", currentPassword: password };
    assert.equal((await api.put("/accounts/customer/update", update, accessToken)).status, 200);
    assert.equal(await socket.untilClosed(), 4403);
  });

  test("is renewed in place, for the same person only", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const socket = await helloSocket(api, buyer);
    const { body } = await api.post("/test/login/customer", { email: buyer.email });
    socket.send({ type: "auth", token: body.token }, { type: "ping" });
    await socket.frame("pong");
    socket.send({ type: "auth", token: "a.b.c" });
    assert.equal((await socket.frame("error")).code, "INVALID_ACCESS_TOKEN");
    await api.say(seller, room, "아직 있나요");
    await socket.frame("event");
    socket.send({ type: "auth", token: seller.token });
    assert.equal(await socket.untilClosed(), 4401);
  });
});

describe("the client", () => {
  test("hands over every event once and in order, through lost connections", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const mine = connectClient(api, buyer, { rooms: [[room, 1]] });
    const theirs = connectClient(api, seller, { rooms: [[room, 1]] });
    const sent = await Promise.all(Array.from({ length: 30 }, (_, index) => mine.send(room, `말 ${index}`)));
    assert.deepEqual(
      sent.map(({ seq }) => seq),
      Array.from({ length: 30 }, (_, index) => index + 2),
    );
    await until(() => theirs.log.get(room)?.length === 30);
    assert.deepEqual(theirs.log.get(room), mine.log.get(room));
    assert.deepEqual(
      theirs.log.get(room)!.map((event) => event.body.text),
      Array.from({ length: 30 }, (_, i) => `말 ${i}`),
    );
    mine.stop();
    theirs.stop();
  });

  test("says for good what is refused for good", async () => {
    const { api } = marketplace;
    const { buyer } = await two();
    const client = connectClient(api, buyer);
    await assert.rejects(client.send(unknownId, "아무도 없나요"), (error) => {
      assert.ok(error instanceof ChatRefusal);
      assert.equal(error.code, "NOT_FOUND_ROOM");
      return true;
    });
    client.stop();
  });
});
