import assert from "node:assert/strict";
import { test } from "node:test";
import { envelopes } from "./notify-bus.ts";

test("messages share payloads, none of them over PostgreSQL's limit", () => {
  const entries = Array.from({ length: 1_000 }, (_, index) => ["chat", { room: `방 ${index}`, seq: index }] as const);
  const payloads = envelopes("me", entries);
  assert.ok(payloads.length > 1 && payloads.length < 20, `${payloads.length} payloads`);
  assert.ok(payloads.every((payload) => Buffer.byteLength(payload) < 8_000));
  const heard = payloads.flatMap((payload) => (JSON.parse(payload) as { entries: unknown[] }).entries);
  assert.deepEqual(heard, entries);
});

test("a message that fits no payload is told as a gap", () => {
  const payloads = envelopes("me", [["chat", "x".repeat(9_000)]]);
  assert.deepEqual(JSON.parse(payloads[0]!), { origin: "me", entries: [["", "gap"]] });
});
