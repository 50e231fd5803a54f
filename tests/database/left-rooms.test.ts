import assert from "node:assert/strict";
import { test } from "node:test";
import { createNotifyBus } from "@jangteo/kernel/events/notify-bus.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({ alone: true });
const secret = "나간 뒤에 한 말";
const marker = "다른 방의 말";

test("who was taken out reads nothing more, also when an instance hears of the joining after that", async () => {
  const { api, own } = market;
  const [buyer, seller, third] = [await api.customer(), await api.seller(), await api.customer()];
  const { id: room } = (await api.room(buyer, [seller])) as { id: string };
  const participants = [{ email: third.email, role: third.role }];
  const added = await api.post("/chat/addParticipants", { roomId: room, participants }, buyer.token);
  const other = await api.room(third, [buyer]);
  const socket = await helloSocket(api, third, { [other.id as string]: 0 });
  const removed = await api.post(`/chat/${room}/removeParticipant`, { accountId: third.id }, buyer.token);
  assert.equal(removed.status, 200);
  const bus = createNotifyBus({ url: await own.databaseOf("chat"), log: silentLogger() });
  let isConnected = false;
  bus.topic("chat").onGap(() => (isConnected = true));
  await until(() => isConnected);
  bus.topic("chat").publish({ joined: { room, seq: added.body.head, people: [third.id] } });
  const page = await socket.frame("room", (frame) => frame.room === room);
  assert.deepEqual(
    page.events.map(({ body }) => Object.keys(body)),
    [["left"]],
  );
  await api.say(buyer, room, secret);
  await api.say(buyer, other.id as string, marker);
  await socket.frame("event", (frame) => (frame.body as { text?: string }).text === marker);
  assert.ok(!JSON.stringify(socket.frames).includes(secret));
  socket.end();
  await bus.stop();
});
