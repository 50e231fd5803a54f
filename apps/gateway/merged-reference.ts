import type { IncomingMessage, ServerResponse } from "node:http";
import { sendProblem } from "./problem.ts";
import type { Upstreams } from "./upstreams.ts";

type Document = {
  info: object;
  paths: Record<string, object>;
  components?: Record<string, Record<string, object>>;
  tags?: { name: string }[];
};

const timeoutMs = 5_000;

/** Answers /openapi.json of the whole marketplace: the documents of all services as one. */
export function mergedReference(
  services: ReadonlyMap<string, Upstreams>,
): (incoming: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (incoming, response) => {
    const documents: Document[] = [];
    for (const upstreams of services.values()) {
      const upstream = upstreams.pick();
      if (!upstream) return sendProblem(response, incoming, "UNAVAILABLE");
      const answer = await fetch(`${upstream.address}/openapi.json`, { signal: AbortSignal.timeout(timeoutMs) }).catch(
        () => undefined,
      );
      if (answer?.status === 404) return sendProblem(response, incoming, "NOT_FOUND");
      if (!answer?.ok) return sendProblem(response, incoming, "UNAVAILABLE");
      documents.push((await answer.json()) as Document);
    }
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(mergeDocuments(documents)));
  };
}

/** Paths, components and tags of all; everything else as the first says it. */
export function mergeDocuments(documents: readonly Document[]): Document {
  const merged = structuredClone(documents[0]!);
  merged.info = { ...merged.info, title: "Jangteo" };
  for (const { paths, components = {} } of documents.slice(1)) {
    for (const [path, operations] of Object.entries(paths))
      merged.paths[path] = { ...merged.paths[path], ...operations };
    for (const [kind, named] of Object.entries(components)) {
      merged.components ??= {};
      merged.components[kind] = { ...merged.components[kind], ...named };
    }
  }
  const tags = new Set(documents.flatMap((document) => (document.tags ?? []).map(({ name }) => name)));
  if (tags.size > 0) merged.tags = [...tags].sort().map((name) => ({ name }));
  return merged;
}
