import assert from "node:assert/strict";
import { test } from "node:test";
import { holdLock } from "../harness/locks.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace({ alone: true });

test("who leaves while a message is being stored takes the number after it", async () => {
  const { api, own } = market;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const room = await api.room(buyer, [seller]);
  const before = await api.say(buyer, room.id, { text: "안녕하세요" });
  // Another instance has the room's lock and stores a message.
  const lock = await holdLock(own, "chat", `SELECT FROM chat.room WHERE id = '${room.id}' FOR UPDATE`);
  const leaving = api.post(`/chat/${room.id}/leave`, {}, seller.token).catch((error: Error) => error);
  await lock.isWaitedFor();
  await lock.query(
    `INSERT INTO chat.event (room_id, seq, kind, sender_id, client_id, body, at)
     VALUES ('${room.id}', ${before + 1}, 'text', '${buyer.id}', 'other', '{"text":"하나 더"}', clock_timestamp())`,
  );
  await lock.query(`UPDATE chat.room SET head = ${before + 1} WHERE id = '${room.id}'`);
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
