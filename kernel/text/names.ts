const unsafe = "\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";
const spaces = " \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff";

/**
 * Names of people and things are one line of plain text with something to see in it: no control characters, no line
 * separators, and none of the characters that turn the direction of what follows. The pattern has no look-ahead, because
 * programs that generate requests from the document take minutes for one; its parts are disjoint, so it takes linear time.
 */
export const namePattern = `^[${spaces}]*[^\\s${unsafe}][^${unsafe}]*$`;

/** A name for a mail: programs that show mails make links of what looks like an address, but not across these breaks. */
export function withoutLinks(name: string): string {
  return name.replace(/[.:/@]/g, "$&\u200b");
}
