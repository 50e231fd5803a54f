import assert from "node:assert/strict";
import { test } from "node:test";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed } from "../../apps/server/compose.ts";
import type { Person } from "../harness/api-client.ts";
import { startMarketplace } from "../harness/marketplace.ts";

test("the refresh token that pages keep of an administrator is traded at each use; used again later, it ends the sign-in", async (t) => {
  const market = await startMarketplace({ stage: "monolith" });
  t.after(() => market.stop());
  const hosts = await Promise.all(
    [1, 2].map(async () =>
      hostModules({
        name: "test",
        modules: await modulesNamed(["account", "order"]),
        settings: readSettings({}),
        log: silentLogger(),
        topology: { databaseUrl: () => market.databaseUrl, events: "direct", livePush: "none" },
      }),
    ),
  );
  t.after(() => Promise.all(hosts.map((host) => host.close())));
  const signIn = async ({ email, role }: Person) => {
    const path = `/accounts/${role.toLowerCase()}/login`;
    return (await market.api.post(path, { email, password: "jangteo-tester" })).body.refreshToken as string;
  };
  const renew = (refreshToken: string, host = 0) =>
    hosts[host]!.client(AccountService).renewSession({ refreshToken, keepsNextToken: true });

  const admin = await market.api.admin();
  const first = await signIn(admin);
  // Requests of one browser that come together, on two instances, all get the same next token.
  const together = await Promise.all(Array.from({ length: 8 }, (_, index) => renew(first, index % 2)));
  const [second, ...others] = new Set(together.map(({ refreshToken }) => refreshToken));
  assert.deepEqual([others, second === first], [[], false]);
  const { refreshToken: third, accessToken } = await renew(second!);
  assert.notEqual(third, second);
  assert.equal((await market.api.post("/accounts/admin", {}, accessToken)).status, 200);
  // A late request with the first token gets what is good now, not one that was used meanwhile.
  assert.equal((await renew(first)).refreshToken, third);
  // An instance of a release before, which would lose the next token, is given none.
  const before = await hosts[0]!.client(AccountService).renewSession({ refreshToken: third });
  assert.deepEqual([before.refreshToken, (await renew(third)).refreshToken === third], ["", false]);

  const client = new pg.Client({ connectionString: market.databaseUrl });
  await client.connect();
  t.after(() => client.end());
  await client.query(
    "UPDATE account.refresh_token SET used_at = used_at - interval '61 seconds' WHERE account_id = $1",
    [admin.id],
  );
  for (const token of [first, second!, third]) await assert.rejects(renew(token), { code: "INVALID_REFRESH_TOKEN" });
  const events = await market.api.get("/accounts/admin/securityEvents", admin.token);
  assert.ok(events.body.items.some(({ kind }: { kind: string }) => kind === "TOKEN_REUSED"));

  // Traded elsewhere, by the API, a token is followed by another one: the pages' next use of it, however soon, reveals that.
  const stolen = await signIn(admin);
  assert.equal((await market.api.post("/accounts/token/refresh", { refreshToken: stolen })).status, 200);
  await assert.rejects(renew(stolen), { code: "INVALID_REFRESH_TOKEN" });

  // A buyer's stays good for as long as it lives.
  const buyers = await signIn(await market.api.customer());
  for (let count = 0; count < 2; count++) assert.equal((await renew(buyers)).refreshToken, "");
});
