import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decideSends, type Offer, type SendCommand, type SendContext, type Standing } from "./decide-sends.ts";

const at = new Date("2026-11-22T00:00:00Z");
const member: Standing = { role: "CUSTOMER", blocked: false, known: null };
const item = { id: "i", productId: "p", sellerId: "seller", productName: "가방", name: "검정", price: 1_000 };

function context(standings: Standing[], changes: Partial<SendContext> = {}): SendContext {
  return {
    rooms: new Map([
      ["r", { id: "r", head: 7, direct: true, productId: "p", createdBy: "buyer", askedAt: null }],
      ["group", { id: "group", head: 0, direct: false, productId: null, createdBy: "buyer", askedAt: null }],
    ]),
    standings,
    targets: new Map(),
    offers: new Map(),
    people: new Map([
      [
        "r",
        [
          { id: "buyer", role: "CUSTOMER" },
          { id: "seller", role: "SELLER" },
        ],
      ],
    ]),
    at,
    offerLifeMs: 1_000,
    ...changes,
  };
}

const text = (clientId: string, words = "안녕", sender = "buyer", room = "r"): SendCommand => ({
  room,
  sender,
  clientId,
  action: { kind: "text", text: words },
});
const codes = (commands: SendCommand[], given: SendContext) =>
  decideSends(commands, given).outcomes.map((outcome) => (outcome.kind === "refused" ? outcome.code : outcome.kind));

describe("who may send", () => {
  test("a member's words become an event, as they were typed", () => {
    const plan = decideSends([text("1", "<img onerror=alert(1)>")], context([member]));
    assert.deepEqual(plan.outcomes, [{ kind: "event", index: 0 }]);
    assert.deepEqual(plan.events, [
      { room: "r", kind: "text", sender: "buyer", clientId: "1", body: { text: "<img onerror=alert(1)>" } },
    ]);
  });
  test("who is no member, and who names no room, finds none", () => {
    const stranger = { ...member, role: null };
    assert.deepEqual(codes([text("1"), text("1", "x", "buyer", "gone")], context([stranger, member])), [
      "NOT_FOUND_ROOM",
      "NOT_FOUND_ROOM",
    ]);
  });
  test("who is blocked is refused in the room of two, not in a group", () => {
    const blocked = { ...member, blocked: true };
    assert.deepEqual(codes([text("1"), text("1", "x", "buyer", "group")], context([blocked, blocked])), [
      "BLOCKED",
      "event",
    ]);
  });
});

describe("sent again", () => {
  test("a known clientId gets its first number", () => {
    const known = { ...member, known: { seq: 3, at } };
    const plan = decideSends([text("1", "other words")], context([known]));
    assert.deepEqual([plan.outcomes, plan.events], [[{ kind: "known", seq: 3, at }], []]);
  });
  test("twice in one batch is one event; another sender's same clientId is another", () => {
    const plan = decideSends(
      [text("1"), text("1"), text("1", "저도", "seller")],
      context([member, member, { ...member, role: "SELLER" }]),
    );
    assert.deepEqual(
      plan.outcomes.map((outcome) => outcome.kind),
      ["event", "same", "event"],
    );
    assert.equal(plan.events.length, 2);
  });
  test("a refusal is no first answer", () => {
    assert.deepEqual(codes([text("1"), text("1")], context([{ ...member, role: null }, member])), [
      "NOT_FOUND_ROOM",
      "NOT_FOUND_ROOM",
    ]);
  });
});

describe("edits and deletions", () => {
  const edit = (seq: number, sender = "buyer"): SendCommand => ({
    room: "r",
    sender,
    clientId: `e${seq}${sender}`,
    action: { kind: "edit", seq, text: "고침" },
  });
  const remove = (seq: number): SendCommand => ({
    room: "r",
    sender: "buyer",
    clientId: `d${seq}`,
    action: { kind: "delete", seq },
  });
  const targets = new Map([
    ["r 1", { kind: "text", sender: "buyer", deleted: false }],
    ["r 2", { kind: "text", sender: "seller", deleted: false }],
    ["r 3", { kind: "text", sender: "buyer", deleted: true }],
    ["r 4", { kind: "offer", sender: "buyer", deleted: false }],
  ]);
  test("only one's own, only what is there, only messages", () => {
    const commands = [edit(1), edit(2), edit(3), edit(4), edit(5), remove(2), remove(4)];
    assert.deepEqual(
      codes(
        commands,
        context(
          commands.map(() => member),
          { targets },
        ),
      ),
      ["event", ...Array.from({ length: 6 }, () => "NOT_FOUND_MESSAGE")],
    );
  });
  test("what was deleted in this batch cannot be edited after", () => {
    assert.deepEqual(codes([remove(1), edit(1)], context([member, member], { targets })), [
      "event",
      "NOT_FOUND_MESSAGE",
    ]);
  });
});

describe("offers", () => {
  const offer: Offer = {
    id: "o",
    room: "r",
    buyer: "buyer",
    seller: "seller",
    offeredBy: "buyer",
    itemId: "i",
    quantity: 2,
    price: 800,
    state: "OPEN",
    expiresAt: new Date(at.getTime() + 1),
  };
  const seller: Standing = { role: "SELLER", blocked: false, known: null };
  const answer = (sender: string, accept: boolean, clientId = "a"): SendCommand => ({
    room: "r",
    sender,
    clientId,
    action: { kind: "answer", offerId: "o", accept },
  });
  const offers = new Map([["o", offer]]);

  test("the other side accepts once; after that it is closed", () => {
    const plan = decideSends(
      [answer("seller", true), answer("seller", true, "b")],
      context([seller, seller], { offers }),
    );
    assert.deepEqual(plan.accepted, [offer]);
    assert.equal(plan.offerStates.get("o"), "ACCEPTED");
    assert.deepEqual(plan.outcomes[1], { kind: "refused", code: "OFFER_CLOSED", details: {} });
  });
  test("one's own is not accepted but withdrawn", () => {
    assert.deepEqual(codes([answer("buyer", true)], context([member], { offers })), ["OWN_OFFER"]);
    const plan = decideSends([answer("buyer", false)], context([member], { offers }));
    assert.equal(plan.offerStates.get("o"), "WITHDRAWN");
  });
  test("nobody else answers it, and nobody once the room is one of several", () => {
    assert.deepEqual(codes([answer("stranger", true)], context([member], { offers })), ["NOT_FOUND_OFFER"]);
    assert.deepEqual(codes([answer("stranger", false)], context([member], { offers })), ["NOT_FOUND_OFFER"]);
    const several = new Map([["r", { ...context([]).rooms.get("r")!, direct: false }]]);
    assert.deepEqual(codes([answer("seller", true)], context([seller], { offers, rooms: several })), ["OFFER_CLOSED"]);
  });
  test("an expired one, and one of another room, are not accepted", () => {
    const expired = new Map([["o", { ...offer, expiresAt: at }]]);
    assert.deepEqual(codes([answer("seller", true)], context([seller], { offers: expired })), ["OFFER_CLOSED"]);
    const elsewhere = new Map([["o", { ...offer, room: "other" }]]);
    assert.deepEqual(codes([answer("seller", true)], context([seller], { offers: elsewhere })), ["NOT_FOUND_OFFER"]);
  });
  test("a counter-offer closes what it answers", () => {
    const counter: SendCommand = {
      room: "r",
      sender: "seller",
      clientId: "c",
      action: { kind: "offer", item, quantity: 2, price: 900, replyTo: "o" },
    };
    const plan = decideSends([counter], context([seller], { offers }));
    assert.equal(plan.offerStates.get("o"), "COUNTERED");
    assert.deepEqual([plan.newOffers[0]!.price, plan.newOffers[0]!.buyer], [900, "buyer"]);
  });
  test("offers need a room of a buyer and the item's seller", () => {
    const make = (room: string, sellerId: string): SendCommand => ({
      room,
      sender: "buyer",
      clientId: room + sellerId,
      action: { kind: "offer", item: { ...item, sellerId }, quantity: 1, price: 5 },
    });
    const commands = [make("r", "seller"), make("r", "another"), make("group", "seller")];
    assert.deepEqual(codes(commands, context([member, member, member])), ["event", "NOT_ONE_TO_ONE", "NOT_ONE_TO_ONE"]);
  });
});

test("how long a seller took is counted from the customer's first word", () => {
  const asked = new Date(at.getTime() - 90_000);
  const given = context([member, { role: "SELLER", blocked: false, known: null }]);
  given.rooms.get("r")!.askedAt = asked;
  const plan = decideSends([text("1"), text("2", "네", "seller")], given);
  assert.deepEqual(plan.replyTimes, [{ seller: "seller", seconds: 90 }]);
  assert.equal(given.rooms.get("r")!.askedAt, null);
});
