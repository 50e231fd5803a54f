import { type Static, Type } from "typebox";

/**
 * The chat socket's protocol: plain WebSocket at `GET /chat/socket`, JSON text frames, each an object with its name in
 * `type`; several may share a WebSocket message, one per line. The server checks incoming frames against these
 * schemas, clients take their types from here, and `asyncapi.json` is made from them (`npm run generate`).
 */

/** Where the socket is asked for, with GET. */
export const socketPath = "/chat/socket";

const strict = { additionalProperties: false } as const;
const Id = Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" });
const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const FrameId = Type.Union([Type.String({ maxLength: 64 }), Type.Integer()], {
  description: "Chosen by the client; comes back in ack or error",
});
const Token = Type.String({ maxLength: 4_096 });
const Text = Type.String({ minLength: 1, maxLength: 4_096, pattern: "\\S" });
const Price = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: "Points for one unit" });
const Quantity = Type.Integer({ minimum: 1, maximum: 10_000 });

export const ClientId = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: "^[\\x21-\\x7e]+$",
  description: "Chosen by the sender, unique in the room; sending it again gets the first seq, for good",
});

/** What can be sent into a room; exactly one of the forms. A bare text is short for `{ text }`. */
export const SendBody = Type.Union([
  Text,
  Type.Object({ text: Text }, strict),
  Type.Object({ image: Id, text: Type.Optional(Text) }, strict),
  Type.Object({ product: Id }, strict),
  Type.Object(
    {
      offer: Type.Object({ itemId: Id, quantity: Quantity, price: Price, replyTo: Type.Optional(Id) }, strict),
    },
    strict,
  ),
  Type.Object({ answer: Type.Object({ offerId: Id, accept: Type.Boolean() }, strict) }, strict),
  Type.Object({ edit: Type.Object({ seq: Seq, text: Text }, strict) }, strict),
  Type.Object({ delete: Type.Object({ seq: Seq }, strict) }, strict),
]);
export type SendBody = Static<typeof SendBody>;

export const eventKinds = ["text", "image", "product", "offer", "answer", "edit", "delete", "member", "order"] as const;
export type EventKind = (typeof eventKinds)[number];

/** Kinds that are messages: they count as unread and are shown as the last message of a room. */
export const messageKinds: readonly EventKind[] = ["text", "image", "product", "offer", "answer", "order"];

const Kind = Type.Unsafe<EventKind>(
  Type.String({ enum: [...eventKinds], description: "What happened; it says what is in body" }),
);

/** One durable thing that happened in a room. */
export const RoomEvent = Type.Object({
  seq: Seq,
  kind: Kind,
  sender: Type.Union([Type.String(), Type.Null()], { description: "Account id; null for the marketplace itself" }),
  clientId: Type.Union([Type.String(), Type.Null()]),
  body: Type.Object({}, { additionalProperties: true }),
  at: Type.String({ format: "date-time" }),
});
export type RoomEvent = Omit<Static<typeof RoomEvent>, "body"> & { body: Record<string, unknown> };

const named = <Name extends string>(name: Name) => ({ type: Type.Literal(name) });

export const clientFrames = {
  hello: Type.Object(
    {
      ...named("hello"),
      token: Token,
      rooms: Type.Optional(
        Type.Record(Id, Seq, { ...strict, maxProperties: 200, description: "Rooms held, with the last seq of each" }),
      ),
    },
    { ...strict, description: "The first frame, within 5 s" },
  ),
  send: Type.Object({ ...named("send"), id: FrameId, room: Id, clientId: ClientId, body: SendBody }, strict),
  open: Type.Object(
    { ...named("open"), room: Id, after: Seq },
    { ...strict, description: "Asks for what came after a seq, and for typing, reads and presence from now on" },
  ),
  close: Type.Object({ ...named("close"), room: Id }, { ...strict, description: "No more typing, reads, presence" }),
  read: Type.Object({ ...named("read"), room: Id, seq: Seq }, { ...strict, description: "A mark that only grows" }),
  typing: Type.Object({ ...named("typing"), room: Id }, { ...strict, description: "At most one in 3 s is passed on" }),
  auth: Type.Object({ ...named("auth"), token: Token }, { ...strict, description: "Renews the sign-in in place" }),
  ping: Type.Object({ ...named("ping") }, strict),
};

export type ClientFrameName = keyof typeof clientFrames;
export type ClientFrame = { [Name in ClientFrameName]: Static<(typeof clientFrames)[Name]> }[ClientFrameName];

const HeadByRoom = Type.Record(Type.String(), Seq);

export const serverFrames = {
  welcome: Type.Object({
    ...named("welcome"),
    session: Type.String(),
    heartbeatMs: Type.Integer({ description: "Send ping this often" }),
    expiresAt: Type.String({ format: "date-time", description: "When the token ends" }),
    limits: Type.Object({
      textMaxBytes: Type.Integer(),
      frameMaxBytes: Type.Integer(),
      sendsPerSecond: Type.Number(),
      sendsBurst: Type.Integer(),
    }),
  }),
  ack: Type.Object({
    ...named("ack"),
    id: FrameId,
    room: Id,
    clientId: Type.String(),
    seq: Seq,
    at: Type.String({ format: "date-time" }),
  }),
  error: Type.Object({
    ...named("error"),
    id: Type.Union([FrameId, Type.Null()]),
    code: Type.String({ description: "One of the API's error codes" }),
    detail: Type.String(),
    retry: Type.Boolean({ description: "Whether the same frame may succeed later" }),
    room: Type.Optional(Type.String()),
  }),
  room: Type.Object({
    ...named("room"),
    room: Id,
    head: Seq,
    events: Type.Array(RoomEvent, { maxItems: 200 }),
    more: Type.Boolean({ description: "More follow: open again after the last of these" }),
    reset: Type.Optional(
      Type.Boolean({ description: "Too much was missed: these are the newest; load the rest as history" }),
    ),
  }),
  event: Type.Object({ ...named("event"), room: Id, ...RoomEvent.properties }),
  read: Type.Object({ ...named("read"), room: Id, who: Id, seq: Seq }),
  typing: Type.Object({ ...named("typing"), room: Id, who: Id }),
  presence: Type.Object({ ...named("presence"), room: Id, who: Id, online: Type.Boolean() }),
  behind: Type.Object(
    { ...named("behind"), rooms: Type.Array(Id) },
    { description: "You read too slowly: nothing more is pushed for these rooms until you open them again" },
  ),
  expiring: Type.Object({ ...named("expiring"), seconds: Type.Integer() }),
  pong: Type.Object({ ...named("pong"), rooms: HeadByRoom }, { description: "Heads of your rooms: a gap shows" }),
  goAway: Type.Object(
    { ...named("goAway"), ms: Type.Integer() },
    { description: "This copy is about to stop: connect again at a random moment within so many ms" },
  ),
};

export type ServerFrameName = keyof typeof serverFrames;
export type ServerFrame =
  | Static<(typeof serverFrames)["welcome" | "ack" | "error" | "read" | "typing" | "presence" | "behind"]>
  | Static<(typeof serverFrames)["expiring" | "pong" | "goAway"]>
  | (Omit<Static<(typeof serverFrames)["room"]>, "events"> & { events: RoomEvent[] })
  | ({ type: "event"; room: string } & RoomEvent);

/** Why the server closed a socket. */
export const closeCodes = {
  4400: "A frame was not valid",
  4401: "The sign-in expired, or hello did not come in time",
  4403: "The sign-in was revoked",
  4408: "The client did not read, or fell silent",
  4429: "Too many frames or sockets",
  1001: "The server is stopping",
} as const;
