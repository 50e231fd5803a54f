/**
 * Names of people and things are one line of plain text with something to see in it: no control characters, no line
 * separators, and none of the characters that turn the direction of what follows.
 */
export const namePattern = "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$";

/** A name for a mail: programs that show mails make links of what looks like an address, but not across these breaks. */
export function withoutLinks(name: string): string {
  return name.replace(/[.:/@]/g, "$&\u200b");
}
