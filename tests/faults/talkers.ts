import assert from "node:assert/strict";
import { pairsOf, type StormClient, stormClient } from "../chat/storm.ts";
import { checkLogs } from "../checker/check-logs.ts";
import type { ApiClient } from "../harness/api-client.ts";
import { until } from "../harness/until.ts";

export type Talkers = {
  /** Messages acknowledged so far. */
  acknowledged(): number;
  /** No new messages; waits until all are acknowledged and everyone has everything, then asks the checker. */
  finish(): Promise<void>;
};

/** Pairs of people who talk all the time, with a log of each for the checker. */
export async function startTalkers(api: ApiClient, rooms: number, pauseMs: number): Promise<Talkers> {
  const pairs = await pairsOf(api, rooms);
  const clients: StormClient[] = pairs.flatMap(({ room, buyer, seller }, index) =>
    [buyer, seller].map((person, side) => stormClient(api, person, [room], `t${index}-${side}`)),
  );
  let stopped = false;
  let acknowledged = 0;
  const talking = clients.map(async (client) => {
    while (!stopped) {
      await client.say(client.rooms[0]!);
      acknowledged++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
    }
  });
  return {
    acknowledged: () => acknowledged,
    async finish() {
      stopped = true;
      try {
        await Promise.all(talking);
        const heads = new Map<string, number>();
        for (const { room, buyer } of pairs)
          heads.set(room, (await api.get(`/chat/${room}?limit=1`, buyer.token)).body.head as number);
        const isUpToDate = ({ client, rooms: [room] }: StormClient) => client.cursors.get(room!) === heads.get(room!);
        await until(() => clients.every(isUpToDate), {
          timeoutMs: 30_000,
          why: () => `${clients.filter((client) => !isUpToDate(client)).length} clients lack messages`,
        });
        for (const { log, rooms: all } of clients)
          for (const room of all) log.push({ what: "head", room, seq: heads.get(room)! });
        assert.deepEqual(checkLogs(clients.map((client) => client.toLog())).problems, []);
      } finally {
        for (const { client } of clients) client.stop();
      }
    },
  };
}
