/** A path of ours; anything else would lead visitors away under our name. */
export function safePath(path: string | null): string {
  return path?.startsWith("/") && !/^\/[/\\]/.test(path) ? path : "/";
}
