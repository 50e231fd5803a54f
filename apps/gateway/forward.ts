import { type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type Duplex, PassThrough } from "node:stream";
import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { clientAddress, clientProtocol, limitKey, type TrustsProxy } from "@jangteo/kernel/http/client-address.ts";
import type { Dispatcher } from "undici";
import type { HeldBodies } from "./held-bodies.ts";
import { sendProblem, writeProblem } from "./problem.ts";
import type { Upstream, Upstreams } from "./upstreams.ts";

export type ForwardOptions = {
  upstreams: Upstreams;
  /** Proxies in front whose X-Forwarded-For and X-Forwarded-Proto are kept. */
  trustsProxy: TrustsProxy;
  /** Of every response of the gateway itself. */
  standingHeaders: (incoming: IncomingMessage) => Readonly<Record<string, string>>;
  /** An instance has this long to respond to a WebSocket's handshake, and a client to read what is waiting for it. */
  timeoutMs: number;
  /** Larger bodies are refused; smaller ones are held, so that they can be sent again. */
  bodyMaxBytes: number;
  held: HeldBodies;
  /** The same for paths that take uploads; those are passed through as they come. */
  uploads: { isUpload: (url: string) => boolean; maxBytes: number };
};

/** Headers that are between two hops only. */
const hopByHop = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** Where a connection is made. The same codes also come from one that is open, when a request may have been received. */
const connecting = new Set(["connect", "getaddrinfo"]);
const attemptsMax = 3;
const none = Buffer.alloc(0);
/** What a chunk takes in memory beside its bytes: a body may come byte by byte. */
const chunkOverheadBytes = 256;

/** Hands requests to the copies, one after the other, and those that may be repeated to another one when a copy fails. */
export function createForward(options: ForwardOptions) {
  const { upstreams, held } = options;

  async function forward(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const isUpload = options.uploads.isUpload(incoming.url ?? "");
    const maxBytes = isUpload ? options.uploads.maxBytes : options.bodyMaxBytes;
    const chunked = incoming.headers["transfer-encoding"] !== undefined;
    const length = Number(incoming.headers["content-length"] ?? 0);
    if (length > maxBytes) return refuse(incoming, answer, "BODY_TOO_LARGE");
    // An upload without its length goes through as it comes: its service counts the bytes.
    const isHeld = isUpload ? !chunked && length <= options.bodyMaxBytes : true;
    if (!isHeld) return hand(incoming, answer, undefined);
    if (!chunked && length === 0) return hand(incoming, answer, none);
    const address = limitKey(clientAddressOf(incoming));
    let chunks: Buffer[] = [];
    let taken = 0;
    try {
      const problem = await readBody(incoming, maxBytes, (chunk) => {
        const bytes = chunk.length + chunkOverheadBytes;
        const refused = held.take(address, bytes);
        if (refused) return refused;
        taken += bytes;
        chunks.push(chunk);
        return undefined;
      });
      if (problem === "gone") return void answer.destroy();
      if (problem) return refuse(incoming, answer, problem);
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      chunks = [];
      await hand(incoming, answer, body);
    } finally {
      held.giveBack(address, taken);
    }
  }

  async function hand(incoming: IncomingMessage, answer: ServerResponse, held: Buffer | undefined): Promise<void> {
    const headers = headersFor(incoming);
    const tried = new Set<string>();
    for (let attempt = 1; ; attempt++) {
      const upstream = upstreams.pick(tried) ?? upstreams.pick();
      if (!upstream) return sendProblem(answer, incoming, upstreams.isFull() ? "OVERLOADED" : "UNAVAILABLE");
      tried.add(upstream.id);
      const outcome = await send(upstream, incoming, answer, headers, held);
      if (outcome.done) return;
      if (outcome.neverSent) upstreams.failed(upstream);
      const mayRepeat = held !== undefined && (outcome.neverSent || (!outcome.timedOut && isRepeatable(incoming)));
      if (outcome.clientGone || answer.headersSent) return void answer.destroy();
      if (!mayRepeat || attempt >= attemptsMax) return sendProblem(answer, incoming, "UNAVAILABLE");
    }
  }

  /** Whose time was up is not repeated: the next instance would be as slow, and have the work too. */
  type Attempt = { done: boolean; neverSent: boolean; timedOut: boolean; clientGone: boolean };

  function send(
    upstream: Upstream,
    incoming: IncomingMessage,
    answer: ServerResponse,
    headers: Record<string, string | string[]>,
    held: Buffer | undefined,
  ): Promise<Attempt> {
    return new Promise((resolve) => {
      let clientGone = false;
      let late: NodeJS.Timeout | undefined;
      let abort: (() => void) | undefined;
      const gone = () => {
        clientGone = true;
        abort?.();
      };
      answer.once("close", gone);
      const passing = held === undefined ? passOn(incoming) : undefined;
      upstream.underWay++;
      const end = (error?: Error) => {
        upstream.underWay--;
        answer.off("close", gone);
        clearTimeout(late);
        passing?.stop();
        const done = error === undefined;
        resolve({ done, neverSent: !done && wasNeverSent(error), timedOut: !done && hasTimedOut(error), clientGone });
      };
      const dispatched: Dispatcher.DispatchOptions = {
        method: incoming.method as Dispatcher.HttpMethod,
        path: incoming.url ?? "/",
        headers,
        body: passing?.body ?? (held!.length > 0 ? held! : null),
      };
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart(controller) {
          abort = () => controller.abort(new Error("the client is gone"));
          if (clientGone) abort();
        },
        onResponseStart(controller, status) {
          // 1xx: the answer itself is still to come.
          if (status < 200) return;
          answer.writeHead(status, endToEnd(controller.rawHeaders as Buffer[]));
        },
        onResponseData(controller, chunk) {
          if (answer.write(chunk)) return;
          controller.pause();
          // A client that does not read holds a connection to the instance.
          late = setTimeout(() => answer.destroy(), options.timeoutMs);
          answer.once("drain", () => {
            clearTimeout(late);
            controller.resume();
          });
        },
        onResponseEnd() {
          answer.end();
          end();
        },
        onResponseError(_controller, error) {
          end(error);
        },
      };
      try {
        upstream.pool.dispatch(dispatched, handler);
      } catch (error) {
        end(error as Error);
      }
    });
  }

  /** WebSockets: the handshake first; once an instance has switched protocols, the same bytes back and forth. */
  function upgrade(incoming: IncomingMessage, client: Duplex, head: Buffer): void {
    client.on("error", () => undefined);
    const headers = { ...headersFor(incoming), connection: "Upgrade", upgrade: "websocket" };
    const tried = new Set<string>();
    const attempt = (): void => {
      const upstream = upstreams.pick(tried);
      if (!upstream) return writeProblem(client, incoming, "UNAVAILABLE", options.standingHeaders(incoming));
      tried.add(upstream.id);
      const { host, port } = upstream;
      const path = incoming.url ?? "/";
      const handshake = request({ host, port, method: "GET", path, headers, agent: false, timeout: options.timeoutMs });
      let isResponded = false;
      const abort = () => handshake.destroy();
      client.once("close", abort);
      handshake.once("upgrade", (response, instance, first) => {
        isResponded = true;
        client.off("close", abort);
        client.write(headOf(response, "connection: Upgrade\r\nupgrade: websocket\r\n"));
        if (first.length > 0) client.write(first);
        if (head.length > 0) instance.write(head);
        join(client, instance);
      });
      handshake.once("response", (response) => {
        isResponded = true;
        client.write(headOf(response, "connection: close\r\n"));
        response.pipe(client);
      });
      handshake.once("timeout", abort);
      handshake.once("error", (error) => {
        client.off("close", abort);
        if (isResponded || client.destroyed) return void client.destroy();
        if (wasNeverSent(error)) upstreams.failed(upstream);
        attempt();
      });
      handshake.end();
    };
    attempt();
  }

  function headersFor(incoming: IncomingMessage): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {};
    for (const [name, value] of Object.entries(incoming.headers))
      if (value !== undefined && !hopByHop.has(name) && !isReported(name, incoming)) headers[name] = value;
    headers["x-forwarded-for"] = forwardedFor(incoming);
    headers["x-forwarded-proto"] = clientProtocol(incoming, options.trustsProxy);
    return headers;
  }

  /** What the services behind believe of the gateway, since they trust it, only a trusted proxy may say. */
  const isReported = (name: string, incoming: IncomingMessage) =>
    (name === "x-forwarded-host" || name === "forwarded") && !isFromProxy(incoming);
  const isFromProxy = ({ socket }: IncomingMessage) => options.trustsProxy(socket.remoteAddress ?? "");

  const clientAddressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress ?? "", headers["x-forwarded-for"]?.toString(), options.trustsProxy);

  /** What is reported of a client counts only from a proxy that is trusted. */
  function forwardedFor(incoming: IncomingMessage): string {
    const address = incoming.socket.remoteAddress ?? "";
    const reported = incoming.headers["x-forwarded-for"];
    return isFromProxy(incoming) && typeof reported === "string" ? `${reported}, ${address}` : address;
  }

  return { forward, upgrade };
}

/**
 * Whether a request failed before there was a connection, so that no byte of it was received and anybody may repeat it: a
 * name that is not found, a refused, unreachable or timed out connection.
 */
export function wasNeverSent(error: unknown): boolean {
  // One for each address of a name.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(wasNeverSent);
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === "UND_ERR_CONNECT_TIMEOUT" || (code !== undefined && connecting.has(syscall ?? ""));
}

/** Whether the instance had the request, and did not answer in time. */
function hasTimedOut(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT";
}

/** Reads change nothing; a write with an Idempotency-Key has its effect once, however often it comes. */
function isRepeatable({ method, headers }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD" || headers["idempotency-key"] !== undefined;
}

/**
 * A body as it comes. Where the instance responds before its end, and so takes no more of it, the rest is read and thrown away
 * after `stop`: a client may send all before it reads.
 */
function passOn(incoming: IncomingMessage): { body: PassThrough; stop(): void } {
  const body = new PassThrough();
  body.on("error", () => undefined);
  incoming.once("close", () => incoming.complete || body.destroy());
  incoming.pipe(body);
  return {
    body,
    stop() {
      incoming.unpipe(body);
      incoming.resume();
    },
  };
}

/** Reads a body to its end, chunk by chunk; resolves early with what is wrong with it. */
function readBody(
  incoming: IncomingMessage,
  maxBytes: number,
  keep: (chunk: Buffer) => ErrorCode | undefined,
): Promise<ErrorCode | "gone" | undefined> {
  return new Promise((resolve) => {
    let bytes = 0;
    const read = (chunk: Buffer) => {
      bytes += chunk.length;
      const problem = bytes > maxBytes ? "BODY_TOO_LARGE" : keep(chunk);
      if (!problem) return;
      incoming.off("data", read);
      resolve(problem);
    };
    incoming.on("data", read);
    incoming.once("end", () => resolve(undefined));
    incoming.once("close", () => resolve("gone"));
    incoming.once("error", () => resolve("gone"));
  });
}

/** Bytes from each to the other, until one of them ends. */
function join(client: Duplex, instance: Socket): void {
  instance.setNoDelay(true);
  instance.setTimeout(0);
  instance.on("error", () => undefined);
  client.pipe(instance).pipe(client);
  client.once("close", () => instance.destroy());
  instance.once("close", () => client.destroy());
}

/** The head of an instance's response, with these headers of the connection. */
function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage, ofConnection: string): string {
  const headers = endToEnd(rawHeaders.map((text) => Buffer.from(text, "latin1")));
  let text = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${ofConnection}`;
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return `${text}\r\n`;
}

/** A copy's headers, as name, value, name, value, without those of its connection. */
function endToEnd(raw: readonly Buffer[]): string[] {
  const headers: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!.toString("latin1");
    if (!hopByHop.has(name.toLowerCase())) headers.push(name, raw[at + 1]!.toString("latin1"));
  }
  return headers;
}

/** The rest is read and thrown away, as long as a request may take: who is still sending should see the answer. */
function refuse(incoming: IncomingMessage, answer: ServerResponse, code: ErrorCode): void {
  sendProblem(answer, incoming, code);
  incoming.resume();
}
