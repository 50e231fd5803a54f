import { type ChatClient, type ChatClientOptions, createChatClient, type WebSocketLike } from "@jangteo/chat-client";
import { WebSocket } from "ws";
import type { ClientLog, LogLine } from "../checker/check-logs.ts";
import type { ApiClient, Person } from "../harness/api-client.ts";
import { socketUrl } from "../harness/chat.ts";

/** A seeded generator, so that a failing run can be had again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Cuttable = WebSocketLike & { terminate(): void };

/** Opens WebSockets on a bad line: what goes and comes is late, now and then twice, and what comes out of order. */
export function badLine(random: () => number): (url: string) => Cuttable {
  return (url) => {
    const socket = new WebSocket(url);
    socket.on("error", () => undefined);
    let last = Promise.resolve();
    return {
      get readyState() {
        return socket.readyState;
      },
      send(data) {
        const delayMs = random() < 0.2 ? random() * 80 : 0;
        const times = random() < 0.1 && data.includes('"send"') ? 2 : 1;
        last = last.then(async () => {
          if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
          for (let time = 0; time < times; time++) if (socket.readyState === WebSocket.OPEN) socket.send(data);
        });
      },
      close: (code) => socket.close(code),
      terminate: () => socket.terminate(),
      addEventListener(type: string, listener: (event: never) => void) {
        if (type !== "message") return socket.addEventListener(type as "open", listener as () => void);
        const hear = listener as (event: { data: unknown }) => void;
        return socket.addEventListener("message", ({ data }) => {
          if (random() < 0.1) setTimeout(() => hear({ data }), random() * 80);
          else hear({ data });
          if (random() < 0.05) setTimeout(() => hear({ data }), random() * 80);
        });
      },
    };
  };
}

export type StormClient = {
  readonly client: ChatClient;
  readonly person: Person;
  readonly rooms: readonly string[];
  readonly log: LogLine[];
  /** How often it was connected. */
  connections(): number;
  /** Cuts its line. */
  cut(): void;
  /** Sends the next message and logs it; resolves when it is acknowledged. */
  say(room: string): Promise<void>;
  toLog(): ClientLog;
};

/** A client that keeps a log for the checker. */
export function stormClient(
  api: ApiClient,
  person: Person,
  rooms: readonly string[],
  name: string,
  options: Partial<ChatClientOptions> = {},
): StormClient {
  const log: LogLine[] = rooms.map((room) => ({ what: "held", room, seq: 1 }));
  const open = options.connect ?? ((url: string) => new WebSocket(url) as WebSocketLike);
  let current: Cuttable | undefined;
  let connections = 0;
  let said = 0;
  const client = createChatClient({
    url: socketUrl(api),
    token: () => person.token,
    rooms: rooms.map((room) => [room, 1] as const),
    reconnectMs: 200,
    reconnectMaxMs: 2_000,
    ...options,
    connect: (url) => (current = open(url) as Cuttable),
  });
  client.on("state", (state) => {
    if (state === "open") connections++;
  });
  client.on("event", ({ room, seq, sender, clientId, body }) => {
    log.push({ what: "event", room, seq, sender, clientId, text: JSON.stringify(body) });
  });
  client.on("reset", ({ room, events }) => {
    log.push({ what: "held", room, seq: events.at(-1)?.seq ?? 0 });
  });
  return {
    client,
    person,
    rooms,
    log,
    connections: () => connections,
    cut: () => current?.terminate(),
    async say(room) {
      const clientId = `${name}-${said++}`;
      log.push({ what: "sending", room, clientId });
      const { seq } = await client.send(room, `${clientId}: 오늘 보내 주실 수 있나요?`, clientId);
      log.push({ what: "acked", room, clientId, seq });
    },
    toLog: () => ({ client: name, person: person.id, lines: log }),
  };
}

/** So many rooms of two people each. */
export async function pairsOf(
  api: ApiClient,
  count: number,
): Promise<{ room: string; buyer: Person; seller: Person }[]> {
  const pairs: { room: string; buyer: Person; seller: Person }[] = [];
  for (let from = 0; from < count; from += 20)
    pairs.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(20, count - from) }, async () => {
          const [seller, buyer] = await Promise.all([api.seller(), api.customer()]);
          return { room: (await api.room(buyer, [seller])).id as string, buyer, seller };
        }),
      )),
    );
  return pairs;
}
