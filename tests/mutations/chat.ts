import type { Guard } from "./guard.ts";

const decide = "modules/chat/messages/decide-sends.ts";
const decideTest = "modules/chat/messages/decide-sends.test.ts";
const send = "modules/chat/messages/send.ts";
const event = "modules/chat/messages/event.ts";
const hub = "modules/chat/socket/hub.ts";
const tables = "modules/chat/migrations/0001_chat.sql";
const chat = "tests/acceptance/chat.test.ts";
const images = "tests/acceptance/chat-images.test.ts";

const membership = "modules/chat/rooms/membership.ts";
const roomPrivacy = "tests/security/room-privacy.test.ts";
const hubTest = "modules/chat/socket/hub.test.ts";
const leftRooms = "tests/database/left-rooms.test.ts";

export const chatGuards: readonly Guard[] = [
  {
    name: "Who is given the event of their own leaving is given nothing after it",
    edits: [{ file: hub, find: "    if (leaving) return farewell(subscription, leaving, reset);\n", replace: "" }],
    test: { file: leftRooms, only: "hears of the joining after that" },
  },
  {
    name: "A room that has moved on since its members were looked at is opened before events are pushed",
    edits: [{ file: hub, find: "    if (head > subscription.memberAt) doubt(subscription);\n", replace: "" }],
    test: { file: hubTest, only: "has the room closed" },
  },
  {
    name: "Who comes to an instance that is late is given nothing of what was said before (together: the begin and each push)",
    edits: [
      {
        file: hub,
        find: "subscription.cursor = Math.max(head, subscription.fromSeq);",
        replace: "subscription.cursor = head;",
      },
      { file: hub, find: " || subscription.fromSeq >= event.seq", replace: "" },
    ],
    test: { file: hubTest, only: "an instance that is late" },
  },
  {
    name: "Joins whose messages were lost are looked for once live push is back",
    edits: [{ file: "modules/chat/socket/copies.ts", find: "    void lookForJoins();\n", replace: "" }],
    test: { file: leftRooms, only: "while live push was away" },
  },
  {
    name: "What a client claims to hold hides nothing that came since its person was known to be a member",
    edits: [
      {
        file: hub,
        find: "const after = Math.min(wanted, Math.max(memberAt, fromSeq));",
        replace: "const after = wanted;",
      },
    ],
    test: { file: hubTest, only: "the leaving too, as it says" },
  },
  {
    name: "A room of two is found again by the two alone, once somebody else has been in it",
    edits: [
      {
        file: membership,
        find: "  if (strangers.length > 0) {",
        replace: "  if (strangers.length > 0 && members.size + fresh.length > 2) {",
      },
    ],
    test: { file: roomPrivacy, only: "said to somebody else meanwhile" },
  },
  {
    name: "Who was taken out of a room of two does not invite themselves back",
    edits: [
      {
        file: membership,
        find: "  if (room.createdBy !== by.id) await refuseRemoved(transaction, room.id, [by, ...others]);\n",
        replace: "",
      },
    ],
    test: { file: roomPrivacy, only: "let themselves back in" },
  },
  {
    name: "Who is blocked by a member adds nobody",
    edits: [
      { file: membership, find: "[...others.map(({ id }) => id), ...members]", replace: "others.map(({ id }) => id)" },
    ],
    test: { file: roomPrivacy, only: "brings in nobody" },
  },
  {
    name: "Blocks name nobody whom one has not met",
    edits: [
      {
        file: "modules/chat/people/routes.ts",
        find: "AND (p.role = 'SELLER' OR EXISTS (",
        replace: "AND (true OR EXISTS (",
      },
    ],
    test: { file: "tests/security/enumeration.test.ts", only: "is not told by blocks" },
  },
  {
    name: "A message of thousands of frames is not read to its end",
    edits: [
      {
        file: "modules/chat/socket/sockets.ts",
        find: "      if (lines.length > linesMax) return close(socket, 4429);\n",
        replace: "",
      },
      { file: "modules/chat/socket/sockets.ts", find: "  closing.add(socket);\n", replace: "" },
    ],
    test: { file: "tests/security/chat.test.ts", only: "thousands of frames" },
    together: "the bound of frames in a message, the end of reading when a socket is being closed",
  },
  {
    name: "Only members send into a room",
    edits: [{ file: decide, find: "if (!room || standing.role === null)", replace: "if (!room)" }],
    test: { file: decideTest },
  },
  {
    name: "Who has left a room does not send into it",
    edits: [{ file: send, find: "AND left_at IS NULL LIMIT 1) m ON true", replace: "LIMIT 1) m ON true" }],
    test: { file: chat, only: "who left, or was taken out" },
  },
  {
    name: "Only members read a room",
    edits: [
      {
        file: "modules/chat/rooms/room-view.ts",
        find: "m.account_id = $2 AND m.left_at IS NULL",
        replace: "m.account_id = $2",
      },
    ],
    test: { file: chat, only: "who left, or was taken out" },
  },
  {
    name: "A message that is sent again is stored once",
    edits: [
      { file: decide, find: '  if (standing.known) return { kind: "known", ...standing.known };\n', replace: "" },
      { file: tables, find: "CREATE UNIQUE INDEX event_client", replace: "CREATE INDEX event_client" },
    ],
    test: { file: chat, only: "the same clientId gets its first answer" },
    together: "the look for the clientId, its unique index",
  },
  {
    name: "A message that comes twice in a batch is stored once",
    edits: [{ file: decide, find: "if (before === undefined) seen.set(name, index);", replace: "" }],
    test: { file: decideTest },
  },
  {
    name: "A clientId is stored once (unique index)",
    edits: [{ file: tables, find: "CREATE UNIQUE INDEX event_client", replace: "CREATE INDEX event_client" }],
    test: { file: "tests/database/rules.test.ts", only: "a message of one clientId" },
  },
  {
    name: "Numbers of a room are given one after the other (its row is locked)",
    edits: [{ file: event, find: "ORDER BY id FOR UPDATE`", replace: "ORDER BY id`" }],
    test: { file: "tests/database/room-numbers.test.ts", only: "who leaves" },
  },
  {
    name: "Who is blocked does not write to the other one",
    edits: [{ file: decide, find: 'if (standing.blocked && room.direct) return refused("BLOCKED");', replace: "" }],
    test: { file: decideTest },
  },
  {
    name: "Only one's own messages are edited",
    edits: [
      {
        file: decide,
        find: "!target || target.sender !== sender || target.deleted",
        replace: "!target || target.deleted",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "Nobody accepts an offer of their own",
    edits: [{ file: decide, find: 'if (own && accept) return { code: "OWN_OFFER" };', replace: "" }],
    test: { file: decideTest },
  },
  {
    name: "An offer is answered once, before it expires",
    edits: [
      {
        file: decide,
        find: 'if (state !== "OPEN" || offer.expiresAt <= context.at)',
        replace: 'if (state === "COUNTERED")',
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "An offer of another room is not accepted",
    edits: [{ file: decide, find: "if (!offer || offer.room !== room)", replace: "if (!offer)" }],
    test: { file: decideTest },
  },
  {
    name: "Offers are about items of the room's seller",
    edits: [
      {
        file: decide,
        find: 'person.role === "SELLER" && person.id === item.sellerId',
        replace: 'person.role === "SELLER"',
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "An agreement about an item of another seller is not stored",
    edits: [
      {
        file: "modules/order/checkout/agreed-price.ts",
        find: " AND p.seller_id = a.seller_id",
        replace: "",
      },
    ],
    test: { file: "tests/database/late-events.test.ts", only: "an agreement about an item of another" },
  },
  {
    name: "Each status of an order is posted once",
    edits: [
      {
        file: "modules/chat/notices/order-notices.ts",
        find: "if (!unsaid.delete(`${partId} ${status}`)) return [];",
        replace: "unsaid.delete(`${partId} ${status}`);",
      },
    ],
    test: { file: "tests/database/late-events.test.ts", only: "posted into the room once" },
  },
  {
    name: "Only members see images of a room",
    edits: [
      {
        file: "modules/chat/images/images.ts",
        find: "WHERE i.id = $1 AND m.account_id = $2 AND m.left_at IS NULL",
        replace: "WHERE i.id = $1 AND $2::uuid IS NOT NULL",
      },
    ],
    test: { file: images, only: "only members see it" },
  },
  {
    name: "Who has left a room does not see its images",
    edits: [
      {
        file: "modules/chat/images/images.ts",
        find: "WHERE i.id = $1 AND m.account_id = $2 AND m.left_at IS NULL",
        replace: "WHERE i.id = $1 AND m.account_id = $2",
      },
    ],
    test: { file: images, only: "only members see it" },
  },
  {
    name: "Who is added to a room sees no images of before",
    edits: [{ file: "modules/chat/images/images.ts", find: " AND u.seq > m.from_seq", replace: "" }],
    test: { file: "tests/security/room-privacy.test.ts", only: "reads nothing of what was said before" },
  },
  {
    name: "An image is sent by its uploader",
    edits: [
      {
        file: "modules/chat/images/images.ts",
        find: "WHERE id = $1 AND room_id = $2 AND uploader = $3 AND NOT removed RETURNING",
        replace: "WHERE id = $1 AND room_id = $2 AND $3::uuid IS NOT NULL AND NOT removed RETURNING",
      },
    ],
    test: { file: images, only: "only members see it" },
  },
  {
    name: "A socket receives each event once",
    edits: [
      {
        file: hub,
        find: "subscription.fetching > 0 || subscription.cursor >= event.seq ||",
        replace: "",
      },
    ],
    test: { file: "tests/database/room-numbers.test.ts", only: "comes from another instance" },
  },
  {
    name: "A socket receives events in their order",
    edits: [
      {
        file: hub,
        find: "if (room.head === event.seq - 1) emit(room, event);",
        replace: "if (room.head >= -1) emit(room, event);",
      },
    ],
    test: { file: "tests/database/room-numbers.test.ts", only: "a socket receives what" },
  },
  {
    name: "Read marks only grow and never pass the head",
    edits: [
      {
        file: "modules/chat/rooms/read-marks.ts",
        find: "AND m.read_seq < least(t.seq, r.head)",
        replace: "",
      },
    ],
    test: { file: chat, only: "my rooms: the busiest first" },
  },
  {
    name: "A room that nobody listens to any more is not read",
    edits: [
      {
        file: "modules/chat/socket/hub.ts",
        find: "wanted.filter((room) => rooms.get(room.id) === room && room.subscriptions.size > 0)",
        replace: "[...wanted]",
      },
    ],
    test: { file: "modules/chat/socket/hub.test.ts", only: "not read again and again" },
  },
  {
    name: "A page of a room begins where its client asked, whoever else asks",
    edits: [
      {
        file: "modules/chat/socket/hub.ts",
        find: " || (afterOf.get(each.room) ?? each.after) !== each.after",
        replace: "",
      },
    ],
    test: { file: "modules/chat/socket/hub.test.ts", only: "a page holds what was asked for" },
  },
  {
    name: "A person whose sockets arrive together is announced",
    edits: [
      {
        file: "modules/chat/socket/people.ts",
        find: "if (!person || person.isAnnounced) return;",
        replace: "if (!person || person.connections.size > 1) return;",
      },
    ],
    test: { file: "tests/acceptance/chat-socket.test.ts", only: "arrive together" },
  },
  {
    name: "Who is in more rooms than a welcome names hears of the others",
    edits: [
      { file: "modules/chat/socket/sockets.ts", find: "      if (more) roomsBeyond.add(connection);\n", replace: "" },
    ],
    test: { file: "tests/acceptance/chat-socket.test.ts", only: "more rooms than a welcome names" },
  },
  {
    name: "A live push connection that died silently is made anew",
    edits: [
      {
        file: "kernel/events/notify-bus.ts",
        find: "          if (!isAlive) return void socketOf(next).destroy();\n",
        replace: "",
      },
    ],
    test: { file: "tests/database/live-push.test.ts", only: "dead without a word" },
  },
];
