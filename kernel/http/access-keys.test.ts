import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { until } from "../../tests/harness/until.ts";
import { fail } from "../rpc/service-error.ts";
import { silentLogger } from "../telemetry/logger.ts";
import { createAccessKeys } from "./access-keys.ts";
import { createTokenCheck, tokenAudience, tokenIssuer } from "./access-token.ts";

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const token = () =>
    new SignJWT({ role: "CUSTOMER" })
      .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
      .setIssuer(tokenIssuer)
      .setAudience(tokenAudience)
      .setSubject("somebody")
      .setJti(String(Math.random()))
      .setExpirationTime("1h")
      .sign(privateKey);
  return { kid, jwk: { ...jwk, kid, alg: "EdDSA", use: "sig" } satisfies JWK, token };
}

/** An account module with keys, and a process that verifies tokens with them. */
function setUp(...accepted: JWK[]) {
  const service = { accepted, isAvailable: true, requests: 0 };
  const keys = createAccessKeys({
    fetchKeys: async () => {
      service.requests++;
      if (!service.isAvailable) throw fail("UNAVAILABLE");
      return { keys: [...service.accepted] };
    },
    everyMs: 50,
    log: silentLogger(),
  });
  return { service, keys, verify: createTokenCheck(keys) };
}

const refused = { code: "INVALID_ACCESS_TOKEN" };

describe("a retired key", () => {
  test("verifies no token from the next load on, also not one that was verified before", async () => {
    const [old, next] = [await newKey(), await newKey()];
    const { service, keys, verify } = setUp(old.jwk, next.jwk);
    const [known, unknown, other] = [await old.token(), await old.token(), await next.token()];
    const { key } = await verify(known);
    await verify(other);
    assert.equal(key.isAccepted, true);
    service.accepted = [next.jwk];
    await keys.load();
    const { requests } = service;
    for (const token of [known, known, unknown]) await assert.rejects(verify(token), refused);
    assert.equal(service.requests, requests, "nothing is read again for it");
    assert.equal(key.isAccepted, false, "whoever holds on to the token sees it too");
    assert.equal((await verify(other)).key.id, next.kid);
  });

  test("is refused by itself once the keys are polled, until the poll is stopped", async (t) => {
    const old = await newKey();
    const { service, keys, verify } = setUp(old.jwk);
    const token = await old.token();
    const worker = keys.start();
    t.after(() => worker.stop());
    await verify(token);
    service.accepted = [];
    await until(() =>
      verify(token).then(
        () => false,
        (error: { code: string }) => error.code === refused.code,
      ),
    );
    await worker.stop();
    const { requests } = service;
    await worker.stop();
    assert.equal(service.requests, requests);
  });

  test("is not brought back by a response that was overtaken", async () => {
    const old = await newKey();
    const responses = [Promise.withResolvers<{ keys: JWK[] }>(), Promise.withResolvers<{ keys: JWK[] }>()];
    let requests = 0;
    const keys = createAccessKeys({
      fetchKeys: () => responses[requests++]!.promise,
      everyMs: 2_000,
      log: silentLogger(),
    });
    const [early, late] = [keys.load(), keys.load()];
    responses[1]!.resolve({ keys: [] });
    await late;
    responses[0]!.resolve({ keys: [old.jwk] });
    await early;
    responses.push(Promise.withResolvers());
    responses[2]!.resolve({ keys: [] });
    assert.equal(await keys.find(old.kid), undefined);
  });
});

test("a key that the account module accepts again, after a restore of its database, is accepted again", async () => {
  const old = await newKey();
  const { service, keys, verify } = setUp(old.jwk);
  const token = await old.token();
  await verify(token);
  service.accepted = [];
  await keys.load();
  await assert.rejects(verify(token), refused);
  service.accepted = [old.jwk];
  await keys.load();
  await verify(token);
});

describe("a key that is not known", () => {
  test("verifies at once, also when the keys were loaded just before it was made", async () => {
    const [old, next] = [await newKey(), await newKey()];
    const { service, verify } = setUp(old.jwk);
    await verify(await old.token());
    service.accepted = [next.jwk, old.jwk];
    const tokens = await Promise.all([next.token(), next.token(), next.token()]);
    for (const { key } of await Promise.all(tokens.map(verify))) assert.equal(key.id, next.kid);
    assert.equal(service.requests, 2, "the three share a load");
  });

  test("makes the keys load once a second at most, however many tokens name one", async () => {
    const [old, foreign] = [await newKey(), await newKey()];
    const { service, verify } = setUp(old.jwk);
    await verify(await old.token());
    const startedAt = performance.now();
    await assert.rejects(verify(await foreign.token()), refused);
    const { requests } = service;
    await assert.rejects(verify(await foreign.token()), refused);
    assert.equal(service.requests, requests, "an id that was looked for is known not to be accepted");
    for (let round = 0; round < 2; round++) {
      const foreigners = await Promise.all(Array.from({ length: 20 }, newKey));
      const tokens = await Promise.all(foreigners.map((each) => each.token()));
      await Promise.all(tokens.map((token) => assert.rejects(verify(token), refused)));
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    assert.ok(service.requests <= 1 + Math.ceil(seconds), `${service.requests} requests in ${seconds} s`);
  });
});

test("while the account module is unavailable, verified tokens hold, and others for a minute", async () => {
  const old = await newKey();
  const clock = { now: 1_000_000 };
  let isAvailable = true;
  const keys = createAccessKeys({
    fetchKeys: async () => {
      if (!isAvailable) throw fail("UNAVAILABLE");
      return { keys: [old.jwk] };
    },
    everyMs: 2_000,
    log: silentLogger(),
    now: () => clock.now,
  });
  const verify = createTokenCheck(keys);
  const known = await old.token();
  await verify(known);
  isAvailable = false;
  clock.now += 59_000;
  await verify(await old.token());
  clock.now += 2_000;
  await assert.rejects(verify(await old.token()), { code: "UNAVAILABLE" });
  await verify(known);
});
