/**
 * An address without what may be secret in it: user, password and query. The user too, since some mail services take the
 * password there as well. A text that is no address and may contain a password is hidden altogether.
 */
export function withoutCredentials(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? URL.parse(text) : undefined;
  if (!url) return /[@=?]|:\/\//.test(text) ? "(hidden)" : text;
  const user = url.username || url.password ? "(hidden)@" : "";
  // A password with a character that should have been escaped may be read as host and path.
  if (url.pathname.includes("@") || (text.includes("@") && !user)) return "(hidden)";
  return `${url.protocol}//${user}${url.host}${url.pathname}${url.search ? "?(hidden)" : ""}`;
}
