import assert from "node:assert/strict";
import { test } from "node:test";
import { readFrame } from "./incoming.ts";

const room = "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
const send = { type: "send", id: 1, room, clientId: "c", body: { text: "안녕" } };

test("good frames are taken", () => {
  for (const frame of [
    send,
    { ...send, body: "안녕" },
    { type: "hello", token: "t", rooms: { [room]: 3 } },
    { type: "ping" },
    { type: "open", room, after: 0 },
  ])
    assert.deepEqual(readFrame(JSON.stringify(frame)), { frame });
});

test("others are refused, with their id where they have a fit one", () => {
  for (const [frame, id] of [
    ["not json", null],
    ["[]", null],
    ["null", null],
    ["7", null],
    [{ type: "constructor" }, null],
    [{ type: "__proto__", id: 3 }, 3],
    [{ ...send, body: {} }, 1],
    [{ ...send, body: { text: "a", product: room } }, 1],
    [{ ...send, body: { text: "   " } }, 1],
    [{ ...send, body: { text: "x".repeat(5_000) } }, 1],
    [{ ...send, sender: "somebody else" }, 1],
    [{ ...send, clientId: "한글" }, 1],
    [{ ...send, id: 1.5 }, null],
    [{ ...send, room: "1" }, 1],
    [{ type: "read", room, seq: -1 }, null],
    [{ type: "hello" }, null],
  ] as const)
    assert.deepEqual(readFrame(typeof frame === "string" ? frame : JSON.stringify(frame)), { id });
});
