import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { describe, test } from "node:test";
import type { Person } from "../harness/api-client.ts";
import { helloSocket, openSocket, type RawSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Limits as they are in production, but for what would keep the test waiting. */
const marketplace = useMarketplace({
  alone: true,
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

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Milliseconds from send to acknowledgement, one message after the other. */
async function roundTrips(socket: RawSocket, room: string, count: number, name: string): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const id = `${name} ${index}`;
    const startedAt = performance.now();
    socket.send({ type: "send", id, room, clientId: `${name}-${index}`, body: "잘 지내요?" });
    const answer = () => socket.frames.find((frame) => "id" in frame && frame.id === id);
    await until(() => answer() !== undefined, { everyMs: 1 });
    assert.equal(answer()!.type, "ack", JSON.stringify(answer()));
    times.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, 210));
  }
  return times;
}

describe("sockets that misbehave", () => {
  test("one that does not say who it is is closed in time", async () => {
    const silent = await openSocket(marketplace.api);
    assert.equal(await silent.untilClosed(), 4401);
  });

  test("a frame of 1 MB closes its socket and nobody else's", async () => {
    const { api } = marketplace;
    const { seller, buyer, room } = await two();
    const [bad, good] = [await helloSocket(api, buyer), await helloSocket(api, seller)];
    bad.socket.send("x".repeat(1_048_576));
    assert.equal(await bad.untilClosed(), 1009);
    await roundTrips(good, room, 1, "after");
    good.end();
  });

  test("100,000 fragments close their socket, and memory stays flat", async () => {
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

  test("compressed frames are refused: nothing is ever inflated", async () => {
    const { api } = marketplace;
    const { buyer } = await two();
    const bad = await helloSocket(api, buyer);
    assert.equal(bad.socket.extensions, "");
    const raw = (bad.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
    raw.write(Buffer.from([0xc1, 0x81, 1, 2, 3, 4, 0x61 ^ 1]));
    assert.ok([1002, 1006].includes(await bad.untilClosed()));
  });

  test("1,000 sends in a second are limited, then closed; 100 sockets are not let in; others do not feel it", async () => {
    const { api } = marketplace;
    const [calm, wild] = [await two(), await two()];
    const good = await helloSocket(api, calm.seller);
    const before = await roundTrips(good, calm.room, 12, "calm");
    const flood = await helloSocket(api, wild.buyer);
    for (let index = 0; index < 1_000; index++)
      flood.socket.send(
        JSON.stringify({ type: "send", id: index, room: wild.room, clientId: `f${index}`, body: "도배" }),
      );
    const sockets = await Promise.allSettled(
      Array.from({ length: 100 }, async () => {
        const socket = await openSocket(api);
        socket.send({ type: "hello", token: wild.seller.token });
        await socket.frame("welcome");
        return socket;
      }),
    );
    const during = await roundTrips(good, calm.room, 12, "flooded");
    assert.equal(await flood.untilClosed(), 4429);
    const stored = (await api.get(`/chat/${wild.room}`, wild.buyer.token)).body.head as number;
    assert.ok(stored <= 1 + 20 + 10, `${stored} events of 1,000 sends`);
    assert.ok(
      flood.frames.some((frame) => frame.type === "error" && frame.code === "TOO_MANY_REQUESTS" && frame.retry),
    );
    const open = sockets.filter((each) => each.status === "fulfilled" && each.value.closed() === undefined);
    const copies = (await marketplace.own.pids("chat")).length;
    assert.ok(open.length <= 10 * copies, `${open.length} sockets of one person`);
    // Twice as slow at worst, and never held to less than what a busy machine jitters by.
    assert.ok(
      median(during) <= Math.max(2 * median(before), 40),
      `${median(before)} ms before, ${median(during)} ms during`,
    );
    for (const each of sockets) if (each.status === "fulfilled") each.value.end();
    good.end();
  });

  test("one that does not read is dropped at the bound; what it missed is there when it comes back", async () => {
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
      Array.from({ length: 60 }, (_, index) =>
        api.post(`/chat/${room}/messages`, { clientId: `h${index}`, body: "말" }, buyer.token),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    assert.ok(refused.length >= 10, `${refused.length} of 60 refused`);
    assert.ok(refused[0]!.headers.get("retry-after"));
  });
});
