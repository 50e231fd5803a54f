import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { RoomEvent } from "@jangteo/chat-client";
import sharp from "sharp";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { connectClient, helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();

const as = ({ email, role }: Person) => ({ email, role });

async function sendImage(room: string, by: Person): Promise<{ id: string; seq: number }> {
  const { api } = marketplace;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#c0562f" } })
    .png()
    .toBuffer();
  const response = await fetch(`${api.baseUrl}/chat/${room}/images`, {
    method: "POST",
    headers: { authorization: `Bearer ${by.token}`, "content-type": "image/png" },
    body: new Uint8Array(bytes),
  });
  assert.equal(response.status, 201);
  const { id } = (await response.json()) as { id: string };
  return { id, seq: await api.say(by, room, { image: id }) };
}

async function imageStatus(id: string, by: Person): Promise<number[]> {
  const headers = { authorization: `Bearer ${by.token}` };
  const paths = [`/chat/images/${id}`, `/chat/images/${id}/thumbnail`];
  return Promise.all(
    paths.map(async (path) => {
      const response = await fetch(`${marketplace.api.baseUrl}${path}`, { headers });
      await response.arrayBuffer();
      return response.status;
    }),
  );
}

describe("who is added to a room", () => {
  const secret = "계좌는 110-222-333333";

  async function talked() {
    const { api } = marketplace;
    const [buyer, seller, third] = [await api.customer(2_000_000), await api.seller(), await api.customer()];
    const product = await api.product(seller, [[1_000_000, 5]]);
    const { id: room } = (await api.room(buyer, [seller], product.id)) as { id: string };
    const first = await api.say(buyer, room, secret);
    const image = await sendImage(room, buyer);
    await api.say(buyer, room, { offer: { itemId: product.items[0].id, quantity: 1, price: 777_123 } });
    const add = (by: Person, who = third) =>
      api.post("/chat/addParticipants", { roomId: room, participants: [as(who)] }, by.token);
    return { api, buyer, seller, third, product, room, first, image, add };
  }

  /** Nothing of what was said before, in whatever a member can read. */
  function assertNothingOfBefore(what: unknown, before: number): void {
    const shown = typeof what === "string" ? what : JSON.stringify(what);
    for (const words of [secret, "777123", "바꾼 말"]) assert.ok(!shown.includes(words), `${words} in ${shown}`);
    const seqs = [...shown.matchAll(/\{"seq":(\d+),"kind"/g)].map(([, seq]) => Number(seq));
    assert.ok(
      seqs.every((seq) => seq > before),
      `${seqs.join()} are not all after ${before}`,
    );
  }

  test("reads nothing of what was said before, by no way", async () => {
    const { api, buyer, seller, third, room, first, image, add } = await talked();
    assert.equal((await add(seller)).status, 200);
    const { body: list } = await api.post("/chat-info/roomList", {}, third.token);
    assert.deepEqual([list.items[0].id, list.items[0].lastMessage, list.items[0].unread], [room, null, 0]);
    const { body: all } = await api.get(`/chat/${room}`, third.token);
    const joined = all.messages[0] as RoomEvent;
    assert.deepEqual([joined.kind, all.more], ["member", false]);
    const before = joined.seq - 1;

    // A later change of an earlier message tells of the change only.
    await api.say(buyer, room, { edit: { seq: first, text: "바꾼 말" } });
    await api.say(buyer, room, "어서 오세요");
    const pages = ["", `?before=${joined.seq}`, "?after=0", `?after=${before - 1}&limit=1`, `?before=${before}`];
    for (const page of pages) assertNothingOfBefore((await api.get(`/chat/${room}${page}`, third.token)).body, before);
    assertNothingOfBefore((await api.get(`/chat/${room}/export`, third.token)).body, before);
    for (const words of ["계좌", "바꾼"])
      for (const where of ["", `&roomId=${room}`]) {
        const found = await api.get(`/chat-search/messages?q=${encodeURIComponent(words)}${where}`, third.token);
        assert.deepEqual(found.body.items, []);
      }
    assert.deepEqual(await imageStatus(image.id, third), [404, 404]);
    assert.deepEqual(await imageStatus(image.id, seller), [200, 200]);
    const complaint = await api.post(`/chat/${room}/report`, { seq: first, reason: "?" }, third.token);
    assertProblem(complaint, 404, "NOT_FOUND_MESSAGE");

    const socket = await helloSocket(api, third, { [room]: 0 });
    const page = await socket.frame("room", (frame) => frame.room === room);
    assert.deepEqual([page.reset, page.events[0]?.seq], [true, joined.seq]);
    for (const after of [0, first, before]) socket.send({ type: "open", room, after });
    await until(() => socket.frames.filter(({ type }) => type === "room").length === 4);
    await api.say(buyer, room, { edit: { seq: first, text: "또 바꾼 말" } });
    await api.say(buyer, room, "새 말");
    await socket.frame("event", (frame) => (frame.body as { text?: string }).text === "새 말");
    assertNothingOfBefore(socket.frames, before);
    socket.end();

    // The two who were there read all of it.
    for (const person of [buyer, seller])
      assert.ok(JSON.stringify((await api.get(`/chat/${room}`, person.token)).body).includes("바꾼 말"));
  });

  test("a client that is connected while it is added shows the room from there on", async () => {
    const { api, buyer, third, room, add } = await talked();
    const client = connectClient(api, third);
    await until(() => client.state === "open");
    const { body } = await add(buyer);
    await api.say(buyer, room, "어서 오세요");
    await until(() => (client.log.get(room)?.length ?? 0) === 2);
    const [joined, said] = client.log.get(room)!;
    assert.deepEqual([joined!.seq, said!.body.text], [body.head, "어서 오세요"]);
    client.stop();
  });

  test("learns nothing of orders of the other two", async () => {
    const { api, buyer, seller, third, product, room, add } = await talked();
    const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
    const { body: order } = await api.buy(buyer, items, 1_000_000);
    const kinds = async (who: Person) =>
      (await api.get(`/chat/${room}`, who.token)).body.messages.map(({ kind }: RoomEvent) => kind) as string[];
    await until(async () => (await kinds(buyer)).includes("order"));
    await add(seller);
    await api.confirm(order.id, seller, buyer);
    const { id: other } = (await api.room(buyer, [seller], product.id)) as { id: string };
    await api.buy(buyer, items, 1_000_000);
    await until(async () =>
      (await api.get(`/chat/${other}`, buyer.token)).body.messages.some(({ kind }: RoomEvent) => kind === "order"),
    );
    assert.ok(!(await kinds(third)).includes("order"));
  });

  test("comes back, once taken out, by the room's maker alone; and then reads from there on", async () => {
    const { api, buyer, seller, third, room, add } = await talked();
    await add(buyer);
    await api.say(seller, room, "셋이 한 말");
    assert.equal((await api.post(`/chat/${room}/removeParticipant`, { accountId: third.id }, buyer.token)).status, 200);
    await api.say(seller, room, "없는 동안 한 말");
    assertProblem(await add(seller), 403, "NOT_ROOM_OWNER");
    assert.equal((await add(buyer)).status, 200);
    const { body } = await api.get(`/chat/${room}`, third.token);
    assert.deepEqual(
      body.messages.map(({ kind }: RoomEvent) => kind),
      ["member"],
    );
    // Who left by oneself may be asked again by anybody.
    await api.post(`/chat/${room}/leave`, {}, third.token);
    assert.equal((await add(seller)).status, 200);
  });
});

describe("who has left a room of two", () => {
  const invite = (by: Person, who: Person, productId?: string) =>
    marketplace.api.post("/chat/invite", { participants: [as(who)], ...(productId && { productId }) }, by.token);

  test("reads nothing of what was said to somebody else meanwhile: the room is not found again", async () => {
    const { api } = marketplace;
    const [buyer, seller, third] = [await api.customer(), await api.seller(), await api.customer()];
    const product = await api.product(seller, [[1_000, 5]]);
    const { id: room } = (await api.room(buyer, [seller], product.id)) as { id: string };
    assert.equal((await api.post(`/chat/${room}/leave`, {}, buyer.token)).status, 200);
    await api.post("/chat/addParticipants", { roomId: room, participants: [as(third)] }, seller.token);
    await api.say(seller, room, "셋째에게만");
    const offer = { offer: { itemId: product.items[0].id, quantity: 1, price: 900 } };
    const offered = api.post(`/chat/${room}/messages`, { clientId: randomUUID(), body: offer }, seller.token);
    assertProblem(await offered, 409, "NOT_ONE_TO_ONE");
    const again = await api.post("/chat/invite", { productId: product.id }, buyer.token);
    assert.ok(again.status < 300, JSON.stringify(again.body));
    assert.notEqual(again.body.id, room);
    assertProblem(await api.get(`/chat/${room}`, buyer.token), 404, "NOT_FOUND_ROOM");
  });

  test("because its maker took them out does not let themselves back in", async () => {
    const { api } = marketplace;
    const [maker, gone] = [await api.seller(), await api.customer()];
    const { id: room } = (await api.room(maker, [gone])) as { id: string };
    const remove = await api.post(`/chat/${room}/removeParticipant`, { accountId: gone.id }, maker.token);
    assert.equal(remove.status, 200);
    assertProblem(await invite(gone, maker), 403, "NOT_ROOM_OWNER");
    assertProblem(await api.get(`/chat/${room}`, gone.token), 404, "NOT_FOUND_ROOM");
    assert.equal((await invite(maker, gone)).body.id, room);
    assert.equal((await api.get(`/chat/${room}`, gone.token)).status, 200);
  });

  test("who is blocked brings in nobody to be heard again", async () => {
    const { api } = marketplace;
    const [seller, buyer, third] = [await api.seller(), await api.customer(), await api.customer()];
    const { id: room } = (await api.room(buyer, [seller])) as { id: string };
    await api.post("/chat/block", { accountId: buyer.id }, seller.token);
    const added = await api.post("/chat/addParticipants", { roomId: room, participants: [as(third)] }, buyer.token);
    assertProblem(added, 403, "BLOCKED");
  });
});

describe("an image", () => {
  test("that an administrator removed is served to nobody and sent no more", async () => {
    const { api } = marketplace;
    const [admin, buyer, seller] = [await api.admin(), await api.customer(), await api.seller()];
    const { id: room } = (await api.room(buyer, [seller])) as { id: string };
    const { id, seq } = await sendImage(room, buyer);
    // Once more, in a message that nobody complained of.
    await api.say(buyer, room, { image: id });
    assert.deepEqual(await imageStatus(id, seller), [200, 200]);
    await api.post(`/chat/${room}/report`, { seq, reason: "부적절한 사진" }, seller.token);
    const { body: reports } = await api.get("/chat-admin/reports", admin.token);
    const report = reports.items.find((each: { roomId: string }) => each.roomId === room);
    const decided = await api.post(
      `/chat-admin/reports/${report.id}/decide`,
      { decision: "REMOVED", reason: "부적절함" },
      admin.token,
    );
    assert.equal(decided.status, 204, JSON.stringify(decided.body));
    for (const who of [seller, buyer, admin]) assert.deepEqual(await imageStatus(id, who), [404, 404]);
    const again = { clientId: randomUUID(), body: { image: id } };
    assertProblem(await api.post(`/chat/${room}/messages`, again, buyer.token), 404, "NOT_FOUND_IMAGE");
  });

  test("of a deleted message is served to nobody, unless another message shows it", async () => {
    const { api } = marketplace;
    const [buyer, seller] = [await api.customer(), await api.seller()];
    const { id: room } = (await api.room(buyer, [seller])) as { id: string };
    const { id, seq } = await sendImage(room, buyer);
    const second = await api.say(buyer, room, { image: id });
    await api.say(buyer, room, { delete: { seq } });
    assert.deepEqual(await imageStatus(id, seller), [200, 200]);
    await api.say(buyer, room, { delete: { seq: second } });
    for (const who of [seller, buyer]) assert.deepEqual(await imageStatus(id, who), [404, 404]);
  });

  test("that was uploaded and not sent is seen by its uploader alone", async () => {
    const { api } = marketplace;
    const [buyer, seller] = [await api.customer(), await api.seller()];
    const { id: room } = (await api.room(buyer, [seller])) as { id: string };
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const headers = { authorization: `Bearer ${buyer.token}`, "content-type": "image/png" };
    const url = `${api.baseUrl}/chat/${room}/images`;
    const { id } = (await (await fetch(url, { method: "POST", headers, body: new Uint8Array(bytes) })).json()) as {
      id: string;
    };
    assert.deepEqual(await imageStatus(id, seller), [404, 404]);
    assert.deepEqual(await imageStatus(id, buyer), [200, 200]);
  });
});
