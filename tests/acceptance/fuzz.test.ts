import assert from "node:assert/strict";
import { test } from "node:test";
import {
  forEachOf,
  type Operation,
  placesOf,
  readOperations,
  replaced,
  sampleOf,
  urlOf,
} from "../harness/operations.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();

const junk: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  "",
  "x",
  "1",
  "' OR 1=1 --",
  "가".repeat(5_000),
  "\u202E<img src=x onerror=alert(1)>",
  [],
  [[]],
  {},
  { $ne: null },
  "00000000-0000-7000-8000-000000000001",
  "2026-02-31",
  "a@b.c",
];

test("no operation answers 500 to junk, wherever it stands; all refusals are problem documents", async () => {
  const [customer, seller] = [await market.api.customer(100), await market.api.seller()];
  let count = 0;
  const send = async ({ method, path, roles }: Operation, url: string, body?: unknown) => {
    const token = !roles ? undefined : /seller/.test(path) ? seller.token : customer.token;
    // 500 throws in the client.
    const options = { ...(body !== undefined && { body }), token, key: `fuzz-${count}` };
    const response = await market.api.request(method, url, options);
    count++;
    const shown = `${method} ${url} ${JSON.stringify(body)?.slice(0, 200)} → ${response.status}`;
    assert.ok(response.status < 500, shown);
    if (response.status >= 400) assert.match(response.headers.get("content-type")!, /problem\+json/, shown);
  };
  // Where a password is checked or hashed it is slow by design; these have their own tests.
  const slow = /login|signup|reset|confirm$|secondFactor|\/(close|email|update)$/;
  const operations = (await readOperations(market.api)).filter(({ path }) => !slow.test(path));
  await forEachOf(operations, 8, async (operation) => {
    const { path, body: schema, query, segments } = operation;
    const url = urlOf({ ...operation, query: [] });
    const sample = schema && sampleOf(schema, {}, true);
    for (const value of junk) {
      for (const { at } of schema ? placesOf(schema) : []) await send(operation, url, replaced(sample, at, value));
      const text = encodeURIComponent(typeof value === "string" ? value.slice(0, 500) : JSON.stringify(value));
      for (const { name } of query) await send(operation, `${url}?${name}=${text}`, sample);
      if (segments.length > 0) await send(operation, path.replace(/\{\w+\}/g, text.slice(0, 400) || "x"));
    }
  });
  assert.ok(count > 1_500, `${count} requests`);
});
