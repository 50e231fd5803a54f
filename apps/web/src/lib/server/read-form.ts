import { MIMEType } from "node:util";
import { error } from "@sveltejs/kit";

/** Fields of one form. The largest one, a product with all of its items and pictures, has fewer than 1,000. */
const fieldsMax = 2_000;
/** A form without pictures. */
const textMaxBytes = 262_144;

/** Of the requests that one process reads as forms. */
export type FormLimits = { fieldsMax: number; textMaxBytes: number };

/**
 * Reads a form, with bounds that hold before it is taken apart: Node's parser takes time in proportion to the square of
 * the number of fields. Throws 413 for a form that is too large, 400 for what is no form.
 */
export async function readForm(request: Request, limits: FormLimits = { fieldsMax, textMaxBytes }): Promise<FormData> {
  const contentType = request.headers.get("content-type") ?? "";
  const boundary = boundaryOf(contentType);
  const mark = boundary ? `--${boundary}` : "&";
  const bytes = Buffer.from(await request.arrayBuffer());
  if (!boundary && bytes.length > limits.textMaxBytes) error(413, { message: "too large" });
  let fields = 1;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length))
    if (++fields > limits.fieldsMax) error(413, { message: "too many fields" });
  try {
    return await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  } catch {
    error(400, { message: "no form" });
  }
}

/** What is between the parts of a form with files; `undefined` for another one. */
function boundaryOf(contentType: string): string | undefined {
  try {
    const { essence, params } = new MIMEType(contentType);
    return essence === "multipart/form-data" ? (params.get("boundary") ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
