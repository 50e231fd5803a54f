import assert from "node:assert/strict";
import { test } from "node:test";
import { isPageUpload, isUpload } from "./uploads.ts";

test("paths that take images, with whatever query, and no others", () => {
  for (const url of [
    "/chat/0192c0de-0000-7000-8000-000000000000/images",
    "/seller/pictures",
    "/talk/r/image",
    "/sell/talk/r/image",
    "/sell/products/new",
    "/sell/products/0192c0de?/save",
  ])
    assert.ok(isUpload(url), url);
  for (const url of [
    "/chat/images",
    "/chat/a/b/images",
    "/seller/pictures/x",
    "/sell/products",
    "/sell/products/a/b",
    "/",
  ])
    assert.ok(!isUpload(url), url);
  assert.ok(!isPageUpload("/seller/pictures"));
});
