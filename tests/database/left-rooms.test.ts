import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { after, before, describe, test } from "node:test";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole } from "@jangteo/kernel/database/provision.ts";
import { createNotifyBus } from "@jangteo/kernel/events/notify-bus.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { WebSocket, WebSocketServer } from "ws";
import type { Connection } from "../../modules/chat/socket/connection.ts";
import { createHub, type Hub } from "../../modules/chat/socket/hub.ts";
import type { Person } from "../harness/api-client.ts";
import { helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({ alone: true });
const log = silentLogger();
const secret = "나간 뒤에 한 말";
const marker = "다른 방의 말";

type Frame = { type: string; room?: string; rooms?: string[]; events?: { seq: number }[]; seq?: number };

/** A room of three whose third member may leave or be taken out; `head` is the number of its joining. */
async function roomOfThree() {
  const { api } = market;
  const [buyer, seller, third] = [await api.customer(), await api.seller(), await api.customer()];
  const { id: room } = (await api.room(buyer, [seller])) as { id: string };
  const participants = [{ email: third.email, role: third.role }];
  const { body } = await api.post("/chat/addParticipants", { roomId: room, participants }, buyer.token);
  const remove = async () => {
    const removed = await api.post(`/chat/${room}/removeParticipant`, { accountId: third.id }, buyer.token);
    assert.equal(removed.status, 200);
  };
  return { buyer, seller, third, room, head: body.head as number, remove };
}

test("who was taken out reads nothing more, also when an instance hears of the joining after that", async () => {
  const { api, own } = market;
  const { buyer, third, room, head, remove } = await roomOfThree();
  const other = await api.room(third, [buyer]);
  const socket = await helloSocket(api, third, { [other.id as string]: 0 });
  await remove();
  const bus = createNotifyBus({ url: await own.databaseOf("chat"), log });
  let isConnected = false;
  bus.topic("chat").onGap(() => (isConnected = true));
  await until(() => isConnected);
  bus.topic("chat").publish({ joined: { room, seq: head, people: [third.id] } });
  const page = await socket.frame("room", (frame) => frame.room === room);
  assert.deepEqual(
    page.events.map(({ body }) => Object.keys(body)),
    [["joined"], ["left"]],
  );
  await api.say(buyer, room, secret);
  await api.say(buyer, other.id as string, marker);
  await socket.frame("event", (frame) => (frame.body as { text?: string }).text === marker);
  assert.ok(!JSON.stringify(socket.frames).includes(secret));
  socket.end();
  await bus.stop();
});

describe("who leaves between the look at the members and the first push", () => {
  let database: Database;
  let server: WebSocketServer;
  before(async () => {
    database = openDatabase({
      url: await market.own.databaseOf("chat"),
      module: "chat",
      role: moduleRole("chat"),
      poolMax: 2,
      queueMax: 100,
      waitMs: 2_000,
      statementTimeoutMs: 60_000,
      idleTransactionTimeoutMs: 3_000,
      log,
    });
    server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  });
  after(async () => {
    server.close();
    await database.close();
  });

  /** The connection of a person to this process, and the frames that the person's client has received. */
  async function connect({ id }: Person): Promise<{ connection: Connection; frames: Frame[]; end: () => void }> {
    const accepted = new Promise<WebSocket>((resolve) => server.once("connection", resolve));
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const frames: Frame[] = [];
    client.on("message", (data) => {
      for (const line of (data as Buffer).toString().split("\n")) frames.push(JSON.parse(line) as Frame);
    });
    const socket = await accepted;
    const connection: Connection = {
      socket,
      wire: (socket as unknown as { _socket: Duplex })._socket,
      limits: { slowBytes: 1e6, behindBytes: 1e6, dropBytes: 1e7, dropMs: 10_000 },
      account: id,
      sessionId: undefined,
      key: {} as Connection["key"],
      issuedAt: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
      warnedOfExpiry: false,
      subscriptions: new Map(),
      out: [],
      outChars: 0,
      slowSince: 0,
      behind: false,
      reads: undefined,
      lastHeardAt: 0,
      frameTokens: 100,
      frameTokensAt: 0,
      complaints: 0,
      preparing: undefined,
    };
    return { connection, frames, end: () => client.terminate() };
  }

  /** What the client of `third` receives that listens as `listen` says after it was taken out, and of what is said then. */
  async function receivedAfterLeaving(
    listen: (hub: Hub, connection: Connection, membership: { room: string; fromSeq: number; head: number }) => void,
  ): Promise<Frame[]> {
    const { api } = market;
    const { buyer, seller, third, room, head, remove } = await roomOfThree();
    const hub = createHub({ database, log, sweepMs: 60_000 });
    const [left, stays] = [await connect(third), await connect(seller)];
    await remove();
    const membership = { room, fromSeq: head - 1, head };
    listen(hub, left.connection, membership);
    hub.subscribe(stays.connection, { ...membership, head: head + 1 }, -1, false);
    await until(() => left.frames.length > 0);
    const seq = await api.say(buyer, room, secret);
    hub.heard(room, seq);
    await until(() => stays.frames.some((frame) => frame.seq === seq));
    assert.ok(!JSON.stringify(left.frames).includes(secret));
    for (const { end } of [left, stays]) end();
    return left.frames;
  }

  test("and has the room closed: is told to open it", async () => {
    const frames = await receivedAfterLeaving((hub, connection, membership) => {
      hub.subscribe(connection, membership, -1, false);
    });
    assert.deepEqual(
      frames.map(({ type }) => type),
      ["behind"],
    );
  });

  for (const [holds, claimed] of [
    ["all up to then", 0],
    ["the leaving too, as it says", 1],
    ["more than there is", 1_000_000],
  ] as const)
    test(`and holds ${holds}: is given the leaving, and nothing more`, async () => {
      const frames = await receivedAfterLeaving((hub, connection, membership) => {
        const after = membership.head + claimed;
        hub.open(hub.subscribe(connection, membership, after, true), after);
        assert.equal(connection.subscriptions.size, 1);
      });
      const [page] = frames;
      assert.deepEqual(
        [frames.length, page!.type, page!.events!.at(-1)!.seq],
        [1, "room", page!.events![0]!.seq + (claimed > 1 ? 1 : 0)],
      );
    });
});
