import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeProtectedHeader } from "jose";
import pg from "pg";
import type { Person } from "../harness/api-client.ts";
import { helloSocket, openSocket } from "../harness/chat.ts";
import { stealSigningKey } from "../harness/signing-key.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

/** Two instances of every process, in every stage; tokens live as short as they can. */
const market = useMarketplace({
  alone: true,
  copies: 2,
  env: { JANGTEO_ACCESS_TOKEN_SECONDS: "10", JANGTEO_TEST_TOKEN_SECONDS: "10" },
});

const limitMs = 5_000;
/** A token's life and the margin: how long a key that was rotated is accepted. */
const acceptedMs = 20_000;
/** Requests in a row to each route: the gateway spreads them over both instances. */
const inRow = 20;
const refused = "401 INVALID_ACCESS_TOKEN";

/** The different responses to many requests in a row, to a route of each module. */
async function access(token: string): Promise<string[]> {
  const seen = new Set<string>();
  for (const path of ["/accounts/seller", "/seller/product/myproducts", "/chat-info/roomList"])
    for (let count = 0; count < inRow; count++) {
      const { status, body } = await market.api.post(path, {}, token);
      seen.add(status === 200 ? "200" : `${status} ${body.code}`);
    }
  return [...seen];
}

const freshToken = async ({ email }: Person): Promise<string> =>
  (await market.api.post("/test/login/seller", { email })).body.token;

const keyIdOf = (token: string) => decodeProtectedHeader(token).kid!;

async function acceptedKeys(): Promise<string[]> {
  const { body } = await market.api.get("/accounts/.well-known/jwks.json");
  return body.keys.map(({ kid }: { kid: string }) => kid);
}

async function sealedKeys(): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: await market.own.databaseOf("account") });
  await client.connect();
  const { rows } = await client.query<{ id: string; sealed: string }>(
    "SELECT id, sealed_private_jwk AS sealed FROM account.signing_key",
  );
  await client.end();
  return new Map(rows.map(({ id, sealed }) => [id, sealed]));
}

const steal = async () => stealSigningKey(await market.own.databaseOf("account"));

test("line 7: a key that was rotated is accepted for a token's life and refused after it, on every instance", async () => {
  const person = await market.api.seller();
  const old = await steal();
  const longLived = await old.sign(person);
  assert.deepEqual(await access(longLived), ["200"]);
  const startedAt = Date.now();
  const { code, output } = await market.own.command("rotate-keys");
  const rotatedAt = Date.now();
  assert.equal(code, 0, output);
  assert.match(output, /earlier keys are accepted for 20 s/);
  assert.equal((await sealedKeys()).get(old.id), "", "its private half is erased");

  // Every token that somebody gets is good at once, whichever key it is signed with.
  const seen = new Set<string>();
  let signed = new Set<string>();
  await until(
    async () => {
      const tokens = await Promise.all(Array.from({ length: inRow }, () => freshToken(person)));
      signed = new Set(tokens.map(keyIdOf));
      for (const response of await access(tokens.at(-1)!)) seen.add(response);
      return !signed.has(old.id);
    },
    { timeoutMs: limitMs, why: () => "some instance still signs with the key before" },
  );
  assert.deepEqual([...seen], ["200"]);
  assert.equal(signed.size, 1);
  assert.deepEqual(await access(longLived), ["200"]);
  await until(() => Date.now() > startedAt + 15_000, { timeoutMs: 20_000 });
  assert.deepEqual(await access(longLived), ["200"], "tokens that were signed just before still live");

  const withinMs = rotatedAt + acceptedMs + limitMs - Date.now();
  await until(async () => (await access(longLived)).join() === refused, { timeoutMs: withinMs });
  assert.deepEqual(await access(longLived), [refused]);
  assert.deepEqual(await access(await old.sign(person)), [refused]);
  assert.ok(!(await acceptedKeys()).includes(old.id));
  assert.deepEqual(await access(await freshToken(person)), ["200"]);
});

test("a key that has leaked is refused at once on every instance, with its sockets", async () => {
  const person = await market.api.seller();
  const stolen = await steal();
  const forged = await stolen.sign(person);
  assert.deepEqual(await access(forged), ["200"]);
  const sockets = await Promise.all(
    Array.from({ length: 4 }, () => helloSocket(market.api, { ...person, token: forged })),
  );
  const { code, output } = await market.own.command("rotate-keys", "--now");
  assert.equal(code, 0, output);

  await until(async () => (await access(forged)).join() === refused, { timeoutMs: limitMs });
  assert.deepEqual(await access(forged), [refused]);
  assert.deepEqual(await access(await stolen.sign(person)), [refused], "a new token of the stolen key");
  await until(() => sockets.every((socket) => socket.closed() !== undefined), { timeoutMs: 1_000 });
  assert.deepEqual(new Set(sockets.map((socket) => socket.closed())), new Set([4401]));
  for (let count = 0; count < 4; count++) {
    const socket = await openSocket(market.api);
    socket.send({ type: "hello", token: forged });
    assert.equal(await socket.untilClosed(), 4401);
  }
  assert.equal((await acceptedKeys()).length, 1);
  assert.equal([...(await sealedKeys()).values()].filter((sealed) => sealed !== "").length, 1);
  const token = await freshToken(person);
  assert.notEqual(keyIdOf(token), stolen.id);
  assert.deepEqual(await access(token), ["200"]);
});
