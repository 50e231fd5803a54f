import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const marketplace = useMarketplace();

describe("an offer", () => {
  /** An item for 1,000,000 points, and an offer of the buyer's to pay 1. */
  async function offered() {
    const { api } = marketplace;
    const [buyer, seller, stranger] = [await api.customer(2_000_000), await api.seller(), await api.customer()];
    const product = await api.product(seller, [[1_000_000, 5]]);
    const item = product.items[0] as { id: string };
    const room = (await api.room(buyer, [seller])).id as string;
    await api.say(buyer, room, { offer: { itemId: item.id, quantity: 1, price: 1 } });
    const history = async () => (await api.get(`/chat/${room}`, buyer.token)).body.messages;
    const { offerId } = (await history()).at(-1).body as { offerId: string };
    const answer = (by: Person, accept: boolean) =>
      api.post(`/chat/${room}/messages`, { clientId: randomUUID(), body: { answer: { offerId, accept } } }, by.token);
    const add = (by: Person, { email, role }: Person) =>
      api.post("/chat/addParticipants", { roomId: room, participants: [{ email, role }] }, by.token);
    const buyForOne = () => api.buy(buyer, [{ itemId: item.id, quantity: 1 }], 1);
    return { buyer, seller, stranger, room, offerId, history, answer, add, buyForOne };
  }

  test("is answered by its buyer and its seller only, and withdrawn when somebody joins them", async () => {
    const { api } = marketplace;
    const { buyer, seller, stranger, room, offerId, history, answer, add, buyForOne } = await offered();
    assertProblem(await answer(stranger, true), 404, "NOT_FOUND_ROOM");
    assert.equal((await add(buyer, stranger)).status, 200);
    const [{ kind, body }, joined] = (await history()).slice(-2);
    assert.deepEqual([kind, body.offerId, body.answer, body.price], ["answer", offerId, "WITHDRAWN", 1]);
    assert.equal(joined.kind, "member");
    for (const accept of [true, false]) {
      const response = await answer(stranger, accept);
      assert.ok(["NOT_FOUND_OFFER", "OFFER_CLOSED"].includes(response.body.code), JSON.stringify(response.body));
    }
    for (const by of [buyer, seller]) assertProblem(await answer(by, true), 409, "OFFER_CLOSED");
    assertProblem(await buyForOne(), 409, "PRICE_CHANGED");

    // Nor once the stranger is gone again: the room stays one of several.
    await api.post(`/chat/${room}/leave`, {}, stranger.token);
    for (const by of [buyer, seller]) assertProblem(await answer(by, true), 409, "OFFER_CLOSED");
  });

  test("is withdrawn when its buyer or its seller leaves, and does not come back with them", async () => {
    const { api } = marketplace;
    for (const leaver of ["buyer", "seller"] as const) {
      const one = await offered();
      const stays = leaver === "buyer" ? one.seller : one.buyer;
      await api.post(`/chat/${one.room}/leave`, {}, one[leaver].token);
      const answered = await one.answer(stays, true);
      assertProblem(answered, 409, "OFFER_CLOSED");
      await api.room(one.buyer, [one.seller]);
      assertProblem(await one.answer(one.seller, true), 409, "OFFER_CLOSED");
      assertProblem(await one.buyForOne(), 409, "PRICE_CHANGED");
    }
  });

  test("is not made or answered in a room of several", async () => {
    const { api } = marketplace;
    const { buyer, seller, stranger, room, add } = await offered();
    await add(buyer, stranger);
    const product = await api.product(seller, [[5_000, 5]]);
    const offer = { itemId: product.items[0].id, quantity: 1, price: 1 };
    for (const by of [buyer, seller, stranger]) {
      const message = { clientId: randomUUID(), body: { offer } };
      assertProblem(await api.post(`/chat/${room}/messages`, message, by.token), 409, "NOT_ONE_TO_ONE");
    }
  });
});
