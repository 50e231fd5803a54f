import assert from "node:assert/strict";
import { test } from "node:test";
import { safePath } from "./safe-path.ts";

test("paths of ours are kept, with their query and fragment", () => {
  for (const path of ["/", "/p/1?option=2#reviews", "/find?q=%EC%B0%BB%EC%9E%94", "/a//b"])
    assert.equal(safePath(path), path);
});

test("what browsers read as another site, or as nothing, is the front page", () => {
  for (const path of [
    null,
    "",
    "p/1",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n//evil.example",
    "/./\\evil.example",
    "/..//evil.example",
    "/%2e%2e//evil.example",
    "javascript:alert(1)",
  ])
    assert.equal(safePath(path), "/", JSON.stringify(path));
});

test("no line end reaches a header", () => {
  assert.equal(safePath("/a\r\nset-cookie: b=c"), "/aset-cookie:%20b=c");
});
