import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { holdLock } from "../harness/locks.ts";
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
  test("line 12: needs the password and the new mailbox; the old address is told, and signs in no more", async () => {
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

  test("that comes while a mail for a new password is asked for leaves the old mailbox without one", async () => {
    const { api, behind } = marketplace;
    const buyer = await api.customer();
    const held = await holdLock(
      behind,
      "account",
      `UPDATE account.account SET email = '${randomUUID()}@test.com' WHERE id = '${buyer.id}'`,
    );
    const forgot = api.post("/accounts/password/forgot", { email: buyer.email, role: "CUSTOMER" });
    try {
      await held.isWaitedFor();
    } finally {
      await held.release();
    }
    assert.deepEqual((await forgot).body, { sent: true });
    assert.deepEqual(await mailsTo(buyer.email), []);
  });

  /** A new password, in each of the two ways. */
  const newPassword: Record<string, (owner: Person) => Promise<void>> = {
    async "a mail"({ email }) {
      const { api } = marketplace;
      await api.post("/accounts/password/forgot", { email, role: "CUSTOMER" });
      const token = /\n\n([\w-]{30,})\n/.exec((await mailsTo(email))[0]!.text)![1]!;
      const reset = await api.post("/accounts/password/reset", { token, password: "the-owners-new-one" });
      assert.equal(reset.status, 200);
    },
    async "the old password"({ token }) {
      const changed = { password: "the-owners-new-one", currentPassword: password };
      assert.equal((await marketplace.api.put("/accounts/customer/update", changed, token)).status, 200);
    },
  };
  for (const [way, choose] of Object.entries(newPassword))
    test(`that a thief has asked for is not to be had once the owner chose a new password by ${way}`, async () => {
      const { api } = marketplace;
      const owner = await api.customer();
      const thiefs = `${randomUUID()}@test.com`;
      assert.equal((await ask(owner, thiefs)).status, 200);
      const link = await linkIn(thiefs);
      await choose(owner);
      assertProblem(await api.get(link), 400, "INVALID_TOKEN");
      const login = { email: owner.email, password: "the-owners-new-one" };
      assert.equal((await api.post("/accounts/customer/login", login)).status, 200);
    });

  test("ends the links for a new password that lie in the old mailbox", async () => {
    const { api } = marketplace;
    const owner = await api.customer();
    await api.post("/accounts/password/forgot", { email: owner.email, role: "CUSTOMER" });
    const token = /\n\n([\w-]{30,})\n/.exec((await mailsTo(owner.email))[0]!.text)![1]!;
    const next = `${randomUUID()}@test.com`;
    await ask(owner, next);
    assert.equal((await api.get(await linkIn(next))).status, 200);
    const reset = await api.post("/accounts/password/reset", { token, password: "of-the-old-mailbox" });
    assertProblem(reset, 400, "INVALID_TOKEN");
  });

  test("is confirmed once, by two at the same moment; one address goes to one account", async () => {
    const { api } = marketplace;
    const [one, two] = [await api.customer(), await api.customer()];
    const next = `${randomUUID()}@test.com`;
    await ask(one, next);
    const first = await linkIn(next);
    await ask(two, next);
    await until(async () => (await mailsTo(next)).length === 2);
    const second = await linkIn(next);
    const statuses = await Promise.all(
      [first, first, second, second].map(async (link) => (await api.get(link)).status),
    );
    assert.equal(statuses.filter((status) => status === 200).length, 1, statuses.join());
    assert.ok(
      statuses.every((status) => [200, 400, 409].includes(status)),
      statuses.join(),
    );
  });
});
