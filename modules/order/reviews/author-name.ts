/** A name as strangers see it: the first letter and, of three letters and more, the last. */
export function authorName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length < 3) return `${letters[0] ?? ""}*`;
  return `${letters[0]}${"*".repeat(letters.length - 2)}${letters.at(-1)}`;
}
