import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLogs } from "../checker/check-logs.ts";
import { startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";
import { pairsOf, type StormClient, stormClient } from "./storm.ts";

test("all copies are replaced under 2,000 connected clients: nobody is stranded, nothing is lost, they come back spread out", async (t) => {
  const market = await startMarketplace({ copies: 2, env: { JANGTEO_CHAT_SOCKETS_PER_PERSON: "100" } });
  let clients: StormClient[] = [];
  try {
    const pairs = await pairsOf(market.api, 50);
    const reconnects: number[] = [];
    // 40 devices in each room, of its two people; the first two of them talk.
    clients = pairs.flatMap(({ room, buyer, seller }, index) =>
      Array.from({ length: 40 }, (_, device) =>
        stormClient(market.api, device % 2 === 0 ? buyer : seller, [room], `c${index}-${device}`),
      ),
    );
    await until(() => clients.every(({ client }) => client.state === "open"), {
      timeoutMs: 60_000,
      why: () => `${clients.filter(({ client }) => client.state === "open").length} of 2,000 are connected`,
    });
    for (const { client } of clients)
      client.on("state", (state) => {
        if (state === "open") reconnects.push(Date.now());
      });

    let deployed = false;
    const talking = clients
      .filter((_, index) => index % 40 < 2)
      .map(async (client) => {
        while (!deployed) {
          await client.say(client.rooms[0]!);
          await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1_000));
        }
      });
    const startedAt = Date.now();
    const { code, output } = await market.command("deploy", "--version", "next");
    const tookMs = Date.now() - startedAt;
    deployed = true;
    assert.equal(code, 0, output);
    await Promise.all(talking);
    for (const { id, version, state } of await market.copies())
      assert.deepEqual([version, state], ["next", "ready"], id);

    const heads = new Map<string, number>();
    for (const { room, buyer } of pairs)
      heads.set(room, (await market.api.get(`/chat/${room}?limit=1`, buyer.token)).body.head as number);
    await until(
      () =>
        clients.every(
          ({ client, rooms: [room] }) => client.state === "open" && client.cursors.get(room!) === heads.get(room!),
        ),
      {
        timeoutMs: 30_000,
        why: () =>
          `stranded: ${clients.filter(({ client, rooms: [room] }) => client.state !== "open" || client.cursors.get(room!) !== heads.get(room!)).length}`,
      },
    );
    for (const { log, rooms } of clients)
      for (const room of rooms) log.push({ what: "head", room, seq: heads.get(room)! });
    const { problems, ...counts } = checkLogs(clients.map((client) => client.toLog()));
    assert.deepEqual(problems, []);
    assert.ok(reconnects.length >= 2_000, `${reconnects.length} reconnections: everyone was sent elsewhere`);
    const perSecond = [...Map.groupBy(reconnects, (at) => Math.floor((at - startedAt) / 500)).values()];
    const most = Math.max(...perSecond.map((each) => each.length));
    t.diagnostic(
      `${JSON.stringify(counts)}; ${reconnects.length} reconnections in ${tookMs} ms, at most ${most} in half a second`,
    );
    assert.ok(most < reconnects.length / 3, `${most} of ${reconnects.length} reconnections in one half second`);
    await market.verify();
  } finally {
    for (const { client } of clients) client.stop();
    await market.stop();
  }
});
