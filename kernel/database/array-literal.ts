/**
 * An array of texts, numbers, booleans and nulls as the text that PostgreSQL reads for an array; `undefined` for any other
 * array, which `pg` converts. For these `pg` writes the same, but with two replacements by regular expression for each
 * element: 3% of the processor time of a checkout.
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  const parts: string[] = [];
  for (const value of values) {
    if (value === null || value === undefined) parts.push("NULL");
    else if (typeof value === "string") parts.push(quoted(value));
    else if (typeof value === "number" || typeof value === "boolean") parts.push(`"${value}"`);
    else return undefined;
  }
  return `{${parts.join(",")}}`;
}

function quoted(text: string): string {
  return text.includes('"') || text.includes("\\") ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
}
