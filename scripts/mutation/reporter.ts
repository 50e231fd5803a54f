import type { TestEvent } from "node:test/reporters";

/** What `npm run mutate` reads of a test run, one JSON object a line. */
export type ReportedEvent =
  | { type: "started" }
  | { type: "passed"; name: string }
  | { type: "failed"; name: string; reason: string; message: string; isAssertion: boolean };

type Failure = { failureType?: string; message: string; cause?: unknown };

/** A reporter for `node --test` that names each failure with its error. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const line = (event: ReportedEvent) => `${JSON.stringify(event)}\n`;
  yield line({ type: "started" });
  for await (const { type, data } of events) {
    // A passed file is no passed test.
    if (type === "test:pass" && data.name !== data.file && data.details.type !== "suite")
      yield line({ type: "passed", name: data.name });
    if (type !== "test:fail") continue;
    const error = data.details.error as Failure;
    const cause = error.cause instanceof Error ? error.cause : undefined;
    yield line({
      type: "failed",
      name: data.name,
      reason: error.failureType ?? "unknown",
      message: cause?.message ?? (typeof error.cause === "string" ? error.cause : error.message),
      isAssertion: (cause as { code?: string } | undefined)?.code === "ERR_ASSERTION",
    });
  }
}
