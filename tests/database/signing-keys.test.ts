import assert from "node:assert/strict";
import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { test } from "node:test";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { hostModules, type ModuleHost } from "@jangteo/kernel/module/host.ts";
import { createSeal } from "@jangteo/kernel/secrets/seal.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { decodeProtectedHeader } from "jose";
import pg from "pg";
import { modulesNamed } from "../../apps/server/compose.ts";
import { createDatabase, runCommand, startMarketplace } from "../harness/marketplace.ts";
import { stealSigningKey } from "../harness/signing-key.ts";
import { until } from "../harness/until.ts";

const secret = "the secret of the first years, long enough";
const nextSecret = "the secret of the years after, long enough";

type KeyRow = { id: string; sealed: string; retired: boolean; accepted: boolean };

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: "-c search_path=account" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const keysOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<KeyRow>(
      `SELECT id, sealed_private_jwk AS sealed, retired_at IS NOT NULL AS retired,
         coalesce(accepted_until > now(), true) AS accepted
       FROM signing_key ORDER BY created_at`,
    );
    return rows;
  });

/** The private half as releases up to 0.1.0 stored it. */
function sealAsBefore(text: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "jangteo signing key", 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

test("a key of another secret is retired once nobody uses it: accepted for a token's life, then refused", async () => {
  const short = { JANGTEO_ACCESS_TOKEN_SECONDS: "10", JANGTEO_TEST_TOKEN_SECONDS: "10" };
  const first = await startMarketplace({ stage: "monolith", env: { ...short, JANGTEO_SECRET: secret } });
  const { databaseUrl } = first;
  const person = await first.api.customer();
  const old = await stealSigningKey(databaseUrl, secret);
  await first.stop();

  // A key that an earlier release stored signs as before.
  const [row] = await keysOf(databaseUrl);
  const text = createSeal({ purpose: "signing key", secret }).open(row!.sealed, row!.id)!;
  await withClient(databaseUrl, (client) =>
    client.query("UPDATE signing_key SET sealed_private_jwk = $1, used_at = NULL", [sealAsBefore(text)]),
  );
  const again = await startMarketplace({ stage: "monolith", databaseUrl, env: { ...short, JANGTEO_SECRET: secret } });
  const kidOf = async (market: typeof again) => decodeProtectedHeader((await market.api.customer()).token).kid;
  assert.equal(await kidOf(again), old.id);
  const isNoted = async (client: pg.Client) =>
    (await client.query("SELECT 1 FROM signing_key WHERE used_at IS NOT NULL")).rows.length === 1;
  await until(() => withClient(databaseUrl, isNoted));
  await again.stop();

  const env = { ...short, JANGTEO_SECRET: nextSecret };
  const next = await startMarketplace({ stage: "monolith", databaseUrl, env });
  const token = await old.sign(person);
  const access = async () => {
    const { status, body } = await next.api.post("/accounts/customer", {}, token);
    return status === 200 ? "200" : `${status} ${body.code}`;
  };
  assert.notEqual(await kidOf(next), old.id);
  assert.equal(await access(), "200");
  const [kept] = await keysOf(databaseUrl);
  assert.equal(kept!.retired, false, "an instance with the secret before was there a moment ago");
  await withClient(databaseUrl, (client) =>
    client.query("UPDATE signing_key SET used_at = now() - interval '61 seconds' WHERE id = $1", [old.id]),
  );
  await until(async () => (await keysOf(databaseUrl))[0]!.retired, { timeoutMs: 5_000 });
  const [retired, made] = await keysOf(databaseUrl);
  assert.deepEqual([retired!.sealed, retired!.accepted, made!.retired], ["", true, false]);
  assert.equal(await access(), "200");
  await until(async () => (await access()) === "401 INVALID_ACCESS_TOKEN", { timeoutMs: 25_000 });
  assert.equal((await keysOf(databaseUrl)).length, 2);
  await next.stop();
});

test("a command with another secret neither makes nor retires a key", async () => {
  const market = await startMarketplace({ stage: "monolith", env: { JANGTEO_SECRET: secret } });
  const { databaseUrl } = market;
  const { token } = await market.api.customer();
  await until(async () => (await keysOf(databaseUrl)).length === 1);
  const before = await keysOf(databaseUrl);
  const wrong = { DATABASE_URL: databaseUrl, JANGTEO_SECRET: nextSecret };
  assert.match((await runCommand(["verify"], wrong)).output, /checks are/);
  for (const args of [["rotate-keys"], ["rotate-keys", "--now"]]) {
    const { code, output } = await runCommand(args, wrong);
    assert.equal(code, 2, output);
    assert.match(output, /Nothing was changed: .*JANGTEO_SECRET/);
  }
  assert.deepEqual(await keysOf(databaseUrl), before);
  assert.equal((await market.api.post("/accounts/customer", {}, token)).status, 200);
  await market.stop();
});

test("keys rotated by several instances at once leave one that signs, and every other without its private half", async (t) => {
  const url = await createDatabase();
  const hosts: ModuleHost[] = [];
  t.after(() => Promise.all(hosts.map((host) => host.close())));
  for (let count = 0; count < 3; count++)
    hosts.push(
      await hostModules({
        name: "test",
        modules: await modulesNamed(["account", "order"]),
        settings: readSettings({ JANGTEO_SECRET: secret }),
        log: silentLogger(),
        topology: { databaseUrl: () => url, events: "direct", livePush: "none" },
      }),
    );
  const rotations = await Promise.all(
    Array.from({ length: 4 }, () => hosts.map((host) => host.client(AccountService).rotateKeys({ now: false }))).flat(),
  );
  const keys = await keysOf(url);
  assert.deepEqual(
    keys.map(({ id }) => id).toSorted(),
    rotations.map(({ keyId }) => keyId).toSorted(),
    "each made one",
  );
  const active = keys.filter(({ retired }) => !retired);
  assert.equal(active.length, 1);
  assert.equal(active[0]!.id, keys.at(-1)!.id, "the newest");
  for (const key of keys) assert.deepEqual([key.sealed === "", key.accepted], [key.retired, true]);

  await Promise.all(hosts.map((host) => host.client(AccountService).rotateKeys({ now: true })));
  assert.equal((await keysOf(url)).filter(({ accepted }) => accepted).length, 1);
});
