import assert from "node:assert/strict";
import { test } from "node:test";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace({ alone: true, env: { JANGTEO_PAGES: "on" } });

const open = async (path: string, cookie?: string) => {
  const headers = { accept: "text/html", ...(cookie && { cookie }) };
  const response = await fetch(`${market.api.baseUrl}${path}`, { redirect: "manual", headers });
  return { response, text: await response.text(), cacheControl: response.headers.get("cache-control") ?? "" };
};
const keysOf = (text: string) => [...text.matchAll(/name="key" value="([^"]+)"/g)].map(([, key]) => key!);

test("pages with forms or tokens are never shared; those that are hold no key", async () => {
  const { api } = market;
  const product = await api.product(await api.seller(), [[1_000, 5]]);
  for (const path of [
    "/sign-up",
    "/sign-up/__data.json",
    "/sign-in",
    "/forgot",
    "/reset?token=a-token-of-a-mail",
    "/reset/__data.json?token=a-token-of-a-mail",
    "/basket",
    "/checkout",
    "/account",
    "/sell/products/new",
    "/admin",
    "/nothing-here",
  ]) {
    const { cacheControl } = await open(path);
    assert.equal(cacheControl, "private, no-store", path);
  }
  const keys = [...keysOf((await open("/sign-up")).text), ...keysOf((await open("/sign-up")).text)];
  assert.equal(new Set(keys).size, 2, "each visitor has a key of their own");

  for (const path of ["/", "/find?q=a", `/p/${product.id}`]) {
    const first = await open(path);
    assert.match(first.cacheControl, /^public/, path);
    assert.deepEqual(keysOf(first.text), [], path);
    assert.doesNotMatch(first.text, /name="key"/);
    const known = await open(path, "jangteo_language=en");
    assert.equal(known.cacheControl, "private, no-store", `${path} of a visitor who is known`);
  }
});
