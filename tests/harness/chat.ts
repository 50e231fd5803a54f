import assert from "node:assert/strict";
import {
  type ChatClient,
  type ChatClientOptions,
  createChatClient,
  type RoomEvent,
  type WebSocketLike,
} from "@jangteo/chat-client";
import type { ServerFrame } from "@jangteo/contracts/chat/frames.ts";
import { WebSocket } from "ws";
import type { ApiClient, Person } from "./api-client.ts";
import { until } from "./until.ts";

export function socketUrl(api: ApiClient): string {
  return `${api.baseUrl.replace(/^http/, "ws")}/chat/socket`;
}

/** A client of the kind that pages use, with everything that it was handed over, by room. */
export type LoggedClient = ChatClient & { readonly log: Map<string, RoomEvent[]> };

export function connectClient(api: ApiClient, person: Person, options: Partial<ChatClientOptions> = {}): LoggedClient {
  const client = createChatClient({
    url: socketUrl(api),
    token: () => person.token,
    connect: (url) => new WebSocket(url) as WebSocketLike,
    reconnectMs: 100,
    reconnectMaxMs: 1_000,
    ...options,
  });
  const log = new Map<string, RoomEvent[]>();
  client.on("event", ({ room, ...event }) => log.set(room, [...(log.get(room) ?? []), event]));
  return Object.defineProperty(client as LoggedClient, "log", { value: log });
}

/** A socket without a client's manners: sends what it is told, keeps all frames. */
export type RawSocket = {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[];
  /** The close code, once it is closed. */
  closed(): number | undefined;
  send(...frames: unknown[]): void;
  /** The first frame that fits, now or within 5 s. */
  frame<Type extends ServerFrame["type"]>(
    type: Type,
    fits?: (frame: Extract<ServerFrame, { type: Type }>) => boolean,
  ): Promise<Extract<ServerFrame, { type: Type }>>;
  untilClosed(): Promise<number>;
  end(): void;
};

export async function openSocket(
  api: ApiClient,
  options: { headers?: Record<string, string>; query?: string } = {},
): Promise<RawSocket> {
  const socket = new WebSocket(`${socketUrl(api)}${options.query ?? ""}`, { headers: options.headers ?? {} });
  const frames: ServerFrame[] = [];
  let closed: number | undefined;
  socket.on("message", (data) => {
    for (const line of (data as Buffer).toString().split("\n")) frames.push(JSON.parse(line) as ServerFrame);
  });
  socket.once("close", (code) => (closed = code));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("unexpected-response", (_request, response) => reject(new Error(`refused: ${response.statusCode}`)));
    socket.once("error", reject);
  });
  socket.on("error", () => undefined);
  return {
    socket,
    frames,
    closed: () => closed,
    send: (...sent) => socket.send(sent.map((frame) => JSON.stringify(frame)).join("\n")),
    async frame(type, fits = () => true) {
      const find = () => frames.find((frame) => frame.type === type && fits(frame as never));
      await until(() => find() !== undefined, {
        timeoutMs: 5_000,
        everyMs: 5,
        why: () => `no ${type} among ${JSON.stringify(frames).slice(0, 2_000)}; closed with ${closed}`,
      });
      return find() as never;
    },
    async untilClosed() {
      await until(() => closed !== undefined, {
        timeoutMs: 10_000,
        why: () => `still open: ${JSON.stringify(frames)}`,
      });
      return closed!;
    },
    end: () => socket.terminate(),
  };
}

/** A socket that has said hello and was welcomed. */
export async function helloSocket(api: ApiClient, person: Person, rooms?: Record<string, number>): Promise<RawSocket> {
  const raw = await openSocket(api);
  raw.send({ type: "hello", token: person.token, ...(rooms && { rooms }) });
  await raw.frame("welcome");
  return raw;
}

/** Milliseconds from send to acknowledgement, one message after the other. */
export async function roundTrips(socket: RawSocket, room: string, count: number, name: string): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const id = `${name} ${index}`;
    const startedAt = performance.now();
    socket.send({ type: "send", id, room, clientId: `${name}-${index}`, body: "잘 지내요?" });
    const answer = () => socket.frames.find((frame) => "id" in frame && frame.id === id);
    await until(() => answer() !== undefined, { everyMs: 1 });
    assert.equal(answer()!.type, "ack", JSON.stringify(answer()));
    times.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, 210));
  }
  return times;
}
