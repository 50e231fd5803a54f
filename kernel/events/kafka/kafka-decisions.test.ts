import assert from "node:assert/strict";
import { test } from "node:test";
import { partitionDestinations } from "./kafka-delivery.ts";
import { findGaps, followOffsets } from "./lost-events.ts";
import { compareTopic } from "./topics.ts";

const wants = { partitions: 6, replicas: 3, minInSyncReplicas: 2, retentionMs: 1_000 };

test("a topic that has less than is wanted is raised where it can be, and named where it cannot", () => {
  const has = { partitions: 3, replicas: 1, minInSyncReplicas: 1, retentionMs: 500 };
  const { raise, warnings } = compareTopic("events", has, wants);
  assert.deepEqual(raise, [{ name: "retention.ms", from: "500", to: "1000" }]);
  assert.equal(warnings.length, 2);
  assert.match(warnings[0]!, /topic events has 1 replicas, the settings want 3/);
  assert.match(warnings[1]!, /topic events has 3 partitions, the settings want 6/);
  assert.deepEqual(compareTopic("events", { ...wants, minInSyncReplicas: 1 }, wants).raise, [
    { name: "min.insync.replicas", from: "1", to: "2" },
  ]);
});

test("a topic that has as much as is wanted, or more, is left as it is", () => {
  for (const has of [
    wants,
    { partitions: 12, replicas: 5, minInSyncReplicas: 3, retentionMs: Number.POSITIVE_INFINITY },
  ])
    assert.deepEqual(compareTopic("events", has, wants), { raise: [], warnings: [] });
});

test("offsets below the earliest are a gap; without a committed offset, or beyond the earliest, there is none", () => {
  const committed = new Map([["events", [5n, -1n, 30n, 20n]]]);
  const earliest = new Map([["events", [12n, 12n, 12n, 20n]]]);
  assert.deepEqual(findGaps(committed, earliest), [{ topic: "events", partition: 0, from: 5n, to: 12n }]);
});

test("a jump of the offsets while reading is a gap; what comes again, or after another instance read, is none", () => {
  const sequence = followOffsets();
  const pass = (offset: bigint, partition = 0) => sequence.pass({ topic: "events", partition, offset });
  for (const offset of [7n, 8n, 7n, 8n, 9n]) assert.equal(pass(offset), undefined);
  assert.equal(pass(3n, 1), undefined);
  assert.deepEqual(pass(15n), { topic: "events", partition: 0, from: 10n, to: 15n });
  sequence.reset();
  assert.equal(pass(40n), undefined);
});

test("each event is of exactly one partition, and all partitions have some", () => {
  const destinations = partitionDestinations(6, async () => undefined);
  const partitionsOf = (key: string) =>
    destinations.filter(({ wants: isOf }) => isOf({ id: "", type: "", key, payloadJson: "" })).map(({ name }) => name);
  const found = Array.from({ length: 100 }, (_, index) => partitionsOf(`key ${index}`));
  assert.ok(found.every((names) => names.length === 1));
  assert.equal(new Set(found.flat()).size, 6);
});
