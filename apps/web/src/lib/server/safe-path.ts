const ours = "http://jangteo.invalid";

/** A path of ours; anything else would lead visitors away under our name. */
export function safePath(path: string | null): string {
  if (!path?.startsWith("/") || !URL.canParse(path, ours)) return "/";
  // As browsers read it: they leave out tabs and line ends, and take a backslash for a slash.
  const { origin, pathname, search, hash } = new URL(path, ours);
  return origin === ours && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}
