import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ClientFrame } from "@jangteo/contracts/chat/frames.ts";
import { type ErrorCode, errors } from "@jangteo/contracts/errors.ts";
import type { CheckedToken, VerifyToken } from "@jangteo/kernel/http/access-token.ts";
import type { EndedAccounts } from "@jangteo/kernel/http/ended-accounts.ts";
import { type Language, languageOf } from "@jangteo/kernel/http/problem.ts";
import { type KeyedLimit, takeToken } from "@jangteo/kernel/limits/token-bucket.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import { errorText, fail, isServiceError, ServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { ReadMarks } from "../rooms/read-marks.ts";
import { createAdmission, refuse } from "./admission.ts";
import { type Connection, frameOf, push, pushIfQuick, reconsider } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { readFrame } from "./incoming.ts";
import type { LiveMessage } from "./live-messages.ts";
import { socketFrames, socketsOpen } from "./metrics.ts";
import type { People } from "./people.ts";
import type { RoomsBeyond } from "./rooms-beyond.ts";
import type { Membership, Welcomes } from "./welcomes.ts";

export type SocketParts = {
  settings: Settings;
  log: Logger;
  verifyToken: VerifyToken;
  endedAccounts: EndedAccounts;
  hub: Hub;
  people: People;
  roomsBeyond: RoomsBeyond;
  welcomes: Welcomes;
  reads: ReadMarks;
  sendLimit: KeyedLimit;
  /** Stores what was sent; throws a ServiceError. */
  send: (
    room: string,
    sender: string,
    clientId: string,
    body: Extract<ClientFrame, { type: "send" }>["body"],
  ) => { prepared: Promise<unknown> | undefined; sent: Promise<{ seq: number; at: string }> };
  tell: (message: LiveMessage) => void;
};

export type Sockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends the sockets of a sign-in that ended, or of all of an account's. */
  end(account: string, sessionId: string): void;
  /** Asks every client to go to another copy, spread over a while, and closes those that stay. */
  sendAway(): Promise<void>;
  /** Begins to look after slow readers, silent clients and ends of sign-ins. */
  start(): Worker;
};

const sweepEveryMs = 250;
const complaintsMax = 50;
/** Frames that may come before the welcome. */
const earlyMax = 100;
const typingEveryMs = 3_000;
const expiryWarningMs = 60_000;
/** Frames in one message: what a client sends at once after it was away. */
const linesMax = 1_000;
const closeGraceMs = 1_000;

/** The chat's sockets: handshake, sign-in, frames and their limits. */
export function createSockets(parts: SocketParts): Sockets {
  const { settings, log, hub, people, roomsBeyond, welcomes, reads } = parts;
  const limits = {
    slowBytes: settings.chatSlowBytes,
    behindBytes: settings.chatBehindBytes,
    dropBytes: settings.chatDropBytes,
    dropMs: settings.chatDropMs,
  };
  const options = {
    noServer: true,
    perMessageDeflate: false,
    maxPayload: settings.chatFrameMaxBytes * 4,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    clientTracking: false,
    closeTimeout: 2_000,
  };
  const server = new WebSocketServer(options);
  const admit = createAdmission(settings);
  const connections = new Set<Connection>();
  let anonymous = 0;
  let goingAway = false;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => undefined);
    const language = languageOf(request.headers["accept-language"]);
    const full = goingAway || connections.size + anonymous >= settings.chatSocketsMax;
    const refusal = admit(request, full);
    if (refusal) return refuse(socket, refusal, language);
    server.handleUpgrade(request, socket, head, (webSocket) => greet(webSocket, socket, language));
  }

  /** The first frame says who it is. */
  function greet(socket: WebSocket, wire: Duplex, language: Language): void {
    anonymous++;
    socketsOpen.inc();
    const timer = setTimeout(() => close(socket, 4401), settings.chatHelloMs);
    const left = () => {
      clearTimeout(timer);
      anonymous--;
      socketsOpen.dec();
    };
    socket.on("error", () => undefined);
    socket.once("close", left);
    socket.once("message", (data, isBinary) => {
      clearTimeout(timer);
      const [first = "", ...rest] = isBinary ? [] : linesOf(data);
      const read = readFrame(first);
      if (!("frame" in read) || read.frame.type !== "hello") return close(socket, 4401);
      if (rest.length > earlyMax) return close(socket, 4429);
      const early: string[] = rest;
      const keep = (more: RawData) => {
        const lines = linesOf(more);
        if (early.length + lines.length > earlyMax) close(socket, 4429);
        else early.push(...lines);
      };
      socket.on("message", keep);
      signIn(socket, wire, read.frame, language)
        .then((connection) => {
          socket.off("message", keep);
          if (!connection || socket.readyState !== WebSocket.OPEN) return;
          socket.off("close", left);
          anonymous--;
          listen(connection, language);
          for (const line of early) handleLine(connection, line, language);
        })
        .catch((error: unknown) => {
          log.debug({ err: error }, "a socket could not be welcomed");
          close(socket, 1013);
        });
    });
  }

  async function signIn(
    socket: WebSocket,
    wire: Duplex,
    frame: Extract<ClientFrame, { type: "hello" }>,
    language: Language,
  ): Promise<Connection | undefined> {
    const token = await checkToken(frame.token);
    if (typeof token === "number") {
      close(socket, token);
      return undefined;
    }
    const account = token.principal.id;
    if (people.count(account) >= settings.chatSocketsPerPerson) {
      socket.send(errorFrame(null, "TOO_MANY_SOCKETS", language));
      close(socket, 4429);
      return undefined;
    }
    const connection: Connection = {
      socket,
      wire,
      limits,
      account,
      sessionId: token.sessionId,
      key: token.key,
      issuedAt: token.issuedAt,
      expiresAt: token.expiresAt,
      warnedOfExpiry: false,
      subscriptions: new Map(),
      out: [],
      outChars: 0,
      slowSince: 0,
      behind: false,
      reads: undefined,
      lastHeardAt: performance.now(),
      frameTokens: settings.chatFramesPerSecond * 4,
      frameTokensAt: performance.now(),
      complaints: 0,
      preparing: undefined,
    };
    // From here on invitations reach it; then its rooms are read. The other order would lose what happens in between.
    connections.add(connection);
    people.add(connection);
    try {
      const held = frame.rooms ?? {};
      const { rooms, more, ended } = await welcomes.ask({ account, held: Object.keys(held), token });
      if (ended || socket.readyState !== WebSocket.OPEN) {
        forget(connection);
        if (ended) close(socket, 4403);
        return undefined;
      }
      welcome(connection, held, rooms, language);
      if (more) roomsBeyond.add(connection);
      return connection;
    } catch (error) {
      forget(connection);
      throw error;
    }
  }

  function welcome(
    connection: Connection,
    held: Record<string, number>,
    rooms: readonly Membership[],
    language: Language,
  ): void {
    push(
      connection,
      frameOf({
        type: "welcome",
        session: randomUUID(),
        heartbeatMs: settings.chatHeartbeatMs,
        expiresAt: new Date(connection.expiresAt).toISOString(),
        limits: {
          textMaxBytes: 4_096,
          frameMaxBytes: settings.chatFrameMaxBytes,
          sendsPerSecond: settings.chatSendsPerSecond,
          sendsBurst: settings.chatSendsBurst,
        },
      }),
    );
    const mine = new Set(rooms.map(({ room }) => room));
    for (const membership of rooms) {
      const { room } = membership;
      const after = Object.hasOwn(held, room) ? held[room]! : -1;
      const known = connection.subscriptions.get(room);
      const subscription = known ?? hub.subscribe(connection, membership, after, after >= 0);
      if (after >= 0) hub.open(subscription, after);
      // It was told so before the welcome, when its client does not listen yet.
      else if (known?.missed) push(connection, frameOf({ type: "behind", rooms: [room] }));
    }
    people.arrived(connection);
    for (const room of Object.keys(held))
      if (!mine.has(room)) push(connection, { text: errorFrame(null, "NOT_FOUND_ROOM", language, room) });
  }

  /** The checked token, or the code that its socket is closed with. */
  async function checkToken(token: string): Promise<CheckedToken | 4401 | 4403> {
    try {
      return await parts.verifyToken(token);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (error.code === "INVALID_ACCESS_TOKEN") return 4401;
      if (error.code === "ACCOUNT_SUSPENDED" || error.code === "SECOND_FACTOR_REQUIRED") return 4403;
      throw error;
    }
  }

  function listen(connection: Connection, language: Language): void {
    const { socket } = connection;
    socket.on("message", (data, isBinary) => {
      connection.lastHeardAt = performance.now();
      if (isBinary) return close(socket, 4400);
      const lines = linesOf(data);
      if (lines.length > linesMax) return close(socket, 4429);
      for (const line of lines) handleLine(connection, line, language);
    });
    socket.once("close", () => {
      socketsOpen.dec();
      forget(connection);
    });
  }

  function forget(connection: Connection): void {
    if (!connections.delete(connection)) return;
    people.remove(connection);
    roomsBeyond.remove(connection);
    for (const subscription of connection.subscriptions.values()) hub.unsubscribe(subscription);
  }

  function handleLine(connection: Connection, line: string, language: Language): void {
    if (connection.socket.readyState !== WebSocket.OPEN || closing.has(connection.socket)) return;
    if (settings.rateLimits && !takeFrame(connection)) {
      push(connection, { text: errorFrame(null, "TOO_MANY_REQUESTS", language) });
      return close(connection.socket, 4429);
    }
    const read = line.length <= settings.chatFrameMaxBytes ? readFrame(line) : { id: null };
    if (!("frame" in read)) return complain(connection, read.id, "INVALID_FRAME", language);
    socketFrames.labels(read.frame.type).inc();
    handle(connection, read.frame, language);
  }

  function takeFrame(connection: Connection): boolean {
    const bucket = { tokens: connection.frameTokens, at: connection.frameTokensAt };
    const perSecond = settings.chatFramesPerSecond;
    const taken = takeToken(bucket, perSecond, perSecond * 4, performance.now());
    connection.frameTokens = bucket.tokens;
    connection.frameTokensAt = bucket.at;
    return taken;
  }

  /** Says what is wrong; who never gets it right is sent off. */
  function complain(connection: Connection, id: string | number | null, code: ErrorCode, language: Language): void {
    push(connection, { text: errorFrame(id, code, language) });
    if (++connection.complaints > complaintsMax) close(connection.socket, 4400);
  }

  function handle(connection: Connection, frame: ClientFrame, language: Language): void {
    switch (frame.type) {
      case "send":
        return send(connection, frame, language);
      case "open":
        return openRoom(connection, frame.room, frame.after, language);
      case "close": {
        const subscription = connection.subscriptions.get(frame.room);
        if (subscription) subscription.attentive = false;
        return;
      }
      case "read":
        if (connection.subscriptions.has(frame.room))
          reads.mark({ room: frame.room, who: connection.account, seq: frame.seq });
        return;
      case "typing":
        return typing(connection, frame.room);
      case "auth":
        return void renew(connection, frame.token, language);
      case "ping": {
        const rooms: Record<string, number> = {};
        for (const [id, { attentive, room }] of connection.subscriptions)
          if (attentive && room.head >= 0) rooms[id] = room.head;
        return push(connection, { text: JSON.stringify({ type: "pong", rooms }) });
      }
      case "hello":
        return complain(connection, null, "INVALID_FRAME", language);
    }
  }

  function send(connection: Connection, frame: Extract<ClientFrame, { type: "send" }>, language: Language): void {
    const { id, room, clientId, body } = frame;
    if (settings.rateLimits && !parts.sendLimit.take(connection.account)) {
      push(connection, { text: errorFrame(id, "TOO_MANY_REQUESTS", language) });
      return;
    }
    const start = () => {
      const { prepared, sent } = parts.send(room, connection.account, clientId, body);
      sent.then(
        ({ seq, at }) => push(connection, { text: JSON.stringify({ type: "ack", id, room, clientId, seq, at }) }),
        (error: unknown) => {
          const known = isServiceError(error) ? error : new ServiceError("INTERNAL", {}, { cause: error });
          if (known.code === "INTERNAL") log.error({ err: error }, "a message could not be stored");
          push(connection, { text: errorFrame(id, known, language) });
        },
      );
      return prepared;
    };
    if (!connection.preparing) hold(connection, start());
    else hold(connection, connection.preparing.then(start));
  }

  /** While one send asks elsewhere, later ones of the socket wait behind it. */
  function hold(connection: Connection, prepared: Promise<unknown> | undefined): void {
    if (!prepared) return;
    const settled = prepared.then(
      () => undefined,
      () => undefined,
    );
    connection.preparing = settled;
    void settled.then(() => {
      if (connection.preparing === settled) connection.preparing = undefined;
    });
  }

  function openRoom(connection: Connection, room: string, after: number, language: Language): void {
    welcomes
      .members(room)
      .then((members) => {
        if (connection.socket.readyState !== WebSocket.OPEN) return;
        const me = members.find(({ account }) => account === connection.account);
        const known = connection.subscriptions.get(room);
        if (!me) {
          if (known?.missed) hub.unsubscribe(known);
          throw fail("NOT_FOUND_ROOM");
        }
        const subscription = known ?? hub.subscribe(connection, me, after, true);
        // An earlier look at the members may be answered after a later one.
        if (me.head >= subscription.memberAt) {
          subscription.fromSeq = me.fromSeq;
          subscription.memberAt = me.head;
        }
        subscription.attentive = true;
        hub.open(subscription, after);
        for (const { account: who } of members)
          if (who !== connection.account && people.isOnline(who))
            pushIfQuick(connection, frameOf({ type: "presence", room, who, online: true }));
      })
      .catch((error: unknown) => {
        const known = isServiceError(error) ? error : new ServiceError("UNAVAILABLE", {}, { cause: error });
        push(connection, { text: errorFrame(null, known, language, room) });
      });
  }

  function typing(connection: Connection, room: string): void {
    const subscription = connection.subscriptions.get(room);
    const now = performance.now();
    if (!subscription || (subscription.typedAt > 0 && now - subscription.typedAt < typingEveryMs)) return;
    subscription.typedAt = now;
    passTyping(hub, room, connection.account);
    parts.tell({ typing: [room, connection.account] });
  }

  /** A new token for the same person, so that the socket need not be opened again. */
  async function renew(connection: Connection, token: string, language: Language): Promise<void> {
    try {
      const checked = await checkToken(token);
      if (checked === 4401) return complain(connection, null, "INVALID_ACCESS_TOKEN", language);
      if (checked === 4403) return close(connection.socket, 4403);
      if (checked.principal.id !== connection.account) return close(connection.socket, 4401);
      const { ended } = await welcomes.ask({ account: connection.account, held: [], token: checked });
      if (ended) return close(connection.socket, 4403);
      connection.sessionId = checked.sessionId;
      connection.key = checked.key;
      connection.issuedAt = checked.issuedAt;
      connection.expiresAt = checked.expiresAt;
      connection.warnedOfExpiry = false;
    } catch (error) {
      log.debug({ err: error }, "a token could not be checked");
      push(connection, { text: errorFrame(null, "UNAVAILABLE", language) });
    }
  }

  /**
   * Slow readers, silent clients, ends of sign-ins, of keys and of accounts. The register of these ends is read here rather than
   * at its changes: so it also finds a socket that was being welcomed at that moment, and one whose end was not told.
   */
  function sweep(): void {
    const now = performance.now();
    const time = Date.now();
    const silentMs = settings.chatHeartbeatMs * 2.5;
    for (const connection of connections) {
      reconsider(connection, now);
      const { socket, expiresAt } = connection;
      if (now - connection.lastHeardAt > silentMs) {
        close(socket, 4408);
        socket.terminate();
      } else if (hasEnded(connection)) close(socket, 4403);
      else if (expiresAt <= time || !connection.key.isAccepted) close(socket, 4401);
      else if (!connection.warnedOfExpiry && expiresAt - time < expiryWarningMs) {
        connection.warnedOfExpiry = true;
        push(connection, frameOf({ type: "expiring", seconds: Math.ceil((expiresAt - time) / 1_000) }));
      }
    }
  }

  function hasEnded({ account, sessionId }: Connection): boolean {
    const { endedAccounts } = parts;
    return (
      endedAccounts.statusOf(account) !== undefined || (sessionId !== undefined && endedAccounts.isSignedOut(sessionId))
    );
  }

  return {
    upgrade,
    end(account, sessionId) {
      for (const connection of people.connectionsOf(account))
        if (sessionId === "" || connection.sessionId === sessionId) close(connection.socket, 4403);
    },
    async sendAway() {
      goingAway = true;
      const withinMs = connections.size === 0 ? 0 : settings.chatGoAwayMs;
      const frame = frameOf({ type: "goAway", ms: withinMs });
      for (const connection of connections) push(connection, frame);
      const deadline = performance.now() + withinMs + closeGraceMs;
      while (connections.size > 0 && performance.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 20));
      for (const connection of connections) close(connection.socket, 1001);
      await new Promise((resolve) => setTimeout(resolve, connections.size > 0 ? 200 : 0));
      for (const connection of connections) connection.socket.terminate();
    },
    start() {
      const timer = setInterval(sweep, sweepEveryMs);
      return {
        async stop() {
          clearInterval(timer);
          for (const connection of connections) connection.socket.terminate();
        },
      };
    },
  };
}

/** Passes typing on to those who have the room open. */
export function passTyping(hub: Hub, room: string, who: string): void {
  const live = hub.find(room);
  if (!live) return;
  const frame = frameOf({ type: "typing", room, who });
  for (const { attentive, connection } of live.subscriptions)
    if (attentive && connection.account !== who) pushIfQuick(connection, frame);
}

function linesOf(data: RawData): string[] {
  const text = (data as Buffer).toString();
  return text.includes("\n") ? text.split("\n").filter((line) => line.length > 0) : [text];
}

/** Sockets that are being closed: nothing that they still send is read. */
const closing = new WeakSet<WebSocket>();

function close(socket: WebSocket, code: number): void {
  closing.add(socket);
  // Frames of this turn leave first.
  setImmediate(() => socket.close(code));
}

function errorFrame(
  id: string | number | null,
  error: ErrorCode | ServiceError,
  language: Language,
  room?: string,
): string {
  const known = typeof error === "string" ? fail(error) : error;
  const { kind } = errors[known.code];
  const retry = ["UNAVAILABLE", "DEADLINE_EXCEEDED", "ABORTED", "RESOURCE_EXHAUSTED", "INTERNAL"].includes(kind);
  const detail = errorText(known, language);
  return JSON.stringify({ type: "error", id, code: known.code, detail, retry, ...(room !== undefined && { room }) });
}
