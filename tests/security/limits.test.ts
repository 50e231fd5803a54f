import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

/** Clients of many addresses, which a proxy on this machine reports. */
const marketplace = useMarketplace({
  alone: true,
  copies: 1,
  env: {
    JANGTEO_RATE_LIMITS: "on",
    JANGTEO_TRUSTED_PROXIES: "loopback",
    JANGTEO_GATEWAY_REQUESTS_PER_SECOND: "10000",
    JANGTEO_RATE_LIMIT_PER_MINUTE: "400",
    JANGTEO_ADDRESS_LIMIT_PER_MINUTE: "400",
    JANGTEO_SIGN_IN_FAILURES_PER_HOUR: "20",
  },
});

const password = "jangteo-tester";
const from = (address: string, method: string, path: string, options: { body?: unknown; token?: string } = {}) =>
  marketplace.api.request(method, path, { ...options, headers: { "x-forwarded-for": address } });
const signIn = (address: string, email: string, entered: string) =>
  from(address, "POST", "/accounts/customer/login", { body: { email, password: entered } });

describe("limits of an address", () => {
  test("260 sign-ins at once from one address: most are refused early, and the owner signs in from another", async () => {
    const { email } = await marketplace.api.customer();
    const attack = Array.from({ length: 260 }, () => signIn("198.51.100.1", `${randomUUID()}@test.com`, "no-password"));
    const owner = [];
    for (let count = 0; count < 6; count++) owner.push((await signIn("203.0.113.5", email, password)).status);
    const statuses = (await Promise.all(attack)).map(({ status }) => status);
    assert.deepEqual(owner, [200, 200, 200, 200, 200, 200]);
    const limited = statuses.filter((status) => status === 429).length;
    assert.ok(limited >= 100, `${limited} of 260 were limited`);
    assert.deepEqual(
      statuses.filter((status) => ![401, 429, 503].includes(status)),
      [],
    );
  });

  test("line 4: one email is tried from one address ten times a minute", async () => {
    const { email } = await marketplace.api.customer();
    const tries = [];
    for (let count = 0; count < 30; count++) tries.push((await signIn("198.51.100.2", email, "no-password")).status);
    assert.ok(
      tries.slice(0, 10).every((status) => status === 401),
      tries.join(),
    );
    assert.ok(tries.filter((status) => status === 429).length >= 10, tries.join());
    assert.equal((await signIn("203.0.113.6", email, password)).status, 200, "the owner is not locked out");
  });

  test("line 4: one email is tried twenty times an hour from all addresses together; its owner signs in where it did before", async () => {
    const { email } = await marketplace.api.customer();
    const home = "203.0.113.77";
    assert.equal((await signIn(home, email, password)).status, 200);
    const guesses: number[] = [];
    for (let from = 1; from <= 100; from += 10) {
      const some = Array.from({ length: 10 }, (_, index) =>
        signIn(`192.0.2.${from + index}`, email, `guess-${from + index}`),
      );
      guesses.push(...(await Promise.all(some)).map(({ status }) => status));
    }
    // Each instance counts what it has received: 20 of 100 where there is one, 40 where there are two.
    assert.deepEqual(
      [...new Set(guesses)].sort((a, b) => a - b),
      [401, 429],
    );
    assert.ok(guesses.filter((status) => status === 401).length <= 50, guesses.join());
    assertProblem(await signIn("192.0.2.200", email, password), 429, "TOO_MANY_REQUESTS");
    for (let count = 0; count < 3; count++) assert.equal((await signIn(home, email, password)).status, 200);
    assertProblem(await signIn("192.0.2.201", `${randomUUID()}@test.com`, "whatever-it-is"), 401, "LOGIN_FAILED");
  });

  for (const [what, path, token] of [
    ["what is not found", "/nothing/here", undefined],
    ["methods that a path does not have", "/accounts/customer/login", undefined],
    ["tokens that are none", "/customer/cart", "a.b.c"],
    ["nobody signed in", "/customer/cart", undefined],
  ] as const)
    test(`count for ${what}, and an IPv6 network is one address`, async () => {
      const network = `2001:db8:${Math.floor(Math.random() * 60_000).toString(16)}:1`;
      const statuses: number[] = [];
      let limited: Awaited<ReturnType<typeof from>> | undefined;
      for (let batch = 0; batch < 20; batch++) {
        const responses = await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            from(`${network}::${batch}:${index}`, "GET", path, token ? { token } : {}),
          ),
        );
        statuses.push(...responses.map(({ status }) => status));
        limited ??= responses.find(({ status }) => status === 429);
      }
      const count = statuses.filter((status) => status === 429).length;
      assert.ok(count >= 100, `${count} of 1000 were limited`);
      assertProblem(limited!, 429, "TOO_MANY_REQUESTS");
      assert.ok(Number(limited!.headers.get("retry-after")) > 0);
      const other = await from("2001:db8:ffff:2::1", "GET", path, token ? { token } : {});
      assert.notEqual(other.status, 429, "another network is not limited");
    });
});
