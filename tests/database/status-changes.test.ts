import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountStatusChange } from "@jangteo/kernel/http/ended-accounts.ts";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { modulesNamed, statusChanges } from "../../apps/server/compose.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace({ alone: true });

test("changes of account status are read page by page, also those of one moment, by the clock of the database", async () => {
  const people = await Promise.all(Array.from({ length: 7 }, () => market.api.customer()));
  const [old, ...recent] = people.map(({ id }) => id);
  const client = new pg.Client({ connectionString: market.own.databaseUrl });
  await client.connect();
  const change = (ids: string[], secondsAgo: number) =>
    client.query(
      "UPDATE account.account SET status = 'SUSPENDED', status_at = now() - $2 * interval '1 second' WHERE id = ANY ($1)",
      [ids, secondsAgo],
    );
  await change([old!], 600);
  await change(recent.slice(0, 1), 30);
  // The same microsecond, over more than one page.
  await change(recent.slice(1), 20);
  const host = await hostModules({
    name: "test",
    modules: await modulesNamed(["account", "order"]),
    settings: readSettings({}),
    log: silentLogger(),
    topology: { databaseUrl: () => market.own.databaseUrl, events: "direct", livePush: "none" },
  });
  const list = statusChanges(host);
  const found: AccountStatusChange[] = [];
  for (let isLast = false; !isLast; ) {
    const page = await list({ withinMs: 60_000, after: found.at(-1), limit: 2, timeoutMs: 5_000 });
    found.push(...page);
    isLast = page.length < 2;
  }
  assert.deepEqual(
    found.map(({ id, status }) => [id, status]),
    [recent[0]!, ...recent.slice(1).toSorted()].map((id) => [id, "SUSPENDED"]),
  );
  for (const [index, { ageMs }] of found.entries()) {
    const expectedMs = index === 0 ? 30_000 : 20_000;
    assert.ok(ageMs >= expectedMs && ageMs < expectedMs + 10_000, `${ageMs} ms`);
  }
  await assert.rejects(list({ withinMs: 1, after: undefined, limit: 1_001, timeoutMs: 5_000 }), {
    code: "INVALID_INPUT",
  });
  await host.close();
  await client.end();
});
