import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { type ApiResponse, assertProblem, type Person } from "../harness/api-client.ts";
import { helloSocket, openSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace({ alone: true, env: { JANGTEO_ADMIN_SECOND_FACTOR: "on" } });
const password = "jangteo-tester";
const base = ({ role }: Person) => `/accounts/${role.toLowerCase()}`;

async function inDatabase(sql: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: await market.own.databaseOf("account") });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const signIn = (person: Person, code?: string): Promise<ApiResponse> =>
  market.api.post(`${base(person)}/login`, { email: person.email, password, ...(code !== undefined && { code }) });

async function signedIn(person: Person, code?: string): Promise<Person> {
  const { status, body } = await signIn(person, code);
  assert.equal(status, 200, JSON.stringify(body));
  return { ...person, token: body.accessToken };
}

const statuses = (responses: ApiResponse[]): number[] => responses.map(({ status }) => status).sort((a, b) => a - b);

const confirm = (person: Person, code?: string, body: object = {}): Promise<ApiResponse> =>
  market.api.post(`${base(person)}/confirm`, { password, ...(code !== undefined && { code }), ...body }, person.token);

async function confirmed(person: Person, code?: string, more: object = {}): Promise<Person> {
  const { status, body } = await confirm(person, code, more);
  assert.equal(status, 200, JSON.stringify(body));
  return { ...person, token: body.accessToken };
}

/** Sets a second factor up; `code()` is a code that was not used yet. */
async function enrol(person: Person) {
  const begun = await market.api.post(`${base(person)}/secondFactor`, { password }, person.token);
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  assert.match(begun.body.uri, /^otpauth:\/\/totp\/Jangteo/);
  const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
  const code = async () => {
    await inDatabase("UPDATE account.second_factor SET last_step = 0 WHERE id = $1", [person.id]);
    return totp.generate();
  };
  const { status, body } = await market.api.post(
    `${base(person)}/secondFactor/activate`,
    { code: totp.generate() },
    person.token,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return {
    code,
    secret: begun.body.secret as string,
    recoveryCodes: body.recoveryCodes as string[],
    person: { ...person, token: body.accessToken as string },
  };
}

/** As if the sign-ins of this person had been confirmed long ago: a token of such a sign-in. */
async function longAgo(person: Person): Promise<Person> {
  const { body } = await signIn(person);
  await inDatabase("UPDATE account.session SET confirmed_at = now() - interval '11 minutes' WHERE account_id = $1", [
    person.id,
  ]);
  const renewed = await market.api.post("/accounts/token/refresh", { refreshToken: body.refreshToken });
  return { ...person, token: renewed.body.accessToken };
}

/** A seller with withdrawable points, and an order that was paid and not confirmed yet. */
async function sellerWithSales() {
  const { api } = market;
  const [seller, buyer] = await Promise.all([api.seller(), api.customer(10_000)]);
  const product = await api.product(seller, [[1_000, 10]]);
  const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
  const [first, second] = [await api.buy(buyer, items, 1_000), await api.buy(buyer, items, 1_000)];
  await api.confirm(first.body.id, seller, buyer);
  return { seller, open: second.body.id as string };
}

describe("payouts, refunds and suspensions", () => {
  test("need a password that was given within the last ten minutes", async () => {
    const { api } = market;
    const { seller, open } = await sellerWithSales();
    const key = randomUUID();
    const late = await longAgo(seller);
    const refund = ({ token }: Person, refundKey: string) =>
      api.post(`/seller/orders/${open}/refund`, {}, token, refundKey);
    assertProblem(await api.payOut(late, 100, key), 403, "CONFIRMATION_REQUIRED");
    assertProblem(await refund(late, key), 403, "CONFIRMATION_REQUIRED");
    assert.equal((await api.get(`${base(seller)}/sessions`, late.token)).status, 200);
    assertProblem(await confirm(late, undefined, { password: "wrong-password" }), 403, "WRONG_PASSWORD");
    assertProblem(await api.payOut(late, 100, key), 403, "CONFIRMATION_REQUIRED");
    const again = await confirmed(late);
    // The refusal was not stored: the same requests go through.
    assert.equal((await api.payOut(again, 100, key)).status, 201);
    assert.equal((await refund(again, key)).status, 200);
    // Right after a sign-in nothing is asked.
    assert.equal((await api.payOut(await signedIn(seller), 100)).status, 201);
  });

  test("an administrator's too", async () => {
    const { api } = market;
    const [made, member] = [await api.admin(), await api.customer()];
    const { person: admin, code } = await enrol(await signedIn(made));
    const suspend = ({ token }: Person) =>
      api.post(`/accounts/admin/members/${member.id}/suspend`, { reason: "시험" }, token);
    const { body } = await signIn(admin, await code());
    await inDatabase("UPDATE account.session SET confirmed_at = 'epoch' WHERE account_id = $1", [admin.id]);
    const renewed = await api.post("/accounts/token/refresh", { refreshToken: body.refreshToken });
    const late = { ...admin, token: renewed.body.accessToken };
    assert.equal((await api.get(`/accounts/admin/members/${member.id}`, late.token)).status, 200);
    assertProblem(await suspend(late), 403, "CONFIRMATION_REQUIRED");
    const decide = api.post(
      `/order-admin/disputes/${randomUUID()}/decide`,
      { decision: "REFUND", reason: "시험" },
      late.token,
      randomUUID(),
    );
    assertProblem(await decide, 403, "CONFIRMATION_REQUIRED");
    assertProblem(await confirm(late), 403, "CODE_REQUIRED");
    assert.equal((await suspend(await confirmed(late, await code()))).status, 200);
  });
});

describe("a second factor", () => {
  test("is asked for at sign-in; each code is of use once, and so is each recovery code", async () => {
    const made = await market.api.seller();
    const { code, secret, recoveryCodes, person: seller } = await enrol(await signedIn(made));
    assertProblem(await signIn(seller), 403, "CODE_REQUIRED");
    for (const wrong of ["000000", "１２３４５６", "12345é"])
      assertProblem(await signIn(seller, wrong), 403, "WRONG_CODE");
    // As a Korean keyboard types it.
    const fullWidth = [...(await code())].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    assert.equal((await signIn(seller, fullWidth)).status, 200);
    assertProblem(
      await market.api.post(`${base(seller)}/login`, { email: seller.email, password: "x" }),
      401,
      "LOGIN_FAILED",
    );
    const once = await code();
    const attempts = await Promise.all(Array.from({ length: 6 }, () => signIn(seller, once)));
    assert.deepEqual(statuses(attempts), [200, 403, 403, 403, 403, 403]);
    assert.equal(recoveryCodes.length, 10);
    const recovery = recoveryCodes[0]!;
    const recoveries = await Promise.all([signIn(seller, recovery.toUpperCase()), signIn(seller, recovery)]);
    assert.deepEqual(statuses(recoveries), [200, 403]);
    const state = await market.api.get(`${base(seller)}/secondFactor`, seller.token);
    assert.deepEqual([state.body.active, state.body.recoveryCodesLeft], [true, 9]);
    const [row] = await inDatabase(
      `SELECT f::text || coalesce(string_agg(r::text, ' '), '') AS text FROM account.second_factor f
       LEFT JOIN account.recovery_code r ON r.account_id = f.id WHERE f.id = $1 GROUP BY f.*`,
      [seller.id],
    );
    for (const text of [secret, ...recoveryCodes]) assert.ok(!String(row!.text).includes(text), "stored in the clear");
    const events = await market.api.get(`${base(seller)}/securityEvents`, seller.token);
    assert.ok(events.body.items.some(({ kind }: { kind: string }) => kind === "SECOND_FACTOR_ON"));
    const { body } = await market.api.get(`/dev/mail?to=${encodeURIComponent(seller.email)}`);
    assert.ok(body.items.some(({ subject }: { subject: string }) => subject.includes("2단계 인증을 켰습니다")));
  });

  test("takes ten wrong codes an hour, on all instances together", async () => {
    const { code, recoveryCodes, person: seller } = await enrol(await signedIn(await market.api.seller()));
    const wrong = await Promise.all(Array.from({ length: 14 }, () => confirm(seller, "not-a-code")));
    assert.deepEqual(
      [403, 429].map((status) => wrong.filter((each) => each.status === status).length),
      [10, 4],
    );
    assertProblem(await confirm(seller, await code()), 429, "TOO_MANY_REQUESTS");
    // The user has a way in, and is notified.
    assert.equal((await confirm(seller, recoveryCodes[0])).status, 200);
    const { body } = await market.api.get(`/dev/mail?to=${encodeURIComponent(seller.email)}`);
    assert.ok(body.items.some(({ subject }: { subject: string }) => subject.includes("틀린 인증 코드")));
    await inDatabase("UPDATE account.second_factor SET wrong_since = now() - interval '61 minutes' WHERE id = $1", [
      seller.id,
    ]);
    assert.equal((await confirm(seller, await code())).status, 200);
  });

  test("is asked for again before each payout", async () => {
    const { api } = market;
    const { seller } = await sellerWithSales();
    const { code, person } = await enrol(await signedIn(seller));
    // The code that made it active is none for a payout, nor is that of a sign-in.
    assertProblem(await api.payOut(person, 100), 403, "CONFIRMATION_REQUIRED");
    const here = await signedIn(seller, await code());
    const key = randomUUID();
    assertProblem(await api.payOut(here, 100, key), 403, "CONFIRMATION_REQUIRED");
    // A code for something else is none for a payout.
    assertProblem(await api.payOut(await confirmed(here, await code()), 100, key), 403, "CONFIRMATION_REQUIRED");
    const forPayout = async () => confirmed(here, await code(), { forPayout: true });
    const again = await forPayout();
    const both = await Promise.all([api.payOut(again, 100, key), api.payOut(again, 200)]);
    assert.deepEqual(statuses(both), [201, 403]);
    const paid = both[0]!.status === 201 ? both[0]! : await api.payOut(await forPayout(), 100, key);
    const replay = await api.payOut(again, 100, key);
    assert.deepEqual([replay.status, replay.body.id], [201, paid.body.id]);
    assertProblem(await api.payOut(again, 300), 403, "CONFIRMATION_REQUIRED");
  });

  test("ends all other sign-ins when it becomes active, and a sign-in that has ended is not confirmed", async () => {
    const made = await market.api.seller();
    const [other, here] = [await signIn(made), await signedIn(made)];
    const { person, code } = await enrol(here);
    const renewed = await market.api.post("/accounts/token/refresh", { refreshToken: other.body.refreshToken });
    assertProblem(renewed, 401, "INVALID_REFRESH_TOKEN");
    const ended = { ...made, token: other.body.accessToken as string };
    assertProblem(await confirm(ended, await code()), 401, "INVALID_ACCESS_TOKEN");
    assert.equal((await confirm(person, await code())).status, 200);
    await inDatabase("DELETE FROM account.session WHERE account_id = $1", [made.id]);
    assertProblem(await confirm(person, await code()), 401, "INVALID_ACCESS_TOKEN");
  });

  test("is ended, renewed and used at the same moment without a deadlock", async () => {
    const { api } = market;
    for (let round = 0; round < 5; round++) {
      const here = await signedIn(await api.customer());
      const { recoveryCodes, person } = await enrol(here);
      const body = (index: number) => ({ password, code: recoveryCodes[index] });
      const responses = await Promise.all([
        api.post(`${base(here)}/secondFactor/end`, body(0), person.token),
        api.post(`${base(here)}/secondFactor/recoveryCodes`, body(1), person.token),
        signIn(here, recoveryCodes[2]),
        confirm(person, recoveryCodes[3]),
        api.post(`${base(here)}/close`, { password }, person.token),
      ]);
      for (const { status, body: answer } of responses) assert.ok(status < 500, `${status} ${JSON.stringify(answer)}`);
    }
  });

  test("is ended with password and code, begun with the password, and erased with the account", async () => {
    const { api } = market;
    const here = await signedIn(await api.customer());
    const wrong = await api.post(`${base(here)}/secondFactor`, { password: "wrong-password" }, here.token);
    assertProblem(wrong, 403, "WRONG_PASSWORD");
    const { code, recoveryCodes, person } = await enrol(here);
    const post = async (path: string, body: object) =>
      api.post(`${base(here)}/secondFactor${path}`, body, person.token);
    assertProblem(await post("", { password }), 409, "SECOND_FACTOR_ACTIVE");
    assertProblem(await post("/end", { password, code: "123456x" }), 403, "WRONG_CODE");
    const renewed = await post("/recoveryCodes", { password, code: recoveryCodes[0] });
    assert.equal(renewed.body.recoveryCodes.length, 10);
    assertProblem(await post("/end", { password, code: recoveryCodes[1] }), 403, "WRONG_CODE");
    assert.equal((await post("/end", { password, code: await code() })).status, 204);
    assert.equal((await signIn(here)).status, 200);
    await enrol(person);
    // Who has lost both is let in by whoever runs the marketplace.
    const command = await market.own.command("end-second-factor", here.email, "--role", "customer");
    assert.equal(command.code, 0, command.output);
    assert.equal((await market.own.command("end-second-factor", here.email, "--role", "customer")).code, 2);
    assert.equal((await signIn(here)).status, 200);
    await enrol(person);
    assert.equal((await api.post(`${base(here)}/close`, { password }, person.token)).status, 204);
    const left = await inDatabase(
      "SELECT 1 FROM account.second_factor WHERE id = $1 UNION ALL SELECT 1 FROM account.recovery_code WHERE account_id = $1",
      [here.id],
    );
    assert.equal(left.length, 0);
  });

  test("is what administrators need before anything else, in every module", async () => {
    const { api } = market;
    const made = await api.admin();
    const here = await signedIn(made);
    const pages = [
      "/accounts/admin/waiting",
      "/order-admin/waiting",
      "/chat-admin/waiting",
      "/accounts/admin/sessions",
    ];
    for (const path of pages) assertProblem(await api.get(path, here.token), 403, "SECOND_FACTOR_REQUIRED");
    const refused = await openSocket(api);
    refused.send({ type: "hello", token: here.token });
    assert.equal(await refused.untilClosed(), 4403);
    const { code, person } = await enrol(here);
    for (const path of pages) assert.equal((await api.get(path, person.token)).status, 200, path);
    (await helloSocket(api, person)).end();
    // A sign-in from before has given no code.
    assertProblem(await api.get(pages[0]!, here.token), 403, "SECOND_FACTOR_REQUIRED");
    const other = await signedIn(made, await code());
    for (const path of pages) assert.equal((await api.get(path, other.token)).status, 200, path);
  });
});
