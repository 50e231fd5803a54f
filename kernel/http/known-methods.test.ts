import assert from "node:assert/strict";
import { test } from "node:test";
import { createKnownMethods } from "./known-methods.ts";

test("a path has the methods of its own routes, else of those that match it; an unknown one has none", () => {
  const known = createKnownMethods();
  known.add({ url: "/seller/product", methods: ["POST"] });
  known.add({ url: "/seller/product", methods: ["GET", "HEAD"] });
  known.add({ url: "/chat/:id", methods: ["GET", "HEAD"] });
  known.add({ url: "/chat/invite", methods: ["POST"] });
  known.add({ url: "/accounts/.well-known/jwks.json", methods: ["GET"] });
  known.add({ url: "/p/*", methods: ["GET", "POST"] });
  assert.deepEqual(known.of("/seller/product"), ["GET", "HEAD", "POST"]);
  assert.deepEqual(known.of("/chat/invite"), ["POST"]);
  assert.deepEqual(known.of("/chat/7"), ["GET", "HEAD"]);
  assert.deepEqual(known.of("/chat/%EA%B0%80"), ["GET", "HEAD"]);
  assert.deepEqual(known.of("/p/a/b"), ["GET", "POST"]);
  assert.ok(known.has("/chat/invite"));
  for (const other of ["/chat/:id", "/chat/7", "/p/*", "/nowhere"]) assert.ok(!known.has(other), other);
  for (const unknown of [
    "/",
    "/seller",
    "/seller/product/",
    "/seller/product/x",
    "/Seller/product",
    "/chat/",
    "/chat/7/8",
    "/accounts/xwell-known/jwks.json",
    "/p",
  ])
    assert.deepEqual(known.of(unknown), [], unknown);
  assert.deepEqual(known.of("/chat/%E0%A4%A"), ["GET", "HEAD"], "a malformed escape");
});
