import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { createNotifyBus } from "@jangteo/kernel/events/notify-bus.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { connectClient, helloSocket } from "../harness/chat.ts";
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

test("who was added while live push was away is shown the room once it is back", async () => {
  const { api, own } = market;
  const [buyer, seller] = [await api.customer(), await api.seller()];
  const client = connectClient(api, buyer);
  await until(() => client.state === "open");
  const chat = await own.databaseOf("chat");
  // Another instance adds the buyer, and its message is lost.
  const database = new pg.Client({ connectionString: chat });
  await database.connect();
  const room = randomUUID();
  await database.query("BEGIN");
  await database.query(
    `INSERT INTO chat.room (id, created_by, pair, head, last_at) VALUES ($1, $2, $3, 1, date_trunc('milliseconds', now()))`,
    [room, seller.id, `test ${room}`],
  );
  await database.query(
    `INSERT INTO chat.member (room_id, account_id, role, joined_at, from_seq, read_seq)
     SELECT $1, id, role, clock_timestamp(), 0, 0 FROM unnest($2::uuid[], $3::text[]) AS p (id, role)`,
    [room, [buyer.id, seller.id], ["CUSTOMER", "SELLER"]],
  );
  await database.query(
    `INSERT INTO chat.event (room_id, seq, kind, sender_id, body, at)
     VALUES ($1, 1, 'text', $2, '{"text":"들리나요"}', date_trunc('milliseconds', clock_timestamp()))`,
    [room, seller.id],
  );
  await database.query("COMMIT");
  await database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jangteo live push'",
  );
  await database.end();
  await until(() => client.log.get(room)?.[0]?.body.text === "들리나요");
  client.stop();
});
