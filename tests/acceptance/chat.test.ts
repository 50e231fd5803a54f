import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();
const unknownId = "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";

async function pair() {
  const { api } = marketplace;
  const seller = await api.seller("구름 상점");
  const buyer = await api.customer();
  const product = await api.product(seller, [
    [12_000, 3],
    [9_000, 2],
  ]);
  return { api, seller, buyer, product };
}
const as = ({ email, role }: Person) => ({ email, role });

describe("POST /chat/invite", () => {
  test("opens a 1:1 room tied to a product and finds it again, whoever asks", async () => {
    const { api, seller, buyer, product } = await pair();
    const first = await api.post("/chat/invite", { productId: product.id, participants: [as(seller)] }, buyer.token);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const room = first.body;
    assert.equal(room.name, "구름 상점");
    assert.equal(room.head, 1);
    assert.deepEqual(
      room.participants.map((person: Person) => person.id).sort(),
      [seller.id, buyer.id].sort(),
      "the caller is in it too",
    );
    const { id, name, image, priceFrom, stock, status, sellerId } = room.product;
    assert.deepEqual(
      [id, name, image, priceFrom, stock, status, sellerId],
      [product.id, product.name, null, 9_000, 5, "ON_SALE", seller.id],
    );
    const again = await api.post("/chat/invite", { productId: product.id, participants: [as(seller)] }, buyer.token);
    const otherWay = await api.post("/chat/invite", { productId: product.id, participants: [as(buyer)] }, seller.token);
    assert.deepEqual([again.status, again.body.id], [200, room.id]);
    assert.deepEqual([otherWay.status, otherWay.body.id], [200, room.id]);
    const without = await api.post("/chat/invite", { participants: [as(seller)] }, buyer.token);
    assert.deepEqual([without.status, without.body.id === room.id], [201, false]);
    assert.equal(without.body.product, undefined);
  });

  test("20 at once make one room", async () => {
    const { api, seller, buyer, product } = await pair();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? api.post("/chat/invite", { productId: product.id, participants: [as(seller)] }, buyer.token)
          : api.post("/chat/invite", { productId: product.id, participants: [as(buyer)] }, seller.token),
      ),
    );
    assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 1);
    assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
  });

  test("a room of several is a new one each time; a replayed key is the same one", async () => {
    const { api, seller, buyer } = await pair();
    const third = await api.customer();
    const body = { name: "공동 구매", participants: [as(seller), as(third), as(third), as(buyer)] };
    const key = randomUUID();
    const first = await api.post("/chat/invite", body, buyer.token, key);
    const replay = await api.post("/chat/invite", body, buyer.token, key);
    const other = await api.post("/chat/invite", body, buyer.token);
    assert.deepEqual([first.status, first.body.participants.length, first.body.name], [201, 3, "공동 구매"]);
    assert.deepEqual([replay.body, replay.headers.get("idempotency-replayed")], [first.body, "true"]);
    assert.notEqual(other.body.id, first.body.id);
  });

  test("refuses what cannot be", async () => {
    const { api, seller, buyer } = await pair();
    const invite = (body: unknown) => api.post("/chat/invite", body, buyer.token);
    assertProblem(await invite({ participants: [] }), 400, "INVALID_INPUT");
    assertProblem(await invite({ participants: [as(buyer)] }), 400, "INVALID_INPUT");
    assertProblem(
      await invite({ participants: [{ email: "nobody@test.com", role: "SELLER" }] }),
      404,
      "NOT_FOUND_USER",
    );
    assertProblem(await invite({ participants: [as(seller)], productId: unknownId }), 404, "NOT_FOUND_PRODUCT");
    assertProblem(await invite({ participants: [as(seller)], owner: buyer.id }), 400, "INVALID_INPUT");
    assertProblem(await api.post("/chat/invite", { participants: [as(seller)] }), 401);
  });
});

describe("people of a room", () => {
  test("members bring others in; a room of two becomes one of three and is not found again as 1:1", async () => {
    const { api, seller, buyer } = await pair();
    const third = await api.customer();
    const room = await api.room(buyer, [seller]);
    assertProblem(await api.get(`/chat/${room.id}`, third.token), 404, "NOT_FOUND_ROOM");
    const stranger = await api.customer();
    const body = { roomId: room.id, participants: [as(third)] };
    assertProblem(await api.post("/chat/addParticipants", body, stranger.token), 404, "NOT_FOUND_ROOM");
    const added = await api.post("/chat/addParticipants", body, seller.token);
    assert.deepEqual([added.status, added.body.participants.length], [200, 3]);
    const again = await api.post("/chat/addParticipants", body, seller.token);
    assert.deepEqual([again.status, again.body.head], [200, added.body.head], "who is in is not added again");
    assert.equal((await api.get(`/chat/${room.id}`, third.token)).status, 200);
    assert.notEqual((await api.room(buyer, [seller])).id, room.id);
  });

  test("the list of people is for members and names no email, phone or birthday", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const { status, body } = await api.get(`/chat/${room.id}/userlist`, seller.token);
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body.items[0]).sort(), ["id", "joinedAt", "name", "readSeq", "role"]);
    assert.ok(!JSON.stringify(body).includes("@"));
    assertProblem(await api.get(`/chat/${room.id}/userlist`, (await api.customer()).token), 404, "NOT_FOUND_ROOM");
    assertProblem(await api.get(`/chat/${unknownId}/userlist`, buyer.token), 404, "NOT_FOUND_ROOM");
  });

  test("who left, or was taken out by the room's maker, has no room any more", async () => {
    const { api, seller, buyer } = await pair();
    const third = await api.customer();
    const room = await api.room(buyer, [seller, third]);
    const remove = (who: Person, by: Person) =>
      api.post(`/chat/${room.id}/removeParticipant`, { accountId: who.id }, by.token);
    assertProblem(await remove(buyer, third), 403, "NOT_ROOM_OWNER");
    assert.equal((await remove(third, buyer)).status, 200);
    assertProblem(await remove(third, buyer), 404, "NOT_FOUND_USER");
    const said = { clientId: "1", body: "저 아직 있어요" };
    assertProblem(await api.post(`/chat/${room.id}/messages`, said, third.token), 404, "NOT_FOUND_ROOM");
    assert.equal((await api.post(`/chat/${room.id}/leave`, {}, seller.token)).status, 200);
    for (const path of ["", "/userlist", "/export"])
      assertProblem(await api.get(`/chat/${room.id}${path}`, seller.token), 404, "NOT_FOUND_ROOM");
    const { body } = await api.get(`/chat/${room.id}`, buyer.token);
    assert.deepEqual(
      body.room.participants.map((person: Person) => person.id),
      [buyer.id],
    );
    assert.deepEqual(
      body.messages.slice(-2).map((event: { body: unknown }) => event.body),
      [{ left: third.id }, { left: seller.id }],
    );
  });

  test("inviting again brings back who left a 1:1 room", async () => {
    const { api, seller, buyer, product } = await pair();
    const room = await api.room(buyer, [seller], product.id);
    await api.post(`/chat/${room.id}/leave`, {}, buyer.token);
    const back = await api.room(buyer, [seller], product.id);
    assert.deepEqual([back.id, back.participants.length], [room.id, 2]);
  });
});

describe("messages", () => {
  test("get numbers without gaps; the same clientId gets its first answer for good", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const send = (body: unknown, clientId: string, by = buyer) =>
      api.post(`/chat/${room.id}/messages`, { clientId, body }, by.token);
    const first = await send({ text: "재고 있나요?" }, "a");
    assert.deepEqual([first.status, first.body.seq], [201, 2]);
    const second = await send("네, 있습니다", "a", seller);
    assert.equal(second.body.seq, 3);
    const again = await send({ text: "다른 말" }, "a");
    assert.deepEqual([again.status, again.body], [201, first.body]);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    const { body } = await api.get(`/chat/${room.id}`, seller.token);
    assert.deepEqual(
      body.messages.map((event: Record<string, unknown>) => [event.seq, event.kind, event.sender, event.clientId]),
      [
        [1, "member", buyer.id, null],
        [2, "text", buyer.id, "a"],
        [3, "text", seller.id, "a"],
      ],
    );
    assert.deepEqual(
      [body.messages[1].body, body.messages[2].body],
      [{ text: "재고 있나요?" }, { text: "네, 있습니다" }],
    );
    assert.deepEqual([body.head, body.more, body.room.id], [3, false, room.id]);
  });

  test("history is read in both directions", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    for (let index = 2; index <= 9; index++) await api.say(buyer, room.id, `말 ${index}`);
    const seqs = async (query: string) => {
      const { status, body } = await api.get(`/chat/${room.id}${query}`, seller.token);
      assert.equal(status, 200, JSON.stringify(body));
      return [body.messages.map((event: { seq: number }) => event.seq), body.more];
    };
    assert.deepEqual(await seqs("?limit=3"), [[7, 8, 9], true]);
    assert.deepEqual(await seqs("?before=7&limit=3"), [[4, 5, 6], true]);
    assert.deepEqual(await seqs("?before=4&limit=3"), [[1, 2, 3], false]);
    assert.deepEqual(await seqs("?after=2&limit=3"), [[3, 4, 5], true]);
    assert.deepEqual(await seqs("?after=7&limit=3"), [[8, 9], false]);
    assert.deepEqual(await seqs("?after=9"), [[], false]);
    assertProblem(await api.get(`/chat/${room.id}?after=1&before=3`, seller.token), 400);
    assertProblem(await api.get(`/chat/${room.id}?limit=101`, seller.token), 400);
    assertProblem(await api.get(`/chat/${room.id}?after=-1`, seller.token), 400);
  });

  test("text stays text, whatever it looks like", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const texts = [
      "<img src=x onerror=alert(1)>",
      "javascript:alert(1)",
      "\u202egnp.exe",
      "👩‍👩‍👧‍👦 한글\n줄바꿈",
      "'; DROP TABLE event; --",
    ];
    for (const text of texts) await api.say(buyer, room.id, { text });
    const { body } = await api.get(`/chat/${room.id}`, seller.token);
    assert.deepEqual(
      body.messages.slice(1).map((event: { body: { text: string } }) => event.body.text),
      texts,
    );
  });

  test("bad bodies store nothing", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const send = (clientId: unknown, body: unknown) =>
      api.post(`/chat/${room.id}/messages`, { clientId, body }, buyer.token);
    for (const body of [
      "",
      "   ",
      {},
      { text: "" },
      { text: 7 },
      [],
      null,
      { text: "a", sender: seller.id },
      { text: "x".repeat(4_097) },
    ])
      assertProblem(await send("c", body), 400);
    for (const clientId of ["", "x".repeat(65), "한글", 7, undefined]) assertProblem(await send(clientId, "말"), 400);
    assertProblem(await send("c", "가".repeat(2_000)), 400, "MESSAGE_TOO_LONG");
    assertProblem(await send("c", "a\u0000b"), 400);
    assert.equal((await api.get(`/chat/${room.id}`, buyer.token)).body.head, 1);
    assert.equal((await send("c", "x".repeat(4_096))).status, 201);
  });

  test("an edit or a deletion is an event of its own, and only of one's own message", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const seq = await api.say(buyer, room.id, "오타기 있어요");
    const secret = await api.say(buyer, room.id, "지울 말");
    const send = (body: unknown, by: Person) =>
      api.post(`/chat/${room.id}/messages`, { clientId: randomUUID(), body }, by.token);
    assertProblem(await send({ edit: { seq, text: "가로채기" } }, seller), 404, "NOT_FOUND_MESSAGE");
    assertProblem(await send({ delete: { seq } }, seller), 404, "NOT_FOUND_MESSAGE");
    assert.equal((await send({ edit: { seq, text: "오타가 있어요" } }, buyer)).body.seq, secret + 1);
    assert.equal((await send({ delete: { seq: secret } }, buyer)).body.seq, secret + 2);
    assertProblem(await send({ edit: { seq: secret, text: "되살리기" } }, buyer), 404, "NOT_FOUND_MESSAGE");
    const { body } = await api.get(`/chat/${room.id}`, seller.token);
    const [, first, second, edit, deletion] = body.messages;
    assert.equal(first.body.text, "오타가 있어요");
    assert.ok(first.body.editedAt);
    assert.deepEqual([second.kind, second.body], ["text", { deleted: true }]);
    assert.deepEqual([edit.kind, edit.body.seq, edit.body.text], ["edit", seq, "오타가 있어요"]);
    assert.deepEqual([deletion.kind, deletion.body], ["delete", { seq: secret }]);
    assert.ok(!JSON.stringify(body).includes("지울 말"));
  });

  test("a product is sent as a card", async () => {
    const { api, seller, buyer, product } = await pair();
    const room = await api.room(buyer, [seller]);
    await api.say(buyer, room.id, { product: product.id });
    const { body } = await api.get(`/chat/${room.id}`, seller.token);
    assert.deepEqual(body.messages.at(-1).body.product, {
      id: product.id,
      name: product.name,
      image: "",
      priceFrom: 9_000,
    });
    const unknown = { clientId: "u", body: { product: unknownId } };
    assertProblem(await api.post(`/chat/${room.id}/messages`, unknown, buyer.token), 404, "NOT_FOUND_PRODUCT");
  });

  test("numbers and ids that lead away are marked", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    await api.say(seller, room.id, "국민은행 123456-01-234567로 보내 주세요. 010-1234-5678");
    const { body } = await api.get(`/chat/${room.id}`, buyer.token);
    assert.deepEqual(body.messages.at(-1).body.warnings, ["PHONE_NUMBER", "ACCOUNT_NUMBER"]);
  });

  test("one's own rooms are searched, nobody else's", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const other = await api.room(buyer, [await api.seller()]);
    const word = `단어${randomUUID()}`;
    for (let index = 0; index < 3; index++) await api.say(buyer, room.id, `첫 방 ${word} ${index}`);
    await api.say(buyer, other.id, `둘째 방 ${word.toUpperCase()}`);
    const search = (query: string, token: string) => api.get(`/chat-search/messages?q=${query}`, token);
    const mine = await search(encodeURIComponent(word), buyer.token);
    assert.deepEqual(
      mine.body.items.map((event: { room: string; seq: number }) => [event.room, event.seq]),
      [
        [other.id, 2],
        [room.id, 4],
        [room.id, 3],
        [room.id, 2],
      ],
    );
    assert.equal((await search(encodeURIComponent(word), seller.token)).body.items.length, 3);
    assert.equal((await search(encodeURIComponent(word), (await api.customer()).token)).body.items.length, 0);
    const page = await search(`${encodeURIComponent(word)}&limit=3`, buyer.token);
    const rest = await search(`${encodeURIComponent(word)}&limit=3&cursor=${page.body.nextCursor}`, buyer.token);
    assert.deepEqual([page.body.items.length, rest.body.items.length, rest.body.nextCursor], [3, 1, null]);
    assert.equal((await search(`${encodeURIComponent(word)}&roomId=${other.id}`, buyer.token)).body.items.length, 1);
    assert.equal((await search("%25", buyer.token)).body.items.length, 0, "% is a character like others");
  });

  test("a room is exported whole", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    for (let index = 0; index < 5; index++) await api.say(buyer, room.id, `말 ${index}`);
    const { status, headers, body } = await api.get(`/chat/${room.id}/export`, seller.token);
    assert.equal(status, 200);
    assert.match(headers.get("content-type")!, /ndjson/);
    const lines = (body as string).trim().split("\n");
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { seq: number }).seq),
      [1, 2, 3, 4, 5, 6],
    );
  });
});

describe("rooms and people, seen by one of them", () => {
  test("my rooms: the busiest first, with last message, unread count and product", async () => {
    const { api, seller, buyer, product } = await pair();
    const quiet = await api.room(buyer, [seller]);
    const busy = await api.room(buyer, [seller], product.id);
    await api.say(buyer, quiet.id, "먼저");
    await api.say(buyer, busy.id, "하나");
    const last = await api.say(buyer, busy.id, "둘");
    const list = async (person: Person, query = "") =>
      (await api.post(`/chat-info/roomList${query}`, {}, person.token)).body;
    const { items } = await list(seller);
    assert.deepEqual(
      items.map((room: Record<string, unknown>) => [room.id, room.unread]),
      [
        [busy.id, 2],
        [quiet.id, 1],
      ],
    );
    assert.deepEqual([items[0].lastMessage.body.text, items[0].product.id, items[0].head], ["둘", product.id, 3]);
    assert.equal((await list(buyer)).items[0].unread, 0, "one's own messages are not unread");
    assert.equal((await api.post("/chat-info/myInfo", {}, seller.token)).body.unread, 3);
    const read = await api.post(`/chat/${busy.id}/read`, { seq: last }, seller.token);
    assert.deepEqual(read.body, { seq: last });
    assert.deepEqual(
      (await api.post(`/chat/${busy.id}/read`, { seq: 1 }, seller.token)).body,
      { seq: last },
      "only grows",
    );
    assert.deepEqual(
      (await api.post(`/chat/${busy.id}/read`, { seq: 1_000 }, seller.token)).body,
      { seq: last },
      "never past the head",
    );
    assert.equal((await list(seller)).items[0].unread, 0);
    const first = await list(seller, "?limit=1");
    const second = await list(seller, `?limit=1&cursor=${first.nextCursor}`);
    assert.deepEqual([first.items[0].id, second.items[0].id, second.nextCursor], [busy.id, quiet.id, null]);
  });

  test("people are found by email and role; cards tell no more than a name", async () => {
    const { api, seller } = await pair();
    const both = { ...(await api.customer()), role: "CUSTOMER" };
    const ask = (path: string) => api.post(path, {}, both.token);
    const email = encodeURIComponent(seller.email);
    const card = { id: seller.id, role: "SELLER", name: "구름 상점", responseTime: null };
    assert.deepEqual((await ask(`/chat-info/userInfo?email=${email}&role=SELLER`)).body, card);
    assertProblem(await ask(`/chat-info/userInfo?email=${email}&role=CUSTOMER`), 404, "NOT_FOUND_USER");
    assertProblem(await ask("/chat-info/userInfo"), 400);
    assert.deepEqual((await ask(`/chat-search/seller?email=${email}`)).body, { items: [card] });
    assert.deepEqual((await ask(`/chat-search/customer?email=${email}`)).body, { items: [] });
    assert.deepEqual((await ask(`/chat-search/user?email=${email.toUpperCase()}`)).body, { items: [card] });
    assertProblem(await api.post(`/chat-search/user?email=${email}`), 401);
    const me = (await ask("/chat-info/myInfo")).body;
    assert.deepEqual([me.id, me.role], [both.id, "CUSTOMER"]);
  });

  test("a new name is seen in rooms", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    await api.put("/accounts/seller/update", { name: "새 이름" }, seller.token);
    await until(async () => (await api.get(`/chat/${room.id}`, buyer.token)).body.room.name === "새 이름");
  });

  test("how long a seller takes to answer is told", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    await api.say(buyer, room.id, "계세요?");
    await api.say(buyer, room.id, "여보세요?");
    await api.say(seller, room.id, "네!");
    const { body } = await api.post(`/chat-search/seller?email=${encodeURIComponent(seller.email)}`, {}, buyer.token);
    assert.equal(body.items[0].responseTime.answers, 1);
    assert.ok(body.items[0].responseTime.medianSeconds <= 5);
  });

  test("blocked: no new rooms, no messages in the room of two; taken back, it works again", async () => {
    const { api, seller, buyer, product } = await pair();
    const room = await api.room(buyer, [seller]);
    const block = (path: string) => api.post(`/chat/${path}`, { accountId: buyer.id }, seller.token);
    assert.deepEqual((await block("block")).body, { blocked: true });
    assert.equal((await block("block")).status, 200);
    const said = { clientId: "1", body: "왜 차단하셨나요" };
    assertProblem(await api.post(`/chat/${room.id}/messages`, said, buyer.token), 403, "BLOCKED");
    const invite = { participants: [as(seller)], productId: product.id };
    assertProblem(await api.post("/chat/invite", invite, buyer.token), 403, "BLOCKED");
    const { body } = await api.get("/chat/blocks", seller.token);
    assert.deepEqual(
      body.items.map((person: Person) => person.id),
      [buyer.id],
    );
    await block("unblock");
    assert.equal((await api.post(`/chat/${room.id}/messages`, said, buyer.token)).status, 201);
  });

  test("messages and rooms are reported by members", async () => {
    const { api, seller, buyer } = await pair();
    const room = await api.room(buyer, [seller]);
    const report = (body: unknown, by: Person) => api.post(`/chat/${room.id}/report`, body, by.token);
    assert.equal((await report({ seq: 1, reason: "사기 같아요" }, buyer)).status, 201);
    assert.equal((await report({ reason: "방 전체" }, buyer)).status, 201);
    assertProblem(await report({ seq: 99, reason: "없는 말" }, buyer), 404, "NOT_FOUND_MESSAGE");
    assertProblem(await report({ reason: "  " }, buyer), 400);
    assertProblem(await report({ reason: "남의 방" }, await api.customer()), 404, "NOT_FOUND_ROOM");
  });

  test("quick replies are kept, each for oneself", async () => {
    const { api, seller, buyer } = await pair();
    const made = await api.post("/chat-info/quickReplies", { text: "오늘 발송됩니다!" }, seller.token);
    assert.equal(made.status, 201);
    const path = `/chat-info/quickReplies/${made.body.id}`;
    assertProblem(await api.delete(path, buyer.token), 404, "NOT_FOUND_QUICK_REPLY");
    assert.deepEqual((await api.get("/chat-info/quickReplies", seller.token)).body, { items: [made.body] });
    assert.equal((await api.delete(path, seller.token)).status, 204);
    assert.deepEqual((await api.get("/chat-info/quickReplies", seller.token)).body, { items: [] });
  });
});

describe("offers and orders", () => {
  test("an accepted price holds at checkout for this buyer, item and quantity, once", async () => {
    const { api, seller, buyer, product } = await pair();
    await api.deposit(buyer, 100_000);
    const item = product.items[0];
    const room = await api.room(buyer, [seller], product.id);
    const history = async () => (await api.get(`/chat/${room.id}?limit=100`, buyer.token)).body.messages;
    await api.say(buyer, room.id, { offer: { itemId: item.id, quantity: 2, price: 9_500 } });
    const offer = (await history()).at(-1);
    assert.deepEqual(
      [offer.kind, offer.body.price, offer.body.quantity, offer.body.listPrice, offer.body.productName],
      ["offer", 9_500, 2, 12_000, product.name],
    );
    const send = (body: unknown, by: Person) =>
      api.post(`/chat/${room.id}/messages`, { clientId: randomUUID(), body }, by.token);
    const { offerId } = offer.body;
    assertProblem(await send({ answer: { offerId, accept: true } }, buyer), 409, "OWN_OFFER");
    await send({ offer: { itemId: item.id, quantity: 2, price: 10_000, replyTo: offerId } }, seller);
    const counter = (await history()).at(-1).body;
    assert.equal(counter.replyTo, offerId);
    assertProblem(await send({ answer: { offerId, accept: true } }, seller), 409, "OFFER_CLOSED");
    assert.equal((await send({ answer: { offerId: counter.offerId, accept: true } }, buyer)).status, 201);
    assertProblem(await send({ answer: { offerId: counter.offerId, accept: false } }, buyer), 409, "OFFER_CLOSED");

    await api.post("/customer/cart", { itemId: item.id, quantity: 2 }, buyer.token);
    await until(async () => (await api.get("/customer/cart", buyer.token)).body.total === 20_000);
    const stranger = await api.customer(100_000);
    const lines = (quantity: number) => [{ itemId: item.id, quantity }];
    assertProblem(await api.buy(stranger, lines(2), 20_000), 409, "PRICE_CHANGED");
    assertProblem(await api.buy(buyer, lines(1), 10_000), 409, "PRICE_CHANGED");
    const bought = await api.post("/customer/orders", { expectedTotal: 20_000 }, buyer.token, randomUUID());
    assert.deepEqual([bought.status, bought.body.lines[0].price], [201, 10_000]);
    assert.equal(await api.balance(buyer), 80_000);
    assert.equal(await api.balance(seller), 20_000);
    await api.put("/seller/product/item", { id: item.id, stock: 10 }, seller.token);
    assertProblem(await api.buy(buyer, lines(2), 20_000), 409, "PRICE_CHANGED");
    assert.equal((await api.buy(buyer, lines(2), 24_000)).status, 201);
  });

  test("an agreement that could not be paid is there again", async () => {
    const { api, seller, buyer, product } = await pair();
    const item = product.items[0];
    const room = await api.room(buyer, [seller]);
    await api.say(seller, room.id, { offer: { itemId: item.id, quantity: 1, price: 5_000 } });
    const { messages } = (await api.get(`/chat/${room.id}`, buyer.token)).body;
    await api.say(buyer, room.id, { answer: { offerId: messages.at(-1).body.offerId, accept: true } });
    const buy = () => api.buy(buyer, [{ itemId: item.id, quantity: 1 }], 5_000);
    await until(async () => (await buy()).body.code === "NOT_ENOUGH_BALANCE");
    await api.deposit(buyer, 5_000);
    assert.equal((await buy()).status, 201);
  });

  test("offers are made by a buyer and the item's seller only", async () => {
    const { api, seller, buyer, product } = await pair();
    const offer = { offer: { itemId: product.items[0].id, quantity: 1, price: 1 } };
    const send = (room: { id: string }, by: Person, body: unknown = offer) =>
      api.post(`/chat/${room.id}/messages`, { clientId: randomUUID(), body }, by.token);
    const wrongSeller = await api.room(buyer, [await api.seller()]);
    assertProblem(await send(wrongSeller, buyer), 409, "NOT_ONE_TO_ONE");
    const group = await api.room(buyer, [seller, await api.customer()]);
    assertProblem(await send(group, buyer), 409, "NOT_ONE_TO_ONE");
    const room = await api.room(buyer, [seller]);
    assertProblem(await send(room, buyer, { offer: { ...offer.offer, itemId: unknownId } }), 404, "NOT_FOUND_ITEM");
    assertProblem(await send(room, buyer, { answer: { offerId: unknownId, accept: true } }), 404, "NOT_FOUND_OFFER");
    for (const price of [0, -1, 1.5, "5", 1e13])
      assertProblem(await send(room, buyer, { offer: { ...offer.offer, price } }), 400);
  });

  test("an order tells its life in the product's room, each step once", async () => {
    const { api, seller, buyer, product } = await pair();
    await api.deposit(buyer, 100_000);
    const room = await api.room(buyer, [seller], product.id);
    const later = await api.room(buyer, [seller]);
    await api.say(buyer, later.id, "다른 방이 더 최근이어도");
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 12_000);
    await api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
    await api.post(`/seller/orders/${order.id}/ship`, { carrier: "우체국", trackingNumber: "1" }, seller.token);
    let notices: { orderId: string; status: string; amount?: number }[] = [];
    await until(
      async () => {
        const { messages } = (await api.get(`/chat/${room.id}`, buyer.token)).body;
        notices = messages
          .filter((event: { kind: string }) => event.kind === "order")
          .map((event: { body: never }) => event.body);
        return notices.length >= 3;
      },
      { why: () => JSON.stringify(notices) },
    );
    assert.deepEqual(
      notices.map((notice) => [notice.orderId, notice.status]),
      [
        [order.id, "PAID"],
        [order.id, "PREPARING"],
        [order.id, "SHIPPED"],
      ],
    );
    assert.equal(notices[0]!.amount, 12_000);
    const { body: other } = await api.get(`/chat/${later.id}`, buyer.token);
    assert.ok(other.messages.every((event: { kind: string }) => event.kind !== "order"));
  });
});
