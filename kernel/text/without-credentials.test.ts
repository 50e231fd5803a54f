import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutCredentials } from "./without-credentials.ts";

test("an address is shown without user, password and query", () => {
  for (const [address, shown] of [
    ["postgresql://shop:s3cret@db.example:5432/shop", "postgresql://(hidden)@db.example:5432/shop"],
    ["postgresql://shop:s3%2Fcr%40et@db.example/shop", "postgresql://(hidden)@db.example/shop"],
    ["postgresql://db.example/shop?user=shop&password=s3cret", "postgresql://db.example/shop?(hidden)"],
    ["smtps://s3cret@smtp.example:465", "smtps://(hidden)@smtp.example:465"],
    ["https://shop.example", "https://shop.example/"],
    ["kafka-1:9092,kafka-2:9092", "kafka-1:9092,kafka-2:9092"],
    ["", ""],
  ] as const)
    assert.equal(withoutCredentials(address), shown);
});

test("what cannot be read as an address is hidden altogether", () => {
  for (const text of [
    "postgresql://shop:s3cret@/shop?host=%2Ftmp",
    "postgresql://shop:s3/cr@et@db.example:port/shop",
    "host=db.example password=s3cret",
    "shop:s3cret@db.example",
    "postgresql://shop:s3/cr@et@db.example/shop",
    "postgresql://shop:12/s3cret@db.example/shop",
    "postgresql://shop:12?s3cret@db.example/shop",
    "postgresql://shop:12#s3cret@db.example/shop",
    "postgresql://shop:s3@cr/et@db.example/shop",
  ])
    assert.equal(withoutCredentials(text), "(hidden)", text);
});
