/** A path of the server, as it was registered: `/chat/:id`, `/p/*`. */
export type KnownRoute = { readonly url: string; readonly methods: readonly string[] };

export type KnownMethods = {
  add(route: KnownRoute): void;
  /** Whether a route was registered under this very path, without a `:name` or `*`. */
  has(path: string): boolean;
  /** The methods of a path, sorted; none for an unknown one. */
  of(path: string): string[];
};

/**
 * Finds which methods a path has. A path with routes of its own has theirs alone, even where others match it too:
 * `/chat/invite` is no `/chat/:id`. `of` is called only for requests that are refused, so that going through all routes
 * is fast enough.
 */
export function createKnownMethods(): KnownMethods {
  const own = new Map<string, string[]>();
  const patterns: { pattern: RegExp; methods: readonly string[] }[] = [];
  return {
    add({ url, methods }) {
      if (isPattern(url)) patterns.push({ pattern: patternOf(url), methods });
      else own.set(url, [...(own.get(url) ?? []), ...methods]);
    },
    has: (path) => own.has(path),
    of(path) {
      const decoded = decode(path);
      const matching = () => patterns.filter(({ pattern }) => pattern.test(decoded)).flatMap(({ methods }) => methods);
      return [...new Set(own.get(decoded) ?? matching())].sort();
    },
  };
}

const isPattern = (url: string) => /\/(?::|\*)/.test(url);

/** One of the path's segments for each `:name`, anything for `*`. */
function patternOf(url: string): RegExp {
  const source = url
    .split("/")
    .map((segment) =>
      segment === "*" ? ".*" : segment.startsWith(":") ? "[^/]+" : segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("/");
  return new RegExp(`^${source}$`, "s");
}

/** As the router reads a path. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
