import { hash } from "node:crypto";
import { createBoundedCache } from "@jangteo/kernel/limits/bounded-cache.ts";

/** A public answer's bytes, ready to be sent. */
export type CachedAnswer = { readonly body: string; readonly etag: string };

export type AnswerCache = {
  /** The answer to a question, kept or made once for all who ask it at the time. */
  get(question: string, make: () => Promise<unknown>): Promise<CachedAnswer>;
  /** The catalog has changed: what was made before is not answered any more. */
  forgetAll(): void;
};

/** Gives a body its ETag. */
export function withEtag(body: string): CachedAnswer {
  return { body, etag: `"${hash("sha256", body, "base64url").slice(0, 22)}"` };
}

/** Of all kept answers together, in characters. */
const keptMaxLength = 8_388_608;

/**
 * Keeps the answers to recent searches, at most `max` of them and 8 million characters, for no longer than an edge may keep
 * them (`liveMs`): what another copy changes shows after that, what this one changes at once.
 */
export function createAnswerCache(max: number, liveMs: number): AnswerCache {
  const kept = createBoundedCache<{ answer: CachedAnswer; until: number }>({
    entriesMax: max,
    lengthMax: keptMaxLength,
    lengthOf: ({ answer }) => answer.body.length,
  });
  const underWay = new Map<string, Promise<CachedAnswer>>();

  /** A failure reaches the requests that were waiting, not later ones. */
  async function answer(question: string, make: () => Promise<unknown>): Promise<CachedAnswer> {
    const until = performance.now() + liveMs;
    const promise = make().then((body) => withEtag(JSON.stringify(body)));
    underWay.set(question, promise);
    // Forgotten while it was being made: it may be old, so it is answered but not kept.
    const isCurrent = () => underWay.get(question) === promise;
    try {
      const made = await promise;
      if (isCurrent()) kept.set(question, { answer: made, until });
      return made;
    } finally {
      if (isCurrent()) underWay.delete(question);
    }
  }

  return {
    async get(question, make) {
      const known = kept.get(question);
      if (known && known.until > performance.now()) return known.answer;
      return underWay.get(question) ?? answer(question, make);
    },
    forgetAll() {
      kept.clear();
      underWay.clear();
    },
  };
}
