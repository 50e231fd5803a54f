import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { checkLogs } from "../checker/check-logs.ts";
import { startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";
import { badLine, pairsOf, randomOf, type StormClient, stormClient } from "./storm.ts";

const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 2 ** 31));
const seconds = Number(process.env.STORM_SECONDS ?? 60);

test(`200 clients on bad lines for ${seconds} s, copies and PostgreSQL killed under them: nothing is lost, twice or out of order (STORM_SEED=${seed})`, async (t) => {
  const random = randomOf(seed);
  const home = mkdtempSync(join(tmpdir(), "jangteo-storm-"));
  const market = await startMarketplace({
    databaseUrl: "",
    copies: 2,
    env: {
      JANGTEO_HOME: home,
      JANGTEO_CHAT_HEARTBEAT_MS: "2000",
    },
  });
  let clients: StormClient[] = [];
  try {
    writeFileSync(join(home, "crash-points"), "send.before-commit,send.after-commit,send.after-push");
    const pairs = await pairsOf(market.api, 100);
    clients = pairs.flatMap(({ room, buyer, seller }, index) =>
      [buyer, seller].map((person, side) =>
        stormClient(market.api, person, [room], `c${index}${side === 0 ? "b" : "s"}`, {
          connect: badLine(random),
          random,
        }),
      ),
    );
    const endsAt = Date.now() + seconds * 1_000;
    const talking = clients.map(async (client) => {
      const saying: Promise<void>[] = [];
      while (Date.now() < endsAt) {
        // Often before the last one was acknowledged: the client has to keep the order.
        for (let burst = random() < 0.1 ? 5 : 1; burst > 0; burst--) saying.push(client.say(client.rooms[0]!));
        if (random() < 0.02) client.cut();
        await new Promise((resolve) => setTimeout(resolve, 200 + random() * 1_200));
      }
      await Promise.all(saying);
    });

    const kills: string[] = [];
    const killing = (async () => {
      for (let turn = 0; Date.now() + 5_000 < endsAt; turn++) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(10_000, endsAt - Date.now())));
        if (Date.now() + 3_000 > endsAt) return;
        if (turn === 2) {
          const postgres = readFileSync(join(home, "postgres/data/postmaster.pid"), "utf8").split("\n")[0];
          process.kill(Number(postgres), "SIGKILL");
          kills.push("PostgreSQL");
          continue;
        }
        const serving = await market.pids("chat");
        const victim = serving[turn % serving.length]!;
        // It kills itself at one of the points around the next commit.
        process.kill(victim, "SIGUSR2");
        kills.push(`process ${victim}`);
      }
    })();

    await Promise.all([...talking, killing]);
    const heads = new Map<string, number>();
    await until(
      async () => {
        for (const { room, buyer } of pairs)
          if (!heads.has(room)) heads.set(room, (await market.api.get(`/chat/${room}?limit=1`, buyer.token)).body.head);
        return clients.every(({ client, rooms }) => client.cursors.get(rooms[0]!) === heads.get(rooms[0]!));
      },
      {
        timeoutMs: 30_000,
        everyMs: 200,
        why: () =>
          `left behind: ${clients
            .filter(({ client, rooms }) => client.cursors.get(rooms[0]!) !== heads.get(rooms[0]!))
            .map(
              ({ client, rooms }) => `${client.state} at ${client.cursors.get(rooms[0]!)} of ${heads.get(rooms[0]!)}`,
            )
            .slice(0, 5)
            .join("; ")}`,
      },
    );
    for (const { log, rooms } of clients)
      for (const room of rooms) log.push({ what: "head", room, seq: heads.get(room)! });
    const logs = clients.map((client) => client.toLog());
    const { problems, ...counts } = checkLogs(logs);
    const copies = await market.copies();
    t.diagnostic(
      `${JSON.stringify(counts)}, killed ${kills.join(", ")}; started again: ${copies.map(({ id, restarts }) => `${id} ${restarts}`).join(", ")}`,
    );
    if (problems.length > 0) {
      mkdirSync("artifacts/storm", { recursive: true });
      for (const { client, person, lines } of logs)
        writeFileSync(
          `artifacts/storm/${client}.ndjson`,
          [{ client, person }, ...lines].map((line) => JSON.stringify(line)).join("\n"),
        );
    }
    assert.deepEqual(problems, [], `STORM_SEED=${seed}`);
    assert.ok(counts.acknowledged > seconds * 20, `${counts.acknowledged} acknowledged`);
    assert.ok(kills.length >= Math.floor(seconds / 10) - 1, `killed ${kills.join(", ")}`);
    assert.ok(
      copies.reduce((sum, copy) => sum + copy.restarts, 0) >= kills.filter((name) => name !== "PostgreSQL").length,
      "every copy that was told to die died",
    );
    for (const client of clients) assert.equal(client.client.state, "open", "everyone is connected again");
    const { code, output } = await market.command("verify");
    assert.equal(code, 0, output);
  } finally {
    for (const { client } of clients) client.stop();
    await market.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
