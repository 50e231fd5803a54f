import { Readable } from "node:stream";
import { ClientId, RoomEvent, SendBody } from "@jangteo/contracts/chat/frames.ts";
import type { Batcher } from "@jangteo/kernel/batch/batcher.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import {
  decodeCursor,
  encodeCursor,
  Id,
  isIdPosition,
  isTimePosition,
  listOf,
  pageQuery,
  Time,
} from "@jangteo/kernel/http/list.ts";
import { responses, route } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { KeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import {
  findRoomOf,
  type Orders,
  Room,
  type RoomRow,
  readParticipants,
  readProductCards,
  roomView,
} from "../rooms/room-view.ts";
import type { SendCommand } from "./decide-sends.ts";
import { roomEvent } from "./event.ts";
import type { PrepareSend } from "./prepare-send.ts";
import { readHistory } from "./read-events.ts";
import { searchMessages } from "./search-messages.ts";
import type { Sent } from "./send.ts";

const strict = { additionalProperties: false } as const;
const everyone = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const tag = "Chat: messages";
const RoomId = Type.Object({ id: Id });
const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

export type MessageParts = {
  database: Database;
  orders: Orders;
  sender: Batcher<SendCommand, Sent>;
  prepareSend: PrepareSend;
  sendLimit: KeyedLimit;
  settings: Settings;
};

/** History, sending without a socket, search and export. */
export function messageRoutes(http: HttpServer, parts: MessageParts): void {
  const { database, orders, settings } = parts;

  route(http, {
    method: "GET",
    url: "/chat/:id",
    summary: "Enter a room: what it is, and its events since I came, the newest or those before or after one",
    tag,
    roles: everyone,
    params: RoomId,
    query: Type.Object(
      { before: Type.Optional(Seq), after: Type.Optional(Seq), limit: pageQuery.limit },
      { ...strict, not: { required: ["before", "after"] } },
    ),
    answers: {
      200: Type.Object({
        room: Room,
        messages: Type.Array(RoomEvent),
        head: Type.Integer(),
        more: Type.Boolean({ description: "Whether there are more in the direction asked for" }),
      }),
    },
    errors: ["NOT_FOUND_ROOM"],
    handle: async ({ principal, params, query }) => {
      const row = await findRoomOf(database, params.id, principal.id);
      if (!row) throw fail("NOT_FOUND_ROOM");
      const where =
        query.after !== undefined ? { after: query.after } : { before: query.before ?? Number.MAX_SAFE_INTEGER };
      const events = await readHistory(database, params.id, where, query.limit + 1, row.fromSeq);
      const more = events.length > query.limit;
      const shown = "after" in where ? events.slice(0, query.limit) : events.slice(-query.limit);
      const people = await readParticipants(database, [params.id]);
      const products = await readProductCards(orders, row.product_id ? [row.product_id] : []);
      const product = row.product_id ? products.get(row.product_id) : undefined;
      const room = roomView(row, principal.id, people.get(params.id) ?? [], product);
      // Read after the row: what came in between counts.
      const head = Math.max(row.head, shown.at(-1)?.seq ?? 0);
      return { status: 200, body: { room: { ...room, head }, messages: shown.map(roomEvent), head, more } };
    },
  });

  route(http, {
    method: "POST",
    url: "/chat/:id/messages",
    summary: "Send into a room; the same clientId again gets the first answer, for good",
    tag,
    roles: everyone,
    params: RoomId,
    body: Type.Object({ clientId: ClientId, body: SendBody }, strict),
    answers: { 201: Type.Object({ seq: Type.Integer(), at: Time }) },
    errors: [
      "NOT_FOUND_ROOM",
      "BLOCKED",
      "MESSAGE_TOO_LONG",
      "NOT_FOUND_MESSAGE",
      "NOT_FOUND_PRODUCT",
      "NOT_FOUND_ITEM",
      "NOT_FOUND_IMAGE",
      "NOT_FOUND_OFFER",
      "NOT_ONE_TO_ONE",
      "OFFER_CLOSED",
      "OWN_OFFER",
      "OVERLOADED",
    ],
    handle: async ({ principal, params, body }) => {
      if (settings.rateLimits && !parts.sendLimit.take(principal.id)) throw fail("TOO_MANY_REQUESTS");
      const action = await parts.prepareSend(params.id, principal.id, body.body);
      const command = { room: params.id, sender: principal.id, clientId: body.clientId, action };
      const { seq, at, again } = await parts.sender.submit(command);
      return { status: 201, body: { seq, at }, replayed: again };
    },
  });

  route(http, {
    method: "GET",
    url: "/chat-search/messages",
    summary: "Search the texts of my rooms, newest first; a page may be short and still have a next one",
    tag,
    roles: everyone,
    query: Type.Object(
      { ...pageQuery, q: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }), roomId: Type.Optional(Id) },
      strict,
    ),
    answers: { 200: listOf(Type.Object({ room: Id, ...RoomEvent.properties })) },
    handle: async ({ principal, query }) => {
      const before = decodeCursor(query.cursor, isEventPosition);
      const found = await searchMessages(database, {
        account: principal.id,
        words: query.q,
        room: query.roomId,
        limit: query.limit,
        before,
      });
      const nextCursor = found.next ? encodeCursor(found.next) : null;
      return { status: 200, body: { items: found.items, nextCursor } };
    },
  });

  http.route({
    method: "GET",
    url: "/chat/:id/export",
    config: { roles: everyone },
    schema: {
      summary: "Everything that happened in a room since I came, one JSON object a line",
      tags: [tag],
      params: RoomId,
      response: {
        ...responses({ answers: {}, errors: ["NOT_FOUND_ROOM"], roles: everyone }, { input: true }),
        200: { description: "One event a line", content: { "application/x-ndjson": { schema: Type.String() } } },
      } as Record<string, object>,
    },
    handler: async (request, reply) => {
      const { id } = request.params as { id: string };
      const room = await findRoomOf(database, id, request.principal!.id);
      if (!room) throw fail("NOT_FOUND_ROOM");
      reply.header("content-type", "application/x-ndjson; charset=utf-8");
      reply.header("content-disposition", `attachment; filename="chat-${id}.ndjson"`);
      return reply.send(Readable.from(exported(room)));
    },
  });

  async function* exported({ id, head, fromSeq }: RoomRow): AsyncGenerator<string> {
    for (let after = fromSeq; after < head; ) {
      const events = await readHistory(database, id, { after }, 500, fromSeq);
      if (events.length === 0) return;
      yield events.map((event) => `${JSON.stringify(roomEvent(event))}\n`).join("");
      after = events.at(-1)!.seq;
    }
  }
}

function isEventPosition(value: unknown): value is [at: string, room: string, seq: number] {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [at, room, seq] = value as unknown[];
  return isTimePosition(at) && isIdPosition(room) && Number.isSafeInteger(seq);
}
