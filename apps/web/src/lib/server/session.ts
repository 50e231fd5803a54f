import type { PagesBackend } from "@jangteo/contracts/pages.ts";
import { type Cookies, error } from "@sveltejs/kit";

export type Role = "CUSTOMER" | "SELLER" | "ADMIN";

export type Session = { readonly accessToken: string; readonly name: string; readonly accountId: string };

export type Sessions = {
  current(role: Role): Promise<Session | undefined>;
  /** A fresh access token, whether or not the one at hand looks good; where it is not `refused` any more, the one at hand. */
  renew(role: Role, refused?: Session): Promise<Session | undefined>;
  begin(role: Role, refreshToken: string): Promise<void>;
  /** Forgets the sign-in here; answers its refresh token. */
  end(role: Role): string | undefined;
};

const sessionDays = 30;
const adminSessionDays = 0.5;
/** A token that is about to die is renewed before. */
const spareSeconds = 30;

type Kept = Session & { readonly expiresAt: number };

/**
 * A browser's sign-ins, one per role, in cookies that scripts cannot read: the refresh token, which is not used up (an
 * administrator's is traded for the next one), and the access token made with it, as long as it lives.
 */
export function createSessions(cookies: Cookies, backend: PagesBackend): Sessions {
  const prefix = backend.production ? "__Host-jangteo" : "jangteo";
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: backend.production } as const;
  const refreshName = (role: Role) => `${prefix}_${role.toLowerCase()}`;
  const accessName = (role: Role) => `${refreshName(role)}_access`;
  const asked = new Map<Role, Promise<Session | undefined>>();

  function forget(role: Role): void {
    cookies.delete(refreshName(role), options);
    cookies.delete(accessName(role), options);
    asked.delete(role);
  }

  function keepRefreshToken(role: Role, refreshToken: string): void {
    // The backend ends an administrator's sign-in by itself; the browser need not keep it longer.
    const days = role === "ADMIN" ? adminSessionDays : sessionDays;
    cookies.set(refreshName(role), refreshToken, { ...options, maxAge: days * 86_400 });
  }

  async function fetchSession(role: Role, refreshToken: string): Promise<Session | undefined> {
    // Nobody there to ask is no reason to sign anybody out.
    const renewed = await backend.renew(refreshToken).catch(() => error(503, { message: "", code: "UNAVAILABLE" }));
    if (renewed?.account.role !== role) {
      forget(role);
      return undefined;
    }
    const { accessToken, expiresIn, account } = renewed;
    const session: Session = { accessToken, name: account.name, accountId: account.id };
    if (renewed.refreshToken) keepRefreshToken(role, renewed.refreshToken);
    const kept: Kept = { ...session, expiresAt: Math.floor(Date.now() / 1_000) + expiresIn };
    cookies.set(accessName(role), Buffer.from(JSON.stringify(kept)).toString("base64url"), {
      ...options,
      maxAge: expiresIn,
    });
    return session;
  }

  async function read(role: Role): Promise<Session | undefined> {
    const refreshToken = cookies.get(refreshName(role));
    if (!refreshToken) return undefined;
    const kept = parse(cookies.get(accessName(role)));
    if (kept && kept.expiresAt - spareSeconds > Date.now() / 1_000) return kept;
    return fetchSession(role, refreshToken);
  }

  return {
    current(role) {
      const known = asked.get(role) ?? read(role);
      asked.set(role, known);
      return known;
    },
    async renew(role, refused) {
      // Several requests of one page may be refused at the same time: the first one renews for all of them.
      const known = refused && (await asked.get(role));
      if (known && known.accessToken !== refused.accessToken) return known;
      const refreshToken = cookies.get(refreshName(role));
      const renewed = refreshToken ? fetchSession(role, refreshToken) : Promise.resolve(undefined);
      asked.set(role, renewed);
      return renewed;
    },
    async begin(role, refreshToken) {
      keepRefreshToken(role, refreshToken);
      const session = fetchSession(role, refreshToken);
      asked.set(role, session);
      await session;
    },
    end(role) {
      const refreshToken = cookies.get(refreshName(role));
      forget(role);
      return refreshToken;
    },
  };
}

function parse(text: string | undefined): Kept | undefined {
  if (!text) return undefined;
  try {
    const kept = JSON.parse(Buffer.from(text, "base64url").toString()) as Kept;
    return typeof kept.accessToken === "string" && typeof kept.expiresAt === "number" ? kept : undefined;
  } catch {
    return undefined;
  }
}
