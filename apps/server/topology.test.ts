import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings, SettingsError } from "@jangteo/kernel/settings/settings.ts";
import { kafkaSettings } from "./topology.ts";

const three = "a:9092, b:9092, c:9092";
const shape = (env: Record<string, string>) => {
  const { partitions, replicas, minInSyncReplicas, retentionMs } = kafkaSettings(readSettings(env))!;
  return [partitions, replicas, minInSyncReplicas, retentionMs / 3_600_000];
};

test("three brokers hold three replicas, two of them in sync; fewer hold one", () => {
  assert.deepEqual(shape({ KAFKA_BROKERS: three }), [6, 3, 2, 336]);
  assert.deepEqual(shape({ KAFKA_BROKERS: "a:9092,b:9092" }), [6, 1, 1, 336]);
  assert.equal(kafkaSettings(readSettings({})), undefined);
});

test("what the settings name goes before what is automatic", () => {
  assert.deepEqual(
    shape({
      KAFKA_BROKERS: three,
      JANGTEO_KAFKA_PARTITIONS: "12",
      JANGTEO_KAFKA_REPLICAS: "2",
      JANGTEO_KAFKA_RETENTION_HOURS: "48",
    }),
    [12, 2, 1, 48],
  );
  assert.throws(() => shape({ KAFKA_BROKERS: "a:9092", JANGTEO_KAFKA_MIN_IN_SYNC_REPLICAS: "2" }), SettingsError);
});
