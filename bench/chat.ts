import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { io, type Socket } from "socket.io-client";
import { WebSocket } from "ws";
import { type Account, makeBuyers } from "./lib/marketplace-data.ts";
import { type BenchServer, startMarketplace, startServer } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

type Options = { databaseUrl: string; rounds: number; seconds: number; say: (text: string) => void };

const talkers = 256;
const inFlight = 4;
const listeners = 500;
const idle = 3_000;
const resuming = 2_000;
const text = "오늘 보내 주실 수 있나요?";

type Talker = Account & { room: string };

/** Jangteo's chat beside bare `ws`, its own INSERT without sockets, and Socket.IO with one INSERT a message. */
export async function benchChat({ databaseUrl, rounds, seconds, say }: Options): Promise<Section> {
  const env = {
    JANGTEO_CHAT_SOCKETS_PER_PERSON: "1000",
    JANGTEO_CHAT_MEMBERS_MAX: "200",
    JANGTEO_CHAT_HEARTBEAT_MS: "120000",
    JANGTEO_LIVE_PUSH: "none",
  };
  let shop = await startMarketplace(databaseUrl, env);
  const [partner] = await makeBuyers(shop.address, 1);
  const people = await makeBuyers(shop.address, talkers);
  const talking: Talker[] = [];
  for (const person of people) talking.push({ ...person, room: await makeRoom(shop.address, person, [partner!]) });
  const crowd = await makeBuyers(shop.address, 50);
  const hall = await makeRoom(shop.address, crowd[0]!, crowd.slice(1));
  let bare = await startServer("bench/peers/ws-bare.ts", [], {});
  let socketIo = await startServer("bench/peers/socket-io.ts", [], { BENCH: JSON.stringify({ databaseUrl }) });

  const results: Record<string, number[]> = {};
  const note = (name: string, value: number) => (results[name] ??= []).push(value);
  for (let round = 1; round <= rounds; round++) {
    note("round trip, bare ws", (await bareRoundTrips(bare, seconds)).perSecond);
    const trips = await ourRoundTrips(shop, talking, seconds);
    note("round trip, Jangteo", trips.perSecond);
    note("CPU of a ping", trips.cpuMicros);
    await settle(databaseUrl);
    note("durable, direct", await directSends(databaseUrl, talking, seconds));
    await settle(databaseUrl);
    const sends = await ourSends(shop, talking, seconds);
    note("durable, Jangteo", sends.perSecond);
    note("CPU of a send", sends.cpuMicros);
    await settle(databaseUrl);
    note("durable, Socket.IO", await socketIoSends(socketIo, talking, seconds));
    await settle(databaseUrl);
    note("fan-out, bare ws", await bareFanOut(bare, seconds));
    note("fan-out, Jangteo", await ourFanOut(shop, crowd, hall, seconds));
    note("fan-out, Socket.IO", await socketIoFanOut(socketIo, seconds));
    const last = (name: string) => Math.round(results[name]!.at(-1)!).toLocaleString("en-US");
    say(
      `round ${round}/${rounds}: round trips ${last("round trip, Jangteo")}/s (bare ${last("round trip, bare ws")}), ` +
        `durable ${last("durable, Jangteo")}/s (direct ${last("durable, direct")}, Socket.IO ${last("durable, Socket.IO")}), ` +
        `deliveries per CPU second ${last("fan-out, Jangteo")} (bare ${last("fan-out, bare ws")}, Socket.IO ${last("fan-out, Socket.IO")})`,
    );
  }
  for (let round = 1; round <= Math.min(3, rounds); round++) {
    await Promise.all([shop.stop(), bare.stop(), socketIo.stop()]);
    shop = await startMarketplace(databaseUrl, env);
    socketIo = await startServer("bench/peers/socket-io.ts", [], { BENCH: JSON.stringify({ databaseUrl }) });
    bare = await startServer("bench/peers/ws-bare.ts", [], {});
    note("idle, Jangteo", await ourIdle(shop, crowd));
    note("idle, Socket.IO", await socketIoIdle(socketIo));
    note("idle, bare ws", await bareIdle(bare));
    note("resume storm", await resumeStorm(shop, talking));
    note("CPU of hearing a message", await hearing(databaseUrl, env, talking));
    say(
      `idle connection: ${results["idle, Jangteo"]!.at(-1)!.toFixed(1)} kB, Socket.IO ${results["idle, Socket.IO"]!.at(-1)!.toFixed(1)} kB, ` +
        `bare ${results["idle, bare ws"]!.at(-1)!.toFixed(1)} kB; resumed ${Math.round(results["resume storm"]!.at(-1)!)}/s`,
    );
  }
  await Promise.all([shop.stop(), bare.stop(), socketIo.stop()]);

  const of = (name: string) => median(results[name]!);
  const unit = (name: string) =>
    name.startsWith("CPU") ? "µs" : name.startsWith("idle") ? "kB" : name.startsWith("fan-out") ? "per CPU s" : "per s";
  return {
    title: "Chat",
    measurements: Object.entries(results).map(([name, values]) => ({ name, values, unit: unit(name) })),
    ratios: [
      ratio("round trip without storing against bare ws", of("round trip, Jangteo") / of("round trip, bare ws"), {
        min: 0.7,
      }),
      ratio("fan-out against bare broadcast", of("fan-out, Jangteo") / of("fan-out, bare ws"), { min: 0.8 }),
      ratio("fan-out against Socket.IO", of("fan-out, Jangteo") / of("fan-out, Socket.IO"), { min: 1.5 }),
      ratio("durable send against the same INSERT directly", of("durable, Jangteo") / of("durable, direct"), {
        min: 0.6,
      }),
      ratio("durable send against Socket.IO", of("durable, Jangteo") / of("durable, Socket.IO"), { min: 3 }),
      ratio("idle connection in kB", of("idle, Jangteo"), { max: 20 }),
      ratio("idle connection against Socket.IO", of("idle, Jangteo") / of("idle, Socket.IO"), { max: 0.6 }),
    ],
    notes: [
      `Round trips and durable sends: ${talkers} sockets, ${inFlight} under way each, both ends on this machine. A durable send is stored, acknowledged and pushed back to its sender; before each of these the database is vacuumed and checkpointed.`,
      `Fan-out: every message goes to ${listeners} sockets, and is stored first by Jangteo alone; deliveries per second of the server's own CPU time.`,
      `Idle: growth of the server's resident memory by ${idle.toLocaleString("en-US")} sockets that said hello, per socket. Resume storm: ${resuming.toLocaleString("en-US")} clients at once that each missed 20 messages, until the last has them.`,
    ],
  };
}

/** Each measurement begins on a database that has written out and tidied up what the one before left. */
async function settle(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
  for (let waited = 0; waited < 50; waited++) {
    const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'");
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await client.end();
}

async function makeRoom(address: string, by: Account, others: readonly Account[]): Promise<string> {
  const response = await fetch(`${address}/chat/invite`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${by.token}` },
    body: JSON.stringify({
      participants: others.map(({ email }) => ({ email, role: "CUSTOMER" })),
    }),
  });
  if (!response.ok) throw new Error(`invite: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

const socketAddress = (server: BenchServer, path = "") => `${server.address.replace(/^http/, "ws")}${path}`;

async function connect(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return socket;
}

/** A socket of the marketplace that was welcomed. */
async function hello(server: BenchServer, token: string, rooms: Record<string, number> = {}): Promise<WebSocket> {
  const socket = await connect(socketAddress(server, "/chat/socket"));
  const welcomed = new Promise((resolve) => socket.once("message", resolve));
  socket.send(JSON.stringify({ type: "hello", token, rooms }));
  await welcomed;
  return socket;
}

async function many<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let from = 0; from < count; from += 100)
    made.push(
      ...(await Promise.all(Array.from({ length: Math.min(100, count - from) }, (_, index) => make(from + index)))),
    );
  return made;
}

type Rate = {
  perSecond: number;
  /** Microseconds of CPU that the server spent on each. */
  cpuMicros: number;
};

/** Counts what comes in for so many seconds, after a moment to warm up. */
async function rateOf(seconds: number, count: () => number, server: BenchServer): Promise<Rate> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [before, cpuBefore] = [count(), cpuSeconds(server.pid)];
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const counted = count() - before;
  return {
    perSecond: (counted / (performance.now() - startedAt)) * 1_000,
    cpuMicros: ((cpuSeconds(server.pid) - cpuBefore) * 1e6) / counted,
  };
}

async function closeAll(sockets: readonly WebSocket[]): Promise<void> {
  await Promise.all(
    sockets.map((socket) => {
      const closed = new Promise((resolve) => socket.once("close", resolve));
      socket.terminate();
      return closed;
    }),
  );
}

/** Keeps `inFlight` of these under way on each socket; a line that `isAnswer` fits brings the next one. */
async function closedLoop(
  server: BenchServer,
  sockets: readonly WebSocket[],
  seconds: number,
  next: (index: number) => string,
  isAnswer: (line: string) => boolean,
): Promise<Rate> {
  let answers = 0;
  let stop = false;
  for (const [index, socket] of sockets.entries()) {
    socket.on("message", (data) => {
      for (const line of (data as Buffer).toString().split("\n")) {
        if (!isAnswer(line)) continue;
        answers++;
        if (!stop) socket.send(next(index));
      }
    });
    for (let sent = 0; sent < inFlight; sent++) socket.send(next(index));
  }
  const result = await rateOf(seconds, () => answers, server);
  stop = true;
  await new Promise((resolve) => setTimeout(resolve, 200));
  await closeAll(sockets);
  return result;
}

const ping = JSON.stringify({ type: "ping" });

async function bareRoundTrips(server: BenchServer, seconds: number): Promise<Rate> {
  const sockets = await many(talkers, () => connect(socketAddress(server)));
  return closedLoop(
    server,
    sockets,
    seconds,
    () => ping,
    () => true,
  );
}

async function ourRoundTrips(server: BenchServer, talking: readonly Talker[], seconds: number): Promise<Rate> {
  const sockets = await many(talkers, (index) => hello(server, talking[index]!.token, { [talking[index]!.room]: 1 }));
  return closedLoop(
    server,
    sockets,
    seconds,
    () => ping,
    (line) => line.startsWith('{"type":"pong"'),
  );
}

async function directSends(databaseUrl: string, talking: readonly Talker[], seconds: number): Promise<number> {
  const peer = await startServer("bench/peers/send-direct.ts", [], {
    DATABASE_URL: databaseUrl,
    BENCH: JSON.stringify({
      people: talking.map(({ id, room }) => ({ account: id, room })),
      callers: talkers * inFlight,
      seconds,
    }),
  });
  return Number(peer.address);
}

async function ourSends(server: BenchServer, talking: readonly Talker[], seconds: number): Promise<Rate> {
  const sockets = await many(talkers, (index) => hello(server, talking[index]!.token));
  const next = (index: number) =>
    JSON.stringify({ type: "send", id: 1, room: talking[index]!.room, clientId: randomUUID(), body: { text } });
  return closedLoop(server, sockets, seconds, next, (line) => line.startsWith('{"type":"ack"'));
}

async function socketIoConnect(server: BenchServer): Promise<Socket> {
  const socket = io(server.address, { transports: ["websocket"], forceNew: true, reconnection: false });
  await new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(undefined));
    socket.once("connect_error", reject);
  });
  return socket;
}

async function socketIoSends(server: BenchServer, talking: readonly Talker[], seconds: number): Promise<number> {
  const sockets = await many(talkers, () => socketIoConnect(server));
  let answers = 0;
  let stop = false;
  for (const [index, socket] of sockets.entries()) {
    const send = () =>
      socket.emit("send", { room: talking[index]!.room, clientId: randomUUID(), body: { text } }, () => {
        answers++;
        if (!stop) send();
      });
    for (let sent = 0; sent < inFlight; sent++) send();
  }
  const result = await rateOf(seconds, () => answers, server);
  stop = true;
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const socket of sockets) socket.close();
  return result.perSecond;
}

/** Seconds of CPU that a process has used. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Deliveries per second of the server's CPU time, while one message after the other goes to everyone. */
async function fanOut(server: BenchServer, seconds: number, say: () => void, received: () => number): Promise<number> {
  let expected = received();
  const endsAt = performance.now() + seconds * 1_000 + 500;
  let begun: { received: number; cpu: number } | undefined;
  while (performance.now() < endsAt) {
    if (!begun && performance.now() > endsAt - seconds * 1_000)
      begun = { received: received(), cpu: cpuSeconds(server.pid) };
    // A few under way, as in a lively room.
    for (let sent = 0; sent < 4; sent++) say();
    expected += 4 * listeners;
    for (let waited = 0; received() < expected && waited < 2_000; waited++)
      await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return (received() - begun!.received) / (cpuSeconds(server.pid) - begun!.cpu);
}

async function bareFanOut(server: BenchServer, seconds: number): Promise<number> {
  let received = 0;
  const sockets = await many(listeners, async () => {
    const socket = await connect(socketAddress(server));
    socket.on("message", () => received++);
    return socket;
  });
  const frame = `b${JSON.stringify({ type: "event", room: randomUUID(), seq: 100, kind: "text", sender: randomUUID(), clientId: randomUUID(), body: { text }, at: new Date().toISOString() })}`;
  const result = await fanOut(
    server,
    seconds,
    () => sockets[0]!.send(frame),
    () => received,
  );
  await closeAll(sockets);
  return result;
}

async function ourFanOut(
  server: BenchServer,
  crowd: readonly Account[],
  hall: string,
  seconds: number,
): Promise<number> {
  let received = 0;
  const sockets = await many(listeners, async (index) => {
    const socket = await hello(server, crowd[index % crowd.length]!.token);
    // Cheap for both: frames are counted, not read.
    socket.on("message", (data) => {
      const bytes = data as Buffer;
      for (let at = bytes.indexOf('{"type":"event"'); at >= 0; at = bytes.indexOf('\n{"type":"event"', at + 1))
        received++;
    });
    return socket;
  });
  const result = await fanOut(
    server,
    seconds,
    () => sockets[0]!.send(JSON.stringify({ type: "send", id: 1, room: hall, clientId: randomUUID(), body: { text } })),
    () => received,
  );
  await closeAll(sockets);
  return result;
}

async function socketIoFanOut(server: BenchServer, seconds: number): Promise<number> {
  let received = 0;
  const sockets = await many(listeners, async () => {
    const socket = await socketIoConnect(server);
    socket.on("event", () => received++);
    return socket;
  });
  const message = {
    room: randomUUID(),
    seq: 100,
    kind: "text",
    sender: randomUUID(),
    clientId: randomUUID(),
    body: { text },
    at: new Date().toISOString(),
  };
  const result = await fanOut(
    server,
    seconds,
    () => sockets[0]!.emit("broadcast", message),
    () => received,
  );
  for (const socket of sockets) socket.close();
  return result;
}

type Opened = () => Promise<void>;

/** Growth of the server's resident memory per socket, in kB, once everything has settled. */
async function growth(server: BenchServer, open: (count: number) => Promise<Opened>): Promise<number> {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 2_000));
  // A few first, so that what is needed once is there.
  const closeFirst = await open(50);
  await settle();
  const before = server.memoryMb();
  const close = await open(idle);
  await settle();
  const grown = ((server.memoryMb() - before) * 1_024) / idle;
  await Promise.all([closeFirst(), close()]);
  return grown;
}

const opened = async (sockets: Promise<WebSocket[]>): Promise<Opened> => {
  const all = await sockets;
  return () => closeAll(all);
};

const ourIdle = (server: BenchServer, crowd: readonly Account[]) =>
  growth(server, (count) => opened(many(count, (index) => hello(server, crowd[index % crowd.length]!.token))));

const bareIdle = (server: BenchServer) =>
  growth(server, (count) => opened(many(count, () => connect(socketAddress(server)))));

const socketIoIdle = (server: BenchServer) =>
  growth(server, async (count) => {
    const sockets = await many(count, () => socketIoConnect(server));
    return async () => {
      for (const socket of sockets) socket.close();
      await new Promise((resolve) => setTimeout(resolve, 500));
    };
  });

/**
 * What a message costs a copy that only hears of it, since none of its clients is in the room: microseconds of CPU. This
 * is what limits how many copies can be told everything.
 */
async function hearing(databaseUrl: string, env: Record<string, string>, talking: readonly Talker[]): Promise<number> {
  const notify = { ...env, JANGTEO_LIVE_PUSH: "notify" };
  const [speaker, hearer] = [await startMarketplace(databaseUrl, notify), await startMarketplace(databaseUrl, notify)];
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = cpuSeconds(hearer.pid);
  const startedAt = performance.now();
  const { perSecond } = await ourSends(speaker, talking, 3);
  const messages = (perSecond * (performance.now() - startedAt)) / 1_000;
  const micros = ((cpuSeconds(hearer.pid) - before) * 1e6) / messages;
  await Promise.all([speaker.stop(), hearer.stop()]);
  return micros;
}

/** Clients that come back all at once, each with 20 messages missed: resumed clients per second. */
async function resumeStorm(server: BenchServer, talking: readonly Talker[]): Promise<number> {
  const heads = await Promise.all(
    talking.map(async ({ token, room }) => {
      const response = await fetch(`${server.address}/chat/${room}?limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return ((await response.json()) as { head: number }).head;
    }),
  );
  const startedAt = performance.now();
  const sockets = await Promise.all(
    Array.from({ length: resuming }, async (_, index) => {
      const { token, room } = talking[index % talkers]!;
      const head = heads[index % talkers]!;
      const socket = await connect(socketAddress(server, "/chat/socket"));
      socket.send(JSON.stringify({ type: "hello", token, rooms: { [room]: Math.max(1, head - 20) } }));
      await new Promise<void>((resolve) =>
        socket.on("message", (data) => (data as Buffer).includes(`"seq":${head},`) && resolve()),
      );
      return socket;
    }),
  );
  const tookMs = performance.now() - startedAt;
  await closeAll(sockets);
  return (sockets.length / tookMs) * 1_000;
}
