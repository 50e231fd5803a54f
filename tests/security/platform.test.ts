import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type AddressInfo, connect, createServer } from "node:net";
import { before, describe, test } from "node:test";
import pg from "pg";
import sharp from "sharp";
import { assertProblem, type Person } from "../harness/api-client.ts";
import {
  forEachOf,
  type Operation,
  placesOf,
  type Role,
  readOperations,
  replaced,
  type Schema,
  sampleOf,
  urlOf,
  violationsOf,
} from "../harness/operations.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

// The lines of docs/security.md about uploads, the platform and privacy that need no settings of their own; each test is named by
// its line. Those of production are in production.test.ts.
const marketplace = useMarketplace();
const atOnce = 12;
let operations: Operation[];
let people: Record<Role, Person>;
before(async () => {
  await until(() => marketplace.api !== undefined, { timeoutMs: 60_000 });
  const { api } = marketplace;
  operations = await readOperations(api);
  const [CUSTOMER, SELLER, ADMIN] = await Promise.all([api.customer(), api.seller(), api.admin()]);
  people = { CUSTOMER, SELLER, ADMIN };
});
const tokenOf = ({ roles }: Operation) => roles && people[roles[0]!].token;
/** What takes a password hash, or would end what the other tests sign in with. */
const isCostly = ({ path }: Operation) => /login|signup|reset|close|\/email$/.test(path);

describe("uploads", () => {
  type Uploaded = { status: number; body: { id: string }; contentType: string };
  async function upload(path: string, { token }: Person, bytes: Buffer, type: string): Promise<Uploaded> {
    const headers = { authorization: `Bearer ${token}`, "content-type": type };
    const response = await fetch(`${marketplace.api.baseUrl}${path}`, {
      method: "POST",
      headers,
      body: new Uint8Array(bytes),
    });
    const body = (await response.json()) as { id: string };
    return { status: response.status, body, contentType: response.headers.get("content-type") ?? "" };
  }

  test("line 47: what is no image is 415, too large is 413, a path is no id; what comes out is WebP without secrets", async () => {
    const { api } = marketplace;
    const [seller, buyer] = await Promise.all([api.seller(), api.customer()]);
    const { id: room } = await api.room(buyer, [seller]);
    const places = [
      { to: "/seller/pictures", by: seller, at: "/search/pictures/" },
      { to: `/chat/${room}/images`, by: buyer, at: "/chat/images/" },
    ];
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>`);
    const html = Buffer.from("<!doctype html><script>alert(1)</script>");
    const small = sharp({ create: { width: 40, height: 20, channels: 3, background: "#c0562f" } });
    const photograph = await small
      .clone()
      .withExif({ IFD0: { Copyright: "secret words" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" } })
      .jpeg()
      .toBuffer();
    assert.ok(photograph.includes("secret words"));
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "white" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    assert.ok(bomb.length < 1_000_000, "81 million pixels in less than a megabyte");
    const huge = Buffer.alloc(11 * 1_048_576, 0xff);
    const script = "<script>alert('polyglot')</script>";

    for (const { to, by, at } of places) {
      for (const [bytes, type, status] of [
        [svg, "image/svg+xml", 415],
        [svg, "image/png", 415],
        [html, "image/jpeg", 415],
        [html, "text/html", 415],
        [Buffer.concat([Buffer.from("GIF89a"), html]), "image/gif", 415],
        [Buffer.from(`GIF89a/*${script}*/=1;`), "image/gif", 415],
        [Buffer.from("%PDF-1.7"), "image/png", 415],
        [photograph.subarray(0, 200), "image/jpeg", 415],
        [Buffer.from("{}"), "application/json", 415],
        [bomb, "image/png", 413],
        [huge, "image/jpeg", 413],
      ] as const) {
        const response = await upload(to, by, bytes, type);
        assert.equal(response.status, status, `${to} ${type} ${bytes.subarray(0, 12).toString("latin1")}`);
        assert.match(response.contentType, /problem\+json/);
      }
      // An image with something behind it is an image: what is not image is left out.
      const { status, body } = await upload(to, by, Buffer.concat([photograph, Buffer.from(script)]), "image/jpeg");
      assert.equal(status, 201);
      const headers = { authorization: `Bearer ${by.token}` };
      for (const path of [`${at}${body.id}`, `${at}${body.id}/thumbnail`]) {
        const shown = await fetch(`${api.baseUrl}${path}`, { headers });
        const bytes = Buffer.from(await shown.arrayBuffer());
        assert.equal(shown.status, 200);
        assert.equal(shown.headers.get("content-type"), "image/webp");
        assert.equal(shown.headers.get("x-content-type-options"), "nosniff");
        assert.equal(shown.headers.get("content-security-policy"), "default-src 'none'; sandbox");
        const { format, exif, icc, xmp } = await sharp(bytes).metadata();
        assert.deepEqual([format, exif, icc, xmp], ["webp", undefined, undefined, undefined]);
        for (const words of ["secret words", "polyglot", "GPS"]) assert.ok(!bytes.includes(words), words);
      }
      for (const path of [
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e%2fetc",
        "%00",
        `${body.id}%00.webp`,
        `${body.id}%2f..`,
        "a",
        "..;/",
      ])
        for (const end of ["", "/thumbnail"]) {
          const { status } = await api.get(`${at}${path}${end}`, by.token);
          assert.ok(status === 400 || status === 404, `${at}${path}${end}: ${status}`);
        }
    }
  });
});

describe("addresses that users send", () => {
  test("line 48: are never fetched by the server, in whatever field or header", async () => {
    const { api } = marketplace;
    let connections = 0;
    const canary = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = canary.address() as AddressInfo;
      const addresses = ["http", "https"].map((scheme) => `${scheme}://127.0.0.1:${port}/latest/meta-data`);
      await new Promise((resolve) => connect(port, "127.0.0.1").once("close", resolve).resume());
      assert.equal(connections, 1, "the canary notices a connection");

      const [buyer, seller] = await Promise.all([api.customer(5_000), api.seller()]);
      for (const address of addresses) {
        const product = {
          name: `상품 ${address}`,
          description: `![](${address}) <img src="${address}">`,
          items: [{ name: address, price: 1_000, stock: 5 }],
        };
        assertProblem(
          await api.post("/seller/product", { ...product, images: [address] }, seller.token),
          400,
          "INVALID_INPUT",
        );
        const { status, body } = await api.post("/seller/product", product, seller.token);
        assert.equal(status, 201, JSON.stringify(body));
        await api.get(`/search/product/detail?productId=${body.id}`);
        const { id: room } = await api.room(buyer, [seller], body.id);
        await api.say(buyer, room, address);
        await api.say(seller, room, { product: body.id });
        await api.put("/accounts/seller/update", { name: address }, seller.token);
        await api.post(
          "/accounts/customer/balance",
          { amount: 1, from: address, message: address },
          buyer.token,
          randomUUID(),
        );
        await api.payOut(seller, 1);
      }
      // Every other text of every route, and headers that name where a request came from or should go.
      const headers = Object.fromEntries(
        [
          "referer",
          "origin",
          "x-forwarded-host",
          "x-forwarded-for",
          "forwarded",
          "x-original-url",
          "x-rewrite-url",
        ].map((name) => [name, addresses[0]!]),
      );
      const written = operations.filter((operation) => operation.body && !isCostly(operation));
      await forEachOf(
        written.flatMap((operation) => addresses.map((address) => ({ operation, address }))),
        atOnce,
        async ({ operation, address }) => {
          let body = sampleOf(operation.body!, {}, true);
          for (const { at, schema } of placesOf(operation.body!))
            if (schema.type === "string" && !schema.format && !isIdPattern(schema) && schema.const === undefined)
              body = replaced(body, at, address);
          await api.request(operation.method, urlOf(operation), {
            token: tokenOf(operation),
            body,
            headers,
            key: randomUUID(),
          });
        },
      );
      // As a proxy is asked: with a whole address in the request line.
      const { hostname, port: own } = new URL(api.baseUrl);
      for (const line of [`GET ${addresses[0]} HTTP/1.1`, `CONNECT 127.0.0.1:${port} HTTP/1.1`, "GET / HTTP/1.1"]) {
        const socket = connect(Number(own), hostname);
        socket.on("error", () => undefined).resume();
        socket.write(
          `${line}\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-Host: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
        );
        await new Promise((resolve) => {
          socket.once("close", resolve);
          socket.setTimeout(3_000, () => socket.destroy());
        });
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(connections, 1, "something of the server has connected");
    } finally {
      canary.close();
    }
  });
});

const isIdPattern = (schema: Schema) => schema.pattern?.includes("[0-9a-f]{8}") === true;
const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString("base64url");

describe("what a request may ask for", () => {
  test("line 50: SQL in a sort, a filter or a cursor is 400, and in a search it is a text that nothing has", async () => {
    const { api } = marketplace;
    const sql = [
      "' OR '1'='1",
      "1; SELECT pg_sleep(5) --",
      "newest; DROP TABLE product --",
      "' UNION SELECT password_hash FROM account.account --",
      "id DESC, (SELECT 1/0)",
      "\\'; --",
    ];
    const texts = /^(q|name|subjectId|to|email)$/;
    const seen = { refused: 0, searched: 0 };
    const requests = operations.flatMap((operation) =>
      operation.query.flatMap(({ name }) =>
        [
          ...sql,
          ...(name === "cursor"
            ? [
                ...sql.map((text) => cursorOf(text)),
                ...sql.map((text) => cursorOf([text, text, text])),
                cursorOf([1, sql[1]]),
              ]
            : []),
          ...(name === "cursor" ? [cursorOf({ reading: "literal", id: sql[0], price: 1 })] : []),
        ].map((value) => ({ operation, name, value })),
      ),
    );
    const startedAt = performance.now();
    await forEachOf(requests, atOnce, async ({ operation, name, value }) => {
      const { method, body } = operation;
      const url = urlOf({ ...operation, query: operation.query.filter((each) => each.name !== name) });
      const address = `${url}${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
      const response = await api.request(method, address, {
        token: tokenOf(operation),
        ...(body && { body: sampleOf(body) }),
      });
      const shown = `${operation.name} with ${name} = ${value}: ${response.status} ${JSON.stringify(response.body).slice(0, 300)}`;
      // The room of a list that is read is another's: 404 before its cursor is read.
      if (response.status === 400 || (response.status === 404 && /\{\w+\}/.test(operation.path))) seen.refused++;
      else {
        assert.ok(texts.test(name) && response.status === 200, shown);
        assert.deepEqual(response.body.items, [], shown);
        seen.searched++;
      }
    });
    assert.ok(seen.refused > 250 && seen.searched > 30, JSON.stringify(seen));
    assert.ok(performance.now() - startedAt < 30_000, "nothing slept");
    assert.equal((await api.get("/search/product")).status, 200);
  });

  test("line 52: pages, batches, texts and depth are bounded", async () => {
    const { api } = marketplace;
    const paged = operations.filter(({ query }) => query.some(({ name }) => name === "limit"));
    assert.ok(paged.length >= 15, `${paged.length} lists`);
    const lists = operations.filter(({ query }) => query.some(({ name }) => name === "cursor"));
    for (const list of lists) assert.ok(paged.includes(list), `${list.name} has no limit`);
    await forEachOf(
      paged.flatMap((operation) => [0, -1, 101, 1e9, 1.5, "all"].map((limit) => ({ operation, limit }))),
      atOnce,
      async ({ operation, limit }) => {
        const url = urlOf(operation);
        const address = `${url}${url.includes("?") ? "&" : "?"}limit=${limit}`;
        const response = await api.request(operation.method, address, {
          token: tokenOf(operation),
          ...(operation.body && { body: sampleOf(operation.body) }),
        });
        assertProblem(response, 400, "INVALID_INPUT");
      },
    );

    const written = operations.filter(({ body }) => body);
    for (const { name, body, query } of operations) {
      for (const { at, schema } of body ? placesOf(body) : []) assertBounded(schema, `${name} ${at.join("/")}`);
      for (const each of query) assertBounded(each.schema, `${name}?${each.name}`);
    }
    await forEachOf(written, atOnce, async (operation) => {
      const send = (body: unknown) =>
        api.request(operation.method, urlOf(operation), { token: tokenOf(operation), body, key: randomUUID() });
      const sample = sampleOf(operation.body!, {}, true);
      for (const { at, schema } of placesOf(operation.body!))
        if (schema.maxItems !== undefined) {
          const [item] = atPlace(sample, at) as unknown[];
          const many = Array.from({ length: schema.maxItems + 1 }, () => item);
          assertProblem(await send(replaced(sample, at, many)), 400, "INVALID_INPUT");
        }
      assertProblem(await send(`{"a":${"[".repeat(40)}${"]".repeat(40)}}`), 400, "INVALID_JSON");
    });
    const [some] = written.filter((operation) => operation.path === "/customer/orders");
    const large = { token: tokenOf(some!), body: `{"a":"${"x".repeat(300_000)}"}`, key: randomUUID() };
    assertProblem(await api.request("POST", "/customer/orders", large), 413, "BODY_TOO_LARGE");
    const longAddress = await api.get(`/search/product?name=${"x".repeat(7_000)}`);
    assertProblem(longAddress, 400, "INVALID_INPUT");
  });

  const atPlace = (value: unknown, at: readonly string[]): unknown =>
    at.reduce((inner, step) => (inner as Record<string, unknown>)[step], value);

  /** A text or list of any length would be a hole. */
  function assertBounded(schema: Schema, where: string): void {
    for (const each of schema.anyOf ?? []) assertBounded(each, where);
    if (schema.type === "array") assert.ok(schema.maxItems !== undefined, `${where}: a list without a limit`);
    if (schema.type !== "string") return;
    const isFixed = schema.const !== undefined || schema.enum !== undefined || schema.format?.startsWith("date");
    const hasWidth =
      /^\^.*\$$/.test(schema.pattern ?? "") && !/[*+](?!\])/.test(schema.pattern!.replace(/\[[^\]]*\]/g, "."));
    assert.ok(isFixed || hasWidth || schema.maxLength !== undefined, `${where}: a text without a limit`);
  }

  test("line 58: no operation accepts what its schema refuses, in any field or parameter, and none fails", async () => {
    const { api } = marketplace;
    const requests: { operation: Operation; what: string; url?: string; body?: unknown }[] = [];
    for (const operation of operations) {
      const { body, query } = operation;
      if (body) {
        const sample = sampleOf(body, {}, true);
        for (const { at, schema } of placesOf(body))
          for (const value of violationsOf(schema))
            requests.push({
              operation,
              what: `${at.join("/")} = ${JSON.stringify(value)?.slice(0, 40)}`,
              body: replaced(sample, at, value),
            });
        for (const { at, schema } of placesOf(body))
          for (const field of (schema.required ?? []).filter(
            (name) => schema.properties?.[name]?.default === undefined,
          )) {
            const object = {
              ...(at.reduce((inner, step) => (inner as Record<string, unknown>)[step], sample) as object),
            };
            delete (object as Record<string, unknown>)[field];
            requests.push({
              operation,
              what: `without ${[...at, field].join("/")}`,
              body: replaced(sample, at, object),
            });
          }
      }
      for (const { name, required, schema } of query) {
        const others = urlOf({ ...operation, query: query.filter((each) => each.name !== name) });
        const values = [
          // Numbers and truth values are texts in an address.
          ...violationsOf(schema).filter((value) => typeof value === "string" && value !== "1" && value !== "true"),
          ...(schema.type === "integer" ? ["1.5", "one", "1e400"] : []),
          ...(schema.type === "boolean" ? ["2", "yes"] : []),
        ];
        for (const value of values)
          requests.push({
            operation,
            what: `${name} = ${String(value).slice(0, 40)}`,
            url: `${others}${others.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(String(value))}`,
            ...(body && { body: sampleOf(body) }),
          });
        if (required)
          requests.push({ operation, what: `without ${name}`, url: others, ...(body && { body: sampleOf(body) }) });
        requests.push({
          operation,
          what: "an unknown parameter",
          url: `${urlOf(operation)}${urlOf(operation).includes("?") ? "&" : "?"}nonsense=1`,
          ...(body && { body: sampleOf(body) }),
        });
      }
      for (const segment of operation.segments.filter((name) => /id$/i.test(name)))
        for (const value of ["1", "x", "%27", "00000000-0000-7000-8000-00000000000G", "null"])
          requests.push({
            operation,
            what: `{${segment}} = ${value}`,
            url: urlOf({ ...operation, path: operation.path.replace(`{${segment}}`, value) }),
            ...(body && { body: sampleOf(body) }),
          });
    }
    const accepted: string[] = [];
    await forEachOf(requests, atOnce, async ({ operation, what, url, body }) => {
      // A 5xx throws in the client, 503 apart.
      const response = await api.request(operation.method, url ?? urlOf(operation), {
        token: tokenOf(operation),
        key: randomUUID(),
        ...(body !== undefined && { body }),
      });
      if (response.status !== 400)
        accepted.push(`${operation.name}, ${what}: ${response.status} ${JSON.stringify(response.body).slice(0, 160)}`);
    });
    assert.deepEqual(accepted, []);
    assert.ok(requests.length > 1_000, `${requests.length} requests`);
  });
});

describe("what administrators read", () => {
  test("line 55: personal data, points and complaints leave an entry that nobody can change or remove", async () => {
    const { api, behind } = marketplace;
    const [admin, buyer, seller] = await Promise.all([api.admin(), api.customer(3_000), api.seller()]);
    const product = await api.product(seller, [[1_000, 5]]);
    const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    const { id: room } = await api.room(buyer, [seller]);
    const seq = await api.say(seller, room, "계좌로 보내세요");
    await api.post(`/chat/${room}/report`, { seq, reason: "직거래" }, buyer.token);
    await api.post("/customer/reports", { kind: "product", id: product.id, reason: "가품" }, buyer.token);
    await api.post(`/customer/orders/${order.id}/dispute`, { sellerId: seller.id, reason: "안 와요" }, buyer.token);
    const logs = {
      accounts: "/accounts/admin/audit",
      "order-admin": "/order-admin/audit",
      "chat-admin": "/chat-admin/audit",
    };
    type Entry = { id: string; adminId: string; action: string; subjectId: string };
    const entriesOf = async (path: string): Promise<Entry[]> => {
      const log = Object.entries(logs).find(([start]) => path.startsWith(`/${start}`))![1];
      const { items } = (await api.get(`${log}?limit=100`, people.ADMIN.token)).body as { items: Entry[] };
      return items.filter(({ adminId }) => adminId === admin.id);
    };
    // Every list and row that administrators alone read; the log itself, counts, and events, which hold ids only, apart.
    const reads = operations.filter(
      ({ method, path, roles }) =>
        method === "GET" &&
        roles?.join() === "ADMIN" &&
        !/\/(audit|waiting|parked|sessions|securityEvents|secondFactor)$/.test(path),
    );
    assert.ok(reads.length >= 6, reads.map(({ name }) => name).join());
    for (const operation of reads) {
      const before = (await entriesOf(operation.path)).length;
      const { status } = await api.get(urlOf(operation, { id: buyer.id }), admin.token);
      assert.equal(status, 200, operation.name);
      assert.ok((await entriesOf(operation.path)).length > before, `${operation.name} leaves no entry`);
    }
    const member = `/accounts/admin/members/${buyer.id}`;
    for (const verb of ["suspend", "reinstate"])
      assert.equal((await api.post(`${member}/${verb}`, { reason: "확인" }, admin.token)).status, 200);
    for (const verb of ["withhold", "restore"])
      assert.equal(
        (await api.post(`/order-admin/products/${product.id}/${verb}`, { reason: "확인" }, admin.token)).status,
        204,
      );
    const actions = [...(await entriesOf("/accounts")), ...(await entriesOf("/order-admin"))].map(
      ({ action }) => action,
    );
    for (const action of [
      "member.search",
      "member.read",
      "member.suspend",
      "member.reinstate",
      "suspense.list",
      "product.withhold",
      "product.restore",
    ])
      assert.ok(actions.includes(action), `${action} in ${actions.join()}`);

    // Not even the owner of the database changes or removes one; the module's own login is refused in money.test.ts.
    for (const module of ["account", "order", "chat"]) {
      const client = new pg.Client({ connectionString: await behind.databaseOf(module) });
      await client.connect();
      try {
        for (const sql of [`UPDATE "${module}".audit_entry SET reason = 'x'`, `DELETE FROM "${module}".audit_entry`])
          await assert.rejects(client.query(`${sql} WHERE admin_id = $1`, [admin.id]), { code: "42501" });
      } finally {
        await client.end();
      }
    }
  });
});
