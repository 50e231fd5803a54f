import assert from "node:assert/strict";
import { test } from "node:test";
import { editedFields, readProductForm } from "./product-form.ts";
import type { Visit } from "./visit.ts";

/** What a form that showed a product sends when these fields were typed over. */
async function edited(typed: Record<string, string>): Promise<object> {
  const form = new FormData();
  const shown = {
    title: "물레",
    description: "첫째\n둘째",
    categoryId: "living",
    images: "/a\n/b",
    purchaseLimit: "3",
  };
  for (const [name, value] of Object.entries(shown)) {
    form.set(`shown${name[0]!.toUpperCase()}${name.slice(1)}`, value);
    form.set(name, typed[name] ?? value);
  }
  // No pictures come with the form, so nothing is uploaded.
  const read = await readProductForm(form, {} as Visit);
  return editedFields(read.product, read.shown);
}

test("a product's fields are sent only if they were edited", async () => {
  assert.deepEqual(await edited({}), {});
  assert.deepEqual(await edited({ title: " 물레 ", description: "첫째\r\n둘째", images: "/a\r\n/b" }), {});
  assert.deepEqual(await edited({ title: "새 물레" }), { name: "새 물레" });
  assert.deepEqual(await edited({ description: "" }), { description: "" });
  assert.deepEqual(await edited({ images: "/b\n/a" }), { images: ["/b", "/a"] });
  assert.deepEqual(await edited({ images: "" }), { images: [] });
});

test("a purchase limit is changed, or taken away by an empty field; what is not a number is refused by the API", async () => {
  assert.deepEqual(await edited({ purchaseLimit: " 3 " }), {});
  assert.deepEqual(await edited({ purchaseLimit: "5" }), { purchaseLimit: 5 });
  assert.deepEqual(await edited({ purchaseLimit: "" }), { purchaseLimit: null });
  assert.deepEqual(await edited({ purchaseLimit: "many" }), { purchaseLimit: 0 });
});

test("a category is changed, never taken away", async () => {
  assert.deepEqual(await edited({ categoryId: "food" }), { categoryId: "food" });
  assert.deepEqual(await edited({ categoryId: "" }), {});
});
