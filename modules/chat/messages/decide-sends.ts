import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { type ContactWarning, contactWarnings } from "./contact-warnings.ts";
import type { LockedRoom, NewEvent } from "./event.ts";

/** What somebody wants to do in a room, with what had to be asked elsewhere first. */
export type SendAction =
  | { kind: "text"; text: string }
  | { kind: "image"; image: { id: string; width: number; height: number }; text?: string | undefined }
  | { kind: "product"; product: { id: string; name: string; image: string; priceFrom: number } }
  | { kind: "offer"; item: OfferedItem; quantity: number; price: number; replyTo?: string | undefined }
  | { kind: "answer"; offerId: string; accept: boolean }
  | { kind: "edit"; seq: number; text: string }
  | { kind: "delete"; seq: number };

export type OfferedItem = {
  id: string;
  productId: string;
  sellerId: string;
  productName: string;
  name: string;
  price: number;
};

export type SendCommand = { room: string; sender: string; clientId: string; action: SendAction };

/** What is known of a command's sender, under the room's lock. */
export type Standing = {
  /** The sender's role, if a member. */
  role: string | null;
  /** The sender was blocked by the other one of a 1:1 room. */
  blocked: boolean;
  /** When the same clientId was sent before: what it came to. */
  known: { seq: number; at: Date } | null;
};

export type Target = { kind: string; sender: string | null; deleted: boolean };
export type OfferState = "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "COUNTERED";
export type Offer = {
  id: string;
  room: string;
  buyer: string;
  seller: string;
  offeredBy: string;
  itemId: string;
  quantity: number;
  price: number;
  state: OfferState;
  expiresAt: Date;
};
export type NewOffer = Offer & { productId: string; eventIndex: number };

export type SendContext = {
  rooms: ReadonlyMap<string, LockedRoom>;
  standings: readonly Standing[];
  /** Events that are to be edited or deleted, by `targetName`. */
  targets: ReadonlyMap<string, Target>;
  offers: ReadonlyMap<string, Offer>;
  /** The two people of 1:1 rooms in which something is offered. */
  people: ReadonlyMap<string, readonly { id: string; role: string }[]>;
  at: Date;
  offerLifeMs: number;
};

export type SendOutcome =
  | { kind: "known"; seq: number; at: Date }
  | { kind: "refused"; code: ErrorCode; details: Record<string, unknown> }
  /** An index into `events`. */
  | { kind: "event"; index: number }
  /** The same clientId came twice in one batch: what the other one comes to. */
  | { kind: "same"; command: number };

export type SendPlan = {
  outcomes: SendOutcome[];
  events: NewEvent[];
  edits: { room: string; seq: number; body: Record<string, unknown> | null }[];
  newOffers: NewOffer[];
  offerStates: Map<string, OfferState>;
  accepted: Offer[];
  replyTimes: { seller: string; seconds: number }[];
};

export function targetName(room: string, seq: number): string {
  return `${room} ${seq}`;
}

/**
 * Decides what happens in locked rooms, in order of arrival: who is no member finds no room; a clientId that is known
 * gets its first answer, for good; one that is refused changes nothing for the next. Changes `askedAt` of the rooms.
 * Pure but for that and the ids it draws.
 */
export function decideSends(commands: readonly SendCommand[], context: SendContext): SendPlan {
  const plan: SendPlan = {
    outcomes: [],
    events: [],
    edits: [],
    newOffers: [],
    offerStates: new Map(),
    accepted: [],
    replyTimes: [],
  };
  const seen = new Map<string, number>();
  for (const [index, command] of commands.entries()) {
    const standing = context.standings[index]!;
    const name = `${command.room} ${command.sender} ${command.clientId}`;
    const before = seen.get(name);
    const outcome = before === undefined ? decide(command, standing, context, plan) : plan.outcomes[before]!;
    if (before === undefined) seen.set(name, index);
    plan.outcomes.push(outcome.kind === "event" && before !== undefined ? { kind: "same", command: before } : outcome);
  }
  return plan;
}

function refused(code: ErrorCode, details: Record<string, unknown> = {}): SendOutcome {
  return { kind: "refused", code, details };
}

function decide(command: SendCommand, standing: Standing, context: SendContext, plan: SendPlan): SendOutcome {
  const room = context.rooms.get(command.room);
  if (!room || standing.role === null) return refused("NOT_FOUND_ROOM");
  if (standing.known) return { kind: "known", ...standing.known };
  if (standing.blocked && room.direct) return refused("BLOCKED");
  const body = bodyOf(command, room, context, plan);
  if ("code" in body) return refused(body.code);
  const { room: roomId, sender, clientId, action } = command;
  plan.events.push({ room: roomId, kind: action.kind, sender, clientId, body: body.body });
  countAnswer(room, standing.role, command, context.at, plan);
  return { kind: "event", index: plan.events.length - 1 };
}

type BodyOrCode = { body: Record<string, unknown> } | { code: ErrorCode };

function bodyOf(command: SendCommand, room: LockedRoom, context: SendContext, plan: SendPlan): BodyOrCode {
  const { action } = command;
  switch (action.kind) {
    case "text":
      return { body: { text: action.text, ...warningsOf(action.text) } };
    case "image":
      return {
        body: {
          image: action.image,
          ...(action.text !== undefined && { text: action.text, ...warningsOf(action.text) }),
        },
      };
    case "product":
      return { body: { product: action.product } };
    case "offer":
      return makeOffer(command, action, room, context, plan);
    case "answer":
      return answerOffer(command, action, room, context, plan);
    case "edit":
    case "delete":
      return changeMessage(command, action, context, plan);
  }
}

function warningsOf(text: string): { warnings?: ContactWarning[] } {
  const warnings = contactWarnings(text);
  return warnings.length > 0 ? { warnings } : {};
}

function changeMessage(
  { room, sender }: SendCommand,
  action: Extract<SendAction, { kind: "edit" | "delete" }>,
  context: SendContext,
  plan: SendPlan,
): BodyOrCode {
  const target = context.targets.get(targetName(room, action.seq));
  const deleted = plan.edits.some((edit) => edit.room === room && edit.seq === action.seq && edit.body === null);
  if (!target || target.sender !== sender || target.deleted || deleted) return { code: "NOT_FOUND_MESSAGE" };
  if (action.kind === "delete") {
    if (!["text", "image", "product"].includes(target.kind)) return { code: "NOT_FOUND_MESSAGE" };
    plan.edits.push({ room, seq: action.seq, body: null });
    return { body: { seq: action.seq } };
  }
  if (target.kind !== "text") return { code: "NOT_FOUND_MESSAGE" };
  const body = { text: action.text, ...warningsOf(action.text), editedAt: context.at.toISOString() };
  plan.edits.push({ room, seq: action.seq, body });
  return { body: { seq: action.seq, ...body } };
}

function makeOffer(
  { room: roomId, sender }: SendCommand,
  { item, quantity, price, replyTo }: Extract<SendAction, { kind: "offer" }>,
  room: LockedRoom,
  context: SendContext,
  plan: SendPlan,
): BodyOrCode {
  const people = room.direct ? context.people.get(roomId) : undefined;
  const buyer = people?.find((person) => person.role === "CUSTOMER");
  const seller = people?.find((person) => person.role === "SELLER" && person.id === item.sellerId);
  if (!buyer || !seller) return { code: "NOT_ONE_TO_ONE" };
  if (replyTo !== undefined) {
    const replied = openOffer(replyTo, roomId, context, plan);
    if ("code" in replied) return replied;
    if (replied.offeredBy === sender) return { code: "OWN_OFFER" };
    plan.offerStates.set(replied.id, "COUNTERED");
  }
  const offer: NewOffer = {
    id: newId(),
    room: roomId,
    buyer: buyer.id,
    seller: seller.id,
    offeredBy: sender,
    productId: item.productId,
    itemId: item.id,
    quantity,
    price,
    state: "OPEN",
    expiresAt: new Date(context.at.getTime() + context.offerLifeMs),
    eventIndex: plan.events.length,
  };
  plan.newOffers.push(offer);
  return {
    body: {
      offerId: offer.id,
      itemId: item.id,
      productId: item.productId,
      productName: item.productName,
      itemName: item.name,
      listPrice: item.price,
      quantity,
      price,
      expiresAt: offer.expiresAt.toISOString(),
      ...(replyTo !== undefined && { replyTo }),
    },
  };
}

/**
 * Accepts or declines the other side's offer; one's own is withdrawn instead. Only its buyer and its seller find it, and
 * only while the room is of the two of them.
 */
function answerOffer(
  { room: roomId, sender }: SendCommand,
  { offerId, accept }: Extract<SendAction, { kind: "answer" }>,
  room: LockedRoom,
  context: SendContext,
  plan: SendPlan,
): BodyOrCode {
  const offer = openOffer(offerId, roomId, context, plan);
  if ("code" in offer) return offer;
  if (sender !== offer.buyer && sender !== offer.seller) return { code: "NOT_FOUND_OFFER" };
  if (!room.direct) return { code: "OFFER_CLOSED" };
  const own = offer.offeredBy === sender;
  if (own && accept) return { code: "OWN_OFFER" };
  const state: OfferState = accept ? "ACCEPTED" : own ? "WITHDRAWN" : "DECLINED";
  plan.offerStates.set(offer.id, state);
  if (accept) plan.accepted.push(offer);
  const { itemId, quantity, price } = offer;
  return { body: { offerId, answer: state, itemId, quantity, price } };
}

function openOffer(id: string, room: string, context: SendContext, plan: SendPlan): Offer | { code: ErrorCode } {
  const offer = context.offers.get(id) ?? plan.newOffers.find((each) => each.id === id);
  if (!offer || offer.room !== room) return { code: "NOT_FOUND_OFFER" };
  const state = plan.offerStates.get(id) ?? offer.state;
  if (state !== "OPEN" || offer.expiresAt <= context.at) return { code: "OFFER_CLOSED" };
  return offer;
}

/** A customer's word starts the clock of a 1:1 room, the seller's stops it. */
function countAnswer(room: LockedRoom, role: string, { sender, action }: SendCommand, at: Date, plan: SendPlan): void {
  if (!room.direct || action.kind === "edit" || action.kind === "delete") return;
  if (role === "CUSTOMER") room.askedAt ??= at;
  if (role === "SELLER" && room.askedAt) {
    plan.replyTimes.push({ seller: sender, seconds: Math.round((at.getTime() - room.askedAt.getTime()) / 1_000) });
    room.askedAt = null;
  }
}
