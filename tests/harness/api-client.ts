import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createDocumentCheck } from "./documented.ts";
import { until } from "./until.ts";

export type ApiResponse = {
  status: number;
  headers: Headers;
  // The tests look at whatever comes back.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
};

export type RequestOptions = {
  token?: string | undefined;
  /** A JSON value; or a text that is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** An Idempotency-Key. */
  key?: string;
};

export type Person = { id: string; email: string; role: string; token: string };

export type ApiClient = {
  readonly baseUrl: string;
  request(method: string, path: string, options?: RequestOptions): Promise<ApiResponse>;
  get(path: string, token?: string): Promise<ApiResponse>;
  post(path: string, body?: unknown, token?: string, key?: string): Promise<ApiResponse>;
  put(path: string, body: unknown, token?: string): Promise<ApiResponse>;
  delete(path: string, token?: string): Promise<ApiResponse>;
  customer(points?: number): Promise<Person>;
  seller(name?: string): Promise<Person>;
  admin(): Promise<Person>;
  deposit(person: Person, amount: number): Promise<void>;
  balance(person: Person): Promise<number>;
  /** A product with one item per `[price, stock]`. */
  // oxlint-disable-next-line typescript/no-explicit-any
  product(seller: Person, items: [price: number, stock: number][], name?: string): Promise<any>;
  /** A room of `by` and the others. */
  // oxlint-disable-next-line typescript/no-explicit-any
  room(by: Person, others: Person[], productId?: string): Promise<any>;
  /** Sends into a room over HTTP; answers the message's number. */
  say(by: Person, roomId: string, body: unknown, clientId?: string): Promise<number>;
  /** Moves a seller's part of an order on to CONFIRMED: prepared, shipped, delivered, confirmed by the buyer. */
  confirm(orderId: string, seller: Person, buyer: Person): Promise<void>;
  /** Points that a seller can pay out. */
  withdrawable(seller: Person): Promise<number>;
  /** Asks for a payout; a fresh key unless given. */
  payOut(seller: Person, amount: number, key?: string): Promise<ApiResponse>;
  /** Buys named items; a fresh key unless given. */
  buy(
    buyer: Person,
    items: { itemId: string; quantity: number }[],
    expectedTotal: number,
    key?: string,
  ): Promise<ApiResponse>;
};

/**
 * An HTTP client of the public API, with the first steps of most tests. A response of 500 throws, and with `documented` a
 * refusal too that the OpenAPI document does not list.
 */
export function createApiClient(baseUrl: string, { documented = false } = {}): ApiClient {
  const undocumented = documented ? createDocumentCheck(baseUrl) : undefined;
  async function request(method: string, path: string, options: RequestOptions = {}): Promise<ApiResponse> {
    const isText = typeof options.body === "string";
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(options.body !== undefined && { "content-type": "application/json" }),
        ...(options.token && { authorization: `Bearer ${options.token}` }),
        ...(options.key !== undefined && { "idempotency-key": options.key }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: isText ? (options.body as string) : JSON.stringify(options.body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
    const body: unknown = isJson && text ? JSON.parse(text) : text;
    if (response.status >= 500 && response.status !== 503)
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    const code = (body as { code?: unknown } | null)?.code;
    const wrong = typeof code === "string" && (await undocumented?.({ method, path, status: response.status, code }));
    if (wrong) throw new Error(wrong);
    return { status: response.status, headers: response.headers, body };
  }

  const post: ApiClient["post"] = (path, body, token, key) =>
    request("POST", path, { body: body ?? {}, token, ...(key !== undefined && { key }) });

  /** What a test needs before it begins: sent again, as clients do, while the marketplace is too busy for it. */
  async function prepared(send: () => Promise<ApiResponse>): Promise<ApiResponse["body"]> {
    let response: ApiResponse | undefined;
    await until(async () => (response = await send()).status !== 503, {
      timeoutMs: 20_000,
      everyMs: 200,
      why: () => JSON.stringify(response?.body),
    });
    assert.ok(response!.status === 200 || response!.status === 201, JSON.stringify(response!.body));
    return response!.body;
  }

  async function person(role: "customer" | "seller" | "admin", name?: string): Promise<Person> {
    const send = () => post(`/test/create/${role}`, { email: `${randomUUID()}@test.com`, ...(name && { name }) });
    return (await prepared(send)) as Person;
  }

  async function deposit(person: Person, amount: number): Promise<void> {
    const key = randomUUID();
    await prepared(() => post("/accounts/customer/balance", { amount, from: "card" }, person.token, key));
  }

  return {
    baseUrl,
    request,
    get: (path, token) => request("GET", path, { token }),
    post,
    put: (path, body, token) => request("PUT", path, { body, token }),
    delete: (path, token) => request("DELETE", path, { token }),
    async customer(points = 0) {
      const customer = await person("customer");
      if (points > 0) await deposit(customer, points);
      return customer;
    },
    seller: (name) => person("seller", name),
    admin: () => person("admin"),
    deposit,
    async balance({ role, token }) {
      const { body } = await post(`/accounts/${role.toLowerCase()}/balance/check`, {}, token);
      return body.balance as number;
    },
    async product(seller, items, name = `상품 ${randomUUID()}`) {
      const options = items.map(([price, stock], index) => ({ name: `옵션 ${index + 1}`, price, stock }));
      const product = { name, description: "설명", items: options };
      const key = randomUUID();
      return prepared(() => post("/seller/product", product, seller.token, key));
    },
    async room(by, others, productId) {
      const participants = others.map(({ email, role }) => ({ email, role }));
      const invitation = { participants, ...(productId && { productId }) };
      const key = randomUUID();
      return prepared(() => post("/chat/invite", invitation, by.token, key));
    },
    async say(by, roomId, body, clientId = randomUUID()) {
      const answer = await post(`/chat/${roomId}/messages`, { clientId, body }, by.token);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body.seq as number;
    },
    async confirm(orderId, seller, buyer) {
      const steps: [Person, string, unknown][] = [
        [seller, "prepare", {}],
        [seller, "ship", { carrier: "한길택배", trackingNumber: "1" }],
        [seller, "deliver", {}],
        [buyer, "confirm", {}],
      ];
      for (const [by, step, body] of steps) {
        const path = `/${by.role.toLowerCase()}/orders/${orderId}/${step}`;
        const answer = await post(
          path,
          { ...(body as object), ...(by === buyer && { sellerId: seller.id }) },
          by.token,
        );
        assert.equal(answer.status, 200, `${step}: ${JSON.stringify(answer.body)}`);
      }
    },
    async withdrawable({ token }) {
      const { body } = await post("/accounts/seller/balance/check", {}, token);
      return body.withdrawable as number;
    },
    payOut: (seller, amount, key = randomUUID()) =>
      post("/accounts/seller/payouts", { amount, bankAccount: "110-222-333333" }, seller.token, key),
    buy: (buyer, items, expectedTotal, key = randomUUID()) =>
      post("/customer/orders", { expectedTotal, items }, buyer.token, key),
  };
}

/** Asserts a problem document with this status and code. */
export function assertProblem(response: ApiResponse, status: number, code?: string): void {
  const shown = JSON.stringify(response.body);
  assert.equal(response.status, status, shown);
  assert.match(response.headers.get("content-type") ?? "", /application\/problem\+json/, shown);
  assert.equal(response.body.status, status);
  if (code) assert.equal(response.body.code, code, shown);
  for (const field of ["type", "title", "detail", "code"]) assert.equal(typeof response.body[field], "string");
  assert.ok(!/at .*\.ts:|node_modules/.test(shown), "no stack trace");
}
