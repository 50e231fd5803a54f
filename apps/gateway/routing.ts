/** What a service answers: these paths and all below them. */
export type Routed = { readonly name: string; readonly paths: readonly string[] };

/** Finds the service of a path: the one that names most of its beginning, else the fallback. */
export function createRouting(services: readonly Routed[], fallback: string): (path: string) => string {
  const byPath = new Map(services.flatMap(({ name, paths }) => paths.map((path) => [path, name] as const)));
  return (url) => {
    const [path = "/"] = url.split("?", 1);
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const found = byPath.get(path.slice(0, end));
      if (found !== undefined) return found;
    }
    return fallback;
  };
}
