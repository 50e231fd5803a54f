import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "../harness/api-client.ts";
import { helloSocket, type RawSocket } from "../harness/chat.ts";
import { type HeldLock, holdLock } from "../harness/locks.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace({ alone: true });

const lockOf = (room: string) => `SELECT FROM chat.room WHERE id = '${room}' FOR UPDATE`;

/** Stores a message as another instance does, which has the room's lock and has not notified anybody yet. */
async function storeElsewhere(lock: HeldLock, room: string, sender: Person, seq: number): Promise<void> {
  await lock.query(
    `INSERT INTO chat.event (room_id, seq, kind, sender_id, client_id, body, at)
     VALUES ('${room}', ${seq}, 'text', '${sender.id}', 'other', '{"text":"하나 더"}', clock_timestamp())`,
  );
  await lock.query(`UPDATE chat.room SET head = ${seq} WHERE id = '${room}'`);
}

test("who leaves while a message is being stored takes the number after it", async () => {
  const { api, own } = market;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const room = await api.room(buyer, [seller]);
  const before = await api.say(buyer, room.id, { text: "안녕하세요" });
  const lock = await holdLock(own, "chat", lockOf(room.id));
  const leaving = api.post(`/chat/${room.id}/leave`, {}, seller.token).catch((error: Error) => error);
  await lock.isWaitedFor();
  await storeElsewhere(lock, room.id, buyer, before + 1);
  await lock.release();
  const answer = await leaving;
  assert.equal(answer instanceof Error ? answer.message : answer.status, 200);
  const { messages } = (await api.get(`/chat/${room.id}`, buyer.token)).body;
  assert.deepEqual(
    messages.slice(-2).map(({ seq, kind }: { seq: number; kind: string }) => [seq, kind]),
    [
      [before + 1, "text"],
      [before + 2, "member"],
    ],
  );
});

/** A socket that has received the room up to a number. */
async function listen(person: Person, room: string, after: number): Promise<RawSocket> {
  const socket = await helloSocket(market.api, person, { [room]: after });
  await socket.frame("room");
  return socket;
}
const numbers = ({ frames }: RawSocket) => frames.flatMap((frame) => (frame.type === "event" ? [frame.seq] : []));

test("a socket receives what another instance has stored before what its own instance stores after it, each once", async () => {
  const { api, own } = market;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const room = await api.room(buyer, [seller]);
  const before = await api.say(buyer, room.id, { text: "안녕하세요" });
  const socket = await listen(seller, room.id, before);
  const lock = await holdLock(own, "chat", lockOf(room.id));
  await storeElsewhere(lock, room.id, buyer, before + 1);
  await lock.release();
  assert.equal(await api.say(buyer, room.id, { text: "네" }), before + 2);
  await socket.frame("event", ({ seq }) => seq === before + 2);
  assert.deepEqual(numbers(socket), [before + 1, before + 2]);
  socket.end();
});

test("a socket that comes from another instance does not receive again what it has received there", async () => {
  const { api, own } = market;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const room = await api.room(buyer, [seller]);
  const before = await api.say(buyer, room.id, { text: "안녕하세요" });
  const waiting = await listen(buyer, room.id, before);
  const lock = await holdLock(own, "chat", lockOf(room.id));
  await storeElsewhere(lock, room.id, buyer, before + 1);
  await lock.release();
  const moved = await listen(seller, room.id, before + 1);
  assert.equal(await api.say(buyer, room.id, { text: "네" }), before + 2);
  for (const socket of [moved, waiting]) await socket.frame("event", ({ seq }) => seq === before + 2);
  assert.deepEqual([numbers(moved), numbers(waiting)], [[before + 2], [before + 1, before + 2]]);
  for (const socket of [moved, waiting]) socket.end();
});
