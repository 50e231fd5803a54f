import { randomUUID } from "node:crypto";
import type { Person } from "../harness/api-client.ts";
import { type Books, createBooks, type OrderBody } from "./traffic-books.ts";

/** A response, or `undefined` when the connection failed before there was one. */
// oxlint-disable-next-line typescript/no-explicit-any
export type TrafficResponse = { status: number; body: any; replayed: boolean } | undefined;

export type TrafficOptions = {
  baseUrl: string;
  buyers: readonly Person[];
  sellers: readonly Person[];
  admin: Person;
  items: readonly TrafficItem[];
  settlement: "on-purchase" | "on-confirmation";
  feeBasisPoints: number;
  /** Points that each buyer has at the start. */
  startPoints?: number;
  seed: number;
  /** Operations under way at once. */
  workers: number;
  /** Longest pause of a worker between two operations; half of it on average. */
  pauseMs: number;
  /** Called for every response. */
  onResponse?: (response: TrafficResponse, operation: string) => void;
};
export type TrafficItem = { id: string; seller: number; price: number; stock: number };

export type Traffic = {
  readonly books: Books;
  /** Operations that have ended, by name. */
  readonly done: Readonly<Record<string, number>>;
  /** A request had no definite outcome in time; `finish` throws. */
  hasFailed(): boolean;
  /** Starts no more operations; resolves once the outcome of every request is definite and nobody is suspended. */
  finish(): Promise<void>;
};

/** A generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Within this time the outcome of a request has to be definite. */
const definiteWithinMs = 90_000;
const retryMs = 150;
/** This share of requests is sent twice at once under one key. */
const twiceShare = 0.04;

type Sent = { method: string; path: string; by: Person; body?: unknown };

/**
 * Workers that do random things as random people: deposits, carts, purchases, offers, every step of orders, disputes,
 * payouts, stock, suspensions. Each request has a key and is repeated under it until its outcome is definite, as a good
 * client does; what the definite responses say is written into the books. The choices follow from the seed, the
 * interleaving does not.
 */
export function startTraffic(options: TrafficOptions): Traffic {
  const { baseUrl, buyers, sellers, admin, onResponse } = options;
  const books = createBooks(options);
  const done: Record<string, number> = {};
  let stopping = false;
  let failure: unknown;

  async function request({ method, path, by, body }: Sent, key: string, operation: string): Promise<TrafficResponse> {
    let response: TrafficResponse;
    try {
      const answered = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${by.token}`,
          "idempotency-key": key,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await answered.text();
      const isJson = /[/+]json/.test(answered.headers.get("content-type") ?? "");
      response = {
        status: answered.status,
        body: isJson && text ? JSON.parse(text) : { text },
        replayed: answered.headers.get("idempotency-replayed") === "true",
      };
    } catch {
      // No response, or half of one.
    }
    onResponse?.(response, operation);
    return response;
  }

  /** Repeats the request under its key until its outcome is definite. */
  async function untilDefinite(sent: Sent, operation: string, key = randomUUID()) {
    const deadline = Date.now() + definiteWithinMs;
    let isUnknown = false;
    for (;;) {
      const response = await request(sent, key, operation);
      if (response && isDefinite(response, isUnknown)) return response;
      isUnknown ||= !response || response.status >= 500 || response.body.code === "IDEMPOTENCY_KEY_IN_FLIGHT";
      if (Date.now() > deadline)
        throw new Error(`no definite outcome of ${sent.method} ${sent.path}: ${JSON.stringify(response?.body)}`);
      await pause(retryMs);
    }
  }

  async function send(operation: string, random: () => number, sent: Sent) {
    if (random() >= twiceShare || sent.method === "GET") return untilDefinite(sent, operation);
    const key = randomUUID();
    const [one, two] = await Promise.all([untilDefinite(sent, operation, key), untilDefinite(sent, operation, key)]);
    const isAccess = [one, two].some(({ body }) => body.code === "ACCOUNT_SUSPENDED");
    if (!isAccess && (one.status !== two.status || one.body.id !== two.body.id))
      books.wrong.push(`one key, two outcomes: ${sent.path} ${one.status} ${two.status}`);
    return one.status < 400 ? one : two;
  }

  async function worker(random: () => number): Promise<void> {
    const operations = createOperations({ ...options, books, random, send: (name, sent) => send(name, random, sent) });
    while (!stopping) {
      const name = pickByWeight(operations, random());
      await operations[name]!.run();
      done[name] = (done[name] ?? 0) + 1;
      if (options.pauseMs > 0) await pause(random() * options.pauseMs);
    }
  }

  const random = randomFrom(options.seed);
  const working = Promise.all(
    Array.from({ length: options.workers }, () =>
      worker(randomFrom(Math.floor(random() * 2 ** 32))).catch((error: unknown) => {
        stopping = true;
        failure ??= error;
      }),
    ),
  );
  return {
    books,
    done,
    hasFailed: () => failure !== undefined,
    async finish() {
      stopping = true;
      await working;
      if (failure) throw failure;
      const everybody = [...buyers, ...sellers];
      for (const { id } of everybody.filter((person) => books.suspended.has(person.id))) {
        const path = `/accounts/admin/members/${id}/reinstate`;
        await untilDefinite({ method: "POST", path, by: admin, body: { reason: "끝" } }, "reinstate");
      }
    },
  };
}

/**
 * Whether a response says what became of the request. A refusal for a suspended account comes before the key is looked
 * at, so it says nothing about an earlier attempt.
 */
function isDefinite({ status, body, replayed }: NonNullable<TrafficResponse>, isUnknown: boolean): boolean {
  if (status >= 500 || status === 429) return false;
  if (body.code === "IDEMPOTENCY_KEY_IN_FLIGHT") return false;
  return !(isUnknown && !replayed && body.code === "ACCOUNT_SUSPENDED");
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function pickByWeight(operations: Record<string, { weight: number }>, at: number): string {
  const entries = Object.entries(operations);
  let left = at * entries.reduce((sum, [, { weight }]) => sum + weight, 0);
  for (const [name, { weight }] of entries) if ((left -= weight) < 0) return name;
  return entries.at(-1)![0];
}

type Tools = TrafficOptions & {
  books: Books;
  random: () => number;
  send: (operation: string, sent: Sent) => Promise<NonNullable<TrafficResponse>>;
};

function createOperations(tools: Tools): Record<string, { weight: number; run: () => Promise<void> }> {
  const { buyers, sellers, admin, items, books, random, send } = tools;
  const below = (max: number) => Math.floor(random() * max);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const post = (name: string, by: Person, path: string, body: unknown = {}) =>
    send(name, { method: "POST", path, by, body });
  const someItem = () => below(items.length);

  async function buy(buyer: Person, body: { expectedTotal: number; items?: object[] }): Promise<void> {
    const response = await post("buy", buyer, "/customer/orders", body);
    if (response.status === 201) books.bought(buyer.id, body.expectedTotal, response.body as OrderBody);
    // The price that was agreed meanwhile.
    else if (response.body.code === "PRICE_CHANGED" && response.body.total > 0 && random() < 0.8)
      await buy(buyer, { ...body, expectedTotal: response.body.total });
  }

  /** A step of a random order that is under way, by its buyer or one of its sellers. */
  async function step(name: string): Promise<void> {
    const order = books.someOpen(random());
    if (!order) return;
    const part = oneOf(order.parts);
    const byBuyer = ["cancel", "confirm", "dispute"].includes(name);
    const by = byBuyer ? buyers.find(({ id }) => id === order.buyer)! : sellers.find(({ id }) => id === part.seller)!;
    const body = {
      ...(byBuyer && random() < 0.6 && { sellerId: part.seller }),
      ...(name === "ship" && { carrier: "한길택배", trackingNumber: "1" }),
      ...(name === "dispute" && { reason: "사진과 달라요" }),
    };
    const response = await post(name, by, `/${by.role.toLowerCase()}/orders/${order.id}/${name}`, body);
    if (response.status === 200) books.moved(name, response.body as OrderBody);
  }

  const orderStep = (name: string, weight: number) => ({ [name]: { weight, run: () => step(name) } });

  return {
    deposit: {
      weight: 6,
      async run() {
        const buyer = oneOf(buyers);
        const amount = 1 + below(5_000);
        const from = oneOf(["card", "card", "card", "twice", "timeout", "decline"]);
        const { status } = await post("deposit", buyer, "/accounts/customer/balance", { amount, from });
        if (status === 200) books.deposited(buyer.id, amount);
      },
    },
    cart: {
      weight: 12,
      async run() {
        const [buyer, { id: itemId }] = [oneOf(buyers), items[someItem()]!];
        const quantity = 1 + below(3);
        const path = `/customer/cart/items/${itemId}`;
        const what = random();
        if (what < 0.7) await post("cart", buyer, "/customer/cart", { itemId, quantity });
        else if (what < 0.85) await send("cart", { method: "PUT", path, by: buyer, body: { quantity } });
        else await send("cart", { method: "DELETE", path, by: buyer });
      },
    },
    "buy the cart": {
      weight: 8,
      async run() {
        const buyer = oneOf(buyers);
        const { status, body } = await send("view", { method: "GET", path: "/customer/cart", by: buyer });
        if (status === 200) await buy(buyer, { expectedTotal: Math.max(1, body.total) });
      },
    },
    buy: {
      weight: 14,
      async run() {
        const lines = Array.from({ length: 1 + below(3) }, () => ({
          item: items[someItem()]!,
          quantity: 1 + below(3),
        }));
        const expectedTotal = lines.reduce((sum, { item, quantity }) => sum + item.price * quantity, 0);
        const wanted = lines.map(({ item, quantity }) => ({ itemId: item.id, quantity }));
        await buy(oneOf(buyers), { expectedTotal, items: wanted });
      },
    },
    "agree on a price": {
      weight: 2,
      async run() {
        const [buyer, item] = [oneOf(buyers), items[someItem()]!];
        const seller = sellers[item.seller]!;
        const participants = [{ email: seller.email, role: "SELLER" }];
        const { status, body: room } = await post("open a room", buyer, "/chat/invite", { participants });
        if (status >= 300) return;
        const [offers, accepts] = random() < 0.5 ? [buyer, seller] : [seller, buyer];
        const say = (by: Person, body: object) =>
          post("offer", by, `/chat/${room.id}/messages`, { clientId: randomUUID(), body });
        const offer = { itemId: item.id, quantity: 1 + below(3), price: 1 + below(item.price) };
        const made = await say(offers, { offer });
        if (made.status !== 201) return;
        const path = `/chat/${room.id}?after=${made.body.seq - 1}&limit=1`;
        const read = await send("view", { method: "GET", path, by: accepts });
        if (read.status !== 200) return;
        // Stored before it is sent: the purchase may use it before the response is here.
        books.offered(buyer.id, offer);
        await say(accepts, { answer: { offerId: read.body.messages[0].body.offerId, accept: true } });
        const expectedTotal = offer.price * offer.quantity;
        await buy(buyer, { expectedTotal, items: [{ itemId: item.id, quantity: offer.quantity }] });
      },
    },
    ...orderStep("cancel", 4),
    ...orderStep("prepare", 10),
    ...orderStep("ship", 9),
    ...orderStep("deliver", 9),
    ...orderStep("confirm", 9),
    ...orderStep("refund", 3),
    ...orderStep("dispute", 3),
    decide: {
      weight: 3,
      async run() {
        const { body } = await send("view", { method: "GET", path: "/order-admin/disputes?limit=20", by: admin });
        type Dispute = { id: string; orderId: string; sellerId: string };
        const own = ((body.items ?? []) as Dispute[]).filter(({ orderId }) => books.orders.has(orderId));
        if (own.length === 0) return;
        const { id, sellerId } = oneOf(own);
        const decision = random() < 0.7 ? "REFUND" : "DISMISS";
        const path = `/order-admin/disputes/${id}/decide`;
        const response = await post("decide", admin, path, { decision, reason: "사진을 확인함" });
        if (response.status === 200 && decision === "REFUND")
          books.moved("refund", response.body as OrderBody, sellerId);
      },
    },
    "pay out": {
      weight: 3,
      async run() {
        const seller = oneOf(sellers);
        const amount = 1 + below(1_500);
        const bankAccount = oneOf(["110", "110", "timeout", "fail"]);
        const { status } = await post("pay out", seller, "/accounts/seller/payouts", { amount, bankAccount });
        if (status === 201 && bankAccount !== "fail") books.paidOut(seller.id, amount);
      },
    },
    "change stock": {
      weight: 5,
      async run() {
        const item = items[someItem()]!;
        const by = sellers[item.seller]!;
        const path = "/seller/product/item";
        const stockChange = below(30) - 8;
        const set = { expectedStock: below(20), stock: 20 + below(20) };
        const isSet = random() < 0.3;
        const body = { id: item.id, ...(isSet ? set : { stockChange }) };
        const { status } = await send("change stock", { method: "PUT", path, by, body });
        if (status === 200) books.restocked(item.id, isSet ? set.stock - set.expectedStock : stockChange);
      },
    },
    "suspend and reinstate": {
      weight: 0.6,
      async run() {
        const { id } = random() < 0.6 ? oneOf(buyers) : oneOf(sellers);
        const path = `/accounts/admin/members/${id}`;
        const suspended = await post("suspend", admin, `${path}/suspend`, { reason: "확인 중" });
        if (suspended.status !== 200) return;
        books.suspended.add(id);
        await pause(random() * 400);
        const reinstated = await post("reinstate", admin, `${path}/reinstate`, { reason: "이상 없음" });
        if (reinstated.status === 200) books.suspended.delete(id);
        else books.wrong.push(`not reinstated: ${JSON.stringify(reinstated.body)}`);
      },
    },
  };
}
