import type { ClientFrame, RoomEvent, SendBody, ServerFrame } from "@jangteo/contracts/chat/frames.ts";

export type { RoomEvent, SendBody } from "@jangteo/contracts/chat/frames.ts";

/** As much of the standard WebSocket as the client needs; browsers, Node and `ws` all have it. */
export type WebSocketLike = {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number): void;
  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
};

export type ChatClientOptions = {
  /** Address of the socket, such as `wss://shop.example/chat/socket`. */
  url: string;
  /** An access token that is good now; asked at each connection and before the old one ends. */
  token: () => string | Promise<string>;
  /** Rooms that are held already, with the number of the last event of each. */
  rooms?: Iterable<readonly [room: string, seq: number]>;
  /** Opens a socket; the platform's own WebSocket unless told otherwise. */
  connect?: (url: string) => WebSocketLike;
  /** Messages that may wait to be sent (1,000). */
  queueMax?: number;
  /** The first reconnection comes within this time (500 ms), later ones within twice as long each (30 s at most). */
  reconnectMs?: number;
  reconnectMaxMs?: number;
  /** A connection without a welcome is given up after this time (10 s). */
  welcomeMs?: number;
  /** A connection that lasted this long makes the next reconnection a first one again (10 s). */
  stableMs?: number;
  /** A number from 0 to 1, for the jitter. */
  random?: () => number;
};

export type ChatState = "connecting" | "open" | "waiting" | "signed-out" | "closed";

export type Sent = { seq: number; at: string };

export type ChatEvents = {
  /** Something happened in a room: each event once, in the order of its numbers, without gaps. */
  event: RoomEvent & { room: string };
  /** Too much was missed: forget the room's older events and go on from these. */
  reset: { room: string; events: RoomEvent[] };
  read: { room: string; who: string; seq: number };
  typing: { room: string; who: string };
  presence: { room: string; who: string; online: boolean };
  state: ChatState;
  /** The server refused something other than a message: an unknown room, say. */
  refused: { code: string; detail: string; room?: string | undefined };
};

/** A message that the server refused for good. */
export class ChatRefusal extends Error {
  override name = "ChatRefusal";
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

export type ChatClient = {
  readonly state: ChatState;
  /** The number of the last event that was handed over, by room. */
  readonly cursors: ReadonlyMap<string, number>;
  /** Messages that wait for their acknowledgement, the oldest first. */
  readonly unsent: readonly { room: string; clientId: string; body: SendBody }[];
  /**
   * Sends when it can, also after a lost connection or server: resolves once the message is stored, and rejects with a
   * ChatRefusal if it never will be. A room's messages are stored in the order of the calls.
   */
  send(room: string, body: SendBody, clientId?: string): Promise<Sent>;
  /** Follows a room: what came after `after` (or after what is held), then all that comes, with typing and presence. */
  open(room: string, after?: number): void;
  /** No more typing, reads and presence of this room. */
  close(room: string): void;
  /** Says how far one has read. */
  read(room: string, seq: number): void;
  typing(room: string): void;
  on<Name extends keyof ChatEvents>(name: Name, handle: (event: ChatEvents[Name]) => void): () => void;
  /** Leaves for good; what waits to be sent is rejected. */
  stop(): void;
};

type Waiting = {
  id: number;
  room: string;
  clientId: string;
  body: SendBody;
  resolve: (sent: Sent) => void;
  reject: (error: Error) => void;
};

const openState = 1;
const retrySendMs = 300;
/** Of the rooms that a `hello` may name. */
const heldMax = 200;
/** Rooms are asked for within the frames that the server takes of one socket, and leave most of them to messages. */
const asksBurst = 40;
const asksPerSecond = 20;
/** The server closed since it was sent too much. */
const tooMuch = 4429;
const dead = 4000;

/**
 * The chat's client: one socket that comes back by itself to whichever copy answers, gives every event once and in
 * order, and sends every message once. What came is merged by number, what goes is repeated under its clientId.
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const { queueMax = 1_000, reconnectMs = 500, reconnectMaxMs = 30_000, random = Math.random } = options;
  const { welcomeMs = 10_000, stableMs = 10_000 } = options;
  const openSocket = options.connect ?? ((url) => new WebSocket(url) as WebSocketLike);
  const cursors = new Map<string, number>(options.rooms);
  /** Rooms whose missing events were asked for and have not come yet. */
  const asking = new Set<string>();
  /** Rooms to ask for as soon as the pace allows it. */
  const toAsk = new Set<string>();
  let askTokens = asksBurst;
  let askTokensAt = 0;
  let asker: ReturnType<typeof setTimeout> | undefined;
  const attentive = new Set<string>();
  const handlers = new Map<keyof ChatEvents, Set<(event: never) => void>>();
  let queue: Waiting[] = [];
  /** By room and clientId. */
  const inFlight = new Map<string, Waiting>();
  let nextId = 1;
  let state: ChatState = "connecting";
  let socket: WebSocketLike | undefined;
  let welcomed = false;
  let attempts = 0;
  let heardAt = 0;
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let unwelcome: ReturnType<typeof setTimeout> | undefined;
  let stable: ReturnType<typeof setTimeout> | undefined;
  /** Rooms that the last `hello` named: the server opens them by itself. */
  let held = new Set<string>();

  function emit<Name extends keyof ChatEvents>(name: Name, event: ChatEvents[Name]): void {
    for (const handle of handlers.get(name) ?? [])
      try {
        (handle as (event: ChatEvents[Name]) => void)(event);
      } catch (error) {
        // What else came in the same message is not lost for it.
        console.error(error);
      }
  }

  function become(next: ChatState): void {
    if (state === next) return;
    state = next;
    emit("state", next);
  }

  const isOver = () => state === "closed" || state === "signed-out";

  async function connect(): Promise<void> {
    reconnect = undefined;
    if (isOver()) return;
    become("connecting");
    let token: string;
    try {
      token = await options.token();
    } catch {
      return waitAndConnect();
    }
    if (isOver()) return;
    const mine = openSocket(options.url);
    socket = mine;
    welcomed = false;
    unwelcome = setTimeout(() => giveUp(mine), welcomeMs);
    mine.addEventListener("open", () => {
      heardAt = Date.now();
      const rooms = heldRooms();
      held = new Set(rooms.map(([room]) => room));
      tell(mine, { type: "hello", token, rooms: Object.fromEntries(rooms) });
    });
    mine.addEventListener("message", ({ data }) => {
      heardAt = Date.now();
      for (const line of String(data).split("\n"))
        if (line.length > 0 && socket === mine) take(mine, JSON.parse(line) as ServerFrame);
    });
    mine.addEventListener("error", () => undefined);
    mine.addEventListener("close", ({ code }) => {
      if (socket === mine) disconnected(code);
    });
  }

  /** What the server opens at the `hello`: rooms that somebody looks at first, then those that had news last. */
  function heldRooms(): [room: string, seq: number][] {
    const known = [...cursors].toReversed();
    const looked = known.filter(([room]) => attentive.has(room));
    return [...looked, ...known.filter(([room]) => !attentive.has(room))].slice(0, heldMax);
  }

  /** The connection is dead, though nobody said so. Its farewell is not waited for. */
  function giveUp(mine: WebSocketLike): void {
    mine.close(dead);
    if (socket === mine) disconnected(dead);
  }

  function disconnected(code: number): void {
    socket = undefined;
    welcomed = false;
    clearInterval(heartbeat);
    for (const timer of [leaving, unwelcome, stable, asker]) clearTimeout(timer);
    leaving = undefined;
    asker = undefined;
    inFlight.clear();
    asking.clear();
    toAsk.clear();
    if (isOver()) return;
    if (code === 4403) return become("signed-out");
    waitAndConnect(code === tooMuch);
  }

  /**
   * Full jitter: when a server goes, its clients do not all come at once. Who was told that it sends too much waits some
   * seconds at least.
   */
  function waitAndConnect(wasTooMuch = false): void {
    if (isOver() || reconnect) return;
    become("waiting");
    if (wasTooMuch) attempts = Math.max(attempts, 4);
    const withinMs = Math.min(reconnectMaxMs, reconnectMs * 2 ** attempts++);
    const share = wasTooMuch ? 0.5 + random() / 2 : random();
    reconnect = setTimeout(() => void connect(), share * withinMs);
  }

  function tell(to: WebSocketLike | undefined, frame: ClientFrame): boolean {
    if (to?.readyState !== openState) return false;
    to.send(JSON.stringify(frame));
    return true;
  }

  function take(from: WebSocketLike, frame: ServerFrame): void {
    switch (frame.type) {
      case "welcome":
        return begin(from, frame.heartbeatMs);
      case "ack":
        return acknowledged(keyOf(frame), { seq: frame.seq, at: frame.at });
      case "error":
        return refused(frame);
      case "event": {
        const { type: _, room, ...event } = frame;
        return arrived(room, event);
      }
      case "room":
        return fetched(frame);
      case "behind":
        for (const room of frame.rooms) {
          asking.delete(room);
          ask(room);
        }
        return;
      case "pong":
        for (const [room, head] of Object.entries(frame.rooms)) if (head > (cursors.get(room) ?? head)) ask(room);
        return;
      case "read":
        return emit("read", { room: frame.room, who: frame.who, seq: frame.seq });
      case "typing":
        return emit("typing", { room: frame.room, who: frame.who });
      case "presence":
        return emit("presence", { room: frame.room, who: frame.who, online: frame.online });
      case "expiring":
        void Promise.resolve(options.token()).then(
          (token) => tell(from, { type: "auth", token }),
          () => undefined,
        );
        return;
      case "goAway":
        leaving ??= setTimeout(() => {
          attempts = 0;
          from.close(1000);
        }, random() * frame.ms);
        return;
    }
  }

  function begin(from: WebSocketLike, heartbeatMs: number): void {
    welcomed = true;
    clearTimeout(unwelcome);
    clearTimeout(stable);
    stable = setTimeout(() => (attempts = 0), stableMs);
    become("open");
    clearInterval(heartbeat);
    heartbeat = setInterval(() => {
      if (Date.now() - heardAt > heartbeatMs * 2.2) giveUp(from);
      else tell(from, { type: "ping" });
    }, heartbeatMs);
    for (const room of attentive) if (!held.has(room)) ask(room);
    sendNext();
  }

  /** Hands an event over if it is the next one; asks for what is missing before it. */
  function arrived(room: string, event: RoomEvent): void {
    const cursor = cursors.get(room);
    if (cursor !== undefined && event.seq <= cursor) return;
    if (cursor !== undefined && event.seq > cursor + 1) return ask(room);
    cursors.set(room, event.seq);
    emit("event", { room, ...event });
  }

  function fetched({ room, events, more, reset }: Extract<ServerFrame, { type: "room" }>): void {
    asking.delete(room);
    if (reset) {
      cursors.set(room, events.at(-1)?.seq ?? 0);
      emit("reset", { room, events });
      if (more) ask(room);
      return;
    }
    const first = events[0];
    if (!cursors.has(room)) cursors.set(room, first ? first.seq - 1 : 0);
    for (const event of events) arrived(room, event);
    if (more) ask(room);
  }

  function ask(room: string): void {
    if (asking.has(room) || !welcomed) return;
    toAsk.add(room);
    askNext();
  }

  function askNext(): void {
    if (asker) return;
    const now = Date.now();
    askTokens = Math.min(asksBurst, askTokens + ((now - askTokensAt) / 1_000) * asksPerSecond);
    askTokensAt = now;
    for (const room of toAsk) {
      if (askTokens < 1) {
        asker = setTimeout(() => {
          asker = undefined;
          askNext();
        }, 1_000 / asksPerSecond);
        return;
      }
      toAsk.delete(room);
      if (!tell(socket, { type: "open", room, after: cursors.get(room) ?? 0 })) continue;
      askTokens--;
      asking.add(room);
    }
  }

  /** The same clientId may be used in two rooms. */
  const keyOf = ({ room, clientId }: { room: string; clientId: string }) => `${room} ${clientId}`;

  // One message of a room is under way at a time: only so does their order survive a retry.
  function sendNext(): void {
    if (!welcomed) return;
    const rooms = new Set([...inFlight.values()].map((waiting) => waiting.room));
    for (const waiting of queue) {
      if (rooms.has(waiting.room)) continue;
      rooms.add(waiting.room);
      const { id, room, clientId, body } = waiting;
      if (tell(socket, { type: "send", id, room, clientId, body })) inFlight.set(keyOf(waiting), waiting);
    }
  }

  function settle(key: string): Waiting | undefined {
    const waiting = inFlight.get(key);
    if (!waiting) return undefined;
    inFlight.delete(key);
    queue = queue.filter((each) => each !== waiting);
    return waiting;
  }

  function acknowledged(key: string, sent: Sent): void {
    settle(key)?.resolve(sent);
    sendNext();
  }

  function refused(frame: Extract<ServerFrame, { type: "error" }>): void {
    const waiting = [...inFlight.values()].find((each) => each.id === frame.id);
    if (!waiting) {
      const { room } = frame;
      if (room !== undefined && frame.retry) {
        asking.delete(room);
        retryAfterPause(() => ask(room));
        return;
      }
      if (room !== undefined) {
        asking.delete(room);
        cursors.delete(room);
        attentive.delete(room);
      }
      return emit("refused", { code: frame.code, detail: frame.detail, room: frame.room });
    }
    if (!frame.retry) {
      settle(keyOf(waiting))?.reject(new ChatRefusal(frame.code, frame.detail));
      return sendNext();
    }
    // It stays first in its room; after a moment it is tried again under its clientId.
    retryAfterPause(() => {
      if (inFlight.get(keyOf(waiting)) !== waiting) return;
      inFlight.delete(keyOf(waiting));
      sendNext();
    });
  }

  function retryAfterPause(retry: () => void): void {
    setTimeout(retry, retrySendMs * (0.5 + random()));
  }

  void connect();

  return {
    get state() {
      return state;
    },
    cursors,
    get unsent() {
      return queue.map(({ room, clientId, body }) => ({ room, clientId, body }));
    },
    send(room, body, clientId = crypto.randomUUID()) {
      if (isOver()) return Promise.reject(new ChatRefusal("CLOSED", "the client was stopped"));
      if (queue.length >= queueMax)
        return Promise.reject(new ChatRefusal("QUEUE_FULL", `more than ${queueMax} messages wait to be sent`));
      return new Promise((resolve, reject) => {
        queue.push({ id: nextId++, room, clientId, body, resolve, reject });
        sendNext();
      });
    },
    open(room, after) {
      attentive.add(room);
      if (after !== undefined) cursors.set(room, after);
      if (welcomed) {
        asking.delete(room);
        ask(room);
      }
    },
    close(room) {
      attentive.delete(room);
      tell(socket, { type: "close", room });
    },
    read: (room, seq) => void tell(welcomed ? socket : undefined, { type: "read", room, seq }),
    typing: (room) => void tell(welcomed ? socket : undefined, { type: "typing", room }),
    on(name, handle) {
      const set = handlers.get(name) ?? new Set();
      set.add(handle as (event: never) => void);
      handlers.set(name, set);
      return () => void set.delete(handle as (event: never) => void);
    },
    stop() {
      if (state === "closed") return;
      become("closed");
      for (const timer of [reconnect, leaving, unwelcome, stable, asker]) clearTimeout(timer);
      clearInterval(heartbeat);
      socket?.close(1000);
      for (const waiting of queue) waiting.reject(new ChatRefusal("CLOSED", "the client was stopped"));
      queue = [];
    },
  };
}
