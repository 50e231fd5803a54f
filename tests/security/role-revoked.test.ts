import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createAccessChecks } from "../harness/access.ts";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { helloSocket } from "../harness/chat.ts";
import { useMarketplace } from "../harness/suite.ts";

/** Two instances of every process, in every stage. */
const market = useMarketplace({ copies: 2 });
const { access, expected, becomes, sockets, areClosed, opensNoSocket } = createAccessChecks(market);

const password = "jangteo-tester";
const refused = "401 INVALID_ACCESS_TOKEN";

async function command(...words: string[]): Promise<string> {
  const { code, output } = await market.behind.command(...words);
  assert.equal(code, 0, output);
  return output;
}

const signIn = ({ role, email }: Person) =>
  market.api.post(`/accounts/${role.toLowerCase()}/login`, { email, password });

/** The token of the link that `jangteo admin` prints. */
async function linkFor(email: string): Promise<string> {
  return /token[= ]([\w-]+)/.exec(await command("admin", email))![1]!;
}

describe("an administrator whose role is taken away", () => {
  test("line 20: has no access within 5 s, on every instance: tokens, refresh tokens, links and sockets end", async () => {
    const { api } = market;
    const [admin, other, member] = [await api.admin(), await api.admin(), await api.customer()];
    const shopper = await api.post("/test/create/customer", { email: admin.email });
    assert.equal(shopper.status, 201);
    const { body: tokens } = await signIn(admin);
    const link = await linkFor(admin.email);
    const signedIn: Person = { ...admin, token: tokens.accessToken };
    for (const person of [admin, signedIn]) assert.deepEqual(await access(person), expected(person, "200"));
    const open = [...(await sockets(admin)), ...(await sockets(signedIn))];
    const unharmed = await helloSocket(api, other);

    const output = await command("remove-admin", admin.email.toUpperCase());
    assert.match(output, /is an administrator no longer/);
    assert.ok(output.includes(admin.id), output);
    for (const person of [admin, signedIn]) await becomes(person, refused);
    await areClosed(open);
    for (const person of [admin, signedIn]) await opensNoSocket(person);
    const suspend = { reason: "복수" };
    const path = `/accounts/admin/members/${member.id}/suspend`;
    for (const { token } of [admin, signedIn])
      assertProblem(await api.post(path, suspend, token), 401, "INVALID_ACCESS_TOKEN");
    assertProblem(
      await api.post("/accounts/token/refresh", { refreshToken: tokens.refreshToken }),
      401,
      "INVALID_REFRESH_TOKEN",
    );
    assertProblem(await signIn(admin), 401, "LOGIN_FAILED");
    assertProblem(await api.post("/test/login/admin", { email: admin.email }), 404, "NOT_FOUND_USER");
    const chosen = { token: link, password: "a long enough secret" };
    assertProblem(await api.post("/accounts/password/reset", chosen), 400, "INVALID_TOKEN");

    // Nobody else loses anything.
    assert.equal(unharmed.closed(), undefined);
    unharmed.end();
    for (const person of [other, shopper.body, member]) assert.deepEqual(await access(person), expected(person, "200"));

    const { body: found } = await api.get(`/accounts/admin/members/${admin.id}`, other.token);
    assert.deepEqual([found.status, found.name], ["CLOSED", "테스트 관리자"]);
    const { body: log } = await api.get(`/accounts/admin/audit?subjectId=${admin.id}`, other.token);
    assert.deepEqual(
      log.items.map(({ action, adminId }: Record<string, string>) => [action, adminId]),
      [
        ["member.read", other.id],
        ["admin.remove", "00000000-0000-0000-0000-000000000000"],
        ["admin.reset", "00000000-0000-0000-0000-000000000000"],
      ],
    );
  });

  test("and who is made one again gets an account that no token from before fits", async () => {
    const admin = await market.api.admin();
    const { body: tokens } = await signIn(admin);
    await command("remove-admin", admin.email);
    await becomes(admin, refused);
    const token = await linkFor(admin.email);
    assert.equal((await market.api.post("/accounts/password/reset", { token, password })).status, 200);
    const { body: again } = await signIn(admin);
    const { body: account } = await market.api.post("/accounts/admin", {}, again.accessToken);
    assert.equal(account.email, admin.email);
    assert.notEqual(account.id, admin.id);
    for (const old of [admin.token, tokens.accessToken])
      assert.deepEqual(await access({ ...admin, token: old }), expected(admin, refused));
    assertProblem(
      await market.api.post("/accounts/token/refresh", { refreshToken: tokens.refreshToken }),
      401,
      "INVALID_REFRESH_TOKEN",
    );
  });
});
