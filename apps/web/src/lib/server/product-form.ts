import { textOf } from "./form.ts";
import { answerOf, type Visit } from "./visit.ts";

/**
 * Reads a product form: the product, and its options with their ids where they are known. Pictures that came with the
 * form, from a browser that runs no scripts, are uploaded.
 */
export async function readProductForm(form: FormData, visit: Visit) {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value.trim() : ""));
  const names = texts("itemName");
  const prices = texts("itemPrice");
  const stocks = texts("itemStock");
  const categoryId = textOf(form, "categoryId");
  const images = textOf(form, "images").split(/\s+/).filter(Boolean);
  for (const file of form.getAll("pictures"))
    if (file instanceof File && file.size > 0) images.push((await answerOf(uploadPicture(visit, file))).url);
  return {
    product: {
      name: textOf(form, "title").trim(),
      description: textOf(form, "description"),
      ...(categoryId && { categoryId }),
      images,
    },
    items: texts("itemId").map((id, index) => ({
      id,
      name: names[index] ?? "",
      price: Number(prices[index]),
      stock: Number(stocks[index]),
    })),
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
