/** How many rows a chunk has at least, however slow the database is. */
export const chunkMin = 10;

/**
 * How many rows the next chunk should have, given that one of `rows` took `tookMs` and should take `targetMs`: half as
 * many when it took longer, twice as many, at most `max`, when it took less than a quarter.
 */
export function nextChunkSize(rows: number, tookMs: number, targetMs: number, max: number): number {
  if (tookMs > targetMs) return Math.min(max, Math.max(chunkMin, Math.floor(rows / 2)));
  return tookMs < targetMs / 4 ? Math.min(max, rows * 2) : Math.min(max, rows);
}
