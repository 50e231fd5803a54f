import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import type { ApiClient, ApiResponse, Person } from "../harness/api-client.ts";
import type { Marketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";
import {
  addToCart,
  agree,
  buy,
  decideDispute,
  isBetter,
  isOnSale,
  type Line,
  type Model,
  move,
  openDisputes,
  type Refusal,
  removeFromCart,
  setInCart,
  steps,
  totalOf,
  viewCart,
  withdrawable,
} from "./plain-model.ts";

/** What the model's indexes are in the marketplace. */
export type Real = {
  api: ApiClient;
  own: Marketplace;
  buyers: Person[];
  sellers: Person[];
  admin: Person;
  products: string[];
  items: string[];
  orders: string[];
  /** Queries of a module's database. */
  read<Row extends object>(module: "account" | "order", sql: string, values: unknown[]): Promise<Row[]>;
};

/** One request or a few, made in the marketplace and in the model; fails where they differ. */
export type Step = {
  run: (model: Model, real: Real) => Promise<void>;
  /** Its name in a counterexample. */
  [fc.toStringMethod]: () => string;
};

/** Queries of the modules' databases; closed together. */
export async function openReader(own: Marketplace): Promise<{ read: Real["read"]; close(): Promise<void> }> {
  const open = async (module: string) => new pg.Pool({ connectionString: await own.databaseOf(module), max: 4 });
  const pools = { account: await open("account"), order: await open("order") };
  return {
    read: async (module, sql, values) => (await pools[module].query(sql, values)).rows,
    close: async () => void (await Promise.all([pools.account.end(), pools.order.end()])),
  };
}

/**
 * Sends until an instance that has not read of a reinstatement yet accepts the person again. `send` uses a new key each
 * time: such a refusal comes before any key is looked at.
 */
async function send(isSuspended: boolean, request: () => Promise<ApiResponse>): Promise<ApiResponse> {
  let response = await request();
  if (isSuspended) return response;
  await until(async () => {
    if (response.body?.code !== "ACCOUNT_SUSPENDED") return true;
    response = await request();
    return false;
  });
  return response;
}

/**
 * Compares a response with the model's. A suspended person is refused, but an instance may need a moment to read of the
 * suspension: until then a request that moves no points may have its effect, which the model then has too.
 */
function check(
  response: ApiResponse,
  isSuspended: boolean,
  statuses: readonly number[],
  effect: () => Refusal,
): boolean {
  if (isSuspended && response.status === 403 && response.body.code === "ACCOUNT_SUSPENDED") return false;
  const refusal = effect();
  const shown = `${response.status} ${JSON.stringify(response.body)}, the model: ${refusal ?? "done"}`;
  if (refusal === undefined) assert.ok(statuses.includes(response.status), shown);
  else assert.equal(response.body.code, refusal, shown);
  return refusal === undefined;
}

const deposit =
  (buyer: number, amount: number, from: string): Step["run"] =>
  async (model, { api, buyers }) => {
    const account = model.buyers[buyer]!;
    const { token } = buyers[buyer]!;
    let key = randomUUID();
    const charge = () => api.post("/accounts/customer/balance", { amount, from }, token, key);
    let response = await send(account.suspended, () => {
      key = randomUUID();
      return charge();
    });
    // The provider has charged and not answered; each instance has its own one.
    if (response.body.code === "PAYMENT_PENDING")
      await until(async () => (response = await charge()).body.code !== "PAYMENT_PENDING");
    if (account.suspended) return assert.equal(response.body.code, "ACCOUNT_SUSPENDED");
    check(response, false, [200], () => {
      if (from === "decline") return "PAYMENT_DECLINED";
      account.balance += amount;
      return undefined;
    });
  };

const changeCart =
  (buyer: number, what: "add" | "set" | "remove", line: Line): Step["run"] =>
  async (model, { api, buyers, items }) => {
    const { token } = buyers[buyer]!;
    const { suspended } = model.buyers[buyer]!;
    const itemId = items[line.item]!;
    const { quantity } = line;
    const path = `/customer/cart/items/${itemId}`;
    const requests = {
      add: () => api.post("/customer/cart", { itemId, quantity }, token),
      set: () => api.put(path, { quantity }, token),
      remove: () => api.delete(path, token),
    };
    const effects = {
      add: () => addToCart(model, buyer, line),
      set: () => setInCart(model, buyer, line),
      remove: () => removeFromCart(model, buyer, line.item),
    };
    const response = await send(suspended, requests[what]);
    if (check(response, suspended, [200], effects[what]))
      assert.equal(response.body.total, viewCart(model, buyer).total);
  };

/** Compares a cart with the model's; both change by the look. */
export async function compareCart(model: Model, { api, buyers, items }: Real, buyer: number): Promise<boolean> {
  const { suspended } = model.buyers[buyer]!;
  const { status, body } = await send(suspended, () => api.get("/customer/cart", buyers[buyer]!.token));
  if (suspended && status === 403) return false;
  assert.equal(status, 200);
  type Shown = { itemId: string; quantity: number; price: number; available: boolean };
  const lines = (body.lines as Shown[])
    .map(({ itemId, quantity, price, available }) => ({ item: items.indexOf(itemId), quantity, price, available }))
    .sort((a, b) => a.item - b.item);
  assert.deepEqual({ lines, total: body.total }, viewCart(model, buyer));
  return true;
}

const purchase =
  (buyer: number, lines: Line[] | undefined, surplus: number): Step["run"] =>
  async (model, real) => {
    const { api, buyers, items, orders } = real;
    const { token } = buyers[buyer]!;
    const { suspended } = model.buyers[buyer]!;
    // As a person does: looks, then pays what is shown.
    if (!lines && !(await compareCart(model, real, buyer))) return;
    const shown = lines ? totalOf(model, buyer, lines) : viewCart(model, buyer).total;
    const expectedTotal = Math.max(1, shown + surplus);
    const body = {
      expectedTotal,
      ...(lines && { items: lines.map(({ item, quantity }) => ({ itemId: items[item]!, quantity })) }),
    };
    const response = await send(suspended, () => api.post("/customer/orders", body, token, randomUUID()));
    if (check(response, suspended, [201], () => buy(model, buyer, lines, expectedTotal))) {
      assert.equal(response.body.total, expectedTotal);
      orders.push(response.body.id);
    }
  };

type Picked = { order: number; part: number };

const takeOn =
  (pick: Picked, step: string, wholeOrder: boolean): Step["run"] =>
  async (model, { api, buyers, sellers, orders }) => {
    if (model.orders.length === 0) return;
    const index = pick.order % model.orders.length;
    const order = model.orders[index]!;
    const part = order.parts[pick.part % order.parts.length]!;
    const byBuyer = step === "dispute" || steps[step]!.by === "buyer";
    const person = byBuyer ? buyers[order.buyer]! : sellers[part.seller]!;
    const { suspended } = byBuyer ? model.buyers[order.buyer]! : model.sellers[part.seller]!;
    const body = {
      ...(byBuyer && !wholeOrder && { sellerId: sellers[part.seller]!.id }),
      ...(step === "ship" && { carrier: "한길택배", trackingNumber: "1" }),
      ...(step === "dispute" && { reason: "사진과 달라요" }),
    };
    const parts = byBuyer && wholeOrder ? order.parts : [part];
    const path = `/${person.role.toLowerCase()}/orders/${orders[index]!}/${step}`;
    const response = await send(suspended, () => api.post(path, body, person.token, randomUUID()));
    check(response, suspended, [200], () =>
      step === "dispute" ? openDisputes(parts) : move(model, order, parts, step),
    );
  };

const several =
  (...runs: Step["run"][]): Step["run"] =>
  async (model, real) => {
    for (const run of runs) await run(model, real);
  };

const decide =
  (pick: Picked, refund: boolean): Step["run"] =>
  async (model, { api, admin, sellers, orders, read }) => {
    const disputed = model.orders.flatMap((order, index) =>
      order.parts.filter(({ dispute }) => dispute !== null).map((part) => ({ order, index, part })),
    );
    if (disputed.length === 0) return;
    const { order, index, part } = disputed[pick.order % disputed.length]!;
    const [dispute] = await read<{ id: string }>(
      "order",
      'SELECT id FROM "order".dispute WHERE order_id = $1 AND seller_id = $2',
      [orders[index], sellers[part.seller]!.id],
    );
    const body = { decision: refund ? "REFUND" : "DISMISS", reason: "사진을 확인함" };
    const path = `/order-admin/disputes/${dispute!.id}/decide`;
    const response = await api.post(path, body, admin.token, randomUUID());
    check(response, false, [200], () => decideDispute(model, order, part, refund));
  };

const changeItem =
  (item: number, change: (stock: number) => { body: object; effect: (of: Model["items"][number]) => Refusal }) =>
  async (model: Model, { api, sellers, items }: Real): Promise<void> => {
    const target = model.items[item]!;
    const { suspended } = model.sellers[target.seller]!;
    const { body, effect } = change(target.stock);
    const response = await send(suspended, () =>
      api.put("/seller/product/item", { id: items[item]!, ...body }, sellers[target.seller]!.token),
    );
    check(response, suspended, [200], () => (isOnSale(model, item) ? effect(target) : "NOT_FOUND_ITEM"));
  };

const changePrice = (item: number, price: number) =>
  changeItem(item, () => ({ body: { price }, effect: (target) => void (target.price = price) }));

const changeStock = (item: number, difference: number) =>
  changeItem(item, (stock) => ({
    body: { stockChange: difference },
    effect: (target) => {
      if (stock + difference < 0) return "ITEM_COUNT_NOT_ENOUGH";
      target.stock += difference;
      return undefined;
    },
  }));

/** `staleBy`: units by which the seller's form is behind. */
const setStock = (item: number, to: number, staleBy: number | undefined) =>
  changeItem(item, (stock) => ({
    body: { stock: to, ...(staleBy !== undefined && { expectedStock: stock + staleBy }) },
    effect: (target) => {
      if (staleBy !== undefined && staleBy !== 0) return "STOCK_CHANGED";
      target.stock = to;
      return undefined;
    },
  }));

/** `percent` of what is withdrawable: above 100 it is refused. */
const payOut =
  (seller: number, percent: number, bankAccount: string): Step["run"] =>
  async (model, { api, sellers }) => {
    const account = model.sellers[seller]!;
    const amount = Math.max(1, Math.floor((withdrawable(model, seller) * percent) / 100));
    const response = await send(account.suspended, () =>
      api.post("/accounts/seller/payouts", { amount, bankAccount }, sellers[seller]!.token, randomUUID()),
    );
    if (account.suspended) return assert.equal(response.body.code, "ACCOUNT_SUSPENDED");
    check(response, false, [201], () => {
      if (amount > withdrawable(model, seller)) return "NOT_ENOUGH_BALANCE";
      // What the provider cannot pay is returned.
      if (bankAccount !== "fail") account.balance -= amount;
      return undefined;
    });
  };

/** The buyer or the seller makes an offer in their chat, the other one accepts it; a price that is no better is not offered. */
const negotiate =
  (buyer: number, line: Line, percent: number, bySeller: boolean): Step["run"] =>
  async (model, { api, buyers, sellers, items, read }) => {
    const { seller, price: listPrice } = model.items[line.item]!;
    const price = Math.max(1, Math.floor((listPrice * percent) / 100));
    if (model.buyers[buyer]!.suspended || model.sellers[seller]!.suspended) return;
    if (!isBetter(model, buyer, line, price)) return;
    const both = [buyers[buyer]!, sellers[seller]!] as const;
    const [offers, accepts] = bySeller ? [both[1], both[0]] : both;
    const itemId = items[line.item]!;
    const opened = await send(false, () =>
      api.post("/chat/invite", { participants: [{ email: both[1].email, role: "SELLER" }] }, both[0].token),
    );
    const room = opened.body.id as string;
    const say = async (by: Person, body: object): Promise<number> => {
      const path = `/chat/${room}/messages`;
      const sent = await send(false, () => api.post(path, { clientId: randomUUID(), body }, by.token));
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      return sent.body.seq as number;
    };
    const seq = await say(offers, { offer: { itemId, quantity: line.quantity, price } });
    const { body: history } = await send(false, () => api.get(`/chat/${room}?after=${seq - 1}&limit=1`, accepts.token));
    await say(accepts, { answer: { offerId: history.messages[0].body.offerId, accept: true } });
    agree(model, buyer, line, price);
    const known = `SELECT FROM "order".agreed_price
      WHERE buyer_id = $1 AND item_id = $2 AND quantity = $3 AND price = $4 AND order_id IS NULL`;
    const wanted = [both[0].id, itemId, line.quantity, price];
    await until(async () => (await read("order", known, wanted)).length === 1);
  };

/** An administrator suspends or reinstates; the order module knows of a seller's when this resolves. */
export const setSuspended =
  (role: "buyer" | "seller", index: number, suspended: boolean): Step["run"] =>
  async (model, { api, admin, buyers, sellers, read }) => {
    const account = (role === "buyer" ? model.buyers : model.sellers)[index]!;
    const { id } = (role === "buyer" ? buyers : sellers)[index]!;
    const path = `/accounts/admin/members/${id}/${suspended ? "suspend" : "reinstate"}`;
    const response = await api.post(path, { reason: "확인 중" }, admin.token);
    check(response, false, [200], () => {
      if (account.suspended === suspended) return "ALREADY_SO";
      account.suspended = suspended;
      return undefined;
    });
    const known = 'SELECT FROM "order".seller WHERE id = $1 AND status = $2';
    if (role === "seller")
      await until(
        async () => (await read("order", known, [id, account.suspended ? "SUSPENDED" : "ACTIVE"])).length === 1,
      );
  };

/** Lists of steps over this many of each. */
export const sizes = { buyers: 2, sellers: 3, itemsEach: 2 };

/** Lists of steps, each with a name that a counterexample shows. */
export function stepLists(): fc.Arbitrary<Step[]> {
  const buyer = fc.nat({ max: sizes.buyers - 1 });
  const seller = fc.nat({ max: sizes.sellers - 1 });
  const item = fc.nat({ max: sizes.sellers * sizes.itemsEach - 1 });
  const line = (max: number) => fc.record({ item, quantity: fc.integer({ min: 1, max }) });
  const pick = fc.record({ order: fc.nat({ max: 20 }), part: fc.nat({ max: 2 }) });
  const surplus = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) });
  const named = (weight: number, arbitrary: fc.Arbitrary<readonly [name: string, run: Step["run"]]>) => ({
    weight,
    arbitrary: arbitrary.map(([name, run]): Step => ({ run, [fc.toStringMethod]: () => name })),
  });
  const json = (value: unknown) => JSON.stringify(value).replaceAll('"', "");
  const step = fc.oneof(
    named(
      3,
      fc
        .tuple(
          buyer,
          fc.integer({ min: 1, max: 5_000 }),
          fc.constantFrom("card", "card", "twice", "timeout", "decline"),
        )
        .map(([by, amount, from]) => [`deposit ${by} ${amount} ${from}`, deposit(by, amount, from)]),
    ),
    named(
      12,
      fc
        .tuple(buyer, fc.array(line(3), { minLength: 1, maxLength: 3 }), surplus)
        .map(([by, lines, more]) => [`buy ${by} ${json(lines)} +${more}`, purchase(by, lines, more)]),
    ),
    named(
      5,
      fc.tuple(buyer, surplus).map(([by, more]) => [`buy the cart ${by} +${more}`, purchase(by, undefined, more)]),
    ),
    named(
      7,
      fc
        .tuple(buyer, fc.constantFrom("add", "add", "add", "set", "remove"), line(4))
        .map(([by, what, one]) => [`cart ${what} ${by} ${json(one)}`, changeCart(by, what, one)]),
    ),
    named(
      9,
      fc
        .tuple(pick, fc.constantFrom(...Object.keys(steps), "dispute"), fc.boolean())
        .map(([which, what, whole]) => [`${what} ${json(which)} ${whole}`, takeOn(which, what, whole)]),
    ),
    named(
      5,
      pick.map((which) => [
        `deliver and confirm ${json(which)}`,
        several(...["prepare", "ship", "deliver", "confirm"].map((what) => takeOn(which, what, false))),
      ]),
    ),
    named(
      3,
      fc
        .tuple(pick, fc.boolean())
        .map(([which, refund]) => [
          `dispute and decide ${json(which)} ${refund}`,
          several(takeOn(which, "dispute", false), decide(which, refund)),
        ]),
    ),
    named(
      2,
      fc.tuple(pick, fc.boolean()).map(([which, refund]) => [`decide ${json(which)} ${refund}`, decide(which, refund)]),
    ),
    named(
      1,
      fc
        .tuple(item, fc.integer({ min: 1, max: 900 }))
        .map(([of, price]) => [`price ${of} ${price}`, changePrice(of, price)]),
    ),
    named(
      2,
      fc.tuple(item, fc.integer({ min: -6, max: 6 })).map(([of, by]) => [`stock ${of} by ${by}`, changeStock(of, by)]),
    ),
    named(
      2,
      fc
        .tuple(item, fc.nat({ max: 12 }), fc.constantFrom(undefined, 0, 0, 3))
        .map(([of, to, stale]) => [`stock ${of} to ${to}, stale by ${stale}`, setStock(of, to, stale)]),
    ),
    named(
      4,
      fc
        .tuple(seller, fc.integer({ min: 10, max: 120 }), fc.constantFrom("110", "110", "fail"))
        .map(([of, percent, account]) => [`pay out ${of} ${percent} % ${account}`, payOut(of, percent, account)]),
    ),
    named(
      2,
      fc
        .tuple(buyer, line(3), fc.integer({ min: 20, max: 120 }), fc.boolean())
        .map(([by, one, percent, bySeller]) => [
          `agree ${by} ${json(one)} ${percent} % ${bySeller}`,
          several(negotiate(by, one, percent, bySeller), changeCart(by, "add", one)),
        ]),
    ),
    named(
      2,
      fc
        .tuple(fc.constantFrom("buyer", "seller"), fc.nat({ max: 1 }), fc.constantFrom(true, false, false, false))
        .map(([role, index, suspend]) => [
          `${suspend ? "suspend" : "reinstate"} ${role} ${index}`,
          setSuspended(role, index, suspend),
        ]),
    ),
  );
  return fc.array(step, { minLength: 20, maxLength: 80, size: "max" });
}
