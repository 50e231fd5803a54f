import { connect } from "node:net";
import { setPriority } from "node:os";
import { WebSocket } from "ws";

/**
 * Somebody who means harm, until it is told to stop: floods of sends, frames of 1 MB, messages of 100,000 fragments, and a
 * socket that asks for pages and never reads.
 */
const { address, tokens, room } = JSON.parse(process.env.BENCH!) as { address: string; tokens: string[]; room: string };
const url = `${address.replace(/^http/, "ws")}/chat/socket`;
let stopped = false;
// An abuser brings a machine of its own; here it shares ours, and should not be what others wait for.
setPriority(19);

async function hello(token: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("open", resolve).once("close", resolve));
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: "hello", token }));
  await new Promise((resolve) => socket.once("message", resolve).once("close", resolve));
  return socket;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isOpen = (socket: WebSocket) => socket.readyState === WebSocket.OPEN;

/** 1,000 sends a second, again and again after each dismissal. */
async function flood(token: string): Promise<void> {
  for (let count = 0; !stopped; ) {
    const socket = await hello(token);
    while (isOpen(socket) && !stopped) {
      for (let index = 0; index < 50; index++)
        socket.send(JSON.stringify({ type: "send", id: count, room, clientId: `f${count++}`, body: "도배" }));
      await pause(50);
    }
    socket.terminate();
    await pause(50);
  }
}

async function hugeFrames(token: string): Promise<void> {
  const megabyte = "x".repeat(1_048_576);
  while (!stopped) {
    const socket = await hello(token);
    if (isOpen(socket)) socket.send(megabyte);
    await pause(200);
    socket.terminate();
  }
}

async function fragments(token: string): Promise<void> {
  const first = Buffer.from([0x01, 0x81, 0, 0, 0, 0, 0x61]);
  const many = Buffer.concat(Array.from({ length: 100_000 }, () => Buffer.from([0x00, 0x81, 0, 0, 0, 0, 0x61])));
  while (!stopped) {
    const socket = await hello(token);
    const raw = (socket as unknown as { _socket?: NodeJS.WritableStream })._socket;
    raw?.write(first);
    raw?.write(many);
    await pause(500);
    socket.terminate();
  }
}

async function neverReads(token: string): Promise<void> {
  const { hostname, port } = new URL(address);
  const frame = (value: object) => {
    const payload = Buffer.from(JSON.stringify(value).padEnd(130));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(payload.length);
    return Buffer.concat([Buffer.from([0x81, 0xfe]), length, Buffer.alloc(4), payload]);
  };
  while (!stopped) {
    const socket = connect({ host: hostname, port: Number(port) });
    let closed = false;
    socket.on("error", () => undefined);
    socket.once("close", () => (closed = true));
    await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
    socket.write(
      `GET /chat/socket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    await new Promise((resolve) => socket.once("data", resolve).once("close", resolve));
    socket.write(frame({ type: "hello", token }));
    socket.pause();
    while (!closed && !socket.destroyed && !stopped) {
      socket.write(frame({ type: "open", room, after: 1 }));
      await pause(20);
    }
    socket.destroy();
  }
}

process.on("SIGTERM", () => {
  stopped = true;
  setTimeout(() => process.exit(0), 300);
});
process.send!({ ready: true, address: "none" });
await Promise.all([flood(tokens[0]!), hugeFrames(tokens[1]!), fragments(tokens[2]!), neverReads(tokens[3]!)]);
