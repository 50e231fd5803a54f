import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRow, type Row, writeCell } from "./product-rows.ts";

const row = (fields: Partial<Row>): Row => ({
  product_name: "셔츠",
  description: "",
  category_id: "",
  item_name: "기본",
  price: "100",
  stock: "1",
  images: "",
  purchase_limit: "",
  ...fields,
});

test("a text that a spreadsheet would run is written with an apostrophe, and read without it", () => {
  for (const text of [
    '=HYPERLINK("https://evil.example","상품")',
    "+82-10",
    "-5% 할인",
    "@SUM(A1)",
    "＝1+1",
    "'=1",
    "''=1",
    "\t=1",
    "\r=1",
    "\n=1",
  ]) {
    const written = writeCell("description", text);
    assert.equal(written, `'${text}`);
    assert.deepEqual(parseRow(row({ description: written }), 2), { ...parseRow(row({}), 2), description: text });
    const name = text.trim();
    const named = parseRow(
      row({ product_name: writeCell("product_name", name), item_name: writeCell("item_name", name) }),
      2,
    );
    assert.ok("item" in named);
    assert.deepEqual([named.productName, named.item.name], [name, name]);
  }
});

test("ordinary texts and numbers are written as they are", () => {
  for (const text of ["", "셔츠", "1+1 행사", "'따옴표'", "'", "a=b"]) {
    assert.equal(writeCell("product_name", text), text);
    assert.equal(writeCell("description", text), text);
  }
  assert.equal(writeCell("price", "-5"), "-5");
  assert.equal(writeCell("stock", "10"), "10");
  assert.ok("problem" in parseRow(row({ stock: "'-5" }), 2), "a number has no apostrophe");
});

test("a purchase limit is a whole number up to 9,999; empty or 0 is none", () => {
  const limitOf = (text: string) => {
    const parsed = parseRow(row({ purchase_limit: text }), 2);
    return "problem" in parsed ? "refused" : parsed.purchaseLimit;
  };
  assert.deepEqual(["", "0", "1", "9999"].map(limitOf), [0, 0, 1, 9_999]);
  assert.deepEqual(["10000", "-1", "1.5", "two"].map(limitOf), Array(4).fill("refused"));
  const { purchase_limit: _, ...before } = row({});
  assert.deepEqual(parseRow(before, 2), parseRow(row({}), 2), "files from before have no such column");
});
