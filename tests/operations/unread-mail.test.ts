import assert from "node:assert/strict";
import { test } from "node:test";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace({ alone: true, env: { JANGTEO_CHAT_UNREAD_MAIL_SECONDS: "2" } });

test("what stays unread is told by mail, once, and again only after something was read", async () => {
  const { api } = marketplace;
  const [seller, buyer] = [await api.seller("구름 상점"), await api.customer()];
  const { id: room } = await api.room(buyer, [seller]);
  const mails = async (email: string) =>
    (await api.get(`/dev/mail?to=${encodeURIComponent(email)}`)).body.items as { subject: string; text: string }[];
  await api.say(buyer, room, "비밀 이야기");
  const seq = await api.say(buyer, room, "계세요?");
  await until(async () => (await mails(seller.email)).length > 0);
  const [mail] = await mails(seller.email);
  assert.match(mail!.subject, /테스터님의 메시지/);
  assert.match(mail!.text, /메시지 2개/);
  assert.ok(!mail!.text.includes("비밀"), "what was said stays in the room");
  await api.say(buyer, room, "아직요?");
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  assert.equal((await mails(seller.email)).length, 1, "one mail for what has not been looked at");
  await api.post(`/chat/${room}/read`, { seq }, seller.token);
  await api.say(buyer, room, "이제는요?");
  await until(async () => (await mails(seller.email)).length === 2);
  assert.deepEqual(await mails(buyer.email), [], "one's own words are not unread");
});
