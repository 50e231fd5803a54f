import type { Duplex } from "node:stream";
import type { ServerFrame } from "@jangteo/contracts/chat/frames.ts";
import type { AccessKey } from "@jangteo/kernel/http/access-keys.ts";
import { WebSocket } from "ws";
import type { Subscription } from "./hub.ts";

/** A frame that is written once and sent to many; `bytes` are those of the WebSocket message that it becomes alone. */
export type Frame = { readonly text: string; bytes?: Buffer };

export function frameOf(frame: ServerFrame): Frame {
  return { text: JSON.stringify(frame) };
}

export type ConnectionLimits = { slowBytes: number; behindBytes: number; dropBytes: number; dropMs: number };

/** One socket of a person who has said hello. A plain record: there may be tens of thousands. */
export type Connection = {
  readonly socket: WebSocket;
  /** What the WebSocket runs over; messages are written to it whole. */
  readonly wire: Duplex;
  readonly limits: ConnectionLimits;
  account: string;
  sessionId: string | undefined;
  /** Signed its token. */
  key: AccessKey;
  issuedAt: number;
  expiresAt: number;
  warnedOfExpiry: boolean;
  /** By room. */
  readonly subscriptions: Map<string, Subscription>;
  /** Frames of this turn of the event loop; they leave together. */
  out: Frame[];
  /** Their length, in characters. */
  outChars: number;
  /** When more than `slowBytes` began to wait; 0 while the client keeps up. */
  slowSince: number;
  /** Over `behindBytes`: events are not pushed but pulled later. */
  behind: boolean;
  /** Reads of this turn or of a slow client, merged: the last one of each room and person. */
  reads: Map<string, Frame> | undefined;
  lastHeardAt: number;
  frameTokens: number;
  frameTokensAt: number;
  complaints: number;
  /** Sends that have to ask elsewhere first; later ones of this socket wait, so that their order stays. */
  preparing: Promise<unknown> | undefined;
};

let dirty: Connection[] = [];

/** Sends a frame at the end of this turn, in one write together with what else there is. */
export function push(connection: Connection, frame: Frame): void {
  if (connection.out.length === 0) {
    if (dirty.length === 0) setImmediate(flushAll);
    dirty.push(connection);
  }
  connection.out.push(frame);
  connection.outChars += frame.text.length;
}

/**
 * Whether there is room for a page of events. Where there is not, the client counts as behind, and is told to ask again
 * once it has read what there is: so a client that missed much in many rooms gets it piece by piece.
 */
export function hasRoomForPage(connection: Connection): boolean {
  const { wire, outChars, limits } = connection;
  if (!connection.behind && wire.writableLength + outChars <= limits.behindBytes) return true;
  connection.behind = true;
  if (connection.slowSince === 0) connection.slowSince = performance.now();
  return false;
}

/** Typing and presence: not worth waiting for. */
export function pushIfQuick(connection: Connection, frame: Frame): void {
  if (connection.slowSince === 0) push(connection, frame);
}

/** A read mark replaces the one before it while the client is slow. */
export function pushRead(connection: Connection, key: string, frame: Frame): void {
  if (connection.slowSince === 0) push(connection, frame);
  else (connection.reads ??= new Map()).set(key, frame);
}

function flushAll(): void {
  const connections = dirty;
  dirty = [];
  for (const connection of connections) flush(connection);
}

function flush(connection: Connection): void {
  const { out, socket, wire } = connection;
  connection.out = [];
  connection.outChars = 0;
  if (socket.readyState !== WebSocket.OPEN) return;
  const [first] = out;
  if (out.length === 1) wire.write((first!.bytes ??= textMessage(first!.text)));
  else wire.write(textMessage(out.map((frame) => frame.text).join("\n")));
  const waiting = wire.writableLength;
  if (waiting > connection.limits.slowBytes) slowDown(connection, waiting);
}

/**
 * An unmasked, final text message (RFC 6455, 5.2), head and payload in one piece: the same bytes for all who get it, and
 * one write each where `send` would make two.
 */
function textMessage(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x81;
  if (head === 2) bytes[1] = length;
  else if (head === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(text, head);
  return bytes;
}

function slowDown(connection: Connection, waiting: number): void {
  const { limits } = connection;
  if (connection.slowSince === 0) connection.slowSince = performance.now();
  if (waiting > limits.behindBytes) connection.behind = true;
  if (waiting > limits.dropBytes) drop(connection);
}

/** Ends a socket whose client does not read. It is told so, but not waited for. */
export function drop(connection: Connection): void {
  connection.socket.close(4408);
  connection.socket.terminate();
}

/**
 * Looks again at a slow client: one that caught up gets what was held back; one that did not for too long is dropped.
 */
export function reconsider(connection: Connection, now: number): void {
  if (connection.slowSince === 0) return;
  if (connection.wire.writableLength > connection.limits.slowBytes) {
    if (now - connection.slowSince > connection.limits.dropMs) drop(connection);
    return;
  }
  connection.slowSince = 0;
  for (const frame of connection.reads?.values() ?? []) push(connection, frame);
  connection.reads = undefined;
  if (!connection.behind) return;
  connection.behind = false;
  const rooms = [...connection.subscriptions.values()].filter((each) => each.missed).map((each) => each.room.id);
  for (let from = 0; from < rooms.length; from += 100)
    push(connection, frameOf({ type: "behind", rooms: rooms.slice(from, from + 100) }));
}
