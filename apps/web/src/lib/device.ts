/** A browser and its system, from what it calls itself: enough for its owner to know it by. */
export function deviceOf(userAgent: string): string | undefined {
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : /SamsungBrowser/.test(userAgent)
      ? "Samsung Internet"
      : /(Firefox|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(iPhone|iPad|Android|Windows|Mac OS X|Linux)/.exec(userAgent)?.[1]?.replace("Mac OS X", "Mac");
  return [browser, system].filter(Boolean).join(" · ") || undefined;
}
