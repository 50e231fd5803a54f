import assert from "node:assert/strict";
import { test } from "node:test";
import { createPageCache } from "./page-cache.ts";

const publicPage = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { "cache-control": "public, max-age=0, s-maxage=5", ...headers } });

test("a public page is kept for its seconds, and no longer", async () => {
  let now = 0;
  const cache = createPageCache(() => now);
  const sent = await cache.keep("/", publicPage("first", { "x-page": "yes" }));
  assert.equal(await sent.text(), "first");
  now = 4_999;
  const kept = cache.find("/");
  assert.equal(await kept?.text(), "first");
  assert.equal(kept?.headers.get("x-page"), "yes");
  now = 5_000;
  assert.equal(cache.find("/"), undefined);
});

test("what is private, refused or sets a cookie is not kept", async () => {
  const cache = createPageCache(() => 0);
  await cache.keep("/private", new Response("mine", { headers: { "cache-control": "private, no-store" } }));
  await cache.keep("/cookie", publicPage("mine", { "set-cookie": "a=b" }));
  await cache.keep("/gone", new Response("no", { status: 404, headers: { "cache-control": "public, s-maxage=5" } }));
  for (const key of ["/private", "/cookie", "/gone"]) assert.equal(cache.find(key), undefined, key);
});

test("no more than so many pages are kept: the oldest goes", async () => {
  const cache = createPageCache(() => 0);
  for (let page = 0; page <= 1_000; page++) await cache.keep(`/p/${page}`, publicPage(String(page)));
  assert.equal(cache.find("/p/0"), undefined);
  assert.equal(await cache.find("/p/1000")?.text(), "1000");
});

test("no more than 4,194,304 characters are kept together, and nothing that is over", async () => {
  let now = 0;
  const cache = createPageCache(() => now);
  const large = "x".repeat(262_144);
  for (let page = 0; page < 20; page++) await cache.keep(`/p/1?x=${page}`, publicPage(large));
  const kept = () => Array.from({ length: 20 }, (_, page) => cache.find(`/p/1?x=${page}`)).filter(Boolean).length;
  assert.equal(kept(), 16);
  now = 5_000;
  await cache.keep("/", publicPage("small"));
  now = 0;
  assert.equal(kept(), 0);
  // The same page again takes the room of the one before.
  for (let count = 0; count < 40; count++) await cache.keep("/large", publicPage(large));
  for (let page = 0; page < 15; page++) await cache.keep(`/p/1?x=${page}`, publicPage(large));
  assert.equal(kept(), 15);
});
