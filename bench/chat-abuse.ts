import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import { type Account, makeBuyers } from "./lib/marketplace-data.ts";
import { type BenchServer, startMarketplace, startServer } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

type Options = { databaseUrl: string; rounds: number; seconds: number; say: (text: string) => void };

const talkers = 150;
const perSecondEach = 2;

/** What honest people notice while somebody floods, sends monsters and does not read; with the limits of production. */
export async function benchChatAbuse({ databaseUrl, rounds, seconds, say }: Options): Promise<Section> {
  const shop = await startMarketplace(databaseUrl, {
    JANGTEO_RATE_LIMITS: "on",
    JANGTEO_RATE_LIMIT_PER_MINUTE: "100000",
  });
  const people = await makeBuyers(shop.address, talkers);
  const crooks = await makeBuyers(shop.address, 4);
  const sockets = await Promise.all(
    people.map(async (person, index) => ({
      socket: await hello(shop, person.token),
      room: await makeRoom(shop, person, people[(index + 1) % talkers]!),
    })),
  );
  const room = await makeRoom(shop, crooks[0]!, crooks[3]!);
  const results: Record<string, number[]> = {};
  const note = (name: string, value: number) => (results[name] ??= []).push(value);
  const before = shop.memoryMb();
  for (let round = 1; round <= rounds; round++) {
    const calm = await latencies(sockets, seconds);
    const abuser = await startServer("bench/peers/chat-abuser.ts", [], {
      BENCH: JSON.stringify({ address: shop.address, tokens: crooks.map((crook) => crook.token), room }),
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const abused = await latencies(sockets, seconds);
    await abuser.stop();
    note("p50, calm", calm.p50);
    note("p99, calm", calm.p99);
    note("p50, abused", abused.p50);
    note("p99, abused", abused.p99);
    note("server memory", shop.memoryMb());
    say(
      `round ${round}/${rounds}: p99 ${calm.p99.toFixed(1)} ms calm, ${abused.p99.toFixed(1)} ms abused; ${shop.memoryMb().toFixed(0)} MB`,
    );
  }
  for (const { socket } of sockets) socket.terminate();
  await shop.stop();
  const of = (name: string) => median(results[name]!);
  return {
    title: "Chat under abuse",
    measurements: Object.entries(results).map(([name, values]) => ({
      name,
      values,
      unit: name === "server memory" ? "MB" : "ms",
    })),
    ratios: [
      ratio("p99 of others, abused against calm", of("p99, abused") / of("p99, calm"), { max: 2 }),
      ratio("memory after it, MB more than before", Math.max(...results["server memory"]!) - before, { max: 100 }),
    ],
    notes: [
      `${talkers} people send ${perSecondEach} messages a second each and wait for the acknowledgement. Meanwhile one floods with 1,000 sends a second, one sends frames of 1 MB, one messages of 100,000 fragments, one asks for pages and never reads; each comes back as soon as it is thrown out. The abuser shares the machine's two cores, at the lowest priority.`,
    ],
  };
}

async function makeRoom(server: BenchServer, by: Account, other: Account): Promise<string> {
  const response = await fetch(`${server.address}/chat/invite`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${by.token}` },
    body: JSON.stringify({ participants: [{ email: other.email, role: "CUSTOMER" }] }),
  });
  if (!response.ok) throw new Error(`invite: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

async function hello(server: BenchServer, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${server.address.replace(/^http/, "ws")}/chat/socket`, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const welcomed = new Promise((resolve) => socket.once("message", resolve));
  socket.send(JSON.stringify({ type: "hello", token }));
  await welcomed;
  socket.setMaxListeners(0);
  return socket;
}

/** Evenly paced sends (open loop), each measured from when it was due to its acknowledgement. */
async function latencies(
  sockets: readonly { socket: WebSocket; room: string }[],
  seconds: number,
): Promise<{ p50: number; p99: number }> {
  const taken: number[] = [];
  const due = new Map<string, number>();
  const hear = (data: unknown) => {
    for (const line of String(data).split("\n")) {
      if (!line.startsWith('{"type":"ack"')) continue;
      const { clientId } = JSON.parse(line) as { clientId: string };
      const at = due.get(clientId);
      if (at !== undefined && due.delete(clientId)) taken.push(performance.now() - at);
    }
  };
  for (const { socket } of sockets) socket.on("message", hear);
  const startedAt = performance.now() + 50;
  await Promise.all(
    sockets.map(async ({ socket, room }, index) => {
      for (let count = 0; count < seconds * perSecondEach; count++) {
        const at = startedAt + (count + index / sockets.length) * (1_000 / perSecondEach);
        await new Promise((resolve) => setTimeout(resolve, at - performance.now()));
        const clientId = randomUUID();
        due.set(clientId, performance.now());
        socket.send(JSON.stringify({ type: "send", id: 1, room, clientId, body: "오늘 보내 주실 수 있나요?" }));
      }
    }),
  );
  for (let waited = 0; due.size > 0 && waited < 500; waited++) await new Promise((resolve) => setTimeout(resolve, 10));
  for (const { socket } of sockets) socket.off("message", hear);
  if (due.size > 0) throw new Error(`${due.size} messages were never acknowledged`);
  taken.sort((a, b) => a - b);
  const share = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))]!;
  return { p50: share(0.5), p99: share(0.99) };
}
