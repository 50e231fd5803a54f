import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createSeal, isSealed } from "@jangteo/kernel/secrets/seal.ts";
import pg from "pg";
import type { Person } from "../harness/api-client.ts";
import { createDatabase, type Marketplace, startMarketplace, verifyDatabase } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const bankAccount = "국민 739128-01-284651";
/** A person's own phone, as sign-up and profile take it. */
const newPhone = () => `010-${Math.random().toString().slice(2, 6)}-${Math.random().toString().slice(2, 6)}`;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: "-c search_path=account" });
  await client.connect();
  return client;
}

/** Tables of all modules in which any row, written out as text, holds one of these texts. */
async function tablesWith(client: pg.Client, texts: string[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('account', 'order', 'chat', 'public')`,
  );
  assert.ok(tables.length > 20, `${tables.length} tables`);
  const found: string[] = [];
  for (const { name } of tables)
    for (const text of texts) {
      const { rows } = await client.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [text]);
      if (rows.length > 0) found.push(`${name}: ${text}`);
    }
  return found;
}

/** A seller with points to pay out. */
async function earn(market: Marketplace, points: number): Promise<Person> {
  const [seller, buyer] = [await market.api.seller(), await market.api.customer(points)];
  const { items } = await market.api.product(seller, [[points, 1]]);
  const { body } = await market.api.buy(buyer, [{ itemId: items[0].id, quantity: 1 }], points);
  await market.api.confirm(body.id, seller, buyer);
  await until(async () => (await market.api.withdrawable(seller)) === points);
  return seller;
}

const profile = async (market: Marketplace, { role, token }: Person) =>
  (await market.api.post(`/accounts/${role.toLowerCase()}`, {}, token)).body;

const setPhone = async (market: Marketplace, { role, token }: Person, phone: string) => {
  const response = await market.api.put(`/accounts/${role.toLowerCase()}/update`, { phone }, token);
  assert.equal(response.status, 200);
  return response;
};

async function bankAccountsOf(client: pg.Client, accountId: string) {
  const { rows } = await client.query<{ id: string; value: string; state: string }>(
    "SELECT id, bank_account AS value, state FROM payout WHERE account_id = $1 ORDER BY id",
    [accountId],
  );
  return rows;
}

describe("phone numbers and bank accounts", () => {
  let market: Marketplace;
  let client: pg.Client;
  before(async () => {
    market = await startMarketplace({ stage: "monolith", env: { JANGTEO_RETENTION_EVERY_MS: "100" } });
    client = await connect(market.databaseUrl);
  });
  after(async () => {
    await client?.end();
    // Not verified: some rows of these tests are no whole payments.
    await market?.stop();
  });

  test("are in no table as they were entered, and are shown as before", async () => {
    const [seller, admin] = [await earn(market, 5_000), await market.api.admin()];
    const [signUpPhone, phone] = [newPhone(), newPhone()];
    const account = { email: `${randomUUID()}@test.com`, name: "가", password: "a long password", birth: "1990-01-02" };
    const signedUp = await market.api.post("/accounts/customer/signup", { ...account, phone: signUpPhone });
    assert.deepEqual([signedUp.status, signedUp.body.phone], [201, signUpPhone]);
    assert.equal((await setPhone(market, seller, phone)).body.phone, phone);
    const suspend = { reason: "확인 중" };
    for (const verb of ["suspend", "reinstate"]) {
      const path = `/accounts/admin/members/${signedUp.body.id}/${verb}`;
      assert.equal((await market.api.post(path, suspend, admin.token)).body.phone, signUpPhone);
    }
    const key = randomUUID();
    const payout = () => market.api.post("/accounts/seller/payouts", { amount: 3_000, bankAccount }, seller.token, key);
    const paid = await payout();
    assert.deepEqual([paid.status, paid.body.status], [201, "PAID"]);
    assert.equal(paid.body.bankAccount, `${"*".repeat(bankAccount.length - 4)}4651`);

    assert.equal(
      (await market.api.post("/accounts/password/forgot", { email: account.email, role: "CUSTOMER" })).status,
      200,
    );
    const { body: mails } = await market.api.get(`/dev/mail?to=${account.email}`);
    const tokens = mails.items.map(({ text }: { text: string }) => /[\w-]{30,}/.exec(text)![0]);
    assert.equal(tokens.length, 2, "one to verify with, one for a new password");
    const dueBefore = "SELECT 1 FROM mail WHERE sent_at IS NULL AND next_attempt_at <= now() AND recipient = $1";
    const seen = await client.query(dueBefore, [account.email]);
    assert.equal(seen.rows.length, 0, "a mailer that knows of no sealed mails does not see them");

    assert.deepEqual(await tablesWith(client, [signUpPhone, phone, bankAccount, ...tokens]), []);
    const withEmail = ["account.account", "account.mail"].map((table) => `${table}: ${account.email}`);
    assert.deepEqual(
      (await tablesWith(client, [account.email])).toSorted(),
      withEmail,
      "what is stored plainly is found",
    );

    assert.deepEqual((await payout()).body, paid.body);
    assert.equal((await profile(market, seller)).phone, phone);
    const { body: member } = await market.api.get(`/accounts/admin/members/${seller.id}`, admin.token);
    const { body: members } = await market.api.get(`/accounts/admin/members?q=${account.email}`, admin.token);
    assert.deepEqual([member.phone, members.items[0].phone], [phone, signUpPhone]);
  });

  test("from before are readable, and sealed in the background", async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => market.api.customer()));
    const phones = people.map(newPhone);
    const payouts = people.map(() => randomUUID());
    await client.query("BEGIN");
    await client.query(
      `UPDATE account SET phone = p.phone FROM unnest($1::uuid[], $2::text[]) AS p (id, phone) WHERE account.id = p.id`,
      [people.map(({ id }) => id), phones],
    );
    await client.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, state, lease_until)
       SELECT p.id, p.account_id, 10, $3, 'PAID', now() FROM unnest($1::uuid[], $2::uuid[]) AS p (id, account_id)`,
      [payouts, people.map(({ id }) => id), bankAccount],
    );
    await client.query("COMMIT");
    assert.equal((await profile(market, people[0]!)).phone, phones[0]);
    await until(async () => (await tablesWith(client, [bankAccount, ...phones])).length === 0);
    for (const [index, person] of people.entries()) assert.equal((await profile(market, person)).phone, phones[index]);
    const { rows } = await client.query<{ id: string; value: string }>(
      "SELECT id, bank_account AS value FROM payout WHERE id = ANY ($1)",
      [payouts],
    );
    const seal = createSeal({ purpose: "bank accounts", secret: "insecure-development-secret" });
    assert.deepEqual(new Set(rows.map(({ id, value }) => seal.open(value, id))), new Set([bankAccount]));
  });

  test("of another row open nothing: the phone is shown as none, the payout is not paid", async () => {
    const [first, second] = [await market.api.customer(), await market.api.customer()];
    for (const person of [first, second]) await setPhone(market, person, newPhone());
    await client.query("UPDATE account SET phone = (SELECT phone FROM account WHERE id = $1) WHERE id = $2", [
      first.id,
      second.id,
    ]);
    assert.deepEqual([(await profile(market, second)).phone, (await profile(market, second)).id], [null, second.id]);
    assert.notEqual((await profile(market, first)).phone, null);
    const seller = await earn(market, 500);
    await market.api.payOut(seller, 100);
    const [own] = await bankAccountsOf(client, seller.id);
    const foreign = randomUUID();
    await client.query(
      `INSERT INTO payout (id, account_id, amount, bank_account, state, lease_until)
       VALUES ($1, $2, 10, $3, 'PENDING', now())`,
      [foreign, second.id, own!.value],
    );
    await until(() => market.output().includes("payouts stay PENDING"));
    assert.equal((await bankAccountsOf(client, second.id))[0]!.state, "PENDING");
    await client.query("DELETE FROM payout WHERE id = $1", [foreign]);
  });

  test("are gone once the account is closed, and once their period is over", async () => {
    const person = await market.api.customer();
    await setPhone(market, person, newPhone());
    const { status } = await market.api.post("/accounts/customer/close", { password: "jangteo-tester" }, person.token);
    assert.equal(status, 204);
    const { rows } = await client.query("SELECT phone FROM account WHERE id = $1", [person.id]);
    assert.deepEqual(rows, [{ phone: null }]);
    const seller = await earn(market, 500);
    await market.api.payOut(seller, 100);
    assert.ok(isSealed((await bankAccountsOf(client, seller.id))[0]!.value));
    await client.query("UPDATE payout SET at = now() - interval '1826 days' WHERE account_id = $1", [seller.id]);
    await until(async () => (await bankAccountsOf(client, seller.id))[0]!.value === "");
  });
});

test("after the secret has changed nothing is lost: payouts wait, and the previous secret makes all readable", async (t) => {
  const [secret, nextSecret] = ["the secret of the first years", "the secret of the years after"];
  const databaseUrl = await createDatabase();
  const start = (env: Record<string, string>) => startMarketplace({ stage: "monolith", databaseUrl, env });
  const client = await connect(databaseUrl);
  t.after(() => client.end());
  const login = async (market: Marketplace, person: Person): Promise<Person> =>
    (await market.api.post("/test/login/seller", { email: person.email })).body;
  const dueNow = () => client.query("UPDATE payout SET lease_until = now()");

  // The provider gives no answer to the first attempt, and there is no second one yet.
  const first = await start({ JANGTEO_SECRET: secret, JANGTEO_STEP_LEASE_MS: "600000" });
  const seller = await earn(first, 1_000);
  const phone = newPhone();
  await setPhone(first, seller, phone);
  const payout = { amount: 400, bankAccount: "timeout" };
  const asked = await first.api.post("/accounts/seller/payouts", payout, seller.token, randomUUID());
  assert.equal(asked.body.status, "PENDING");
  const forgot = { email: seller.email, role: "SELLER" };
  assert.equal((await first.api.post("/accounts/password/forgot", forgot)).status, 200);
  const mailOf = async (market: Marketplace): Promise<string> =>
    (await market.api.get(`/dev/mail?to=${seller.email}`)).body.items[0].text;
  const mail = await mailOf(first);
  assert.match(mail, /[\w-]{30,}/);
  await first.stop();

  const second = await start({ JANGTEO_SECRET: nextSecret, JANGTEO_RETENTION_EVERY_MS: "100" });
  await dueNow();
  await until(() => second.output().includes("payouts stay PENDING"));
  const there = await login(second, seller);
  assert.equal((await profile(second, there)).phone, null);
  assert.equal(await mailOf(second), "", "the other secret does not open it");
  assert.deepEqual((await second.api.get("/accounts/admin/members", (await second.api.admin()).token)).status, 200);
  const [waiting] = await bankAccountsOf(client, seller.id);
  assert.equal(waiting!.state, "PENDING");
  assert.equal(await second.api.balance(there), 600, "not reversed");
  assert.equal(createSeal({ purpose: "bank accounts", secret }).open(waiting!.value, waiting!.id), "timeout", "kept");
  await second.stop();

  const third = await start({
    JANGTEO_SECRET: nextSecret,
    JANGTEO_PREVIOUS_SECRET: secret,
    JANGTEO_RETENTION_EVERY_MS: "100",
  });
  assert.equal((await profile(third, await login(third, seller))).phone, phone);
  assert.equal(await mailOf(third), mail);
  await dueNow();
  await until(async () => (await bankAccountsOf(client, seller.id))[0]!.state === "PAID");
  const sealed = createSeal({ purpose: "bank accounts", secret: nextSecret });
  await until(async () => {
    const [row] = await bankAccountsOf(client, seller.id);
    return sealed.open(row!.value, row!.id) === "timeout";
  });
  const phones = createSeal({ purpose: "phone numbers", secret: nextSecret });
  await until(async () => {
    const { rows } = await client.query<{ phone: string }>("SELECT phone FROM account WHERE id = $1", [seller.id]);
    return phones.open(rows[0]!.phone, seller.id) === phone;
  });
  await third.stop();

  const fourth = await start({ JANGTEO_SECRET: nextSecret });
  const again = await login(fourth, seller);
  assert.equal((await profile(fourth, again)).phone, phone);
  const plain = newPhone();
  await client.query("UPDATE account SET phone = $1 WHERE id = $2", [plain, seller.id]);
  assert.equal((await profile(fourth, again)).phone, plain, "before the background job has come to it");
  await fourth.stop();
  await verifyDatabase(databaseUrl);
});
