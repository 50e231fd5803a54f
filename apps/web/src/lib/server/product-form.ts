import { textOf } from "./form.ts";

/** Reads a product form: the product, and its options with their ids where they are known. */
export function readProductForm(form: FormData) {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value.trim() : ""));
  const names = texts("itemName");
  const prices = texts("itemPrice");
  const stocks = texts("itemStock");
  const categoryId = textOf(form, "categoryId");
  return {
    product: {
      name: textOf(form, "title").trim(),
      description: textOf(form, "description"),
      ...(categoryId && { categoryId }),
      images: textOf(form, "images").split(/\s+/).filter(Boolean),
    },
    items: texts("itemId").map((id, index) => ({
      id,
      name: names[index] ?? "",
      price: Number(prices[index]),
      stock: Number(stocks[index]),
    })),
  };
}
