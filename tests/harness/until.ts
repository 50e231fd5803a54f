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
