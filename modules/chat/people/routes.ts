import type { Database } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { Id, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import { unreadOf } from "../rooms/room-list.ts";
import type { Lookup } from "./lookup.ts";
import { type Accounts, PublicCard, peopleWithIds } from "./person.ts";
import { readResponseTimes } from "./response-time.ts";

const strict = { additionalProperties: false } as const;
const everyone = ["CUSTOMER", "SELLER", "ADMIN"] as const;
const Email = Type.String({ format: "email", maxLength: 254 });
const Role = Type.Union([Type.Literal("CUSTOMER"), Type.Literal("SELLER")]);

export const ResponseTime = Type.Union(
  [
    Type.Object({
      medianSeconds: Type.Integer({ description: "Half of the answers came faster" }),
      answers: Type.Integer({ description: "How many answers it is taken from, the last 50 at most" }),
    }),
    Type.Null(),
  ],
  { description: "Of sellers who have answered at all" },
);
const Card = Type.Object({ ...PublicCard.properties, responseTime: ResponseTime });

/** Me, others' public cards, their search, blocks and quick replies. */
export function peopleRoutes(
  http: HttpServer,
  parts: { database: Database; accounts: Accounts; lookup: Lookup; settings: Settings },
): void {
  const { database, accounts, lookup, settings } = parts;
  route(http, {
    method: "POST",
    url: "/chat-info/myInfo",
    summary: "Who I am, and how many messages wait for me",
    tag: "Chat: people",
    roles: everyone,
    answers: { 200: Type.Object({ ...Card.properties, unread: Type.Integer() }) },
    errors: ["NOT_FOUND_USER"],
    handle: async ({ principal }) => {
      const [me] = await peopleWithIds(accounts, [principal.id]);
      if (!me) throw fail("NOT_FOUND_USER");
      const [card] = await cards(database, [me]);
      return { status: 200, body: { ...card!, unread: await unreadOf(database, principal.id) } };
    },
  });

  route(http, {
    method: "POST",
    url: "/chat-info/userInfo",
    summary: "The public card of a seller, or of a buyer in a room with me",
    tag: "Chat: people",
    roles: everyone,
    query: Type.Object({ email: Email, role: Type.Optional(Role) }, strict),
    answers: { 200: Card },
    errors: ["NOT_FOUND_USER", "TOO_MANY_REQUESTS"],
    handle: async ({ principal, query }) => {
      const [person] = await lookup.search(principal.id, query.email, query.role);
      if (!person) throw fail("NOT_FOUND_USER");
      const [card] = await cards(database, [person]);
      return { status: 200, body: card! };
    },
  });

  route(http, {
    method: "GET",
    url: "/chat-info/responseTime",
    summary: "How long a seller takes to answer, for everyone to see",
    tag: "Chat: people",
    query: Type.Object({ sellerId: Id }, strict),
    answers: { 200: Type.Object({ responseTime: ResponseTime }) },
    handle: async ({ query, reply }) => {
      reply.header("cache-control", "public, max-age=60, stale-while-revalidate=600");
      const times = await readResponseTimes(database, [query.sellerId]);
      return { status: 200, body: { responseTime: times.get(query.sellerId) ?? null } };
    },
  });

  for (const [url, role, summary] of [
    ["/chat-search/customer", "CUSTOMER", "Buyers in a room with me, by their email"],
    ["/chat-search/seller", "SELLER", "Sellers by their email"],
    ["/chat-search/user", undefined, "Sellers, and buyers in a room with me, by their email"],
  ] as const)
    route(http, {
      method: "POST",
      url,
      summary,
      tag: "Chat: people",
      roles: everyone,
      query: Type.Object({ email: Email }, strict),
      answers: { 200: Type.Object({ items: Type.Array(Card) }) },
      errors: ["TOO_MANY_REQUESTS"],
      handle: async ({ principal, query }) => {
        const found = await lookup.search(principal.id, query.email, role);
        return { status: 200, body: { items: await cards(database, found) } };
      },
    });

  blockRoutes(http, database);
  quickReplyRoutes(http, database, settings.chatQuickRepliesMax);
}

async function cards(database: Database, people: readonly { id: string; role: string; name: string }[]) {
  const sellers = people.filter((person) => person.role === "SELLER").map((person) => person.id);
  const times = await readResponseTimes(database, sellers);
  return people.map(({ id, role, name }) => ({ id, role, name, responseTime: times.get(id) ?? null }));
}

function blockRoutes(http: HttpServer, database: Database): void {
  const AccountId = Type.Object({ accountId: Id }, strict);
  write(http, database, {
    method: "POST",
    url: "/chat/block",
    summary: "Hear no more of somebody: no new rooms with me, no messages in our 1:1 rooms",
    tag: "Chat: people",
    roles: everyone,
    body: AccountId,
    answers: { 200: Type.Object({ blocked: Type.Boolean() }) },
    handle: async ({ principal, body, transaction }) => {
      if (body.accountId === principal.id) throw fail("INVALID_INPUT");
      const [mine] = await transaction.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM block WHERE blocker = $1",
        [principal.id],
      );
      if (mine!.count >= 1_000) throw fail("TOO_MANY_REQUESTS");
      await transaction.query("INSERT INTO block (blocker, blocked) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
        principal.id,
        body.accountId,
      ]);
      return { status: 200, body: { blocked: true } };
    },
  });
  write(http, database, {
    method: "POST",
    url: "/chat/unblock",
    summary: "Take a block back",
    tag: "Chat: people",
    roles: everyone,
    body: AccountId,
    answers: { 200: Type.Object({ blocked: Type.Boolean() }) },
    handle: async ({ principal, body, transaction }) => {
      await transaction.query("DELETE FROM block WHERE blocker = $1 AND blocked = $2", [principal.id, body.accountId]);
      return { status: 200, body: { blocked: false } };
    },
  });
  route(http, {
    method: "GET",
    url: "/chat/blocks",
    summary: "Whom I have blocked; with names of sellers and of those who are, or were, in a room with me",
    tag: "Chat: people",
    roles: everyone,
    answers: { 200: Type.Object({ items: Type.Array(Type.Object({ ...PublicCard.properties, at: Time })) }) },
    handle: async ({ principal }) => {
      const rows = await database.query<{ id: string; role: string; name: string; at: Date }>(
        `SELECT b.blocked AS id, coalesce(p.role, '') AS role, coalesce(p.name, '') AS name, b.at
         FROM block b
         LEFT JOIN person p ON p.id = b.blocked AND (p.role = 'SELLER' OR EXISTS (
           SELECT FROM member mine JOIN member theirs ON theirs.room_id = mine.room_id AND theirs.account_id = b.blocked
           WHERE mine.account_id = $1))
         WHERE b.blocker = $1 ORDER BY b.at DESC LIMIT 1000`,
        [principal.id],
      );
      return { status: 200, body: { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) } };
    },
  });
}

const QuickReply = Type.Object({ id: Id, text: Type.String() });

function quickReplyRoutes(http: HttpServer, database: Database, max: number): void {
  route(http, {
    method: "GET",
    url: "/chat-info/quickReplies",
    summary: "My quick replies",
    tag: "Chat: people",
    roles: everyone,
    answers: { 200: Type.Object({ items: Type.Array(QuickReply) }) },
    handle: async ({ principal }) => {
      const items = await database.query("SELECT id, text FROM quick_reply WHERE account_id = $1 ORDER BY id", [
        principal.id,
      ]);
      return { status: 200, body: { items } };
    },
  });
  write(http, database, {
    method: "POST",
    url: "/chat-info/quickReplies",
    summary: "Keep a sentence that I often answer with",
    tag: "Chat: people",
    roles: everyone,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 1_000, pattern: "\\S" }) }, strict),
    answers: { 201: QuickReply },
    errors: ["TOO_MANY_QUICK_REPLIES"],
    handle: async ({ principal, body, transaction }) => {
      await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`quick ${principal.id}`]);
      const [mine] = await transaction.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM quick_reply WHERE account_id = $1",
        [principal.id],
      );
      if (mine!.count >= max) throw fail("TOO_MANY_QUICK_REPLIES", { max });
      const id = newId();
      await transaction.query("INSERT INTO quick_reply (id, account_id, text) VALUES ($1, $2, $3)", [
        id,
        principal.id,
        body.text,
      ]);
      return { status: 201, body: { id, text: body.text } };
    },
  });
  write(http, database, {
    method: "DELETE",
    url: "/chat-info/quickReplies/:id",
    summary: "Forget a quick reply",
    tag: "Chat: people",
    roles: everyone,
    params: Type.Object({ id: Id }),
    answers: { 204: null },
    errors: ["NOT_FOUND_QUICK_REPLY"],
    handle: async ({ principal, params, transaction }) => {
      const gone = await transaction.query("DELETE FROM quick_reply WHERE id = $1 AND account_id = $2 RETURNING id", [
        params.id,
        principal.id,
      ]);
      if (gone.length === 0) throw fail("NOT_FOUND_QUICK_REPLY");
      return { status: 204, body: null };
    },
  });
}
