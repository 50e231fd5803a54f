import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

export type UntilOptions = { timeoutMs?: number; everyMs?: number; why?: () => string };

/** Waits for a condition, at most `timeoutMs` (10 s); a condition that throws is not met yet. */
export async function until(condition: () => Promise<boolean> | boolean, options: UntilOptions = {}): Promise<void> {
  const { timeoutMs = 10_000, everyMs = 20 } = options;
  const deadline = Date.now() + timeoutMs;
  let failure: unknown;
  for (;;) {
    try {
      if (await condition()) return;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) throw new Error(options.why?.() ?? `not met within ${timeoutMs} ms`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Waits until a reading is as expected: pages that other copies keep are forgotten a moment after the change. */
export async function eventually<T>(read: () => Promise<T>, expected: T, message?: string): Promise<void> {
  let seen: T | undefined;
  await until(async () => isDeepStrictEqual((seen = await read()), expected), { timeoutMs: 10_000 }).catch(
    () => undefined,
  );
  assert.deepEqual(seen, expected, message);
}
