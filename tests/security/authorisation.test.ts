import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import {
  type ChannelCredentials,
  credentials,
  Client as GrpcChannel,
  Metadata,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { SignJWT } from "jose";
import { type ApiResponse, assertProblem, type Person } from "../harness/api-client.ts";
import {
  forEachOf,
  type Given,
  nobodys,
  type Operation,
  placesOf,
  type Role,
  readOperations,
  sampleOf,
  urlOf,
} from "../harness/operations.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually, until } from "../harness/until.ts";

// The lines of docs/security.md about authorisation; each test is named by its line. Most of them walk every operation of the
// API reference, so that a new route is walked too.
const marketplace = useMarketplace();
const password = "jangteo-tester";
const atOnce = 12;

type People = Record<Role, Person>;
let operations: Operation[];
let people: People;
before(async () => {
  await until(() => marketplace.api !== undefined, { timeoutMs: 60_000 });
  const { api } = marketplace;
  operations = await readOperations(api);
  const [CUSTOMER, SELLER, ADMIN] = await Promise.all([api.customer(), api.seller(), api.admin()]);
  people = { CUSTOMER, SELLER, ADMIN };
});

/** Calls an operation; with ids and fields as given, else made up. A new Idempotency-Key each time, where it takes one. */
function call(
  operation: Operation,
  token: string | undefined,
  given: Given = {},
  body?: unknown,
): Promise<ApiResponse> {
  const { method, body: schema } = operation;
  const sent = body ?? (schema && sampleOf(schema, given));
  const options = { token, key: randomUUID(), ...(sent !== undefined && { body: sent }) };
  return marketplace.api.request(method, urlOf(operation, given), options);
}

const gif = Uint8Array.from(Buffer.from("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64"));

/** The same for what takes an image. */
async function uploadTo(operation: Operation, token: string, given: Given): Promise<ApiResponse> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "image/gif" };
  const url = `${marketplace.api.baseUrl}${urlOf(operation, given)}`;
  const response = await fetch(url, { method: "POST", headers, body: gif });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** What anybody may call, signed in or not. A route that is not named here needs a role. */
const publicOperations = [
  "GET /accounts/.well-known/jwks.json",
  "GET /accounts/{role}/email/{token}",
  "GET /accounts/{role}/verify/{email}",
  "GET /chat-info/responseTime",
  "GET /chat/socket",
  "GET /dev/mail",
  "GET /search/categories",
  "GET /search/pictures/{id}",
  "GET /search/pictures/{id}/thumbnail",
  "GET /search/product",
  "GET /search/product/detail",
  "GET /search/product/reviews",
  "GET /search/suggest",
  "POST /accounts/logout",
  "POST /accounts/password/forgot",
  "POST /accounts/password/reset",
  "POST /accounts/token/refresh",
  "POST /accounts/{role}/login",
  "POST /accounts/{role}/signup",
  "POST /search/product/viewed",
  "POST /test/create/{role}",
  "POST /test/login/{role}",
];

/** The roles that a path is for, by its name. */
function rolesByName(path: string): Role[] {
  if (/^\/(accounts\/admin|order-admin|chat-admin)(\/|$)/.test(path)) return ["ADMIN"];
  if (/^\/(accounts\/)?customer(\/|$)/.test(path)) return ["CUSTOMER"];
  if (/^\/(accounts\/)?seller(\/|$)/.test(path)) return ["SELLER"];
  if (path === "/accounts/balance/entries") return ["CUSTOMER", "SELLER"];
  assert.match(path, /^\/chat(-info|-search)?\//, `${path}: whose is it?`);
  return ["CUSTOMER", "SELLER", "ADMIN"];
}

const rolesInPath = /\/(customer|seller|admin)(?=\/|$)/;

describe("every operation", () => {
  test("line 17: refuses every role that it is not for, and everybody who is not signed in (V8.2.1, API5)", async () => {
    assert.ok(operations.length > 120, `${operations.length} operations`);
    const unsigned = operations.filter(({ roles }) => roles === undefined || roles.length === 0);
    const named = unsigned.map(({ name }) => name.replace(rolesInPath, "/{role}"));
    assert.deepEqual([...new Set(named)].sort(), [...publicOperations].sort());

    const signed = operations.filter((each) => !unsigned.includes(each));
    for (const { path, roles } of signed) assert.deepEqual([...roles!].sort(), rolesByName(path).sort(), path);
    await forEachOf(
      signed.flatMap((operation) => [undefined, "CUSTOMER", "SELLER", "ADMIN"].map((role) => ({ operation, role }))),
      atOnce,
      async ({ operation, role }) => {
        const shown = `${operation.name} as ${role}`;
        const isAllowed = operation.roles!.includes(role as Role);
        // Whoever is allowed writes with a field that no route takes, so that the walk changes nothing.
        const body = isAllowed && /POST|PUT/.test(operation.method) ? { nonsense: true } : undefined;
        const response = await call(operation, role && people[role as Role].token, {}, body);
        if (role === undefined) return assertProblem(response, 401, "UNAUTHENTICATED");
        if (!isAllowed) return assertProblem(response, 403, "WRONG_ROLE");
        assert.ok(response.status < 500 && response.status !== 401, `${shown}: ${response.status}`);
        assert.notEqual(response.body.code, "WRONG_ROLE", shown);
      },
    );
  });

  test("line 18: refuses a role, an owner, a balance or a status in its body (V15.3.3, API3)", async () => {
    const extra: [string, unknown][] = [
      ["role", "ADMIN"],
      ["sellerId", nobodys],
      ["accountId", nobodys],
      ["buyerId", nobodys],
      ["sender", nobodys],
      ["balance", 1_000_000],
      ["status", "PAID"],
      ["verified", true],
      ["id", nobodys],
    ];
    let count = 0;
    const written = operations.filter(({ method, body }) => body && (method === "POST" || method === "PUT"));
    const requests = written.flatMap((operation) =>
      placesOf(operation.body!)
        .filter(({ schema }) => schema.properties !== undefined)
        .flatMap(({ at, schema }) =>
          extra
            .filter(([field]) => !Object.hasOwn(schema.properties!, field))
            // Every field in the outermost object, one of them deeper.
            .filter(([field]) => at.length === 0 || field === "status")
            .map(([field, value]) => ({ operation, at, field, value })),
        ),
    );
    await forEachOf(requests, atOnce, async ({ operation, at, field, value }) => {
      const body = sampleOf(operation.body!, {}, true);
      let inner = body as Record<string, unknown>;
      for (const step of at) inner = inner[step] as Record<string, unknown>;
      inner[field] = value;
      const role = operation.roles?.[0];
      const response = await call(operation, role && people[role].token, {}, body);
      assert.equal(
        response.status,
        400,
        `${operation.name} with ${[...at, field].join("/")}: ${JSON.stringify(response.body)}`,
      );
      assertProblem(response, 400, "INVALID_INPUT");
      const named = (response.body.errors as { path: string }[]).some(({ path }) => path.split("/").at(-1) === field);
      assert.ok(named, `${operation.name}: ${field} among ${JSON.stringify(response.body.errors)}`);
      count++;
    });
    assert.ok(count > 400, `${count} requests`);
  });
});

/** What one buyer and one seller have, that others must not reach. */
async function owned() {
  const { api } = marketplace;
  const [buyer, seller] = await Promise.all([api.customer(50_000), api.seller()]);
  const product = await api.product(seller, [[1_000, 50]]);
  const itemId = product.items[0].id as string;
  const { id: room } = await api.room(buyer, [seller], product.id);
  await api.say(buyer, room, "둘만 아는 말");
  const { body: order } = await api.buy(buyer, [{ itemId, quantity: 1 }], 1_000);
  await api.post("/customer/cart", { itemId, quantity: 3 }, buyer.token);
  const { body: reply } = await api.post("/chat-info/quickReplies", { text: "곧 보내요" }, buyer.token);
  await api.post("/accounts/customer/login", { email: buyer.email, password });
  const { body: sessions } = await api.get("/accounts/customer/sessions", buyer.token);
  const upload = async (path: string, { token }: Person) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "image/gif" };
    const response = await fetch(`${api.baseUrl}${path}`, { method: "POST", headers, body: gif });
    return (await response.json()) as { id: string };
  };
  const image = await upload(`/chat/${room}/images`, buyer);
  await api.say(buyer, room, { image: image.id });
  const ids = {
    order: order.id as string,
    room: room as string,
    image: image.id,
    product: product.id as string,
    item: itemId,
    quickReply: reply.id as string,
    session: sessions.items[0].id as string,
  };
  // The room hears of the order a moment later.
  await until(async () =>
    (await api.get(`/chat/${room}`, buyer.token)).body.messages.some(({ kind }: { kind: string }) => kind === "order"),
  );
  /** All of it, as its owners see it. */
  const state = async () =>
    JSON.stringify([
      (await api.get(`/customer/orders/${order.id}`, buyer.token)).body,
      (await api.get(`/chat/${room}`, buyer.token)).body,
      (await api.get(`/chat/${room}/userlist`, buyer.token)).body,
      (await api.get("/customer/cart", buyer.token)).body,
      (await api.get("/chat-info/quickReplies", buyer.token)).body,
      (await api.get("/accounts/customer/sessions", buyer.token)).body,
      (await api.post("/seller/product/myproducts", {}, seller.token)).body,
      [await api.balance(buyer), await api.balance(seller)],
    ]);
  return { buyer, seller, ids, state };
}

type Ids = Awaited<ReturnType<typeof owned>>["ids"];

/**
 * Whose id each operation takes, by the name of the parameter or field; "" for ids that name what everybody may see or what
 * is one's own by its nature, with the reason. A new operation with an id must be named here.
 */
const takes: [RegExp, string, keyof Ids | ""][] = [
  [/^(GET|POST) \/(customer|seller)\/orders\/\{id\}/, "id", "order"],
  [/ \/chat\/images\/\{id\}/, "id", "image"],
  [/ \/chat-info\/quickReplies\/\{id\}/, "id", "quickReply"],
  [/ \/chat\/\{id\}/, "id", "room"],
  [/ \/chat\/addParticipants/, "roomId", "room"],
  [/ \/chat-search\/messages/, "roomId", "room"],
  [/ \/accounts\/(customer|seller|admin)\/sessions\/\{id\}/, "id", "session"],
  [/ \/seller\/product\/item/, "productId", "product"],
  [/^DELETE \/seller\/product$/, "productId", "product"],
  [/^PUT \/seller\/product$/, "id", "product"],
  [/^PUT \/seller\/product\/items?$/, "id", "item"],
  [/^DELETE \/seller\/product\/item$/, "itemId", "item"],
  // Lines of the caller's own cart: that another's cart has the item changes nothing.
  [/ \/customer\/cart\/items\/\{itemId\}/, "itemId", "item"],
  // Products that are on sale are everybody's to put into a cart, on a list, in front of a reviewer; rights of a review are those of a buyer.
  [/^(GET|PUT|DELETE) \/customer\/(wishes|reviews)\/\{productId\}/, "productId", ""],
  [/^POST \/customer\/cart$/, "itemId", ""],
  [/^POST \/customer\/orders$/, "itemId", ""],
  // Everybody may complain, block, invite to a talk about a product, and ask how soon a seller responds.
  [/^POST \/(customer|seller)\/reports$/, "id", ""],
  [/^POST \/chat\/(un)?block$/, "accountId", ""],
  [/^POST \/chat\/invite$/, "productId", ""],
  // The member to take out; the room is checked before.
  [/^POST \/chat\/\{id\}\/removeParticipant$/, "accountId", ""],
  // Of one's own order: the order's id is another's already.
  [/^(POST) \/(customer|seller)\/orders\/\{id\}/, "sellerId", ""],
];

const isId = (pattern: string | undefined) => pattern?.includes("[0-9a-f]{8}") === true;

/** The names of all parameters and required or optional fields of an operation that are ids. */
function idsOf({ segments, query, body }: Operation): string[] {
  const fields = body ? placesOf(body).filter(({ schema }) => isId(schema.pattern)) : [];
  const names = [
    ...segments.filter((name) => /id$/i.test(name)),
    ...query.filter(({ schema }) => isId(schema.pattern)).map(({ name }) => name),
    ...fields.map(({ at }) => at.at(-1)!),
  ];
  return [...new Set(names)].filter((name) => !/^\d+$/.test(name));
}

describe("what belongs to others", () => {
  test("line 15: is 404 by its id, by every operation that takes one, and stays as it is (V8.2.2, API1)", async () => {
    const { api } = marketplace;
    const { ids, state } = await owned();
    const [stranger, rival] = await Promise.all([api.customer(50_000), api.seller()]);
    const before = await state();
    const walked: string[] = [];
    const mine = operations.filter(({ roles }) => roles?.some((role) => role !== "ADMIN"));
    await forEachOf(mine, atOnce, async (operation) => {
      const others: Record<string, string> = {};
      for (const name of idsOf(operation)) {
        const found = takes.find(([pattern, field]) => field === name && pattern.test(operation.name));
        assert.ok(found, `${operation.name}: whose is ${name}? Name it in this test.`);
        if (found[2]) others[name] = ids[found[2]];
      }
      if (Object.keys(others).length === 0) return;
      const given = { name: "내 것", price: 1, ...others };
      for (const person of [stranger, rival].filter(({ role }) => operation.roles!.includes(role as Role))) {
        const takesImage = operation.method === "POST" && !operation.body;
        const response = await (takesImage ? uploadTo : call)(operation, person.token, given);
        const shown = `${operation.name} as ${person.role}: ${response.status} ${JSON.stringify(response.body)}`;
        // A search within another's room finds nothing.
        if (operation.name === "GET /chat-search/messages") assert.deepEqual(response.body.items, [], shown);
        else assert.equal(response.status, 404, shown);
      }
      walked.push(operation.name);
    });
    assert.ok(walked.length >= 30, `${walked.length}: ${walked.join()}`);
    assert.equal(await state(), before);
  });

  test("line 16: items, prices, stock and images of a product are changed by its seller alone", async () => {
    const { api } = marketplace;
    const { ids } = await owned();
    const rival = await api.seller();
    const detail = async () => (await api.get(`/search/product/detail?productId=${ids.product}`)).body as unknown;
    const before = await detail();
    const changes: ApiResponse[] = await Promise.all([
      api.put("/seller/product", { id: ids.product, name: "내 것" }, rival.token),
      api.put("/seller/product", { id: ids.product, images: ["/pictures/rival.svg"] }, rival.token),
      api.put("/seller/product", { id: ids.product, items: [{ id: ids.item, price: 1 }] }, rival.token),
      api.put("/seller/product/item", { id: ids.item, price: 1 }, rival.token),
      api.put("/seller/product/item", { id: ids.item, stockChange: 1_000 }, rival.token),
      api.put("/seller/product/items", { items: [{ id: ids.item, stock: 0, expectedStock: 49 }] }, rival.token),
      api.post("/seller/product/item", { productId: ids.product, name: "x", price: 1, stock: 1 }, rival.token),
      api.delete(`/seller/product/item?itemId=${ids.item}`, rival.token),
      api.delete(`/seller/product?productId=${ids.product}`, rival.token),
    ]);
    for (const response of changes) assertProblem(response, 404);
    assert.deepEqual(await detail(), before);
    const mine = await api.product(rival, [[1, 1]]);
    // An item of another's product within a change of one's own.
    const mixed = await api.put("/seller/product", { id: mine.id, items: [{ id: ids.item, price: 1 }] }, rival.token);
    assertProblem(mixed, 404);
    assert.deepEqual(await detail(), before);
  });

  test("line 19: phone, birth date and email are in no response to anybody else", async () => {
    const { api } = marketplace;
    const secret = { phone: `010-${String(Math.random()).slice(2, 6)}-7351`, birth: "1957-11-23" };
    const { buyer, seller, ids } = await owned();
    for (const { role, token } of [buyer, seller])
      assert.equal((await api.put(`/accounts/${role.toLowerCase()}/update`, secret, token)).status, 200);
    const third = await api.customer();
    const [stranger, rival] = await Promise.all([api.customer(), api.seller()]);
    await api.post(
      "/chat/addParticipants",
      { roomId: ids.room, participants: [{ email: third.email, role: third.role }] },
      buyer.token,
    );
    await api.confirm(ids.order, seller, buyer);
    await api.put(`/customer/reviews/${ids.product}`, { rating: 5, body: "좋아요" }, buyer.token);
    const given: Given = {
      id: ids.order,
      productId: ids.product,
      itemId: ids.item,
      sellerId: seller.id,
      roomId: ids.room,
      accountId: seller.id,
      q: "말",
      name: "",
    };
    // What only reads, or is asked by POST and reads.
    const reads = operations.filter(
      ({ method, name }) =>
        (method === "GET" && !/verify|socket|dev\/mail|email\/\{token\}/.test(name)) ||
        /^POST \/(chat-info\/|chat-search\/|seller\/product\/myproducts|accounts\/(customer|seller)$)/.test(name),
    );
    assert.ok(reads.length > 50, `${reads.length} reads`);
    let seen = 0;
    await forEachOf(
      reads.flatMap((operation) =>
        [undefined, buyer, seller, third, stranger, rival].map((who) => ({ operation, who })),
      ),
      atOnce,
      async ({ operation, who }) => {
        if (who ? operation.roles && !operation.roles.includes(who.role as Role) : operation.roles) return;
        const isRoom = / \/chat\/\{id\}/.test(operation.name);
        const own = {
          ...given,
          ...(isRoom && { id: ids.room }),
          ...(operation.path.startsWith("/chat/images") && { id: ids.image }),
        };
        for (const email of operation.body || operation.query.some(({ name }) => name === "email")
          ? [buyer.email, seller.email]
          : [""]) {
          const response = await call(operation, who?.token, { ...own, ...(email && { email }) });
          const text = typeof response.body === "string" ? response.body : JSON.stringify(response.body);
          const others = [buyer, seller].filter((each) => each !== who);
          // One's own phone and birth date are the same texts here: they are looked for in what strangers read.
          const words = [
            ...others.map((each) => each.email),
            ...(who === buyer || who === seller ? [] : [secret.phone, secret.phone.replaceAll("-", ""), secret.birth]),
          ];
          for (const word of words)
            assert.ok(!text.includes(word), `${word} in ${operation.name} as ${who?.role}: ${text}`);
          if (response.status === 200) seen++;
        }
      },
    );
    assert.ok(seen > 100, `${seen} good responses`);
  });

  test("line 23: what was deleted is 404 by every operation, and is not bought", async () => {
    const { api } = marketplace;
    const [seller, buyer] = await Promise.all([api.seller(), api.customer(9_000)]);
    const product = await api.product(seller, [
      [1_000, 5],
      [2_000, 5],
    ]);
    const [first, second] = product.items as { id: string }[];
    const detail = () => api.get(`/search/product/detail?productId=${product.id}`);
    assert.equal((await api.delete(`/seller/product/item?itemId=${first!.id}`, seller.token)).status, 204);
    for (const response of await Promise.all([
      api.delete(`/seller/product/item?itemId=${first!.id}`, seller.token),
      api.put("/seller/product/item", { id: first!.id, stock: 9 }, seller.token),
      api.post("/customer/cart", { itemId: first!.id, quantity: 1 }, buyer.token),
      api.buy(buyer, [{ itemId: first!.id, quantity: 1 }], 1_000),
    ]))
      assertProblem(response, 404, "NOT_FOUND_ITEM");

    assert.equal((await api.delete(`/seller/product?productId=${product.id}`, seller.token)).status, 204);
    await eventually(async () => (await detail()).status, 404);
    for (const response of await Promise.all([
      api.delete(`/seller/product?productId=${product.id}`, seller.token),
      api.put("/seller/product", { id: product.id, name: "다시" }, seller.token),
      api.post("/seller/product/item", { productId: product.id, name: "x", price: 1, stock: 1 }, seller.token),
      api.put("/seller/product/item", { id: second!.id, stock: 9 }, seller.token),
      api.post("/customer/cart", { itemId: second!.id, quantity: 1 }, buyer.token),
      api.buy(buyer, [{ itemId: second!.id, quantity: 1 }], 2_000),
      api.put(`/customer/wishes/${product.id}`, {}, buyer.token),
    ]))
      assertProblem(response, 404);
    assert.equal(await api.balance(buyer), 9_000);

    const { body: reply } = await api.post("/chat-info/quickReplies", { text: "곧" }, buyer.token);
    const forget = () => api.delete(`/chat-info/quickReplies/${reply.id}`, buyer.token);
    assert.equal((await forget()).status, 204);
    assertProblem(await forget(), 404);
  });
});

/** The ports on which a process of this machine listens. */
function listeningPorts(pid: number): number[] {
  const fds = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      return [];
    }
  });
  const tables = ["tcp", "tcp6"].map((name) => readFileSync(`/proc/${pid}/net/${name}`, "utf8"));
  const rows = tables.flatMap((table) => table.trim().split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  const listening = rows.filter((row) => row[3] === "0A" && fds.includes(`socket:[${row[9]}]`));
  return [...new Set(listening.map((row) => Number.parseInt(row[1]!.split(":").at(-1)!, 16)))];
}

/** Whether HTTP/1.1 is spoken there. */
const speaksHttp = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
    );
    let text = "";
    socket.setEncoding("latin1").on("data", (data: string) => (text += data));
    socket.on("error", () => undefined).on("close", () => resolve(text.startsWith("HTTP/1.1 ")));
    socket.setTimeout(3_000, () => socket.destroy());
  });

/** A certificate of the marketplace, as each of its processes has one. */
function certificateIn(home: string): ChannelCredentials {
  const folder = readdirSync(join(home, "tls")).find((name) => name !== "authority")!;
  const [ca, key, certificate] = ["ca.pem", "key.pem", "certificate.pem"].map((file) =>
    readFileSync(join(home, "tls", folder, file)),
  );
  return credentials.createSsl(ca, key, certificate, { checkServerIdentity: () => undefined });
}

type Call = { port: number; identity: ChannelCredentials };

function grpcCall({ port, identity }: Call, path: string, authorization?: string): Promise<number> {
  const channel = new GrpcChannel(`127.0.0.1:${port}`, identity);
  const metadata = new Metadata();
  if (authorization) metadata.set("authorization", authorization);
  const bytes = (value: Buffer) => value;
  return new Promise((resolve) =>
    channel.makeUnaryRequest(
      path,
      bytes,
      bytes,
      Buffer.alloc(0),
      metadata,
      { deadline: Date.now() + 3_000 },
      (error: ServiceError | null) => {
        channel.close();
        resolve(error?.code ?? status.OK);
      },
    ),
  );
}

describe("calls between processes", () => {
  test("line 21: without a service's identity are UNAUTHENTICATED, and reflection is off", async () => {
    const { behind } = marketplace;
    const ports = [...new Set((await behind.pids()).flatMap(listeningPorts))];
    assert.ok(ports.length > 0);
    const isHttp = await Promise.all(ports.map(speaksHttp));
    const calls = ports.filter((_port, index) => !isHttp[index]);
    // Where each process has all modules there are no calls to take: nothing but HTTP listens.
    const copies = await behind.copies();
    const isSplit = new Set(copies.map(({ service }) => service)).size > 1;
    assert.equal(calls.length, isSplit ? copies.length : 0, `ports ${ports.join()}, HTTP: ${isHttp.join()}`);
    const forged = await new SignJWT({ principal: { id: nobodys, role: "ADMIN" } })
      .setProtectedHeader({ alg: "HS256", typ: "service+jwt" })
      .setIssuer("jangteo-services")
      .setSubject("thief")
      .setAudience("jangteo.account.v1.AccountService")
      .setExpirationTime("1m")
      .sign(Buffer.alloc(32, 7));
    for (const port of calls) {
      const call = { port, identity: certificateIn(behind.home) };
      const seen: number[] = [];
      for (const [service, method] of [
        ["jangteo.account.v1.AccountService", "Purchase"],
        ["jangteo.order.v1.OrderService", "Reconcile"],
        ["jangteo.chat.v1.ChatService", "Reconcile"],
      ])
        for (const authorization of [undefined, "Bearer x", `Bearer ${forged}`, `Bearer ${people.ADMIN.token}`])
          seen.push(await grpcCall(call, `/${service}/${method}`, authorization));
      const refusals: number[] = [status.UNAUTHENTICATED, status.UNIMPLEMENTED];
      assert.ok(
        seen.every((code) => refusals.includes(code)),
        seen.join(),
      );
      const without = { port, identity: credentials.createInsecure() };
      assert.equal(await grpcCall(without, "/jangteo.account.v1.AccountService/Purchase"), status.UNAVAILABLE);
      assert.ok(seen.includes(status.UNAUTHENTICATED), `port ${port}: ${seen.join()}`);
      for (const version of ["v1", "v1alpha"])
        assert.equal(
          await grpcCall(call, `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`),
          status.UNIMPLEMENTED,
        );
    }
  });
});
