import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const marketplace = useMarketplace();
const password = "jangteo-tester";

const mailsTo = async (email: string): Promise<{ subject: string; text: string }[]> =>
  (await marketplace.api.get(`/dev/mail?to=${encodeURIComponent(email)}`)).body.items;
const ask = (by: Person, email: string, typed = password) =>
  marketplace.api.post(`/accounts/${by.role.toLowerCase()}/email`, { email, password: typed }, by.token);
const signIn = (email: string) => marketplace.api.post("/accounts/customer/login", { email, password });

async function linkIn(email: string): Promise<string> {
  let path = "";
  await until(async () => {
    const [mail] = await mailsTo(email);
    path = /(\/accounts\/\w+\/email\/[\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    return path !== "";
  });
  return path;
}

describe("another email", () => {
  test("needs the password and the new mailbox; the old address is told, and signs in no more", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const next = `${randomUUID()}@test.com`;
    assertProblem(await ask(buyer, next, "not-the-password"), 403, "WRONG_PASSWORD");
    assert.deepEqual(await mailsTo(next), []);
    assert.deepEqual((await ask(buyer, next.toUpperCase())).body, { sent: true });
    assert.equal((await signIn(buyer.email)).status, 200, "nothing has changed before the mail is opened");
    const link = await linkIn(next);
    assert.deepEqual((await api.get(link)).body, { changed: true });
    assertProblem(await api.get(link), 400, "INVALID_TOKEN");
    assertProblem(await signIn(buyer.email), 401, "LOGIN_FAILED");
    assert.equal((await signIn(next)).status, 200);
    await until(async () =>
      (await mailsTo(buyer.email)).some(({ subject }) => subject.includes("이메일 주소를 바꾸었습니다")),
    );
    const events = (await api.get("/accounts/customer/securityEvents", buyer.token)).body.items;
    assert.ok(events.some(({ kind }: { kind: string }) => kind === "EMAIL_CHANGED"));
  });

  test("that is taken meanwhile is refused, and the answer to the question does not tell", async () => {
    const { api } = marketplace;
    const [buyer, other] = [await api.customer(), await api.customer()];
    assert.deepEqual((await ask(buyer, other.email)).body, { sent: true });
    assertProblem(await api.get(await linkIn(other.email)), 409, "ALREADY_REGISTERED");
    assert.equal((await signIn(buyer.email)).status, 200);
  });
});
