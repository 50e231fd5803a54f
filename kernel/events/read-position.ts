/** Before every id. */
export const firstId = "00000000-0000-0000-0000-000000000000";
/** No transaction that writes events is open for longer, and clocks of instances differ by less. */
const lateMaxMs = 60_000;

/**
 * Where rows may be read on from after those up to `id` (a UUID of version 7) were deleted: a minute before it, since
 * rows with lower ids may commit later. A read from the start walks all deleted rows that no vacuum has removed yet; a
 * long query elsewhere can make those millions.
 */
export function positionAfter(id: string): string {
  const time = Math.max(0, Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - lateMaxMs);
  const digits = time.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}${firstId.slice(13)}`;
}
