import { readFile } from "node:fs/promises";

/** Where the tokens of OAUTHBEARER come from. */
export type TokenSource = () => Promise<string>;

const requestTimeoutMs = 5_000;
const responseMaxBytes = 65_536;
/** Of a token's life, after which another one is fetched. */
const usedShare = 0.8;
/** For a server that does not say how long its token is valid. */
const unknownLifeSeconds = 60;

/** A token in a file that somebody else renews. */
export function tokensOfFile(path: string): TokenSource {
  return async () => {
    const token = (await readFile(path, "utf8")).trim();
    if (!isToken(token)) throw new Error(`The file ${path} contains no token.`);
    return token;
  };
}

export type ClientCredentials = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Empty: none is asked for. */
  readonly scope: string;
};

/** Tokens for client credentials (RFC 6749, 4.4), each kept for most of its life. */
export function tokensOfClient(credentials: ClientCredentials): TokenSource {
  let current: { token: Promise<string>; until: number } | undefined;
  return () => {
    if (current && performance.now() < current.until) return current.token;
    const fetched = fetchToken(credentials);
    // Connections that are made at the same time share the request.
    const next = { token: fetched.then(({ token }) => token), until: performance.now() + requestTimeoutMs };
    current = next;
    fetched.then(
      ({ lifeSeconds }) => (next.until = performance.now() + lifeSeconds * 1_000 * usedShare),
      () => (current = undefined),
    );
    return next.token;
  };
}

async function fetchToken({ url, clientId, clientSecret, scope }: ClientCredentials) {
  const basic = [clientId, clientSecret].map(encodeURIComponent).join(":");
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(basic).toString("base64")}`, accept: "application/json" },
    body: new URLSearchParams({ grant_type: "client_credentials", ...(scope && { scope }) }),
    redirect: "error",
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  const text = await readAtMost(response);
  if (!response.ok) throw new Error(`The server of Kafka's tokens responded with ${response.status}.`);
  const { access_token: token, expires_in: life } = parseObject(text);
  if (typeof token !== "string" || !isToken(token)) throw new Error("The server of Kafka's tokens sent no token.");
  return { token, lifeSeconds: typeof life === "number" && life > 0 ? life : unknownLifeSeconds };
}

async function readAtMost({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > responseMaxBytes) throw new Error("The server of Kafka's tokens sent too much.");
  }
  return text;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** As RFC 6750 writes tokens: nothing that could end the message in which one is sent. */
function isToken(text: string): boolean {
  return /^[\w.~+/-]+=*$/.test(text);
}
