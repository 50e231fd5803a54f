/** A path of the server, as it was registered: `/chat/:id`, `/p/*`. */
export type KnownRoute = { readonly url: string; readonly methods: readonly string[] };

/**
 * Finds which methods the routes of a path have; none for an unknown path. Asked only for requests that no route takes, so
 * that the list of all routes is short enough.
 */
export function createKnownMethods(): {
  add(route: KnownRoute): void;
  of(path: string): string[];
} {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = [];
  return {
    add({ url, methods }) {
      routes.push({ pattern: patternOf(url), methods });
    },
    of(path) {
      const decoded = decode(path);
      const methods = routes.filter(({ pattern }) => pattern.test(decoded)).flatMap((route) => route.methods);
      return [...new Set(methods)].sort();
    },
  };
}

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
