import { RoomEvent } from "@jangteo/contracts/chat/frames.ts";
import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import {
  decodeCursor,
  Id,
  isIdPosition,
  isTimePosition,
  listOf,
  page,
  pageQuery,
  Time,
} from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { namePattern } from "@jangteo/kernel/text/names.ts";
import { type Static, Type } from "typebox";
import type { StoredEvent } from "../messages/event.ts";
import type { Lookup } from "../people/lookup.ts";
import { type Accounts, type KnownPerson, peopleWithIds } from "../people/person.ts";
import { addParticipants, invite, removeParticipant } from "./membership.ts";
import type { ReadMark } from "./read-marks.ts";
import { storeReadMarks } from "./read-marks.ts";
import { listRooms } from "./room-list.ts";
import {
  findRoomOf,
  type Orders,
  Participant,
  Room,
  type RoomView,
  readParticipants,
  readProductCards,
  roomView,
} from "./room-view.ts";

const strict = { additionalProperties: false } as const;
const everyone = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const tag = "Chat: rooms";
const Participants = (min: number) =>
  Type.Array(
    Type.Object(
      {
        email: Type.String({ format: "email", maxLength: 254 }),
        role: Type.Union([Type.Literal("CUSTOMER"), Type.Literal("SELLER")]),
      },
      strict,
    ),
    { minItems: min, maxItems: 99 },
  );
const RoomId = Type.Object({ id: Id });

export type RoomParts = {
  database: Database;
  accounts: Accounts;
  lookup: Lookup;
  orders: Orders;
  settings: Settings;
  committed: (events: readonly StoredEvent[]) => void;
  readMoved: (marks: ReadMark[]) => void;
};

/** Rooms and who is in them. */
export function roomRoutes(http: HttpServer, parts: RoomParts): void {
  const { database, accounts, orders, settings, committed } = parts;

  async function view(queryable: Queryable, roomId: string, me: string): Promise<RoomView> {
    const row = await findRoomOf(queryable, roomId, me);
    if (!row) throw fail("NOT_FOUND_ROOM");
    const people = await readParticipants(queryable, [roomId]);
    const products = await readProductCards(orders, row.product_id ? [row.product_id] : []);
    return roomView(row, me, people.get(roomId) ?? [], row.product_id ? products.get(row.product_id) : undefined);
  }

  /** An answer names the people of a room: it is not stored, and made again for a replay. */
  const personal = {
    keep: ({ id }: { id: string }) => ({ id }),
    restore: ({ id }: { id: string }, { principal }: { principal: { id: string } }) => view(database, id, principal.id),
  };

  async function resolve(by: string, participants: Static<ReturnType<typeof Participants>>): Promise<KnownPerson[]> {
    const found = await Promise.all(participants.map(({ email, role }) => parts.lookup.invited(by, email, role)));
    return [...new Map(found.map((person) => [person.id, person])).values()];
  }

  async function findProduct(id: string) {
    const { products } = await orders.getProducts({ ids: [id] });
    if (!products[0] || products[0].status === "DELETED") throw fail("NOT_FOUND_PRODUCT", { productId: id });
    return products[0];
  }

  async function refuseTooMany(queryable: Queryable, by: KnownPerson): Promise<void> {
    if (!settings.rateLimits) return;
    const isNew = Date.now() - by.createdAt.getTime() < settings.chatNewAccountHours * 3_600_000;
    const max = isNew ? settings.chatNewAccountRooms : settings.chatRoomsPerDay;
    const [row] = await queryable.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM room WHERE created_by = $1 AND created_at > now() - interval '1 day'",
      [by.id],
      "rooms-today",
    );
    if (row!.count > max) throw fail("TOO_MANY_ROOMS", { retryAfterSeconds: 3_600 });
  }

  write(http, database, {
    method: "POST",
    url: "/chat/invite",
    summary: "Open a room with others; 1:1 for the same product it is found again",
    tag,
    roles: everyone,
    body: Type.Object(
      {
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: namePattern })),
        productId: Type.Optional(Id),
        participants: Type.Optional({
          ...Participants(1),
          description: "Left out with a productId: the product's seller, whose email a buyer does not know",
        }),
      },
      { ...strict, anyOf: [{ required: ["participants"] }, { required: ["productId"] }] },
    ),
    answers: { 200: Room, 201: Room },
    errors: [
      "NOT_FOUND_USER",
      "NOT_FOUND_PRODUCT",
      "NOT_ROOM_OWNER",
      "BLOCKED",
      "ROOM_FULL",
      "TOO_MANY_ROOMS",
      "TOO_MANY_REQUESTS",
    ],
    personal,
    prepare: async ({ principal, body }) => {
      const [by] = await peopleWithIds(accounts, [principal.id]);
      if (!by) throw fail("NOT_FOUND_USER");
      const product = body.productId === undefined ? undefined : await findProduct(body.productId);
      const asked = body.participants ? await resolve(principal.id, body.participants) : [];
      if (!body.participants && product) asked.push(...(await peopleWithIds(accounts, [product.sellerId])));
      const others = asked.filter((person) => person.id !== principal.id);
      if (others.length === 0)
        throw fail("INVALID_INPUT", {
          errors: [{ path: "participants", message: "자신 말고 다른 사람이 필요합니다." }],
        });
      return { by, others };
    },
    handle: async ({ principal, body, transaction, prepared: { by, others } }) => {
      const { roomId, created, events } = await invite(transaction, {
        by,
        others,
        name: body.name?.trim() ?? null,
        productId: body.productId ?? null,
        membersMax: settings.chatMembersMax,
      });
      if (created) await refuseTooMany(transaction, by);
      transaction.afterCommit(() => committed(events));
      return { status: created ? 201 : 200, body: await view(transaction, roomId, principal.id) };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/chat/addParticipants",
    summary:
      "Bring more people into a room; they read what happens from then on. Whom its maker took out, the maker alone brings back",
    tag,
    roles: everyone,
    body: Type.Object({ roomId: Id, participants: Participants(1) }, strict),
    answers: { 200: Room },
    errors: ["NOT_FOUND_ROOM", "NOT_FOUND_USER", "NOT_ROOM_OWNER", "BLOCKED", "ROOM_FULL", "TOO_MANY_REQUESTS"],
    personal,
    prepare: async ({ principal, body }) => {
      if (!(await findRoomOf(database, body.roomId, principal.id))) throw fail("NOT_FOUND_ROOM");
      return resolve(principal.id, body.participants);
    },
    handle: async ({ principal, body, transaction, prepared: others }) => {
      const { events } = await addParticipants(transaction, body.roomId, principal.id, others, settings.chatMembersMax);
      transaction.afterCommit(() => committed(events));
      return { status: 200, body: await view(transaction, body.roomId, principal.id) };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/chat/:id/leave",
    summary: "Leave a room",
    tag,
    roles: everyone,
    params: RoomId,
    answers: { 200: Type.Object({ left: Type.Literal(true) }) },
    errors: ["NOT_FOUND_ROOM"],
    handle: async ({ principal, params, transaction }) => {
      const { events } = await removeParticipant(transaction, params.id, principal.id, principal.id);
      transaction.afterCommit(() => committed(events));
      return { status: 200, body: { left: true } };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/chat/:id/removeParticipant",
    summary: "Take somebody out of a room that I made",
    tag,
    roles: everyone,
    params: RoomId,
    body: Type.Object({ accountId: Id }, strict),
    answers: { 200: Room },
    errors: ["NOT_FOUND_ROOM", "NOT_FOUND_USER", "NOT_ROOM_OWNER"],
    personal,
    handle: async ({ principal, params, body, transaction }) => {
      if (body.accountId === principal.id) throw fail("INVALID_INPUT");
      const { events } = await removeParticipant(transaction, params.id, principal.id, body.accountId);
      transaction.afterCommit(() => committed(events));
      return { status: 200, body: await view(transaction, params.id, principal.id) };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/chat/:id/report",
    summary: "Complain about a message, or about the room as a whole",
    tag,
    roles: everyone,
    params: RoomId,
    body: Type.Object(
      {
        seq: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
        reason: Type.String({ minLength: 1, maxLength: 1_000, pattern: "\\S" }),
      },
      strict,
    ),
    answers: { 201: Type.Object({ reported: Type.Literal(true) }) },
    errors: ["NOT_FOUND_ROOM", "NOT_FOUND_MESSAGE"],
    handle: async ({ principal, params, body, transaction }) => {
      const room = await findRoomOf(transaction, params.id, principal.id);
      if (!room) throw fail("NOT_FOUND_ROOM");
      const seq = body.seq ?? 0;
      if (seq > room.head || (seq > 0 && seq <= room.fromSeq)) throw fail("NOT_FOUND_MESSAGE");
      await transaction.query(
        `INSERT INTO report (id, room_id, reporter, seq, reason) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [newId(), params.id, principal.id, seq, body.reason],
      );
      return { status: 201, body: { reported: true } };
    },
  });

  route(http, {
    method: "GET",
    url: "/chat/:id/userlist",
    summary: "Who is in a room",
    tag,
    roles: everyone,
    params: RoomId,
    answers: { 200: Type.Object({ items: Type.Array(Participant) }) },
    errors: ["NOT_FOUND_ROOM"],
    handle: async ({ principal, params }) => {
      if (!(await findRoomOf(database, params.id, principal.id))) throw fail("NOT_FOUND_ROOM");
      const people = await readParticipants(database, [params.id]);
      return { status: 200, body: { items: people.get(params.id) ?? [] } };
    },
  });

  route(http, {
    method: "POST",
    url: "/chat/:id/read",
    summary: "Say how far I have read; the mark only grows",
    tag,
    roles: everyone,
    params: RoomId,
    body: Type.Object({ seq: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }, strict),
    answers: { 200: Type.Object({ seq: Type.Integer() }) },
    errors: ["NOT_FOUND_ROOM"],
    handle: async ({ principal, params, body }) => {
      parts.readMoved(await storeReadMarks(database, [{ room: params.id, who: principal.id, seq: body.seq }]));
      const [row] = await database.query<{ seq: number }>(
        "SELECT read_seq AS seq FROM member WHERE room_id = $1 AND account_id = $2 AND left_at IS NULL",
        [params.id, principal.id],
      );
      if (!row) throw fail("NOT_FOUND_ROOM");
      return { status: 200, body: row };
    },
  });

  const ListedRoom = Type.Object({
    ...Room.properties,
    lastMessage: Type.Union([RoomEvent, Type.Null()]),
    unread: Type.Integer({ description: "Up to 100" }),
    readSeq: Type.Integer(),
    lastAt: Time,
  });

  route(http, {
    method: "POST",
    url: "/chat-info/roomList",
    summary: "My rooms, the busiest first, with their last message and what I have not read",
    tag,
    roles: everyone,
    query: Type.Object(pageQuery, strict),
    answers: { 200: listOf(ListedRoom) },
    handle: async ({ principal, query }) => {
      const position = decodeCursor(query.cursor, isRoomPosition);
      const before = position && { lastAt: position[0], id: position[1] };
      const rooms = await listRooms(database, principal.id, query.limit, before);
      const people = await readParticipants(
        database,
        rooms.map((room) => room.id),
      );
      const products = await readProductCards(
        orders,
        rooms.flatMap((room) => room.product_id ?? []),
      );
      const body = page(
        rooms,
        query.limit,
        (room) => ({
          ...roomView(
            room,
            principal.id,
            people.get(room.id) ?? [],
            room.product_id ? products.get(room.product_id) : undefined,
          ),
          lastMessage: room.lastMessage,
          unread: room.unread,
          readSeq: room.readSeq,
          lastAt: room.lastAt.toISOString(),
        }),
        (room) => [room.lastAt.toISOString(), room.id],
      );
      return { status: 200, body };
    },
  });
}

function isRoomPosition(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && isTimePosition(value[0]) && isIdPosition(value[1]);
}
