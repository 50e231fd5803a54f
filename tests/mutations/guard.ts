/** A change of one file: `find` must occur exactly once. */
export type Edit = { file: string; find: string; replace: string };

/** A guard, how to remove it, and the test that must fail without it. */
export type Guard = {
  /** What it protects, in one sentence. */
  name: string;
  edits: readonly Edit[];
  /**
   * The file that sees it soonest, and a regular expression for the names of its tests. `counts`: the message of a failure
   * that counts, though other broken programs could have it too.
   */
  test: { file: string; only?: string; counts?: string };
  /** Which guards cover each other: they are removed together, since one alone still holds the rule. */
  together?: string;
  /** Why no test can see that it is missing: it may survive. */
  redundant?: string;
};
