import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { after, before, describe, test } from "node:test";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { WebSocket, WebSocketServer } from "ws";
import { createDatabase } from "../../../tests/harness/marketplace.ts";
import { until } from "../../../tests/harness/until.ts";
import { appendEvents, clockOf, lockRooms } from "../messages/event.ts";
import type { Person } from "../people/person.ts";
import { addParticipants, invite, removeParticipant } from "../rooms/membership.ts";
import type { Connection } from "./connection.ts";
import { createHub, type Hub } from "./hub.ts";

const log = silentLogger();
const secret = "나간 뒤에 한 말";

type Frame = { type: string; events?: { body: object; seq: number }[]; seq?: number };

describe("who leaves or comes between the look at the members and the first push", () => {
  let database: Database;
  let server: WebSocketServer;
  before(async () => {
    const url = await createDatabase();
    await provision(url, { name: "chat", migrations: new URL("../migrations/", import.meta.url) });
    database = openDatabase({
      url,
      module: "chat",
      role: moduleRole("chat"),
      poolMax: 2,
      queueMax: 100,
      waitMs: 2_000,
      statementTimeoutMs: 10_000,
      idleTransactionTimeoutMs: 10_000,
      log,
    });
    server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  });
  after(async () => {
    server.close();
    await database.close();
  });

  const person = (role: string): Person => ({ id: randomUUID(), role, name: "이름", version: 1 });

  /** A room of three; `head` is the number of the third one's joining. */
  async function roomOfThree() {
    const [buyer, seller, third] = [person("CUSTOMER"), person("SELLER"), person("CUSTOMER")];
    const terms = { by: buyer, others: [seller], name: null, productId: null, membersMax: 10 };
    const { roomId } = await database.transaction((transaction) => invite(transaction, terms));
    const added = await database.transaction((transaction) =>
      addParticipants(transaction, roomId, buyer.id, [third], 10),
    );
    return { buyer, seller, third, room: roomId, head: added.events.at(-1)!.seq };
  }

  /** Stores a message; returns its number. */
  function say(room: string, sender: Person, text: string): Promise<number> {
    return database.transaction(async (transaction) => {
      const { rooms } = await lockRooms(transaction, [room]);
      const event = { room, kind: "text", sender: sender.id, clientId: randomUUID(), body: { text } } as const;
      const [stored] = await appendEvents(transaction, rooms, [event], await clockOf(transaction));
      return stored!.seq;
    });
  }

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

  /** What the third one's client receives that listens as `listen` says after it was taken out, and of what is said then. */
  async function receivedAfterLeaving(
    listen: (hub: Hub, connection: Connection, membership: { room: string; fromSeq: number; head: number }) => void,
  ): Promise<Frame[]> {
    const { buyer, seller, third, room, head } = await roomOfThree();
    const hub = createHub({ database, log, sweepMs: 60_000 });
    const [left, stays] = [await connect(third), await connect(seller)];
    await database.transaction((transaction) => removeParticipant(transaction, room, buyer.id, third.id));
    const membership = { room, fromSeq: head - 1, head };
    listen(hub, left.connection, membership);
    hub.subscribe(stays.connection, { ...membership, head: head + 1 }, -1, false);
    await until(() => left.frames.length > 0);
    const seq = await say(room, buyer, secret);
    hub.heard(room, seq);
    await until(() => stays.frames.some((frame) => frame.seq === seq));
    assert.ok(!JSON.stringify(left.frames).includes(secret));
    for (const { end } of [left, stays]) end();
    return left.frames;
  }

  test("who leaves and has the room closed: is told to open it", async () => {
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
    test(`who leaves and holds ${holds}: is given the leaving, and nothing more`, async () => {
      const frames = await receivedAfterLeaving((hub, connection, membership) => {
        const after = membership.head + claimed;
        hub.open(hub.subscribe(connection, membership, after, true), after);
      });
      assert.deepEqual(
        frames.map(({ type, events }) => [type, events?.map(({ body }) => Object.keys(body))]),
        [["room", [["left"]]]],
      );
    });

  test("who comes to an instance that is late is given nothing of what was said before", async () => {
    const [buyer, seller, third] = [person("CUSTOMER"), person("SELLER"), person("CUSTOMER")];
    const terms = { by: buyer, others: [seller], name: null, productId: null, membersMax: 10 };
    const { roomId: room } = await database.transaction((transaction) => invite(transaction, terms));
    const hub = createHub({ database, log, sweepMs: 60_000 });
    const [stays, comes] = [await connect(seller), await connect(third)];
    hub.subscribe(stays.connection, { room, fromSeq: 0, head: 1 }, -1, false);
    await until(() => hub.find(room)!.head === 1);
    await say(room, buyer, secret);
    const added = await database.transaction((transaction) =>
      addParticipants(transaction, room, buyer.id, [third], 10),
    );
    const head = added.events.at(-1)!.seq;
    hub.subscribe(comes.connection, { room, fromSeq: head - 1, head }, -1, false);
    const seq = await say(room, buyer, "어서 오세요");
    hub.heard(room, seq);
    await until(() => [stays, comes].every(({ frames }) => frames.some((frame) => frame.seq === seq)));
    assert.ok(JSON.stringify(stays.frames).includes(secret));
    assert.ok(!JSON.stringify(comes.frames).includes(secret));
    for (const { end } of [stays, comes]) end();
  });

  test("a page holds what was asked for, also when another client asks from far further back at the same moment", async () => {
    const { buyer, seller, third, room, head } = await roomOfThree();
    await database.transaction(async (transaction) => {
      const { rooms } = await lockRooms(transaction, [room]);
      const event = (index: number) =>
        ({ room, kind: "text", sender: buyer.id, clientId: randomUUID(), body: { text: `글 ${index}` } }) as const;
      const events = Array.from({ length: 600 }, (_, index) => event(index));
      await appendEvents(transaction, rooms, events, await clockOf(transaction));
    });
    const hub = createHub({ database, log, sweepMs: 60_000 });
    const [far, near] = [await connect(seller), await connect(third)];
    const membership = { room, fromSeq: 0, head: head + 600 };
    for (const [{ connection }, after] of [
      [far, head],
      [near, head + 300],
    ] as const)
      hub.open(hub.subscribe(connection, membership, after, false), after);
    await until(() => [far, near].every(({ frames }) => frames.length > 0));
    assert.deepEqual(
      [far, near].map(({ frames }) => [frames[0]!.events!.length, frames[0]!.events![0]!.seq]),
      [
        [200, head + 1],
        [200, head + 301],
      ],
    );
    for (const { end } of [far, near]) end();
  });

  test("a room that everybody left while it was read is not read again and again", async () => {
    const { buyer, seller, room, head } = await roomOfThree();
    let queries = 0;
    const counted = new Proxy(database, {
      get(target, name, receiver) {
        if (name === "query") queries++;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const hub = createHub({ database: counted, log, sweepMs: 60_000 });
    const { connection, end } = await connect(seller);
    const subscription = hub.subscribe(connection, { room, fromSeq: 0, head }, -1, false);
    await until(() => hub.find(room)!.head === head);
    const seq = await say(room, buyer, "아무도 없나요");
    hub.heard(room, seq);
    hub.unsubscribe(subscription);
    hub.heard(room, seq + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    queries = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(queries, 0);
    const again = await connect(seller);
    hub.open(hub.subscribe(again.connection, { room, fromSeq: 0, head: seq }, head, true), head);
    await until(() => again.frames.some(({ events }) => events?.some((event) => event.seq === seq)));
    for (const each of [{ end }, again]) each.end();
  });
});
