import assert from "node:assert/strict";
import { test } from "node:test";
import { foldEvents, type RoomEvent } from "./talk.ts";

const event = (seq: number, kind: string, body: object, sender = "a"): RoomEvent =>
  ({ seq, kind, sender, clientId: `c${seq}`, body, at: "2026-11-23T00:00:00.000Z" }) as RoomEvent;

test("edits and deletions change the message that they mean", () => {
  const shown = foldEvents([
    event(1, "text", { text: "안녕" }),
    event(2, "text", { text: "잘못 쓴 말" }),
    event(3, "edit", { seq: 1, text: "안녕하세요", editedAt: "2026-11-23T00:01:00.000Z" }),
    event(4, "delete", { seq: 2 }),
  ]);
  assert.deepEqual(
    shown.map(({ seq, text, edited, deleted }) => ({ seq, text, edited, deleted })),
    [
      { seq: 1, text: "안녕하세요", edited: true, deleted: false },
      { seq: 2, text: "잘못 쓴 말", edited: false, deleted: true },
    ],
  );
});

test("an answer closes the offer; an edit of something older than what is loaded is passed over", () => {
  const offer = { offerId: "o", productName: "도마", itemName: "중", listPrice: 10, quantity: 1, price: 8 };
  const shown = foldEvents([
    event(5, "edit", { seq: 1, text: "?" }),
    event(6, "offer", offer),
    event(7, "answer", { offerId: "o", answer: "ACCEPTED" }, "b"),
  ]);
  assert.equal(shown.length, 1);
  assert.equal(shown[0]?.offer?.state, "ACCEPTED");
});
