/** Gives the next one in turn of those that `isExcluded` leaves. */
export type Turns<Candidate> = (
  candidates: readonly Candidate[],
  isExcluded: (candidate: Candidate) => boolean,
) => Candidate | undefined;

/**
 * Healthy candidates have their turns. When none is healthy the others have theirs: an instance that is too busy for its
 * health checks still does better than nobody, and one alone must not take what was meant for all.
 */
export function createTurns<Candidate extends { readonly healthy: boolean }>(): Turns<Candidate> {
  let turn = 0;
  return (candidates, isExcluded) => {
    let unhealthy: number | undefined;
    for (let step = 0; step < candidates.length; step++) {
      const index = (turn + step) % candidates.length;
      const candidate = candidates[index]!;
      if (isExcluded(candidate)) continue;
      if (candidate.healthy) {
        turn = index + 1;
        return candidate;
      }
      unhealthy ??= index;
    }
    if (unhealthy === undefined) return undefined;
    turn = unhealthy + 1;
    return candidates[unhealthy];
  };
}
