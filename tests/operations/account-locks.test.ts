import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import type { ApiResponse } from "../harness/api-client.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

// Every pair of what changes an account's sign-ins, second factor, password and status, at once on the same two accounts.
// Two instances of one process: all of it is the account module's own, in whatever stage.
const password = "jangteo-tester";
let market: Marketplace;

before(async () => {
  market = await startMarketplace({ stage: "monolith", copies: 2 });
});
after(async () => {
  try {
    // Asserts too that there was no deadlock.
    await market?.verify();
  } finally {
    await market?.stop();
  }
});

async function onAccounts(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: await market.databaseOf("account") });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** A seller with a second factor and points, who signs in anew where a sign-in has ended. */
async function sellerWithCodes() {
  const { api } = market;
  const seller = await api.seller();
  const buyer = await api.customer(100_000);
  const product = await api.product(seller, [[10_000, 100]]);
  const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 5 }], 50_000);
  await api.confirm(order.id, seller, buyer);
  const begun = await api.post("/accounts/seller/secondFactor", { password }, seller.token);
  const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
  const activated = await api.post("/accounts/seller/secondFactor/activate", { code: totp.generate() }, seller.token);
  assert.equal(activated.status, 200, JSON.stringify(activated.body));
  let newest = { accessToken: activated.body.accessToken as string, refreshToken: "" };
  return {
    ...seller,
    code: () => totp.generate(),
    /** Of the newest sign-in, which another operation may have ended. */
    signIn: () => newest,
    signedIn(response: ApiResponse): ApiResponse {
      if (response.status === 200) newest = response.body;
      return response;
    },
    /** As if no code had been used or been wrong yet. */
    forgetCodes: () =>
      onAccounts("UPDATE account.second_factor SET last_step = 0, wrong_codes = 0 WHERE id = $1", [seller.id]),
  };
}

test("every pair of an account's operations: no deadlock, and no response that says the service is broken", async () => {
  const { api } = market;
  const sellers = await Promise.all([sellerWithCodes(), sellerWithCodes()]);
  const admin = await api.admin();
  const base = "/accounts/seller";
  type Seller = (typeof sellers)[number];
  const operations: Record<string, (seller: Seller) => Promise<ApiResponse>> = {
    "sign in": async (seller) =>
      seller.signedIn(await api.post(`${base}/login`, { email: seller.email, password, code: seller.code() })),
    refresh: async (seller) =>
      seller.signedIn(await api.post("/accounts/token/refresh", { refreshToken: seller.signIn().refreshToken })),
    "sign out": (seller) => api.post("/accounts/logout", { refreshToken: seller.signIn().refreshToken }),
    "end other sign-ins": (seller) => api.post(`${base}/sessions/endOthers`, {}, seller.signIn().accessToken),
    confirm: (seller) => api.post(`${base}/confirm`, { password, code: seller.code() }, seller.signIn().accessToken),
    "new recovery codes": (seller) =>
      api.post(`${base}/secondFactor/recoveryCodes`, { password, code: seller.code() }, seller.signIn().accessToken),
    "new password": (seller) =>
      api.put(`${base}/update`, { password, currentPassword: password }, seller.signIn().accessToken),
    "another email": (seller) =>
      api.post(`${base}/email`, { email: `${randomUUID()}@test.com`, password }, seller.signIn().accessToken),
    "forgotten password": ({ email }) => api.post("/accounts/password/forgot", { email, role: "SELLER" }),
    "pay out": async (seller) => {
      const body = { password, code: seller.code(), forPayout: true };
      const proven = await api.post(`${base}/confirm`, body, seller.signIn().accessToken);
      return proven.status === 200 ? api.payOut({ ...seller, token: proven.body.accessToken }, 100) : proven;
    },
    "suspend and reinstate": async ({ id }) => {
      const path = `/accounts/admin/members/${id}`;
      await api.post(`${path}/suspend`, { reason: "확인 중" }, admin.token);
      return api.post(`${path}/reinstate`, { reason: "이상 없음" }, admin.token);
    },
  };
  const names = Object.keys(operations);
  const succeeded = new Set<string>();
  for (const [index, one] of names.entries())
    for (const two of names.slice(index)) {
      for (const seller of sellers) {
        await seller.forgetCodes();
        await operations["sign in"]!(seller);
        await seller.forgetCodes();
      }
      const pairs = sellers.flatMap((seller) => [one, two].map((name) => ({ name, seller })));
      const responses = await Promise.all(
        pairs.map(async ({ name, seller }) => ({ name, response: await operations[name]!(seller) })),
      );
      for (const { name, response } of responses) if (response.status < 300) succeeded.add(name);
      assert.deepEqual(
        responses.filter(({ response }) => response.status >= 500).map(({ response }) => response.body),
        [],
        `${one} against ${two}`,
      );
    }
  // Each of them went through at least once: none was only refused.
  assert.deepEqual([...succeeded].sort(), [...names].sort());
});
