import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createApiClient } from "../harness/api-client.ts";
import { createDatabase, runCommand } from "../harness/marketplace.ts";
import { type NameServer, startNameServer, withoutDnsmasq } from "../harness/name-server.ts";
import { until } from "../harness/until.ts";

type Served = { process: ChildProcess; address: string; output(): string };

describe("processes that find each other in DNS", { skip: withoutDnsmasq() }, () => {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-dns-"));
  const running = new Set<ChildProcess>();
  let names: NameServer;
  let databaseUrl: string;

  const publish = (records: Record<string, string[]>) => names.publish(records);

  before(async () => {
    names = await startNameServer();
    databaseUrl = await createDatabase();
    // The tables are there before several processes look for them.
    assert.equal((await runCommand(["verify"], { DATABASE_URL: databaseUrl })).code, 0);
  });
  after(() => {
    for (const each of running) each.kill("SIGKILL");
    names?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function serve(name: string, host: string): Promise<Served> {
    const child = spawn(
      process.execPath,
      [process.env.TEST_SERVER ?? "apps/server/jangteo.ts", "serve", "--stage", "multi-module", "--process", name],
      {
        env: {
          PATH: process.env.PATH,
          JANGTEO_HOME: join(folder, host),
          DATABASE_URL: databaseUrl,
          HOST: host,
          PORT: "0",
          JANGTEO_COPY: `${name} at ${host}`,
          JANGTEO_RATE_LIMITS: "off",
          JANGTEO_DNS_SERVERS: names.address,
          JANGTEO_DNS_EVERY_MS: "500",
          JANGTEO_CALLS_AT: "account-api=account.api:19080,order-api=order.api:19081,chat-api=chat.api:19085",
          JANGTEO_CALL_PORT: name === "account-api" ? "19080" : "19081",
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await until(() => / answers at http/.test(output), { timeoutMs: 20_000, why: () => output });
    return { process: child, address: /answers at (\S+),/.exec(output)![1]!, output: () => output };
  }

  const callsOf = async ({ address }: Served) => {
    const text = await (await fetch(`${address}/metrics`)).text();
    return Number(
      /^jangteo_calls_total\{service="AccountService",method="FindAccounts",code="OK"\} (\d+)/m.exec(text)?.[1] ?? 0,
    );
  };

  test("a dead copy takes no call after its health check misses, a new one gets its share within 5 s, one that left gets none", async () => {
    publish({ "order.api": ["127.0.0.9"] });
    const [first, second, chat] = await Promise.all([
      serve("account-api", "127.0.0.2"),
      serve("account-api", "127.0.0.3"),
      serve("chat-api", "127.0.0.8"),
    ]);
    const accounts = createApiClient(first.address);
    const seller = await accounts.seller();
    const api = createApiClient(chat.address);
    const ask = () =>
      api.post(`/chat-search/seller?email=${encodeURIComponent(seller.email)}`, undefined, seller.token);
    assert.equal((await ask()).status, 503, "nobody is in the registry yet");

    publish({ "account.api": ["127.0.0.2", "127.0.0.3"] });
    await until(async () => (await ask()).status === 200, { timeoutMs: 5_000 });
    const [one, two] = [await callsOf(first), await callsOf(second)];
    for (let turn = 0; turn < 40; turn++) assert.equal((await ask()).status, 200);
    const [oneLater, twoLater] = [await callsOf(first), await callsOf(second)];
    assert.deepEqual([oneLater - one, twoLater - two], [20, 20], "they take turns");

    // It dies; DNS does not know yet.
    first.process.kill("SIGKILL");
    for (let turn = 0; turn < 40; turn++) assert.equal((await ask()).status, 200, "the other one answers");
    const third = await serve("account-api", "127.0.0.4");
    publish({ "account.api": ["127.0.0.3", "127.0.0.4"] });
    await until(async () => (await ask()).status === 200 && (await callsOf(third)) > 0, { timeoutMs: 5_000 });

    publish({ "account.api": ["127.0.0.4"] });
    const goneFrom = async (left: Served) => {
      const seen = await callsOf(left);
      for (let turn = 0; turn < 20; turn++) assert.equal((await ask()).status, 200);
      return (await callsOf(left)) === seen;
    };
    await until(() => goneFrom(second), { timeoutMs: 5_000 });

    // While no name server answers, what was known stays true.
    names.process.kill("SIGKILL");
    await until(() => /no name server answers/.test(chat.output()), { timeoutMs: 10_000, why: chat.output });
    assert.equal((await ask()).status, 200);
  });
});
