import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseJson } from "./parse-json.ts";

const refused = (text: string) => assert.throws(() => parseJson(text), { code: "INVALID_JSON" });

test("an empty body is undefined", () => {
  assert.equal(parseJson(""), undefined);
  assert.equal(parseJson(" \n"), undefined);
});

test("reads whatever JSON.stringify writes, if it has no forbidden key or broken text", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      if (/__proto__|\\u0000|\\ud[89a-f]/i.test(text)) return;
      assert.deepEqual(parseJson(text), JSON.parse(text));
    }),
  );
});

test("refuses a key that stands twice in one object, at any depth, and allows it in two", () => {
  refused('{"a":1,"a":2}');
  refused('{"x":[{"a":1,"b":{},"a":2}]}');
  refused('{"a":1,"\\u0061":2}');
  assert.deepEqual(parseJson('{"a":{"a":[{"a":1},{"a":2}]},"b":"a"}'), { a: { a: [{ a: 1 }, { a: 2 }] }, b: "a" });
  assert.deepEqual(parseJson('["a","a",{"b":"\\"b\\":1,"}]'), ["a", "a", { b: '"b":1,' }]);
});

test("refuses __proto__, NUL, half a surrogate pair and deep nesting", () => {
  refused('{"__proto__":1}');
  refused('{"\\u005f_proto__":1}');
  refused('"\\u0000"');
  refused('["\\ud800"]');
  refused("[".repeat(33) + "]".repeat(33));
  assert.ok(parseJson("[".repeat(32) + "]".repeat(32)));
});
