import { randomUUID } from "node:crypto";
import { type ApiClient, createApiClient, type Problem } from "@jangteo/api-client";
import { backendKey, type PagesBackend } from "@jangteo/contracts/pages.ts";
import { error, type RequestEvent, redirect } from "@sveltejs/kit";
import type { Language } from "#lib/messages/messages.ts";
import { createSessions, type Role, type Session } from "./session.ts";

/** One request of one visitor: who they are, their language, and the API as they may use it. */
export type Visit = {
  readonly language: Language;
  /** Has cookies of ours: what they see is theirs alone. */
  readonly isKnown: boolean;
  /** Who is signed in as a buyer, seller or admin, if anybody is. */
  session(role: Role): Promise<Session | undefined>;
  /** The same, or away to the sign-in page, and back afterwards. */
  requireSession(role: Role): Promise<Session>;
  /** `code` is of the account's second factor, if it has one. */
  signIn(role: Role, email: string, password: string, code?: string): Promise<void>;
  /** Authenticates again who is signed in; `forPayout`, the code allows one payout. */
  confirm(role: Role, proof: { password: string; code: string; forPayout: boolean }): Promise<void>;
  signOut(role: Role): Promise<void>;
  /** After something that the sign-in carries has changed, such as the name. */
  refresh(role: Role): Promise<void>;
  /** Payments and payouts are fake. */
  readonly isRehearsal: boolean;
  /** Someone to look around as, where there is demo data. */
  readonly demo: PagesBackend["demo"];
  /** The public API, in the name of whoever is signed in as this role, or of nobody. */
  api(role?: Role): ApiClient;
  /** The same for what is not JSON. */
  ask(request: Request, role: Role | undefined): Promise<Response>;
};

/** What somebody signs in as, in addresses and forms. */
export type SignInAs = "customer" | "seller" | "admin";
export const signInAs = (as: string | null): SignInAs => (as === "seller" || as === "admin" ? as : "customer");
const roles = { customer: "CUSTOMER", seller: "SELLER", admin: "ADMIN" } as const;
export const roleOf = <As extends SignInAs>(as: As): (typeof roles)[As] => roles[as];
const loginPaths = {
  CUSTOMER: "/accounts/customer/login",
  SELLER: "/accounts/seller/login",
  ADMIN: "/accounts/admin/login",
} as const;

const confirmPaths = {
  CUSTOMER: "/accounts/customer/confirm",
  SELLER: "/accounts/seller/confirm",
  ADMIN: "/accounts/admin/confirm",
} as const;

export const languageCookie = "jangteo_language";

/** What of an answer of the API is for those behind us; the rest is of its connection. */
const passedOn = new Set([
  "content-type",
  "content-disposition",
  "cache-control",
  "etag",
  "retry-after",
  "content-security-policy",
  "cross-origin-resource-policy",
  "idempotency-replayed",
]);

/** Opens a visit for a request. */
export function openVisit(event: RequestEvent): Visit {
  const backend = (event.platform!.req as unknown as Record<symbol, PagesBackend>)[backendKey]!;
  const { cookies } = event;
  const language: Language = cookies.get(languageCookie) === "en" ? "en" : "ko";
  const sessions = createSessions(cookies, backend);

  /** Asks the backend, and once more with a fresh token when the one we had is not taken any more. */
  async function ask(request: Request, role: Role | undefined): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
    const send = async (session: Session | undefined) => {
      const headers = Object.fromEntries(request.headers);
      if (session) headers.authorization = `Bearer ${session.accessToken}`;
      const address = event.getClientAddress();
      return backend.call({ method: request.method, path: pathname + search, headers, body, address });
    };
    const session = role && (await sessions.current(role));
    let answer = await send(session);
    if (answer.status === 401 && session && role) answer = await send(await sessions.renew(role, session));
    // The page shows why; the sign-in is over unless its renewal succeeds.
    else if (session && role && isSuspended(answer)) await sessions.renew(role, session);
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? (answer.body as Uint8Array<ArrayBuffer>) : null, {
      status: answer.status,
      headers: Object.entries(answer.headers).filter(([name]) => passedOn.has(name)),
    });
  }

  const api = (role?: Role) =>
    createApiClient({
      baseUrl: "http://api",
      headers: { "accept-language": language, "user-agent": event.request.headers.get("user-agent") ?? "" },
      fetch: (request) => ask(request, role),
    });

  return {
    language,
    isKnown: event.request.headers.has("cookie"),
    session: (role) => sessions.current(role),
    async requireSession(role) {
      const session = await sessions.current(role);
      if (!session) redirect(303, signInPath(role, event.url));
      return session;
    },
    async signIn(role, email, password, code) {
      const body = { email, password, ...(code && { code }) };
      const { refreshToken } = await answerOf(api().POST(loginPaths[role], { body }));
      await sessions.begin(role, refreshToken!);
    },
    async confirm(role, { password, code, forPayout }) {
      const body = { password, ...(code && { code }), ...(forPayout && { forPayout }) };
      await answerOf(api(role).POST(confirmPaths[role], { body }));
      await sessions.renew(role);
    },
    async signOut(role) {
      const refreshToken = sessions.end(role);
      if (refreshToken) await api().POST("/accounts/logout", { body: { refreshToken } });
    },
    async refresh(role) {
      await sessions.renew(role);
    },
    isRehearsal: backend.rehearsal,
    demo: backend.demo,
    api,
    ask,
  };
}

function isSuspended({ status, body }: Awaited<ReturnType<PagesBackend["call"]>>): boolean {
  return status === 403 && Buffer.from(body).includes('"ACCOUNT_SUSPENDED"');
}

/** Where to sign in, and come back from. */
export function signInPath(role: Role, url: URL): string {
  const back = url.pathname + url.search.replace(/^\?\/[a-zA-Z]*(&|$)/, "?").replace(/\?$/, "");
  return `/sign-in?${new URLSearchParams({ ...(role !== "CUSTOMER" && { as: role.toLowerCase() }), to: back }).toString()}`;
}

/** Where administrators set up the second factor that they need. */
export const secondFactorPath = "/admin/security";

/** A refusal of the API, as its problem document tells it. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

type Result<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; throws a Refusal. */
export async function answerOf<T>(asked: Promise<Result<T>>): Promise<T> {
  const { data, error: refused, response } = await asked;
  if (response.ok) return data as T;
  const problem = refused as Problem | undefined;
  throw new Refusal(
    problem?.code ? problem : ({ type: "", title: "", status: response.status, code: "UNAVAILABLE" } as Problem),
  );
}

/** The same; a refusal with this code shows the page's own text instead of the API's. */
export async function answerOrExplain<T>(
  asked: Promise<Result<T>>,
  code: string,
  explain: () => Promise<string>,
): Promise<T> {
  try {
    return await answerOf(asked);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.problem.code !== code) throw refusal;
    throw new Refusal({ ...refusal.problem, detail: await explain() });
  }
}

/** For `load`: what a page cannot do without. A refusal becomes the error page; one for want of a sign-in leads there. */
export async function needed<T>(event: { url: URL }, role: Role | undefined, asked: Promise<Result<T>>): Promise<T> {
  try {
    return await answerOf(asked);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, code, detail, title } = refusal.problem;
    if (status === 401 && role) redirect(303, signInPath(role, event.url));
    if (code === "SECOND_FACTOR_REQUIRED") redirect(303, secondFactorPath);
    error(status, { message: detail ?? title, code });
  }
}

/** A key for a form that is sent at most once with effect, however often it arrives. */
export const newKey = (): string => randomUUID();
