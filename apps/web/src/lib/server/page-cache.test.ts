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
