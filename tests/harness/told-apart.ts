import { randomUUID } from "node:crypto";

/** How well one group of times is told from the other: 0.5 is not at all, 1 is always (area under the ROC curve). */
export function areaUnderCurve(these: readonly number[], those: readonly number[]): number {
  let wins = 0;
  for (const a of these) for (const b of those) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const area = wins / (these.length * those.length);
  return Math.max(area, 1 - area);
}

/** Times of a request for known and unknown emails, by turns. */
export async function timesOf(rounds: number, known: readonly string[], request: (email: string) => Promise<unknown>) {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const kind of round % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
      const email = kind === "known" ? known[round % known.length]! : `${randomUUID()}@test.com`;
      const startedAt = performance.now();
      await request(email);
      times[kind].push(performance.now() - startedAt);
    }
  return times;
}
