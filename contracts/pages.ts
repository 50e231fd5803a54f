/** What pages are given to work with: the public API and the sign-in that a browser keeps. Decided by the stage. */
export type PagesBackend = {
  /** Asks the public API, wherever it is. Never rejects: who is away answers 503. */
  call(request: ApiRequest): Promise<ApiAnswer>;
  /** A fresh access token for the refresh token that a browser keeps; nothing when that sign-in is over. */
  renew(refreshToken: string): Promise<Renewed | undefined>;
  readonly production: boolean;
  /** Payments and payouts are fake: every page shows it. */
  readonly rehearsal: boolean;
  /** Someone to look around as, where there is demo data. */
  readonly demo: Readonly<Record<"customer" | "seller" | "admin" | "password", string>> | undefined;
};

export type ApiRequest = {
  readonly method: string;
  /** With the query, as `/search/product?name=`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** The visitor's, whose limits hold. */
  readonly address: string;
};

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type Renewed = {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** To keep instead of the one that was sent; left out where that one stays good. */
  readonly refreshToken?: string;
  readonly account: { readonly id: string; readonly role: string; readonly name: string };
};

/** Where a request carries its backend: pages find it in `event.platform.req`. */
export const backendKey = Symbol.for("jangteo.pages.backend");
