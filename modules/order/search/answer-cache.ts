import { hash } from "node:crypto";

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

/**
 * Keeps the answers to recent searches, at most `max`, for no longer than an edge may keep them (`liveMs`): what
 * another copy changes shows after that, what this one changes at once.
 */
export function createAnswerCache(max: number, liveMs: number): AnswerCache {
  let kept = new Map<string, { answer: Promise<CachedAnswer>; until: number }>();
  return {
    get(question, make) {
      const now = performance.now();
      const known = kept.get(question);
      if (known && known.until > now) return known.answer;
      const answer = make().then((body) => withEtag(JSON.stringify(body)));
      if (max === 0) return answer;
      const mine = kept;
      mine.delete(question);
      if (mine.size >= max) mine.delete(mine.keys().next().value!);
      const entry = { answer, until: now + liveMs };
      mine.set(question, entry);
      // A failure is told to those who asked meanwhile, not to those who ask later.
      answer.catch(() => mine.get(question) === entry && mine.delete(question));
      return answer;
    },
    forgetAll() {
      kept = new Map();
    },
  };
}
