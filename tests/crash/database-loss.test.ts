import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { ApiResponse } from "../harness/api-client.ts";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const homes: string[] = [];
after(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** The embedded database of a home: its process id by its own lock file. */
const postgresPid = (home: string) =>
  Number(readFileSync(join(home, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

async function embedded() {
  const home = mkdtempSync(join(tmpdir(), "jangteo-home-"));
  homes.push(home);
  const market = await startMarketplace({ databaseUrl: "", env: { JANGTEO_HOME: home } });
  return { home, market };
}

test("PostgreSQL killed under load: 503 meanwhile, back within 10 s, nothing acknowledged is lost", async () => {
  const { home, market } = await embedded();
  const seller = await market.api.seller();
  const product = await market.api.product(seller, [[10, 100_000]]);
  const items = [{ itemId: product.items[0].id, quantity: 1 }];
  const buyers = await Promise.all(Array.from({ length: 8 }, () => market.api.customer(1_000_000)));
  const acknowledged: string[] = [];
  const statuses = new Map<number, number>();
  const maybe: { buyer: (typeof buyers)[number]; key: string }[] = [];
  let stop = false;
  const load = buyers.map(async (buyer) => {
    while (!stop) {
      const key = randomUUID();
      const response: ApiResponse = await market.api.buy(buyer, items, 10, key);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 201) acknowledged.push(response.body.id);
      else maybe.push({ buyer, key });
      if (response.status === 503) {
        assert.ok(response.headers.get("retry-after"));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
  await until(() => acknowledged.length > 100);
  process.kill(postgresPid(home), "SIGKILL");
  const killedAt = Date.now();
  await until(() => (statuses.get(503) ?? 0) > 0);
  const before = acknowledged.length;
  // More than were under way.
  await until(() => acknowledged.length > before + buyers.length, { timeoutMs: 30_000 });
  const backAfterMs = Date.now() - killedAt;
  stop = true;
  await Promise.all(load);
  assert.ok(backAfterMs < 10_000, `back after ${backAfterMs} ms`);
  assert.deepEqual(
    [...statuses.keys()].filter((status) => status !== 201 && status !== 503),
    [],
  );

  // What was not acknowledged has one definite answer under its key.
  for (const { buyer, key } of maybe) {
    let response: ApiResponse | undefined;
    await until(async () => (response = await market.api.buy(buyer, items, 10, key)).status === 201, {
      timeoutMs: 30_000,
      everyMs: 200,
      why: () => JSON.stringify(response?.body),
    });
    acknowledged.push(response!.body.id);
  }
  assert.equal(new Set(acknowledged).size, acknowledged.length);
  assert.equal(await market.api.balance(seller), acknowledged.length * 10);
  const { code, output } = await runCommand(["verify"], { JANGTEO_HOME: home });
  assert.equal(code, 0, output);
  await market.stop();
});

test("kill -9 and start again: the database left behind is taken over, nothing is lost", async () => {
  const { home, market } = await embedded();
  const buyer = await market.api.customer(777);
  market.process.kill("SIGKILL");
  await market.ended;
  const again = await startMarketplace({ databaseUrl: "", env: { JANGTEO_HOME: home } });
  assert.equal(await again.api.balance(buyer), 777);
  const pid = postgresPid(home);
  assert.equal(await again.stop(), 0);
  await until(() => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  });
});

test("a second start on the same home is told who runs there", async () => {
  const { home, market } = await embedded();
  const { code, output } = await runCommand(["start"], { JANGTEO_HOME: home, PORT: "0" });
  assert.equal(code, 1);
  assert.match(output, /already runs/);
  assert.ok(output.includes(market.baseUrl));
  await market.stop();
});

test("a taken port is told with what to do, and leaves nothing running", async () => {
  const { market } = await embedded();
  const home = mkdtempSync(join(tmpdir(), "jangteo-home-"));
  homes.push(home);
  const { code, output } = await runCommand(["start"], { JANGTEO_HOME: home, PORT: new URL(market.baseUrl).port });
  assert.equal(code, 1);
  assert.match(output, /Port \d+ .* is taken/);
  assert.throws(() => postgresPid(home), "the database was stopped");
  await market.stop();
});

test("SIGTERM under load: every request that was taken is answered", async () => {
  const { market } = await embedded();
  const seller = await market.api.seller();
  const product = await market.api.product(seller, [[10, 100_000]]);
  const items = [{ itemId: product.items[0].id, quantity: 1 }];
  const buyers = await Promise.all(Array.from({ length: 20 }, () => market.api.customer(10_000)));
  const sent = buyers.flatMap((buyer) => Array.from({ length: 5 }, () => market.api.buy(buyer, items, 10)));
  await Promise.race(sent);
  const code = await market.stop();
  assert.equal(code, 0);
  const answers = await Promise.allSettled(sent);
  // A connection that was not accepted any more is no request; one that was accepted has a good answer.
  for (const answer of answers) if (answer.status === "fulfilled") assert.equal(answer.value.status, 201);
  assert.ok(answers.filter((answer) => answer.status === "fulfilled").length > 0);
});

test("the program ends by itself when its database is refused", async () => {
  const { code, output } = await runCommand(["start"], {
    DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/none",
    JANGTEO_DATABASE_START_WAIT_MS: "0",
    PORT: "0",
  });
  assert.equal(code, 1);
  assert.match(output, /DATABASE_URL .* cannot be used/);
  assert.ok(!output.includes("secret"));
});
