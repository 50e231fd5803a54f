type Schema = { allOf?: Schema[]; properties?: { code?: { enum?: string[] } } };
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };
type Paths = Record<string, Record<string, Operation>>;
type Refusal = { method: string; path: string; status: number; code: string };

/** Codes that the document does not list: of paths that do not exist, or not for this client, and of faults. */
const everywhere = new Set(["NOT_FOUND", "METHOD_NOT_ALLOWED", "INTERNAL"]);

/**
 * Checks refusals against the OpenAPI document at an address: resolves to a message if the operation does not list the code
 * under the status. Paths that are not documented are not checked, nor is anything while no document is served.
 */
export function createDocumentCheck(baseUrl: string): (refusal: Refusal) => Promise<string | undefined> {
  let loading: Promise<[pattern: RegExp, operations: Record<string, Operation>][]> | undefined;
  return async ({ method, path, status, code }) => {
    if (status < 400 || everywhere.has(code)) return undefined;
    loading ??= loadPaths(baseUrl);
    const documented = await loading.catch(() => []);
    if (documented.length === 0) loading = undefined;
    const [name = ""] = path.split("?", 1);
    const operation = documented.find(([pattern]) => pattern.test(name))?.[1][method.toLowerCase()];
    if (!operation || codesOf(operation, status).includes(code)) return undefined;
    return `${method} ${path} answered ${status} ${code}, which its OpenAPI operation does not list`;
  };
}

async function loadPaths(baseUrl: string) {
  const response = await fetch(`${baseUrl}/openapi.json`);
  const { paths } = response.ok ? ((await response.json()) as { paths: Paths }) : { paths: {} };
  return (
    Object.entries(paths)
      // A path of its own is no id of another.
      .sort(([one], [other]) => Number(one.includes("{")) - Number(other.includes("{")))
      .map(([path, operations]): [RegExp, Record<string, Operation>] => {
        const source = path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+");
        return [new RegExp(`^${source}$`), operations];
      })
  );
}

function codesOf({ responses }: Operation, status: number): string[] {
  const schema = responses[status]?.content?.["application/problem+json"]?.schema;
  return (schema?.allOf ?? []).flatMap(({ properties }) => properties?.code?.enum ?? []);
}
