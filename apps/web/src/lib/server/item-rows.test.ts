import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, expectCurrentStock, readItemRows } from "./item-rows.ts";

type Cells = { id: string; name?: string; price?: string; stock?: string };
/** A form that showed "빨강" at 1,000 points with 10 units in each row, and what was typed over it. */
function formOf(...rows: Cells[]): FormData {
  const form = new FormData();
  for (const { id, name = "빨강", price = "1000", stock = "10" } of rows)
    for (const [field, value] of [
      ["itemId", id],
      ["itemName", name],
      ["itemPrice", price],
      ["itemStock", stock],
      ["shownName", "빨강"],
      ["shownPrice", "1000"],
      ["shownStock", "10"],
    ] as const)
      form.append(field, value);
  return form;
}
const changes = (...rows: Cells[]) => changesOf(readItemRows(formOf(...rows)));

test("what was not edited is not sent", () => {
  assert.deepEqual(changes({ id: "a" }, { id: "b", name: " 빨강 ", price: "01000" }), []);
});

test("each edited field is sent alone, and a stock with the one that was shown", () => {
  assert.deepEqual(
    changes({ id: "a", name: "파랑" }, { id: "b", price: "900" }, { id: "c" }, { id: "d", stock: "0" }),
    [
      { id: "a", name: "파랑" },
      { id: "b", price: 900 },
      { id: "d", stock: 0, expectedStock: 10 },
    ],
  );
});

test("a new option is not a change", () => {
  assert.deepEqual(changes({ id: "", stock: "3" }), []);
});

test("after a refusal an edited stock expects what there is now, one that was not edited is not sent", () => {
  const form = formOf({ id: "a", stock: "20" }, { id: "b" }, { id: "c", stock: "5" }, { id: "", stock: "1" });
  const current = [
    { id: "a", label: "A", stock: 3 },
    { id: "b", label: "B", stock: 4 },
    { id: "c", label: "C", stock: 10 },
  ];
  assert.deepEqual(
    expectCurrentStock(form, current).map(({ id }) => id),
    ["a"],
  );
  assert.deepEqual(changesOf(readItemRows(form)), [
    { id: "a", stock: 20, expectedStock: 3 },
    { id: "c", stock: 5, expectedStock: 10 },
  ]);
});
