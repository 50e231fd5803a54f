import { type Agent, type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import { sendProblem, writeProblem } from "./problem.ts";
import type { Upstream, Upstreams } from "./upstreams.ts";

export type ForwardOptions = {
  upstreams: Upstreams;
  agent: Agent;
  /** Proxies in front of us whose X-Forwarded-For is kept. */
  trustedProxies: number;
  /** Larger bodies are refused; smaller ones are held, so that they can be sent again. */
  bodyMaxBytes: number;
  /** The same for paths that take uploads; those are passed through as they come. */
  uploads: { path: RegExp; maxBytes: number };
  timeoutMs: number;
};

/** Headers that are between two hops only. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
const attemptsMax = 3;

/** Hands requests to the copies, one after the other, and those that may be repeated to another one when a copy fails. */
export function createForward(options: ForwardOptions) {
  const { upstreams, agent } = options;

  async function forward(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const isUpload = options.uploads.path.test(incoming.url ?? "");
    const maxBytes = isUpload ? options.uploads.maxBytes : options.bodyMaxBytes;
    const chunked = incoming.headers["transfer-encoding"] !== undefined;
    const length = chunked ? maxBytes : Number(incoming.headers["content-length"] ?? 0);
    if (length > maxBytes) return refuseBody(incoming, answer);
    const isHeld = chunked || length <= options.bodyMaxBytes;
    const held = isHeld ? await readBody(incoming, length) : undefined;
    if (held === "too large") return refuseBody(incoming, answer);
    if (held === "gone") return void answer.destroy();
    const headers = headersFor(incoming);
    const tried = new Set<string>();
    for (let attempt = 1; ; attempt++) {
      const upstream = upstreams.pick(tried) ?? upstreams.pick();
      if (!upstream) return sendProblem(answer, incoming, "UNAVAILABLE");
      tried.add(upstream.id);
      const outcome = await send(upstream, incoming, answer, headers, held);
      if (outcome.done) return;
      if (!outcome.clientGone && outcome.connectionFailed) upstreams.failed(upstream);
      const mayRepeat = held !== undefined && (outcome.neverSent || isRepeatable(incoming));
      if (outcome.clientGone || answer.headersSent) return void answer.destroy();
      if (!mayRepeat || attempt >= attemptsMax) return sendProblem(answer, incoming, "UNAVAILABLE");
    }
  }

  type Attempt = { done: boolean; neverSent: boolean; connectionFailed: boolean; clientGone: boolean };

  function send(
    upstream: Upstream,
    incoming: IncomingMessage,
    answer: ServerResponse,
    headers: Record<string, string | string[]>,
    held: Buffer | undefined,
  ): Promise<Attempt> {
    return new Promise((resolve) => {
      let clientGone = false;
      const outgoing: ClientRequest = request({
        host: upstream.host,
        port: upstream.port,
        method: incoming.method,
        path: incoming.url,
        headers,
        agent,
        timeout: options.timeoutMs,
      });
      const gone = () => {
        if (answer.writableFinished) return;
        clientGone = true;
        outgoing.destroy();
      };
      answer.once("close", gone);
      const end = (attempt: Omit<Attempt, "clientGone">) => {
        answer.off("close", gone);
        resolve({ ...attempt, clientGone });
      };
      outgoing.once("timeout", () => outgoing.destroy(new Error("the copy did not answer in time")));
      outgoing.once("response", (response) => {
        const { statusCode = 502, headers: answered } = response;
        for (const [name, value] of Object.entries(answered))
          if (value !== undefined && !hopByHop.has(name)) answer.setHeader(name, value);
        answer.writeHead(statusCode);
        response.pipe(answer);
        response.once("error", () => end({ done: false, neverSent: false, connectionFailed: true }));
        answer.once("finish", () => end({ done: true, neverSent: false, connectionFailed: false }));
        answer.once("close", () => end({ done: true, neverSent: false, connectionFailed: false }));
      });
      outgoing.once("error", (error: NodeJS.ErrnoException) => {
        const neverSent = error.code === "ECONNREFUSED" || error.code === "ENOENT";
        // A kept connection that the other side had just closed: no reason to doubt the copy.
        end({ done: false, neverSent, connectionFailed: !outgoing.reusedSocket });
      });
      if (held === undefined) incoming.pipe(outgoing);
      else outgoing.end(held);
    });
  }

  /** WebSockets: the same bytes to one copy, then back and forth. */
  function upgrade(incoming: IncomingMessage, client: Duplex, head: Buffer): void {
    client.on("error", () => undefined);
    const tried = new Set<string>();
    const attempt = (): void => {
      const upstream = upstreams.pick(tried);
      if (!upstream) return writeProblem(client, incoming, "UNAVAILABLE");
      tried.add(upstream.id);
      const copy = connect({ host: upstream.host, port: upstream.port, noDelay: true });
      let connected = false;
      copy.once("connect", () => {
        connected = true;
        copy.write(headOf(incoming));
        if (head.length > 0) copy.write(head);
        copy.pipe(client);
        client.pipe(copy);
      });
      copy.once("error", () => {
        if (connected) return void client.destroy();
        upstreams.failed(upstream);
        attempt();
      });
      copy.once("close", () => connected && client.destroy());
      client.once("close", () => copy.destroy());
    };
    attempt();
  }

  function headersFor(incoming: IncomingMessage): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {};
    for (const [name, value] of Object.entries(incoming.headers))
      if (value !== undefined && !hopByHop.has(name)) headers[name] = value;
    headers["x-forwarded-for"] = forwardedFor(incoming);
    const said = options.trustedProxies > 0 ? headers["x-forwarded-proto"] : undefined;
    headers["x-forwarded-proto"] = said ?? (incoming.socket instanceof TLSSocket ? "https" : "http");
    return headers;
  }

  /** What a client says of itself counts only when a proxy that we know stands before us. */
  function forwardedFor(incoming: IncomingMessage): string {
    const address = incoming.socket.remoteAddress ?? "";
    const said = incoming.headers["x-forwarded-for"];
    return options.trustedProxies > 0 && typeof said === "string" ? `${said}, ${address}` : address;
  }

  function headOf(incoming: IncomingMessage): string {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (const [name, value] of Object.entries(incoming.headersDistinct))
      if (name !== "x-forwarded-for") for (const each of value ?? []) lines.push(`${name}: ${each}`);
    lines.push(`x-forwarded-for: ${forwardedFor(incoming)}`);
    return `${lines.join("\r\n")}\r\n\r\n`;
  }

  return { forward, upgrade };
}

/** Reads change nothing; a write with an Idempotency-Key has its effect once, however often it comes. */
function isRepeatable({ method, headers }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD" || headers["idempotency-key"] !== undefined;
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | "too large" | "gone"> {
  if (maxBytes === 0) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) return "too large";
      chunks.push(chunk as Buffer);
    }
  } catch {
    return "gone";
  }
  return Buffer.concat(chunks);
}

/** The rest is read and thrown away, as long as a request may take: who is still sending should see the answer. */
function refuseBody(incoming: IncomingMessage, answer: ServerResponse): void {
  sendProblem(answer, incoming, "BODY_TOO_LARGE");
  incoming.resume();
}
