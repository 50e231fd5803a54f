/** Pages that every visitor without cookies sees alike, kept for as long as an edge may keep them. */
export type PageCache = {
  find(key: string): Response | undefined;
  /** Keeps the answer if it may be kept; answers what is to be sent. */
  keep(key: string, response: Response): Promise<Response>;
};

type Kept = { body: string; headers: [string, string][]; until: number };

const keptMax = 1_000;
const bodyMaxBytes = 262_144;

export function createPageCache(now: () => number = Date.now): PageCache {
  const pages = new Map<string, Kept>();
  return {
    find(key) {
      const kept = pages.get(key);
      if (!kept) return undefined;
      if (kept.until > now()) return new Response(kept.body, { headers: kept.headers });
      pages.delete(key);
      return undefined;
    },
    async keep(key, response) {
      const seconds = /\bpublic\b.*\bs-maxage=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
      if (response.status !== 200 || !seconds || response.headers.has("set-cookie")) return response;
      const body = await response.text();
      const headers = [...response.headers];
      if (body.length <= bodyMaxBytes) {
        if (pages.size >= keptMax) pages.delete(pages.keys().next().value!);
        pages.set(key, { body, headers, until: now() + Number(seconds) * 1_000 });
      }
      return new Response(body, { headers });
    },
  };
}
