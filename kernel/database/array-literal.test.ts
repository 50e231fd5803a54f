import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { arrayLiteral } from "./array-literal.ts";

const { prepareValue } = createRequire(import.meta.url)("pg/lib/utils.js") as { prepareValue(value: unknown): string };

test("writes arrays as the driver does", () => {
  for (const values of [
    [],
    ["018f2b7c-0000-7000-8000-000000000001", "둘"],
    ['"', "\\", '\\"', "{,}", "NULL", "null", "", " ", "\n"],
    ['{"name":"say \\"hi\\"","path":"C:\\\\"}'],
    [1, -0, 0.5, 9_007_199_254_740_991, Number.NaN],
    [true, false, null, undefined],
  ])
    assert.equal(arrayLiteral(values), prepareValue(values), JSON.stringify(values));
});

test("leaves other arrays to the driver", () => {
  for (const values of [[Buffer.from("x")], [new Date(0)], [["a"], ["b"]], [{ a: 1 }], [1n]])
    assert.equal(arrayLiteral(values), undefined);
});
