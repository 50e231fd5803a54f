import { textOf } from "./form.ts";
import { type ItemRow, readItemRows } from "./item-rows.ts";
import { answerOf, type Visit } from "./visit.ts";

/** The fields of a product that its form has, as the API takes them. */
export type ProductFields = {
  name: string;
  description: string;
  categoryId: string;
  images: string[];
  purchaseLimit: number | null;
};

/**
 * Reads a product form: the product, and its options with their ids where they are known. Pictures that came with the
 * form, from a browser that runs no scripts, are uploaded, and kept in the form in case it is refused.
 */
export async function readProductForm(
  form: FormData,
  visit: Visit,
): Promise<{ product: ProductFields; shown: ProductFields; items: ItemRow[] }> {
  const product = fieldsOf(form, {
    name: "title",
    description: "description",
    categoryId: "categoryId",
    images: "images",
    purchaseLimit: "purchaseLimit",
  });
  for (const file of form.getAll("pictures"))
    if (file instanceof File && file.size > 0) product.images.push((await answerOf(uploadPicture(visit, file))).url);
  form.set("images", product.images.join("\n"));
  form.delete("pictures");
  const shown = fieldsOf(form, {
    name: "shownTitle",
    description: "shownDescription",
    categoryId: "shownCategoryId",
    images: "shownImages",
    purchaseLimit: "shownPurchaseLimit",
  });
  return { product, shown, items: readItemRows(form) };
}

/** What of a product differs from what the form showed. A category cannot be taken away. */
export function editedFields(product: ProductFields, shown: ProductFields): Partial<ProductFields> {
  const { name, description, categoryId, images, purchaseLimit } = product;
  return {
    ...(name !== shown.name && { name }),
    ...(description !== shown.description && { description }),
    ...(categoryId && categoryId !== shown.categoryId && { categoryId }),
    ...(images.join("\n") !== shown.images.join("\n") && { images }),
    ...(purchaseLimit !== shown.purchaseLimit && { purchaseLimit }),
  };
}

function fieldsOf(form: FormData, names: Record<keyof ProductFields, string>): ProductFields {
  const limit = textOf(form, names.purchaseLimit).trim();
  return {
    name: textOf(form, names.name).trim(),
    // Browsers send line breaks as CRLF.
    description: textOf(form, names.description).replaceAll("\r\n", "\n"),
    categoryId: textOf(form, names.categoryId),
    images: textOf(form, names.images).split(/\s+/).filter(Boolean),
    // What is not a number is sent as 0, which the API refuses and names.
    purchaseLimit: limit === "" ? null : Number(limit) || 0,
  };
}

/** Takes a picture's bytes on to the API. */
async function uploadPicture(visit: Visit, file: File) {
  const response = await sendPicture(visit, file.type, await file.arrayBuffer());
  const body: unknown = await response.json();
  return response.ok ? { data: body as { url: string }, response } : { error: body, response };
}

export function sendPicture(visit: Visit, type: string, bytes: ArrayBuffer): Promise<Response> {
  const headers = { "content-type": type || "application/octet-stream" };
  return visit.ask(new Request("http://api/seller/pictures", { method: "POST", headers, body: bytes }), "SELLER");
}
