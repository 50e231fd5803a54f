/** Pages that every visitor without cookies sees alike, kept for as long as an edge may keep them. */
export type PageCache = {
  find(key: string): Response | undefined;
  /** Keeps the answer if it may be kept; answers what is to be sent. */
  keep(key: string, response: Response): Promise<Response>;
};

type Kept = { body: string; headers: [string, string][]; until: number };

const keptMax = 1_000;
/** Of all kept bodies together, in characters: anybody can ask for as many addresses as they like. */
const keptMaxLength = 4_194_304;
const bodyMaxLength = 262_144;

export function createPageCache(now: () => number = Date.now): PageCache {
  const pages = new Map<string, Kept>();
  let keptLength = 0;

  function drop(key: string): void {
    keptLength -= pages.get(key)?.body.length ?? 0;
    pages.delete(key);
  }

  /** Drops what is over, and then the oldest, until there is room for one more. */
  function makeRoom(length: number): void {
    for (const [key, { until }] of pages) {
      const hasRoom = pages.size < keptMax && keptLength + length <= keptMaxLength;
      if (hasRoom && until > now()) break;
      drop(key);
    }
  }

  return {
    find(key) {
      const kept = pages.get(key);
      if (!kept) return undefined;
      if (kept.until > now()) return new Response(kept.body, { headers: kept.headers });
      drop(key);
      return undefined;
    },
    async keep(key, response) {
      const seconds = /\bpublic\b.*\bs-maxage=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
      if (response.status !== 200 || !seconds || response.headers.has("set-cookie")) return response;
      const body = await response.text();
      const headers = [...response.headers];
      if (body.length <= bodyMaxLength) {
        drop(key);
        makeRoom(body.length);
        pages.set(key, { body, headers, until: now() + Number(seconds) * 1_000 });
        keptLength += body.length;
      }
      return new Response(body, { headers });
    },
  };
}
