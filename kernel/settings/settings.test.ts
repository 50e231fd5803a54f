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

test("production refuses a development secret and missing limits", () => {
  wrong({ NODE_ENV: "production" }, /JANGTEO_SECRET/);
  wrong({ NODE_ENV: "production", JANGTEO_SECRET: "short" }, /32/);
  const secret = "x".repeat(32);
  wrong({ NODE_ENV: "production", JANGTEO_SECRET: secret, JANGTEO_RATE_LIMITS: "off" }, /RATE_LIMITS/);
  assert.equal(readSettings({ NODE_ENV: "production", JANGTEO_SECRET: secret }).production, true);
});

test("the printed table names every setting and hides the secret", () => {
  const text = describeSettings(readSettings({ JANGTEO_SECRET: "my own secret" }));
  assert.match(text, /checkoutBatchMax +JANGTEO_CHECKOUT_BATCH_MAX +256 +1\.\.1000/);
  assert.ok(!text.includes("my own secret"));
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
