import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { describeSettings, readSettings, SettingsError } from "./settings.ts";

const wrong = (env: Record<string, string>, pattern: RegExp) =>
  assert.throws(
    () => readSettings(env),
    (error: Error) => error instanceof SettingsError && pattern.test(error.message),
  );

test("defaults hold, and the environment goes before the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-settings-"));
  const file = join(folder, "settings.json");
  writeFileSync(file, JSON.stringify({ port: 9000, checkoutBatchMax: 5, demo: false }));
  const settings = readSettings({ JANGTEO_SETTINGS: file, PORT: "9001", JANGTEO_FEE_BASIS_POINTS: "30" });
  assert.deepEqual(
    [settings.port, settings.checkoutBatchMax, settings.demo, settings.feeBasisPoints, settings.host],
    [9001, 5, false, 30, "127.0.0.1"],
  );
  writeFileSync(file, JSON.stringify({ prot: 1 }));
  wrong({ JANGTEO_SETTINGS: file }, /unknown setting "prot"/);
  writeFileSync(file, "{");
  wrong({ JANGTEO_SETTINGS: file }, /not valid JSON/);
  rmSync(folder, { recursive: true });
  wrong({ JANGTEO_SETTINGS: file }, /cannot be read/);
});

test("what is out of bounds is refused by name, with its bounds", () => {
  wrong({ PORT: "65536" }, /PORT must be a whole number from 0 to 65535, not "65536"/);
  wrong({ PORT: "http" }, /PORT/);
  wrong({ JANGTEO_DEMO: "maybe" }, /JANGTEO_DEMO must be on or off/);
  wrong({ JANGTEO_SETTLEMENT: "never" }, /on-purchase, on-confirmation/);
});

const production = {
  NODE_ENV: "production",
  JANGTEO_SECRET: "x".repeat(32),
  SMTP_URL: "smtps://smtp.example",
  JANGTEO_PUBLIC_URL: "https://shop.example",
};

test("production refuses to start without what it needs, and lists all of it", () => {
  wrong({ NODE_ENV: "production" }, /JANGTEO_SECRET[\s\S]*SMTP_URL[\s\S]*JANGTEO_PUBLIC_URL/);
  const all = { NODE_ENV: "production", JANGTEO_RATE_LIMITS: "off", JANGTEO_PAYMENT_PROVIDER: "fake" };
  wrong(
    { ...all, JANGTEO_PAYOUT_PROVIDER: "fake" },
    /SECRET[\s\S]*RATE_LIMITS[\s\S]*SMTP_URL[\s\S]*PUBLIC_URL[\s\S]*PAYMENT_PROVIDER=fake[\s\S]*PAYOUT_PROVIDER=fake/,
  );
  wrong({ ...production, JANGTEO_SECRET: "short" }, /32/);
  wrong({ ...production, JANGTEO_RATE_LIMITS: "off" }, /RATE_LIMITS/);
  wrong({ ...production, SMTP_URL: "" }, /SMTP_URL/);
  for (const address of ["", "http://shop.example", "shop.example"])
    wrong({ ...production, JANGTEO_PUBLIC_URL: address }, /JANGTEO_PUBLIC_URL/);
  assert.equal(readSettings(production).production, true);
});

test("production reaches databases and Kafka on other hosts over TLS alone, unless the network is trusted", () => {
  const database = (host: string, query = "") => ({ DATABASE_URL: `postgresql://shop@${host}/shop${query}` });
  for (const host of ["localhost", "127.0.0.1:5433", "[::1]", "/var/run"]) {
    const env = host.startsWith("/") ? { DATABASE_URL: `postgresql://shop@/shop?host=${host}` } : database(host);
    assert.ok(readSettings({ ...production, ...env }), host);
  }
  for (const query of [
    "",
    "?sslmode=require",
    "?sslmode=verify-ca",
    "?sslmode=no-verify",
    "?sslmode=verify-full&sslmode=disable",
    "?host=db.example&sslmode=prefer",
  ])
    wrong({ ...production, ...database(query.includes("host=") ? "localhost" : "db.example", query) }, /verify-full/);
  assert.ok(readSettings({ ...production, ...database("db.example", "?sslmode=verify-full&sslrootcert=/ca.pem") }));
  for (const name of ["ACCOUNT_DATABASE_URL", "ORDER_DATABASE_URL", "CHAT_DATABASE_URL"])
    wrong({ ...production, [name]: "postgresql://db.example/shop" }, new RegExp(`${name} is of another host`));

  const brokers = { KAFKA_BROKERS: "127.0.0.1:9092,kafka.example:9092" };
  const login = { JANGTEO_KAFKA_SASL: "scram-sha-512", JANGTEO_KAFKA_USER: "a", JANGTEO_KAFKA_PASSWORD: "b" };
  assert.ok(readSettings({ ...production, KAFKA_BROKERS: "127.0.0.1:9092" }));
  wrong({ ...production, ...brokers, ...login }, /JANGTEO_KAFKA_TLS=on/);
  wrong({ ...production, ...brokers, JANGTEO_KAFKA_TLS: "on" }, /JANGTEO_KAFKA_SASL/);
  assert.ok(readSettings({ ...production, ...brokers, ...login, JANGTEO_KAFKA_TLS: "on" }));
  assert.ok(readSettings({ ...production, ...brokers, ...database("db.example"), JANGTEO_TRUSTED_NETWORK: "on" }));
  assert.ok(readSettings({ ...brokers, ...database("db.example") }), "outside production");
});

test("a sign-in at Kafka's brokers that is incomplete is refused", () => {
  const oauth = { JANGTEO_KAFKA_SASL: "oauthbearer" };
  const url = (address: string) => ({ ...oauth, JANGTEO_KAFKA_TOKEN_URL: address });
  const client = { JANGTEO_KAFKA_CLIENT_ID: "a", JANGTEO_KAFKA_CLIENT_SECRET: "b" };
  wrong({ JANGTEO_KAFKA_SASL: "plain" }, /none, scram-sha-512, oauthbearer/);
  wrong({ JANGTEO_KAFKA_SASL: "scram-sha-512" }, /needs JANGTEO_KAFKA_USER and JANGTEO_KAFKA_PASSWORD/);
  wrong({ JANGTEO_KAFKA_PASSWORD: "x" }, /JANGTEO_KAFKA_PASSWORD is of use with/);
  wrong(oauth, /needs JANGTEO_KAFKA_TOKEN_FILE, or else JANGTEO_KAFKA_TOKEN_URL/);
  wrong({ ...url("https://tokens.example"), JANGTEO_KAFKA_TOKEN_FILE: "/token", ...client }, /or else/);
  wrong(url("https://tokens.example"), /needs JANGTEO_KAFKA_CLIENT_ID and JANGTEO_KAFKA_CLIENT_SECRET/);
  wrong({ ...url("http://tokens.example"), ...client }, /must be an https address/);
  wrong({ JANGTEO_KAFKA_TOKEN_FILE: "/token" }, /of use with JANGTEO_KAFKA_SASL=oauthbearer/);
  wrong({ JANGTEO_KAFKA_CA_FILE: "/ca.pem" }, /of use with JANGTEO_KAFKA_TLS=on/);
  assert.ok(readSettings({ ...url("https://tokens.example"), ...client }));
  assert.ok(readSettings({ ...oauth, JANGTEO_KAFKA_TOKEN_FILE: "/token" }));
});

test("administrators need a second factor in production, in a rehearsal too", () => {
  const isNeeded = (env: Record<string, string>) => readSettings(env).adminSecondFactor;
  assert.deepEqual([isNeeded({}), isNeeded(production)], [false, true]);
  assert.equal(isNeeded({ ...production, JANGTEO_REHEARSAL: "on" }), true);
  assert.equal(isNeeded({ ...production, JANGTEO_ADMIN_SECOND_FACTOR: "off" }), false);
});

test("production has no payments and payouts unless a provider is named; fake ones are for a rehearsal", () => {
  const providers = (env: Record<string, string>) => {
    const { paymentProvider, payoutProvider } = readSettings(env);
    return [paymentProvider, payoutProvider];
  };
  assert.deepEqual(providers({}), ["fake", "fake"]);
  assert.deepEqual(providers(production), ["none", "none"]);
  assert.deepEqual(providers({ ...production, JANGTEO_REHEARSAL: "on" }), ["fake", "fake"]);
  assert.deepEqual(providers({ ...production, JANGTEO_REHEARSAL: "on", JANGTEO_PAYMENT_PROVIDER: "none" }), [
    "none",
    "fake",
  ]);
  for (const provider of ["JANGTEO_PAYMENT_PROVIDER", "JANGTEO_PAYOUT_PROVIDER"])
    wrong({ ...production, [provider]: "fake" }, new RegExp(`${provider}=fake`));
  for (const missing of ["SMTP_URL", "JANGTEO_PUBLIC_URL", "JANGTEO_SECRET"])
    wrong({ ...production, JANGTEO_REHEARSAL: "on", [missing]: "" }, new RegExp(missing));
});

test("the printed table names every setting, what differs from its default, and no secret", () => {
  const url = (host: string) => `postgresql://shop:hunter2@${host}/shop?password=hunter2`;
  const text = describeSettings(
    readSettings({
      JANGTEO_SECRET: "hunter2",
      DATABASE_URL: url("db"),
      ACCOUNT_DATABASE_URL: url("account-db"),
      ORDER_DATABASE_URL: url("order-db"),
      CHAT_DATABASE_URL: url("chat-db"),
      SMTP_URL: "smtps://hunter2:hunter2@smtp.example:465",
      KAFKA_BROKERS: "shop:hunter2@kafka:9092",
      JANGTEO_KAFKA_SASL: "oauthbearer",
      JANGTEO_KAFKA_TOKEN_URL: "https://shop:hunter2@tokens.example/?key=hunter2",
      JANGTEO_KAFKA_CLIENT_ID: "shop",
      JANGTEO_KAFKA_CLIENT_SECRET: "hunter2",
      JANGTEO_PUBLIC_URL: "https://shop:hunter2@shop.example",
      JANGTEO_S3_ENDPOINT: "https://shop:hunter2@s3.example",
      JANGTEO_S3_ACCESS_KEY_ID: "hunter2",
      JANGTEO_S3_SECRET_ACCESS_KEY: "hunter2",
    }),
  );
  assert.match(text, /^ {2}checkoutBatchMax +JANGTEO_CHECKOUT_BATCH_MAX +256 +1\.\.1000/m);
  assert.match(text, /^\* databaseUrl +DATABASE_URL +"postgresql:\/\/\(hidden\)@db\/shop\?\(hidden\)"/m);
  assert.match(text, /^\* smtpUrl +SMTP_URL +"smtps:\/\/\(hidden\)@smtp\.example:465/m);
  assert.match(text, /^\* secret +JANGTEO_SECRET +\(hidden\)/m);
  assert.ok(!text.includes("hunter2"), text);
});

test("every setting whose name says that it may hold a secret is marked as one", () => {
  const lines = describeSettings(readSettings({})).split("\n");
  for (const [, name, value] of lines.map((line) => /^. (\w+) +\w+ +(\S+)/.exec(line)!))
    if (/secret|password|accessKey/i.test(name!) && !name!.startsWith("password"))
      assert.equal(value, "(hidden)", name);
});

test("a secret that is written wrongly is refused without being printed", () => {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-settings-"));
  const file = join(folder, "settings.json");
  for (const [content, told] of [
    ['{"secret":4815162342}', /"secret" in .* must be a text\./],
    ['{"secret":hunter2}', /not valid JSON: Unexpected token/],
  ] as const) {
    writeFileSync(file, content);
    assert.throws(
      () => readSettings({ JANGTEO_SETTINGS: file }),
      ({ message }: Error) => told.test(message) && !/4815|unter2/.test(message),
    );
  }
  rmSync(folder, { recursive: true });
});

test("settings that let Kafka keep events for longer than consumers remember them are refused", () => {
  const kafka = { KAFKA_BROKERS: "127.0.0.1:9092" };
  wrong({ ...kafka, JANGTEO_EVENT_KEEP_DAYS: "13" }, /JANGTEO_EVENT_KEEP_DAYS to at least 14/);
  wrong({ JANGTEO_KAFKA_RETENTION_HOURS: "1000" }, /JANGTEO_EVENT_KEEP_DAYS to at least 42/);
  wrong({ ...kafka, JANGTEO_KAFKA_REPLICAS: "1", JANGTEO_KAFKA_MIN_IN_SYNC_REPLICAS: "2" }, /no event could be sent/);
  assert.equal(readSettings({ JANGTEO_EVENT_KEEP_DAYS: "1" }).eventKeepDays, 1, "without Kafka");
  const settings = readSettings({ ...kafka, JANGTEO_EVENT_KEEP_DAYS: "14" });
  assert.equal(settings.kafkaRetentionHours, 336);
});
