import assert from "node:assert/strict";
import { hash, randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { type Database, openDatabase } from "@jangteo/kernel/database/database.ts";
import { moduleRole, provision } from "@jangteo/kernel/database/provision.ts";
import { command, write } from "@jangteo/kernel/http/route.ts";
import { createHttpServer, type HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { Type } from "typebox";
import { createDatabase } from "../harness/marketplace.ts";

const log = silentLogger();
const toClose: { close(): unknown }[] = [];
let database: Database;
before(async () => {
  const url = await createDatabase();
  await provision(url, { name: "hearer", migrations: new URL("./fixtures/", import.meta.url) });
  database = openDatabase({
    url,
    module: "hearer",
    role: moduleRole("hearer"),
    poolMax: 10,
    queueMax: 100,
    waitMs: 2_000,
    statementTimeoutMs: 5_000,
    idleTransactionTimeoutMs: 3_000,
    log,
  });
});
after(async () => {
  for (const each of toClose) await each.close();
  await database.close();
});

type Prepare = (value: string) => Promise<void> | void;

/** An instance of a service whose writes add a row to `heard`. */
async function instance(options: { secret?: string; prepare?: Prepare } = {}): Promise<HttpServer> {
  const { secret = "the secret of all instances", prepare } = options;
  const http = await createHttpServer({
    settings: readSettings({ JANGTEO_RATE_LIMITS: "off", JANGTEO_SECRET: secret }),
    log,
    verifyToken: () => Promise.reject(fail("INVALID_ACCESS_TOKEN")),
    confirmAdmin: async () => undefined,
    endedAccounts: { statusOf: () => undefined, isSignedOut: () => false },
    title: "test",
  });
  toClose.push(http);
  const text = Type.Optional(Type.String());
  const body = Type.Object({ value: Type.String(), password: text, token: text, nested: Type.Optional(Type.Any()) });
  const common = { method: "POST", summary: "Add a row", tag: "test", body, answers: { 201: Type.Any() } } as const;
  write(http, database, {
    ...common,
    url: "/write",
    prepare: async (input) => prepare?.(input.body.value),
    handle: async (input) => {
      await input.transaction.query("INSERT INTO heard (key, version) VALUES ($1, 1)", [input.body.value]);
      return { status: 201, body: { value: input.body.value } };
    },
  });
  command(http, database, {
    ...common,
    url: "/command",
    leaseMs: 10_000,
    handle: async (input) => ({ status: 201, body: { ref: input.ref } }),
  });
  return http;
}

type Body = { value: string; password?: string; token?: string; nested?: unknown };
const send = (http: HttpServer, url: string, body: Body, key: string) =>
  http.inject({ method: "POST", url, body, headers: { "idempotency-key": key } });
const effects = async (value: string) => (await database.query("SELECT 1 FROM heard WHERE key = $1", [value])).length;
const storedHash = async (key: string) =>
  (await database.query<{ hash: string }>("SELECT request_hash AS hash FROM idempotency WHERE key = $1", [key]))[0]!
    .hash;
/** The hash of releases up to 0.1.0: without a key, over the whole body. */
const oldHash = (body: Body) => {
  const fields = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",");
  return hash("sha256", `[{${text}},{},{}]`, "base64url");
};

describe("a repeated request", () => {
  test("gets the stored answer before anything is prepared", async () => {
    let prepared = 0;
    const http = await instance({
      prepare: () => {
        if (++prepared > 1) throw fail("WRONG_PASSWORD");
      },
    });
    const [key, body] = [randomUUID(), { value: randomUUID(), password: "first" }];
    assert.equal((await send(http, "/write", body, key)).statusCode, 201);
    const again = await send(http, "/write", body, key);
    assert.deepEqual([again.statusCode, again.headers["idempotency-replayed"]], [201, "true"]);
    assert.deepEqual(again.json(), { value: body.value });
    assert.equal((await send(http, "/write", { value: "another" }, key)).statusCode, 422);
    assert.equal(prepared, 1);
    assert.equal(await effects(body.value), 1);
  });

  for (const [outcome, end] of [
    [
      "is refused",
      () => {
        // What the first one has done is in the way of the second.
        throw fail("WRONG_PASSWORD");
      },
    ],
    ["succeeds", () => undefined],
  ] as const)
    test(`gets the first one's answer when that one finishes while it prepares, and its preparation ${outcome}`, async () => {
      const firstPrepares = Promise.withResolvers<void>();
      const secondPrepares = Promise.withResolvers<void>();
      const firstIsDone = Promise.withResolvers<void>();
      let prepared = 0;
      const http = await instance({
        prepare: async () => {
          if (++prepared === 1) {
            firstPrepares.resolve();
            return secondPrepares.promise;
          }
          secondPrepares.resolve();
          await firstIsDone.promise;
          end();
        },
      });
      const [key, body] = [randomUUID(), { value: randomUUID() }];
      const first = send(http, "/write", body, key).finally(firstIsDone.resolve);
      await firstPrepares.promise;
      const second = await send(http, "/write", body, key);
      assert.equal((await first).statusCode, 201);
      assert.deepEqual([second.statusCode, second.headers["idempotency-replayed"]], [201, "true"]);
      assert.equal(await effects(body.value), 1);
    });

  test("whose preparation is refused keeps its key free for a better one", async () => {
    const http = await instance({
      prepare: (value) => {
        if (value === "wrong") throw fail("WRONG_PASSWORD");
      },
    });
    const [key, value] = [randomUUID(), randomUUID()];
    assert.equal((await send(http, "/write", { value: "wrong" }, key)).statusCode, 403);
    assert.equal((await send(http, "/write", { value }, key)).statusCode, 201);
  });
});

describe("the stored hash of a request", () => {
  test("is none that a guess of its secrets can be compared with", async () => {
    const http = await instance();
    const body = { value: randomUUID(), password: "hunter2" };
    const key = randomUUID();
    await send(http, "/write", body, key);
    const stored = await storedHash(key);
    assert.ok(!stored.includes(oldHash(body)));
    const other = randomUUID();
    await send(http, "/write", { ...body, password: "another" }, other);
    assert.equal(await storedHash(other), stored, "the password is not in it");
  });

  test("is the same for every instance, and another one under another secret", async () => {
    const [first, second, foreign] = [await instance(), await instance(), await instance({ secret: "another secret" })];
    const [key, body] = [randomUUID(), { value: randomUUID() }];
    assert.equal((await send(first, "/write", body, key)).statusCode, 201);
    assert.equal((await send(second, "/write", body, key)).headers["idempotency-replayed"], "true");
    assert.equal((await send(second, "/write", { value: "another" }, key)).statusCode, 422);
    const other = randomUUID();
    await send(foreign, "/write", body, other);
    assert.notEqual(await storedHash(other), await storedHash(key));
  });

  test("of an earlier release is compared by its rule: what it answered is replayed, what it left is finished", async () => {
    const http = await instance();
    const body = { value: randomUUID(), password: "hunter2" };
    const store = async (url: string, status: number | null) => {
      const key = randomUUID();
      await database.query(
        "INSERT INTO idempotency (scope, key, request_hash, ref, status, body) VALUES ($1, $2, $3, $4, $5, $6)",
        [`anonymous POST ${url}`, key, oldHash(body), randomUUID(), status, JSON.stringify({ old: true })],
      );
      return key;
    };
    for (const url of ["/write", "/command"]) {
      const key = await store(url, 201);
      const again = await send(http, url, body, key);
      assert.deepEqual(
        [again.statusCode, again.headers["idempotency-replayed"], again.json()],
        [201, "true", { old: true }],
      );
      assert.equal((await send(http, url, { ...body, value: "another" }, key)).statusCode, 422);
      assert.equal((await send(http, url, { ...body, password: "another" }, key)).statusCode, 422);
    }
    const key = await store("/command", null);
    assert.equal((await send(http, "/command", body, key)).statusCode, 201);
  });
});
